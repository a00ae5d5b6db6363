"""Who comes in and what each person reaches: the only roots of the pages of the team."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django_htmx.middleware import HtmxDetails

from asiste.correo.models import BuzonImap, MensajeEntrante
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Dependencia, Funcionario
from asiste.solicitudes import alcance, permisos
from asiste.solicitudes.models import Importacion, Solicitud
from asiste.solicitudes.models.consultas import SolicitudQuerySet
from asiste.web.equipo.permisos import toma_de_la_fila

P = ParamSpec("P")


class Peticion(HttpRequest):
    """A request of someone of the team."""

    user: Usuario
    htmx: HtmxDetails


def solo_equipo(
    vista: Callable[Concatenate[Peticion, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Lets the team in: a visitor goes to sign in, and for an enlace the page does not exist.

    A fragment asked without session gets 401, so that the sign-in page never lands inside another.
    """

    @wraps(vista)
    def puerta(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        peticion = cast(Peticion, request)
        if not isinstance(request.user, Usuario):
            return HttpResponse(status=401) if peticion.htmx else redirect_to_login(request.get_full_path())
        if not request.user.es_equipo:
            raise Http404
        return vista(peticion, *args, **kwargs)

    return puerta


def exigir(permitido: bool) -> None:
    """Stops with 403 what a named predicate does not allow on a record the person may see."""
    if not permitido:
        raise PermissionDenied


def solicitud_de(usuario: Usuario, radicado: str) -> Solicitud:
    """The request with that number inside the person's tree, with what all have and its page shows; else Http404."""
    visibles = alcance.solicitudes_del_equipo(usuario).select_related(
        "direccion", "dependencia", "asesor__usuario", "entidad", "sector", "modalidad", "nivel"
    )
    caso: Solicitud = get_object_or_404(visibles.defer("buscable"), radicado=radicado.upper())
    return caso


def correos_de(solicitud: Solicitud) -> QuerySet[MensajeEntrante]:
    """Mails kept with a case, as they came; one held back is not of the case until someone decides."""
    resultado = MensajeEntrante.Resultado
    suyos = MensajeEntrante.objects.filter(solicitud=solicitud).exclude(
        resultado__in=[resultado.CUARENTENA, resultado.DESCARTADO]
    )
    return suyos.select_related("crudo").order_by("guardado_en", "id")


def funcionario_de(usuario: Usuario) -> Funcionario | None:
    """The person's place in an office, or None (an administrator may have none)."""
    return getattr(usuario, "funcionario", None)


def puesto_de(usuario: Usuario) -> Funcionario:
    """The person's place in an office. Raises PermissionDenied without one."""
    funcionario = funcionario_de(usuario)
    if funcionario is None:
        raise PermissionDenied
    return funcionario


def fila_de(usuario: Usuario) -> SolicitudQuerySet:
    """The person's line, in order of arrival: given to him, to whom he stands in for, or to nobody in the office.

    Who does not take from a line sees every line of his tree.
    """
    if toma_de_la_fila(usuario):
        return alcance.fila_propia(usuario)
    visibles = alcance.solicitudes_del_equipo(usuario)
    return visibles.por_tomar().filter(dependencia__in=alcance.dependencias_de(usuario))


def dependencias_visibles(usuario: Usuario) -> QuerySet[Dependencia]:
    """Offices of the person's tree, in their order."""
    visibles = Dependencia.objects.filter(pk__in=alcance.dependencias_de(usuario))
    return visibles.select_related("padre").order_by("orden", "id")


def companeros(usuario: Usuario) -> QuerySet[Funcionario]:
    """Active people of the person's tree, by name."""
    visibles = Funcionario.objects.filter(dependencia__in=alcance.dependencias_de(usuario), usuario__is_active=True)
    return visibles.select_related("usuario", "dependencia").order_by("usuario__nombre", "id")


def cuarentena_de(usuario: Usuario) -> QuerySet[MensajeEntrante]:
    """Messages to be looked at that came to a mailbox of the person's tree, or to none that is known."""
    if not permisos.puede_identificar(usuario):
        return MensajeEntrante.objects.none()
    propios = Q(buzon__dependencia__in=alcance.dependencias_de(usuario)) | Q(buzon__isnull=True)
    return MensajeEntrante.objects.en_cuarentena().filter(propios)


def buzones_de(usuario: Usuario) -> QuerySet[BuzonImap]:
    """Mailboxes that are read for the offices of the person's tree."""
    propios = BuzonImap.objects.filter(canal__dependencia__in=alcance.dependencias_de(usuario))
    return propios.select_related("canal__dependencia", "salud").order_by("canal__valor", "id")


def importaciones_de(usuario: Usuario) -> QuerySet[Importacion]:
    """Workbooks of the offices of the person's tree; none for who does not head one."""
    suyas = Importacion.objects.con_nombres().filter(dependencia__in=alcance.dependencias_de(usuario))
    return suyas if permisos.puede_importar(usuario) else suyas.none()


def importacion_de(usuario: Usuario, numero: int) -> Importacion:
    """The import with that number inside the person's tree; else Http404."""
    return get_object_or_404(importaciones_de(usuario), pk=numero)
