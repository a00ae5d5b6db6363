"""What every action on a concept needs: the locked concept, its step and who is told."""

from collections.abc import Iterable
from datetime import datetime

from asiste.conceptos.models import Concepto, Paso
from asiste.conceptos.oficina import por_que_es_de_otra_oficina, que_responde
from asiste.cuentas.models import Usuario
from asiste.notificaciones.acciones import PorEnviar, encolar_varios
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.direcciones import direccion
from asiste.solicitudes.models import Solicitud

ACABARON = {
    Solicitud.Estado.ANULADA: "La solicitud se anuló: deje el concepto sin efecto.",
    Solicitud.Estado.DESISTIDA: "La entidad desistió de la solicitud: deje el concepto sin efecto.",
    Solicitud.Estado.TRASLADADA: "La solicitud se trasladó a otra entidad: deje el concepto sin efecto.",
    Solicitud.Estado.CERRADA: "La solicitud está cerrada: reábrala para responderla con el concepto.",
    Solicitud.Estado.POR_TOMAR: "La solicitud espera en la fila: alguien debe tomarla antes.",
}


def bloquear(concepto: Concepto, *estados: Concepto.Estado) -> Concepto:
    """The concept locked until the transaction ends. Raises `ReglaIncumplida` unless it is in one of those states."""
    bloqueado: Concepto = (
        Concepto.objects.select_for_update(of=("self",))
        .select_related("solicitud__principal", "dependencia__padre", "proyecta__usuario", "revisa__usuario")
        .get(pk=concepto.pk)
    )
    if bloqueado.estado not in estados:
        raise ReglaIncumplida(f"El concepto ya no está como usted lo vio: ahora está {_como(bloqueado)}.")
    return bloqueado


def bloquear_con_su_caso(concepto: Concepto, *estados: Concepto.Estado) -> Concepto:
    """As `bloquear`, and before it its request and the one that is answered, by number, as whoever changes them does.

    So nobody attends, closes, annuls or unites them meanwhile, nor do two people wait for each other.
    """
    numeros = Concepto.objects.values_list("solicitud", "solicitud__principal").get(pk=concepto.pk)
    casos = Solicitud.objects.select_for_update(of=("self",)).filter(pk__in=[uno for uno in numeros if uno])
    list(casos.order_by("id").values_list("id", flat=True))
    bloqueado = bloquear(concepto, *estados)
    if que_responde(bloqueado).pk not in numeros:
        raise ReglaIncumplida("La solicitud se unió a otra en este momento: abra de nuevo el concepto.")
    return bloqueado


def exigir_que_se_responda(concepto: Concepto) -> None:
    """Raises `ReglaIncumplida` when its request ended, nobody attends it, or another office does."""
    if porque := por_que_no_se_responde(concepto) or por_que_es_de_otra_oficina(concepto):
        raise ReglaIncumplida(porque)


def por_que_no_se_responde(concepto: Concepto) -> str:
    """What happened to its request and what to do, in plain Spanish; empty while it waits for the answer."""
    propia, responde = concepto.solicitud, que_responde(concepto)
    if propia.entidad_id != responde.entidad_id or (
        propia.entidad_id is None and propia.solicitante_correo != responde.solicitante_correo
    ):
        return f"La {propia} se unió a la {responde}, que es de otra entidad: sepárela antes de seguir."
    return ACABARON.get(Solicitud.Estado(responde.estado), "")


def dar_paso(concepto: Concepto, tipo: Paso.Tipo, autor: Usuario, ahora: datetime, detalle: str = "") -> Paso:
    """Writes a step of the concept."""
    return Paso.objects.create(
        concepto=concepto, tipo=tipo, version=concepto.version, autor=autor, momento=ahora, detalle=detalle
    )


def avisar(paso: Paso, personas: Iterable[Usuario], *, asunto: str, texto: str) -> None:
    """Tells people of the team of a step by mail, each one once; not who took it, nor who left."""
    concepto = paso.concepto
    radicado = concepto.solicitud.radicado
    cuerpo = f"{texto}\n\nEl concepto: {direccion('equipo:concepto', str(concepto.pk))}\n"
    quienes = {una.pk: una for una in personas if una.is_active and una != paso.autor}
    correos = [
        PorEnviar(
            clave=f"concepto-paso-{paso.pk}-{pk}",
            para=una.email,
            asunto=f"{radicado}: {asunto}",
            texto=f"Buen día, {una}:\n\n{cuerpo}",
            caso=radicado,
        )
        for pk, una in sorted(quienes.items())
    ]
    if correos:
        encolar_varios(correos=correos, ahora=paso.momento)


def quienes_escriben(concepto: Concepto) -> list[Usuario]:
    """Who drafts it, and the adviser of the case."""
    asesor = concepto.solicitud.asesor
    return [concepto.proyecta.usuario, *([asesor.usuario] if asesor else [])]


def _como(concepto: Concepto) -> str:
    estado = Concepto.Estado(concepto.estado)
    return f"firmado, con el número {concepto.numero}" if estado == estado.FIRMADO else estado.label.lower()
