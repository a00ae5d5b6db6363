"""The draft of what one writes on a case: saved as one types, with texts of the office, united when two clash."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from asiste.solicitudes import acciones
from asiste.solicitudes.acciones import OtraVersion
from asiste.solicitudes.models import Plantilla, Redaccion
from asiste.solicitudes.plantillas import rellenar
from asiste.web.equipo import insercion
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.diferencias import comparar, unir
from asiste.web.equipo.envio import abrir_y_enviar
from asiste.web.equipo.forms.redaccion import RedaccionForm, version_de
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
        return redirect(escrito.pagina)
    messages.success(request, "Descartamos el borrador.")
    return redirect("equipo:solicitud", radicado)


@abrir_y_enviar
@solo_equipo
def versiones(request: Peticion, radicado: str, clase: str) -> HttpResponse:
    """One's own version beside the other one, with what differs, to keep either or a text made of both."""
    escrito = escrito_de(request, radicado, clase)
    propia, fila = escrito.aparte, escrito.fila
    if propia is None:
        return redirect(escrito.pagina)
    if request.method == "POST":
        return _unir(request, escrito, propia, fila)
    salio = escrito.ultima if fila is None or not fila.texto else None
    ajena = salio or fila
    texto_ajeno = ajena.texto if ajena else ""
    de_ella, de_uno = comparar(texto_ajeno, propia.texto)
    contexto = {
        "escrito": escrito,
        "solicitud": escrito.solicitud,
        "propia": propia,
        "fila": fila,
        "salio": salio,
        "de_ella": de_ella,
        "de_uno": de_uno,
        "unido": unir(texto_ajeno, propia.texto),
        "version": fila.version if fila else 0,
    }
    return mostrar(request, "equipo/versiones.html", contexto)


def _unir(request: Peticion, escrito: Escrito, propia: Redaccion, fila: Redaccion | None) -> HttpResponse:
    elegidas = {"propia": propia.texto, "otra": fila.texto if fila else "", "unida": request.POST.get("texto", "")}
    elegida = elegidas.get(request.POST.get("cual", ""))
    version = version_de(RedaccionForm(request.POST))
    otra_vez = redirect("equipo:versiones", escrito.solicitud.radicado, escrito.clase)
    if elegida is None or (fila and request.POST["cual"] == "otra" and fila.version != version):
        return otra_vez
    try:
        escrito.guardar(elegida.replace("\r\n", "\n"), version, une=True)
    except OtraVersion as choque:
        messages.warning(request, f"{choque} Compare de nuevo.")
        return otra_vez
    messages.success(request, "Quedó un solo texto. Revíselo antes de enviarlo.")
    return redirect(escrito.pagina)
