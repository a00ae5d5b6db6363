"""The draft of what one writes on a case: saved as one types, with texts of the office, united when two clash."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from asiste.escritura.acciones import OtraVersion
from asiste.solicitudes import acciones
from asiste.solicitudes.models import Actuacion, Plantilla, Redaccion
from asiste.solicitudes.plantillas import rellenar
from asiste.web.equipo import insercion
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.diferencias import comparar
from asiste.web.equipo.envio import abrir_y_enviar
from asiste.web.equipo.escritos.dos_versiones import Lado, decidir, formulario, marca_de, se_decide
from asiste.web.equipo.forms.redaccion import RedaccionForm, version_de
from asiste.web.equipo.forms.secciones import SeccionForm
from asiste.web.equipo.marco import mostrar
from asiste.web.equipo.redaccion import CLASE, Escrito, escrito_de


@require_POST
@solo_equipo
def guardar(request: Peticion, radicado: str, clase: str) -> HttpResponse:
    """Keeps the draft. The page that saves by itself gets its line; who pressed the button, the page again."""
    escrito = escrito_de(request, radicado, clase)
    form = RedaccionForm(request.POST)
    estado = insercion.guardar(escrito, form)
    if request.htmx:
        return render(request, "equipo/redaccion/estado.html", {"escrito": escrito, "estado": estado})
    return insercion.seguir(request, escrito, estado)


@require_POST
@solo_equipo
def insertar(request: Peticion, radicado: str) -> HttpResponse:
    """Adds a text of the office, filled, at the end of what is written, and keeps the draft."""
    escrito = escrito_de(request, radicado, CLASE.RESPUESTA)
    de_lejos_a_cerca = reversed(Plantilla.objects.para(escrito.solicitud.dependencia))
    por_nombre = {plantilla.nombre: plantilla for plantilla in de_lejos_a_cerca}
    elegida = por_nombre.get(request.POST.get("plantilla", "").strip())
    if elegida is None:
        return insercion.insertar(request, escrito, "", error="Elija un texto de la lista.")
    return insercion.insertar(request, escrito, rellenar(elegida.texto, escrito.solicitud))


@require_POST
@solo_equipo
def descartar(request: Peticion, radicado: str, clase: str) -> HttpResponse:
    """Forgets the draft, unless somebody has written on it meanwhile."""
    escrito = escrito_de(request, radicado, clase)
    version = version_de(RedaccionForm(request.POST))
    try:
        acciones.descartar_redaccion(
            solicitud=escrito.solicitud, clase=escrito.clase, version=version, autor=request.user, ahora=timezone.now()
        )
    except OtraVersion as choque:
        messages.warning(request, f"{choque} No se descartó nada.")
        return redirect(escrito.url)
    messages.success(request, "Descartamos el borrador.")
    return redirect("equipo:solicitud", radicado)


@abrir_y_enviar
@solo_equipo
def versiones(request: Peticion, radicado: str, clase: str) -> HttpResponse:
    """One's own version beside the other one, with what differs, to keep either or a text made of both."""
    escrito = escrito_de(request, radicado, clase)
    propia, fila = escrito.aparte, escrito.fila
    salio = escrito.ultima if fila is None or not fila.texto else None
    ajena = salio or fila
    texto_ajeno, version = ajena.texto if ajena else "", fila.version if fila else 0
    form = formulario(request, SeccionForm, texto_ajeno, propia.texto if propia else texto_ajeno)
    if se_decide(request, form):
        return _unir(request, escrito, form, propia, version)
    if propia is None and not form.is_bound:
        return redirect(escrito.url)
    contexto = {
        "escrito": escrito,
        "solicitud": escrito.solicitud,
        "form": form,
        "lados": _lados(texto_ajeno, propia, fila, salio) if propia else [],
        "version": version if propia else version_de(form),
        "marca": marca_de(propia),
        "esta_en": "en la suya",
        "solo_formato": False,
    }
    return mostrar(request, "equipo/versiones.html", contexto)


def _lados(texto_ajeno: str, propia: Redaccion, fila: Redaccion | None, salio: Actuacion | None) -> list[Lado]:
    de_ella, de_uno = comparar(texto_ajeno, propia.texto)
    suya = Lado("propia", "Lo que escribió usted", propia.escrita_en, de_uno, "Quedarme con la mía")
    if fila is not None and fila.texto:
        return [Lado("otra", f"Lo que guardó {fila.escrita_por}", fila.escrita_en, de_ella, "Quedarme con esta"), suya]
    titulo = f"Lo que envió {salio.autor_nombre}" if salio else "La otra se descartó"
    return [Lado("otra", titulo, salio.momento if salio else None, de_ella, "Descartar la mía"), suya]


def _unir(
    request: Peticion, escrito: Escrito, form: SeccionForm, propia: Redaccion | None, version: int
) -> HttpResponse:
    porque = decidir(request, form, aparte=propia, actual=version, guardar=escrito.guardar)
    if porque:
        messages.warning(request, porque)
        return redirect("equipo:versiones", escrito.solicitud.radicado, escrito.clase)
    messages.success(request, "Quedó un solo texto. Revíselo antes de enviarlo.")
    return redirect(escrito.url)
