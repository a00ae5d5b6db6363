"""Values of many entities from a workbook: first what was understood, then all of it or nothing."""

from typing import Any

from django.core import signing
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from asiste.archivo.acciones.valores import anotar_varias
from asiste.archivo.indicadores import permisos
from asiste.archivo.indicadores.lectura import Lectura, leer
from asiste.documentos.acciones import guardar_archivo
from asiste.documentos.models import Archivo
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.importacion.libro import LibroIlegible
from asiste.web.equipo.acceso import Peticion, exigir, solo_equipo
from asiste.web.equipo.archivo.forms.indicadores import LibroIndicadoresForm
from asiste.web.equipo.archivo.views.indicadores import ultima_vigencia
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido
from asiste.web.equipo.forms.tramite import ConfirmacionForm
from asiste.web.equipo.marco import mostrar

SAL = "indicadores-importados"
DURA = 60 * 60  # seconds that a revision can be applied
FORMULARIO, REVISION = "equipo/archivo/indicadores/importar.html", "equipo/archivo/indicadores/revision.html"


@abrir_y_enviar
@solo_equipo
def importar(request: Peticion) -> HttpResponse:
    """Takes a workbook and says row by row what it would do. Nothing changes yet."""
    exigir(permisos.puede_anotar(request.user))
    form = LibroIndicadoresForm(initial={"vigencia": ultima_vigencia()}, **recibido(request))
    if request.method != "POST" or not form.is_valid():
        return mostrar(request, FORMULARIO, {"form": form})
    nombre, vigencia = form.cleaned_data["archivo"].name or "libro", form.cleaned_data["vigencia"]
    archivo = guardar_archivo(contenido=form.cleaned_data["archivo"].read())
    try:
        lectura = _leer(archivo, nombre, vigencia)
    except LibroIlegible as error:
        form.add_error("archivo", str(error))
        return mostrar(request, FORMULARIO, {"form": form})
    ficha = signing.dumps([archivo.pk, nombre, vigencia], salt=SAL)
    return _revision(request, lectura, {"ficha": ficha, "nombre": nombre, "vigencia": vigencia})


@require_POST
@solo_equipo
def aplicar(request: Peticion) -> HttpResponse:
    """Brings in the workbook that was just revised, read again: all of it, or nothing."""
    exigir(permisos.puede_anotar(request.user))
    try:
        clave, nombre, vigencia = signing.loads(request.POST.get("ficha", ""), salt=SAL, max_age=DURA)
        lectura = _leer(get_object_or_404(Archivo, pk=clave), nombre, vigencia)
    except signing.BadSignature:
        return hecho(request, "La revisión venció: suba el libro de nuevo.", "equipo:indicadores-importar")
    except LibroIlegible as error:  # the catalogue changed since it was revised
        return hecho(request, f"No entró ningún valor. {error}", "equipo:indicadores-importar")
    contexto = {"ficha": request.POST["ficha"], "nombre": nombre, "vigencia": vigencia}
    form = ConfirmacionForm(request.POST)
    form.is_valid()
    try:
        cuantos = _aplicar(request, lectura, nombre, vigencia)
    except ReglaIncumplida as regla:
        form.add_error(None, str(regla))
        return _revision(request, lectura, contexto | {"form": form})
    return hecho(request, f"Entraron {cuantos} valores de {vigencia}, de «{nombre}».", "equipo:indicadores")


def _aplicar(request: Peticion, lectura: Lectura, nombre: str, vigencia: int) -> int:
    if not lectura.sirve:
        raise ReglaIncumplida("El libro tiene filas por corregir, o no cambia nada.")
    return anotar_varias(
        por_entidad=lectura.por_entidad(),
        vigencia=vigencia,
        fuente=f"Libro «{nombre}»",
        autor=request.user,
        ahora=timezone.now(),
    )


def _leer(archivo: Archivo, nombre: str, vigencia: int) -> Lectura:
    with archivo.abrir() as contenido:
        return leer(contenido, nombre, vigencia)


def _revision(request: Peticion, lectura: Lectura, contexto: dict[str, Any]) -> HttpResponse:
    return mostrar(request, REVISION, {"form": ConfirmacionForm(), **contexto, "lectura": lectura})
