"""The hours in which each adviser attends."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.agenda import permisos
from asiste.agenda.acciones.horario import fijar_horario
from asiste.agenda.models import HorarioAsesor
from asiste.calendario.models import JornadaAtencion
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Funcionario
from asiste.solicitudes.permisos import DIRIGEN
from asiste.web.equipo.acceso import Peticion, companeros, solo_equipo
from asiste.web.equipo.agenda.forms.horas import HorarioForm
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.marco import mostrar
from asiste.web.interfaz.paginas import paginar


def _a_su_cuidado(usuario: Usuario) -> QuerySet[Funcionario]:
    """Whose hours the person may say: the own ones, and those of the tree for who heads it."""
    personas = companeros(usuario)
    return personas if usuario.rol in DIRIGEN else personas.filter(usuario=usuario)


@require_safe
@solo_equipo
def horarios(request: Peticion) -> HttpResponse:
    """Hours of each person that one may see to."""
    franjas = Prefetch("horario", HorarioAsesor.objects.order_by("dia", "inicia", "id"))
    personas = _a_su_cuidado(request.user).prefetch_related(franjas)
    contexto = {
        "pagina": paginar(personas, ("usuario__nombre", "id"), request.GET),
        "jornada": JornadaAtencion.objects.vigente(timezone.localdate()),
    }
    return mostrar(request, "equipo/agenda/horarios.html", contexto)


@abrir_y_enviar
@solo_equipo
def horario(request: Peticion, numero: int) -> HttpResponse:
    """The hours of one person, to be changed."""
    persona = _a_su_cuidado(request.user).filter(pk=numero).first()
    if persona is None or not permisos.puede_fijar_horario(request.user, persona):
        raise Http404
    form = HorarioForm(funcionario=persona, **recibido(request))

    def fijar(_datos: dict[str, Any]) -> HttpResponse:
        fijar_horario(funcionario=persona, franjas=form.franjas())
        return hecho(request, f"El horario de {persona} quedó guardado.", "equipo:horarios")

    jornada = JornadaAtencion.objects.vigente(timezone.localdate())
    return resolver(request, form, fijar, "equipo/agenda/horario.html", persona=persona, jornada=jornada)
