"""The page of a case."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.correo.models import MensajeEntrante
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Dependencia
from asiste.notificaciones.models import Rebote
from asiste.solicitudes import alcance, permisos
from asiste.solicitudes.models import Actuacion, Solicitud
from asiste.solicitudes.parecidas import parecidas_a
from asiste.solicitudes.plazo import cuenta_de
from asiste.web.equipo import curso, expediente
from asiste.web.equipo.acceso import Peticion, correos_de, solicitud_de, solo_equipo
from asiste.web.equipo.agenda import caso as sesiones
from asiste.web.equipo.agenda import propuestas
from asiste.web.equipo.archivo.caso import plan_del_caso
from asiste.web.equipo.conceptos import caso as conceptos
from asiste.web.equipo.marco import mostrar
from asiste.web.equipo.presencia import gente_en


@require_safe
@solo_equipo
def solicitud(request: Peticion, radicado: str) -> HttpResponse:
    """All there is about a request, and what this person can do with it."""
    caso = solicitud_de(request.user, radicado)
    hoy = timezone.localdate()
    actuaciones = list(caso.actuaciones.en_orden())
    plazo, libro = cuenta_de(caso, hoy, actuaciones)
    hechos = expediente.linea_de_tiempo(actuaciones, libro)
    evidencia = expediente.hay_evidencia(hechos)
    encargos = curso.encargos_de(request.user, caso)
    deben = curso.deben(caso, encargos)
    requisitos = expediente.requisitos(caso, evidencia=evidencia, temas=deben)
    contexto = {
        "solicitud": caso,
        "ahora": timezone.now(),
        "plazo": plazo,
        "libro": libro,
        "hechos": hechos,
        "requisitos": requisitos,
        "faltan": sum(1 for requisito in requisitos if not requisito.cumple),
        "toma": expediente.como_tomarla(request.user, caso),
        "lugar": caso.lugar_en_la_fila(),
        "acciones": expediente.acciones_de(request.user, caso, evidencia=evidencia, temas=deben),
        "otras": expediente.otras_acciones(request.user, caso),
        "desvios": curso.desvios_de(request.user, caso, temas=len(encargos), hoy=hoy),
        "contesta_hasta": curso.plazo_de_la_entidad(caso),
        "temas": encargos,
        "tramita": permisos.puede_tramitar(request.user, caso) and not caso.terminada,
        **_lo_que_pidio(request.user, caso, actuaciones),
    }
    return mostrar(request, "equipo/solicitud.html", {**contexto, "gente": gente_en(caso, request.user)})


def _tambien_en(caso: Solicitud, actuaciones: Iterable[Actuacion]) -> Iterable[Dependencia]:
    """Other offices that got the same message. Its log tells whether there is any: few have."""
    hay = any(una.tipo == Actuacion.Tipo.COMPARTIDA for una in actuaciones)
    return caso.tambien_en.order_by("orden", "pk") if hay else []


def _lo_que_pidio(usuario: Usuario, caso: Solicitud, actuaciones: Iterable[Actuacion]) -> dict[str, Any]:
    """Who takes part, related cases, its mails and, until it ends, whether its address bounces and others like it."""
    correos = list(correos_de(caso).defer("texto"))
    radicado = [correo for correo in correos if correo.resultado == MensajeEntrante.Resultado.RADICADO]
    original = radicado[0] if radicado else None
    return {
        **sesiones.del_caso(usuario, caso, actuaciones),
        **propuestas.del_caso(usuario, caso, actuaciones),
        **conceptos.del_caso(usuario, caso, actuaciones),
        "relaciones": curso.relaciones_de(caso, actuaciones),
        "plan_focalizado": plan_del_caso(usuario, caso),
        "rebote": None if caso.terminada else Rebote.objects.de(caso.solicitante_correo),
        "parecidas": parecidas_a(caso, entre=alcance.solicitudes_del_equipo(usuario)) if caso.abierta else [],
        "participantes": caso.participantes.order_by("nombre", "pk"),
        "tambien_en": _tambien_en(caso, actuaciones),
        "correos": correos,
        "original": original,
        "reenvio": original is not None and original.de_correo not in {"", caso.solicitante_correo},
    }
