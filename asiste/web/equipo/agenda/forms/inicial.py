"""What the form of a session shows when it is opened."""

from datetime import datetime, timedelta
from typing import Any

from django.http import QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from asiste.agenda.models import Sesion
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Entidad
from asiste.portafolio.models import Medio
from asiste.solicitudes.alcance import solicitudes_del_equipo
from asiste.solicitudes.models import Solicitud
from asiste.web.equipo.acceso import funcionario_de
from asiste.web.equipo.agenda.forms.sesion import POR_ESCRITO
from asiste.web.equipo.forms.publico import inicial_de

DE_SIEMPRE = timedelta(minutes=90)


def de_la_sesion(usuario: Usuario, sesion: Sesion) -> dict[str, Any]:
    """A session that is there, with the requests that the person sees."""
    nombres = ("titulo", "objetivo", "modalidad", "medio", "lugar", "enlace_virtual", "telefono", "dependencia")
    encargados = list(sesion.encargados.all())
    atiende = solicitudes_del_equipo(usuario).filter(pk__in=sesion.solicitudes.values("pk"))
    return {
        **{nombre: getattr(sesion, nombre) for nombre in (*nombres, "cupo", "abierta", "serie")},
        **_horas(sesion.inicia, sesion.termina),
        **inicial_de(sesion.publico),
        "temas": list(sesion.temas.order_by("id")),
        "direcciones": list(sesion.direcciones.order_by("id")),
        "dirige": sesion.dirige,
        "acompanan": [uno.funcionario_id for uno in encargados if not uno.dirige],
        "solicitudes": ", ".join(atiende.order_by("recibida_en", "id").values_list("radicado", flat=True)),
    }


def de_la_direccion(usuario: Usuario, parametros: QueryDict) -> dict[str, Any]:
    """What the address asks for: `inicia`, `termina` (ISO), `dirige`, `acompanan` (ids), `solicitud` and `entidad`."""
    funcionario = funcionario_de(usuario)
    propio = {"dependencia": funcionario.dependencia_id, "dirige": funcionario.pk} if funcionario else {}
    radicado = parametros.get("solicitud", "").upper().replace("\0", "")
    caso = solicitudes_del_equipo(usuario).filter(radicado=radicado).first() if radicado else None
    return {
        "medio": Medio.PRESENCIAL,
        **propio,
        **_para(parametros.get("entidad", "")),
        **(_del_caso(caso) if caso else {}),
        **_cuando(parametros),
        **_quienes(parametros),
    }


def _del_caso(caso: Solicitud) -> dict[str, Any]:
    """Entity, topics and modality of a request."""
    temas = list(caso.temas.order_by("id"))
    modalidad = caso.modalidad if caso.modalidad and caso.modalidad.clave != POR_ESCRITO else None
    return {
        "titulo": caso.asunto[:200],
        "dependencia": caso.dependencia_id,
        **({"dirige": caso.asesor_id} if caso.asesor_id else {}),
        "modalidad": modalidad,
        "medio": caso.medio or Medio.PRESENCIAL,
        "temas": temas,
        "publico_entidades": [caso.entidad_id] if caso.entidad_id else [],
        "publico_temas": temas,
        "solicitudes": caso.radicado,
    }


def _para(clave: str) -> dict[str, Any]:
    """The entity with that clave as its target; what is no entity is nobody."""
    suyas = Entidad.objects.activas().filter(clave=clave.replace("\0", ""))
    return {"publico_entidades": [una.pk for una in suyas]} if clave else {}


def _cuando(parametros: QueryDict) -> dict[str, Any]:
    inicia, termina = _momento(parametros.get("inicia", "")), _momento(parametros.get("termina", ""))
    return _horas(inicia, termina or inicia + DE_SIEMPRE) if inicia else {}


def _momento(texto: str) -> datetime | None:
    """A moment written in ISO; without zone, that of Bogotá. None for anything else."""
    try:
        momento = parse_datetime(texto)
    except ValueError:
        return None
    if momento is None:
        return None
    return timezone.make_aware(momento) if timezone.is_naive(momento) else momento


def _horas(inicia: datetime, termina: datetime) -> dict[str, Any]:
    desde, hasta = timezone.localtime(inicia), timezone.localtime(termina)
    return {"dia": desde.date(), "empieza": f"{desde:%H:%M}", "termina": f"{hasta:%H:%M}"}


def _quienes(parametros: QueryDict) -> dict[str, Any]:
    """Who leads and who accompanies, where the address says it; what is no number is nobody."""
    dirige = [uno for uno in [parametros.get("dirige", "")] if uno.isdecimal()]
    acompanan = [uno for uno in ",".join(parametros.getlist("acompanan")).split(",") if uno.isdecimal()]
    return {**({"dirige": dirige[0]} if dirige else {}), **({"acompanan": acompanan} if acompanan else {})}
