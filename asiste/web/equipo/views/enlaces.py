"""Directory of the contacts of the entities."""

from typing import Any

from django.db.models import OuterRef, Q, Subquery
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.directorio.acciones import registrar_enlace, retirar_enlace
from asiste.directorio.models import Enlace, Entidad
from asiste.notificaciones.models import Rebote
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.forms.directorio import EnlaceForm
from asiste.web.equipo.forms.tramite import ConfirmacionForm
from asiste.web.equipo.marco import mostrar
from asiste.web.interfaz.paginas import paginar

ORDEN = ("entidad__nombre", "nombre", "id")


@require_safe
@solo_equipo
def enlaces(request: Peticion) -> HttpResponse:
    """Contacts in force by entity; `?q=` looks in name, address and names of the entity."""
    rebotes = Rebote.objects.filter(correo=OuterRef("correo")).values("desde")
    vigentes = Enlace.objects.vigentes(timezone.localdate()).select_related("entidad__sector")
    vigentes = vigentes.annotate(rebota_desde=Subquery(rebotes))
    buscado = request.GET.get("q", "").replace("\0", "").strip()
    if buscado:
        entidades = Entidad.objects.buscar(buscado).values("pk")
        vigentes = vigentes.filter(
            Q(nombre__unaccent__icontains=buscado) | Q(correo__icontains=buscado) | Q(entidad__in=entidades)
        )
    return mostrar(
        request, "equipo/enlaces.html", {"pagina": paginar(vigentes, ORDEN, request.GET), "buscado": buscado}
    )


@abrir_y_enviar
@solo_equipo
def enlace(request: Peticion) -> HttpResponse:
    """Adds a contact, or brings up to date the one with that address. Disposición: 6.3-cambio-enlace."""

    def registrar(datos: dict[str, Any]) -> HttpResponse:
        nuevo = registrar_enlace(**datos, hoy=timezone.localdate())
        return hecho(request, f"{nuevo.nombre} quedó como enlace de {nuevo.entidad}.", "equipo:enlaces")

    return resolver(request, EnlaceForm(**recibido(request)), registrar, "equipo/enlace.html")


@abrir_y_enviar
@solo_equipo
def retiro(request: Peticion, numero: int) -> HttpResponse:
    """Ends the validity of a contact, which stays in the history."""
    hoy = timezone.localdate()
    vigente = get_object_or_404(Enlace.objects.vigentes(hoy).select_related("entidad"), pk=numero)

    def retirar(_datos: dict[str, Any]) -> HttpResponse:
        retirar_enlace(enlace=vigente, hoy=hoy)
        return hecho(request, f"{vigente.nombre} ya no es enlace de {vigente.entidad}.", "equipo:enlaces")

    return resolver(request, ConfirmacionForm(**recibido(request)), retirar, "equipo/retiro.html", enlace=vigente)
