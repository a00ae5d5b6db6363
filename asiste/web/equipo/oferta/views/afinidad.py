"""Requests that could be attended together. Disposición: 6.3-asesoria-grupo."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.agenda.permisos import puede_programar
from asiste.cuentas.models import Usuario
from asiste.oferta import acciones
from asiste.oferta.consultas.afinidad import afines, agrupables, del_mismo_tema
from asiste.portafolio.models import Tema
from asiste.solicitudes import alcance, permisos
from asiste.solicitudes.models import Solicitud
from asiste.solicitudes.models.consultas import SolicitudQuerySet
from asiste.solicitudes.plazo import calendario_de
from asiste.web.equipo import listas
from asiste.web.equipo.acceso import Peticion, exigir, funcionario_de, solo_equipo
from asiste.web.equipo.envio import abrir_y_enviar, recibido, resolver
from asiste.web.equipo.marco import mostrar
from asiste.web.equipo.oferta.envio import a_convocar
from asiste.web.equipo.oferta.forms.grupo import GrupoForm
from asiste.web.interfaz.paginas import paginar


def _suyas(usuario: Usuario) -> SolicitudQuerySet:
    return agrupables(alcance.solicitudes_del_equipo(usuario), alcance.dependencias_de(usuario))


@require_safe
@solo_equipo
def afinidad(request: Peticion) -> HttpResponse:
    """Topics on which several entities wait, first the one that is due first."""
    return mostrar(request, "equipo/oferta/afinidad.html", {"grupos": afines(_suyas(request.user))})


@abrir_y_enviar
@solo_equipo
def grupo(request: Peticion, clave: str) -> HttpResponse:
    """The requests of a topic in their order of arrival, and one session for those that are marked."""
    exigir(puede_programar(request.user))
    tema = get_object_or_404(Tema.objects.select_related("dependencia__padre"), clave=clave)
    casos = listas.para_lista(del_mismo_tema(_suyas(request.user), tema)).select_related("entidad")
    persona = funcionario_de(request.user)
    form = GrupoForm(tema=tema, persona=persona, **recibido(request))
    marcadas = request.POST.getlist("casos")

    def programar(_datos: dict[str, Any]) -> HttpResponse:
        elegidas = [caso for caso in casos.filter(radicado__in=marcadas) if _puede(request.user, caso)]
        sesion = acciones.programar_grupo(
            grupo=_grupo(form, tema, elegidas),
            horas=form.horas(),
            encuentro=form.encuentro(),
            asesor=persona,
            autor=request.user,
            ahora=timezone.now(),
        )
        return a_convocar(request, sesion, "La sesión quedó programada: falta convocarla.")

    return resolver(request, form, programar, "equipo/oferta/grupo.html", tema=tema, **_filas(request, casos, marcadas))


def _grupo(form: GrupoForm, tema: Tema, elegidas: list[Solicitud]) -> acciones.Grupo:
    campos = ("titulo", "modalidad", "motivo", "explicacion")
    return acciones.Grupo(tema=tema, solicitudes=elegidas, **{campo: form.cleaned_data[campo] for campo in campos})


def _filas(request: Peticion, casos: SolicitudQuerySet, marcadas: list[str]) -> dict[str, Any]:
    """The page of the list, each one with its deadline and whether this person may put it in a session."""
    hoy = timezone.localdate()
    pagina = paginar(casos, listas.ORDEN_DE_LLEGADA, request.GET)
    if not pagina.filas and not marcadas:
        raise Http404
    con_plazo = listas.con_plazo(pagina.filas, calendario_de(hoy, pagina.filas), hoy)
    filas = [(fila, _puede(request.user, fila.solicitud)) for fila in con_plazo]
    return {"pagina": pagina, "filas": filas, "marcadas": marcadas}


def _puede(usuario: Usuario, caso: Solicitud) -> bool:
    """Takes it from the line, or works on it."""
    if caso.estado == Solicitud.Estado.POR_TOMAR:
        return permisos.puede_tomar(usuario, caso)
    return permisos.puede_tramitar(usuario, caso)
