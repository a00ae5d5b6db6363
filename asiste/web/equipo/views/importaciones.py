"""Workbooks brought in by who heads an office."""

from typing import Any

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from asiste.solicitudes import permisos
from asiste.solicitudes.acciones.importar import pedir
from asiste.solicitudes.acciones.libros import (
    decir_palabras,
    descartar_libro,
    elegir_columnas,
    leer_cabecera,
    proponer_columnas,
    recibir_libro,
)
from asiste.solicitudes.importacion.informe import escribir_informe
from asiste.solicitudes.models import Importacion, RenglonImportado
from asiste.web.equipo.acceso import Peticion, exigir, funcionario_de, importacion_de, importaciones_de, solo_equipo
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.forms.importacion import ColumnasForm, DeshacerForm, LibroForm, TitulosForm
from asiste.web.equipo.forms.palabras import PalabrasForm
from asiste.web.equipo.forms.tramite import ConfirmacionForm
from asiste.web.equipo.marco import mostrar
from asiste.web.equipo.renglones import filas_de
from asiste.web.equipo.views.archivos import entregar
from asiste.web.interfaz.paginas import paginar

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Tarea, Resultado = Importacion.Tarea, RenglonImportado.Resultado


@require_safe
@solo_equipo
def importaciones(request: Peticion) -> HttpResponse:
    """Workbooks of the offices of the person, the last first."""
    exigir(permisos.puede_importar(request.user))
    pagina = paginar(importaciones_de(request.user), ("-creada_en", "-id"), request.GET)
    return mostrar(request, "equipo/importaciones/lista.html", {"pagina": pagina})


@abrir_y_enviar
@solo_equipo
def nueva(request: Peticion) -> HttpResponse:
    """Takes a file in. Nothing of it is filed yet."""
    exigir(permisos.puede_importar(request.user))
    puesto = funcionario_de(request.user)
    inicial = {"dependencia": puesto and puesto.dependencia_id}
    form = LibroForm(usuario=request.user, initial=inicial, **recibido(request))

    def recibir(datos: dict[str, Any]) -> HttpResponse:
        libro = recibir_libro(
            dependencia=datos["dependencia"],
            nombre=form.nombre(),
            contenido=datos["archivo"].read(),
            autor=request.user,
            ahora=timezone.now(),
        )
        return redirect("equipo:importacion-columnas", libro.pk)

    return resolver(request, form, recibir, "equipo/importaciones/nueva.html")


@abrir_y_enviar
@solo_equipo
def columnas(request: Peticion, numero: int) -> HttpResponse:
    """Where the titles are and what each column is, as guessed or as it was last time; then the book is read."""
    libro = importacion_de(request.user, numero)
    hoja, fila = request.GET.get("hoja", libro.hoja), request.GET.get("fila", "")
    hojas, cabecera = leer_cabecera(libro, hoja, int(fila) if fila.isdecimal() else libro.fila_titulos)
    propuesta = proponer_columnas(libro, cabecera)
    inicial = {"cierra_atendidas": libro.cierra_atendidas}
    form = ColumnasForm(cabecera=cabecera, elegidas=propuesta.columnas, initial=inicial, **recibido(request))

    def elegir(datos: dict[str, Any]) -> HttpResponse:
        elegir_columnas(
            importacion=libro,
            cabecera=cabecera,
            columnas=form.elegidas(),
            cierra_atendidas=datos["cierra_atendidas"],
        )
        pedir(importacion=libro, tarea=Tarea.REVISAR, autor=request.user, ahora=timezone.now())
        return redirect("equipo:importacion", libro.pk)

    donde = TitulosForm(hojas=hojas, initial={"hoja": cabecera.hoja, "fila": cabecera.fila})
    contexto = {"libro": libro, "donde": donde, "recordadas": propuesta.recordada, "cabecera": cabecera}
    return resolver(request, form, elegir, "equipo/importaciones/columnas.html", **contexto)


@require_safe
@solo_equipo
def importacion(request: Peticion, numero: int) -> HttpResponse:
    """What was read of a book, row by row, what is being done with it, or what came of it; `?ver=` one result."""
    libro = importacion_de(request.user, numero)
    if request.GET.get("parte") == "curso" and not libro.tarea:
        return HttpResponseClientRefresh()
    ver = request.GET.get("ver", "")
    renglones = libro.renglones.filter(resultado=ver) if ver in Resultado.values else libro.renglones.all()
    pagina = None if libro.tarea else paginar(renglones, ("fila",), request.GET)
    contexto = {
        "libro": libro,
        "pagina": pagina,
        "filas": filas_de(libro, pagina.filas) if pagina else [],
        "ver": ver,
        "cuentas": [(uno, libro.cuentas.get(uno, 0)) for uno in Resultado if libro.cuentas.get(uno)],
        "leidas": libro.renglones.count() if libro.tarea else 0,
        "desconocidas": sum(1 for valor in libro.valores if valor["desconocido"]),
    }
    plantilla = "en_curso" if request.GET.get("parte") == "curso" else "importacion"
    return mostrar(request, f"equipo/importaciones/{plantilla}.html", contexto)


@require_POST
@solo_equipo
def revision(request: Peticion, numero: int) -> HttpResponse:
    """Reads the book again."""
    libro = importacion_de(request.user, numero)
    form = ConfirmacionForm(**recibido(request))

    def revisar(_datos: dict[str, Any]) -> HttpResponse:
        pedir(importacion=libro, tarea=Tarea.REVISAR, autor=request.user, ahora=timezone.now())
        return redirect("equipo:importacion", libro.pk)

    return resolver(request, form, revisar, "equipo/importaciones/aplicacion.html", libro=libro)


@abrir_y_enviar
@solo_equipo
def palabras(request: Peticion, numero: int) -> HttpResponse:
    """What the words that were not known, or were guessed, are: said once for every row and for the next books."""
    libro = importacion_de(request.user, numero)
    form = PalabrasForm(importacion=libro, **recibido(request))

    def decir(_datos: dict[str, Any]) -> HttpResponse:
        decir_palabras(importacion=libro, elecciones=form.elecciones())
        pedir(importacion=libro, tarea=Tarea.REVISAR, autor=request.user, ahora=timezone.now())
        return redirect("equipo:importacion", libro.pk)

    return resolver(request, form, decir, "equipo/importaciones/palabras.html", libro=libro)


@abrir_y_enviar
@solo_equipo
def aplicacion(request: Peticion, numero: int) -> HttpResponse:
    """Brings the book in, after saying what that does."""
    libro = importacion_de(request.user, numero)
    form = ConfirmacionForm(**recibido(request))

    def aplicar(_datos: dict[str, Any]) -> HttpResponse:
        pedir(importacion=libro, tarea=Tarea.APLICAR, autor=request.user, ahora=timezone.now())
        return redirect("equipo:importacion", libro.pk)

    return resolver(request, form, aplicar, "equipo/importaciones/aplicacion.html", libro=libro)


@abrir_y_enviar
@solo_equipo
def anulacion(request: Peticion, numero: int) -> HttpResponse:
    """Undoes a whole import."""
    libro = importacion_de(request.user, numero)
    form = DeshacerForm(**recibido(request))

    def anular(datos: dict[str, Any]) -> HttpResponse:
        pedir(importacion=libro, tarea=Tarea.DESHACER, autor=request.user, ahora=timezone.now(), **datos)
        return redirect("equipo:importacion", libro.pk)

    return resolver(request, form, anular, "equipo/importaciones/anulacion.html", libro=libro)


@abrir_y_enviar
@solo_equipo
def descarte(request: Peticion, numero: int) -> HttpResponse:
    """Takes away a book that was not brought in."""
    libro = importacion_de(request.user, numero)
    form = ConfirmacionForm(**recibido(request))

    def descartar(_datos: dict[str, Any]) -> HttpResponse:
        descartar_libro(importacion=libro)
        return hecho(request, f"Descartamos «{libro}». No había entrado nada de él.", "equipo:importaciones")

    return resolver(request, form, descartar, "equipo/importaciones/descarte.html", libro=libro)


@require_safe
@solo_equipo
def informe(request: Peticion, numero: int) -> HttpResponseBase:
    """The reading row by row, as a workbook."""
    libro = importacion_de(request.user, numero)
    return FileResponse(
        escribir_informe(libro), as_attachment=True, filename=f"revision-{libro.pk}.xlsx", content_type=EXCEL
    )


@require_safe
@solo_equipo
def original(request: Peticion, numero: int) -> HttpResponseBase:
    """The workbook as it was uploaded."""
    libro = importacion_de(request.user, numero)
    return entregar(request, libro.archivo, libro.nombre)
