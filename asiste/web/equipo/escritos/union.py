"""Two versions of a section, united in one."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from asiste.escritura.models import Seccion
from asiste.web.equipo.acceso import Peticion
from asiste.web.equipo.diferencias import comparar
from asiste.web.equipo.escritos.dos_versiones import Lado, decidir, formulario, marca_de, se_decide
from asiste.web.equipo.escritos.escrito import Escrito
from asiste.web.equipo.forms.redaccion import version_de
from asiste.web.equipo.forms.secciones import UNIDA, SeccionForm
from asiste.web.equipo.marco import mostrar


def versiones(request: Peticion, escrito: Escrito, plantilla: str, **contexto: Any) -> HttpResponse:
    """What somebody has apart beside the one of all, with what differs, to keep either or a text made of both.

    A text that cannot be saved is shown again, also when there is nothing left to compare it with.
    """
    aparte = escrito.aparte
    form = formulario(request, escrito.forma, escrito.guardado, aparte.texto if aparte else escrito.guardado)
    if se_decide(request, form):
        return _decidir(request, escrito, form)
    if not form.is_bound and (aparte is None or not escrito.abierto):
        return redirect(escrito.url)
    lados = _lados(escrito, aparte) if aparte else []
    contexto |= {
        "escrito": escrito,
        "form": form,
        "lados": lados,
        "version": escrito.version if aparte else version_de(form),
        "marca": marca_de(aparte),
        "esta_en": "en la suya" if aparte is None or escrito.aparte_propio else f"en la de {aparte.escrita_por}",
        "solo_formato": not any(trozo.solo for lado in lados for trozo in lado.trozos),
    }
    return mostrar(request, plantilla, contexto)


def _decidir(request: Peticion, escrito: Escrito, form: SeccionForm) -> HttpResponse:
    """Does what was chosen; where nobody writes any more nothing is forgotten, and a text just made is kept apart."""
    if not escrito.abierto and request.POST.get("cual") != UNIDA:
        messages.warning(request, f"«{escrito.rotulo}» ya no se escribe: las dos versiones siguen como estaban.")
        return redirect(escrito.url)
    porque = decidir(request, form, aparte=escrito.aparte, actual=escrito.version, guardar=escrito.guardar)
    if porque:
        messages.warning(request, porque)
        return redirect(escrito.url_versiones)
    messages.success(request, f"«{escrito.rotulo}» quedó con un solo texto.")
    return redirect(escrito.url)


def _lados(escrito: Escrito, aparte: Seccion) -> list[Lado]:
    llano, fila = escrito.forma.llano, escrito.fila
    de_todos, de_aparte = comparar(llano(escrito.guardado), llano(aparte.texto))
    titulo = f"Lo que guardó {fila.escrita_por}" if fila else "La otra está vacía"
    momento = fila.escrita_en if fila else None
    if escrito.aparte_propio:
        return [
            Lado("otra", titulo, momento, de_todos, "Quedarme con esta"),
            Lado("propia", "Lo que escribió usted", aparte.escrita_en, de_aparte, "Quedarme con la mía"),
        ]
    suyo = f"Lo que escribió {aparte.escrita_por}"
    return [
        Lado("otra", titulo, momento, de_todos, "Dejar el texto de todos"),
        Lado("propia", suyo, aparte.escrita_en, de_aparte, "Quedarme con esta"),
    ]
