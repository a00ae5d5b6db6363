"""Two versions of a section, united in one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from asiste.conceptos import acciones
from asiste.conceptos.html import sin_formato
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.conceptos.escritura import Escrito, escrito_de
from asiste.web.equipo.conceptos.forms.secciones import SeccionForm
from asiste.web.equipo.diferencias import comparar, unir
from asiste.web.equipo.envio import abrir_y_enviar
from asiste.web.equipo.marco import mostrar

UNIDA = "unida"


@abrir_y_enviar
@solo_equipo
def versiones(request: Peticion, numero: int, clave: str) -> HttpResponse:
    """One's own version beside the one of all, with what differs, to keep either or a text made of both."""
    escrito = escrito_de(request, numero, clave)
    if escrito.aparte is None or not escrito.concepto.en_proyecto:
        return redirect(escrito.url)
    unido = unir(escrito.guardado, escrito.aparte.html)  # block by block: each one is a line
    form = SeccionForm(request.POST or None, prefix=UNIDA, html=unido, rotulo="Un texto con lo de ambas")
    if request.method == "POST" and form.is_valid():
        return _decidir(request, escrito, form)
    de_ella, de_uno = comparar(sin_formato(escrito.guardado), sin_formato(escrito.aparte.html))
    contexto = {
        "escrito": escrito,
        "concepto": escrito.concepto,
        "de_ella": de_ella,
        "de_uno": de_uno,
        "form": form,
        "solo_formato": not any(trozo.solo for trozo in [*de_ella, *de_uno]),
    }
    return mostrar(request, "equipo/conceptos/versiones.html", contexto)


def _decidir(request: Peticion, escrito: Escrito, form: SeccionForm) -> HttpResponse:
    version, cual = form.cleaned_data["version"], request.POST.get("cual", "")
    elegidas = {"propia": escrito.aparte.html if escrito.aparte else "", UNIDA: form.elegido()}
    if cual == "otra" and escrito.version == version:
        acciones.descartar_aparte(concepto=escrito.concepto, clave=escrito.clave, autor=escrito.usuario)
    elif cual not in elegidas:
        return redirect(escrito.url_versiones)
    else:
        try:
            acciones.guardar_seccion(
                concepto=escrito.concepto,
                clave=escrito.clave,
                html=elegidas[cual],
                version=version,
                autor=escrito.usuario,
                ahora=timezone.now(),
                une=True,
            )
        except ReglaIncumplida as choque:
            messages.warning(request, f"{choque} Compare de nuevo.")
            return redirect(escrito.url_versiones)
    messages.success(request, f"«{escrito.rotulo}» quedó con un solo texto.")
    return redirect(escrito.url)
