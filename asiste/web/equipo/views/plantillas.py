"""The texts that an office keeps to answer with."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from asiste.solicitudes import acciones, alcance, permisos
from asiste.solicitudes.models import Plantilla, Solicitud
from asiste.solicitudes.plantillas import CAMPOS, rellenar
from asiste.web.equipo.acceso import Peticion, exigir, solo_equipo
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.forms.redaccion import PlantillaForm
from asiste.web.equipo.forms.tramite import ConfirmacionForm
from asiste.web.equipo.marco import mostrar
from asiste.web.interfaz.paginas import paginar

ORDEN = ("-activa", "dependencia__orden", "nombre", "id")


@require_safe
@solo_equipo
def plantillas(request: Peticion) -> HttpResponse:
    """Those of the offices that the person heads, the retired ones at the end."""
    exigir(permisos.puede_cuidar_plantillas(request.user))
    return mostrar(request, "equipo/plantillas.html", {"pagina": paginar(_suyas(request), ORDEN, request.GET)})


@abrir_y_enviar
@solo_equipo
def nueva(request: Peticion) -> HttpResponse:
    """A new text."""
    exigir(permisos.puede_cuidar_plantillas(request.user))
    return _escribir(request, None)


@abrir_y_enviar
@solo_equipo
def plantilla(request: Peticion, numero: int) -> HttpResponse:
    """Changes a text, or brings back a retired one."""
    exigir(permisos.puede_cuidar_plantillas(request.user))
    return _escribir(request, get_object_or_404(_suyas(request), pk=numero))


@abrir_y_enviar
@solo_equipo
def retiro(request: Peticion, numero: int) -> HttpResponse:
    """Takes a text out of use."""
    exigir(permisos.puede_cuidar_plantillas(request.user))
    elegida = get_object_or_404(_suyas(request), pk=numero)

    def retirar(_datos: dict[str, Any]) -> HttpResponse:
        acciones.retirar_plantilla(plantilla=elegida)
        return hecho(request, f"«{elegida}» ya no se ofrece.", "equipo:plantillas")

    form = ConfirmacionForm(**recibido(request))
    return resolver(request, form, retirar, "equipo/plantilla_retiro.html", texto=elegida)


def _suyas(request: Peticion) -> QuerySet[Plantilla]:
    oficinas = alcance.dependencias_de(request.user)
    return Plantilla.objects.filter(dependencia__in=oficinas).select_related("dependencia")


def _escribir(request: Peticion, elegida: Plantilla | None) -> HttpResponse:
    """The form, with the text as it would go out in a real case when `ver` is pressed."""
    campos = ("dependencia_id", "nombre", "texto")
    inicial = {campo.removesuffix("_id"): getattr(elegida, campo) for campo in campos} if elegida else {}
    form = PlantillaForm(usuario=request.user, initial=inicial, **recibido(request))
    contexto = {"elegida": elegida, "campos": CAMPOS, "vista": _vista(request, form)}

    def guardar(datos: dict[str, Any]) -> HttpResponse:
        del datos["caso"]
        guardada = acciones.guardar_plantilla(plantilla=elegida, **datos)
        return hecho(request, f"«{guardada}» quedó lista para usar.", "equipo:plantillas")

    if "ver" in request.POST:
        return mostrar(request, "equipo/plantilla.html", {"form": form, **contexto})
    return resolver(request, form, guardar, "equipo/plantilla.html", **contexto)


def _vista(request: Peticion, form: PlantillaForm) -> dict[str, Any] | None:
    """The text filled with the case asked for, or with the newest of a known entity; None without text or case."""
    texto = str(form["texto"].value() or "")
    visibles = alcance.solicitudes_del_equipo(request.user).select_related(
        "direccion", "dependencia", "asesor__usuario"
    )
    radicado = str(form["caso"].value() or "").strip().upper().replace("\0", "")
    recientes = visibles.filter(entidad__isnull=False).order_by("-recibida_en", "-id")
    elegidas = visibles.filter(radicado=radicado) if radicado else recientes
    caso: Solicitud | None = elegidas.select_related("direccion", "dependencia", "asesor__usuario").first()
    if not texto or caso is None:
        return None
    return {"caso": caso, "texto": rellenar(texto, caso)}
