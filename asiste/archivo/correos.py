"""Mails of the focalised assistance: to the contacts of the entity, and to who carries its plan."""

from collections.abc import Iterable
from datetime import datetime

from django.template.loader import render_to_string
from django.utils import timezone

from asiste.agenda.organizador import organizador_de
from asiste.archivo.models import LineaAccion, PasoPlan
from asiste.archivo.responsables import quien_lo_lleva
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Enlace
from asiste.notificaciones.acciones import PorEnviar, encolar, encolar_varios
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.direcciones import direccion

Tipo = PasoPlan.Tipo
CARTAS = {  # subject and template of each
    Tipo.PROPUESTO: ("Lea y responda el plan de asistencia focalizada {vigencia}", "archivo/correos/propuesto.txt"),
    Tipo.CERRADO: ("Se cerró el plan de asistencia focalizada {vigencia}", "archivo/correos/cerrado.txt"),
    Tipo.DESCARTADO: ("El plan de asistencia focalizada {vigencia} se descartó", "archivo/correos/descartado.txt"),
    Tipo.ACORDADO: ("{entidad} aceptó el plan {vigencia}", "archivo/correos/acordado.txt"),
    Tipo.DEVUELTO: ("{entidad} pide cambios en el plan {vigencia}", "archivo/correos/devuelto.txt"),
}


def avisar_a_la_entidad(paso: PasoPlan, enlaces: Iterable[Enlace], ahora: datetime) -> list[Mensaje]:
    """Tells each contact that there is a proposal to answer, or that the cycle ended or the plan was left."""
    plan = paso.plan
    remitente = organizador_de(plan.dependencia).remitente
    enlace = direccion("entidad:plan-focalizado", str(plan.pk))
    correos = [
        PorEnviar(
            clave=f"plan-focalizado-{paso.pk}-{persona.pk}",
            para=persona.correo,
            asunto=_asunto(paso),
            texto=_texto(paso, enlace, nombre=persona.nombre),
            remitente=remitente,
            con_tope=True,
        )
        for persona in enlaces
    ]
    return encolar_varios(correos=correos, ahora=ahora) if correos else []


def avisar_al_asesor(paso: PasoPlan, ahora: datetime) -> Mensaje | None:
    """Tells who carries the plan what the entity answered."""
    quien = quien_lo_lleva(paso.plan, timezone.localdate(ahora))
    if quien is None:
        return None
    enlace = direccion("equipo:plan-focalizado", str(paso.plan.pk))
    return encolar(
        clave=f"plan-focalizado-{paso.pk}",
        para=quien.usuario.email,
        asunto=_asunto(paso),
        texto=_texto(paso, enlace, nombre=str(quien)),
        ahora=ahora,
    )


def avisar_aporte(*, linea: LineaAccion, texto: str, archivos: int, autor: Usuario, ahora: datetime) -> Mensaje | None:
    """Tells who carries the plan what the entity brought to a line."""
    plan = linea.plan
    quien = quien_lo_lleva(plan, timezone.localdate(ahora))
    if quien is None:
        return None
    contexto = {
        "linea": linea,
        "texto": texto,
        "autor": autor,
        "archivos": archivos,
        "enlace": direccion("equipo:linea", str(linea.pk)),
    }
    return encolar(
        clave=f"aporte-linea-{linea.pk}-{autor.pk}-{ahora.timestamp()}",
        para=quien.usuario.email,
        asunto=f"{plan.entidad.corto} escribió sobre «{linea}»"[:200],
        texto=render_to_string("archivo/correos/aporte.txt", contexto),
        ahora=ahora,
    )


def _asunto(paso: PasoPlan) -> str:
    asunto, _ = CARTAS[Tipo(paso.tipo)]
    return asunto.format(vigencia=paso.plan.vigencia, entidad=paso.plan.entidad.corto)


def _texto(paso: PasoPlan, enlace: str, **extra: str) -> str:
    contexto = {"paso": paso, "plan": paso.plan, "enlace": enlace, **extra}
    _, plantilla = CARTAS[Tipo(paso.tipo)]
    return render_to_string(plantilla, contexto)
