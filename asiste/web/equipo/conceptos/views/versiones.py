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
    """What somebody has apart beside the one of all, with what differs, to keep either or a text made of both."""
    escrito = escrito_de(request, numero, clave)
    aparte = escrito.aparte.html if escrito.aparte else escrito.guardado
    unido = unir(escrito.guardado, aparte)  # block by block: each one is a line
    form = SeccionForm(request.POST or None, prefix=UNIDA, html=unido, rotulo="Un texto con lo de ambas")
    if request.method == "POST" and form.is_valid():
        return _decidir(request, escrito, form)
    if escrito.aparte is None or not escrito.concepto.en_proyecto:
        return redirect(escrito.url)
    de_todos, de_aparte = comparar(sin_formato(escrito.guardado), sin_formato(aparte))
    contexto = {
        "escrito": escrito,
        "concepto": escrito.concepto,
        "de_todos": de_todos,
        "de_aparte": de_aparte,
        "form": form,
        "solo_formato": not any(trozo.solo for trozo in [*de_todos, *de_aparte]),
    }
    return mostrar(request, "equipo/conceptos/versiones.html", contexto)


def _decidir(request: Peticion, escrito: Escrito, form: SeccionForm) -> HttpResponse:
    """Does what was chosen; a version apart is only forgotten as it was seen: it may have changed since."""
    version, cual = form.cleaned_data["version"], request.POST.get("cual", "")
    vista = escrito.aparte if request.POST.get("aparte") == escrito.marca else None
    if cual == "otra" and vista and escrito.version == version:
        acciones.descartar_aparte(aparte=vista)
    elif cual == UNIDA or (cual == "propia" and vista):
        try:
            acciones.guardar_seccion(
                concepto=escrito.concepto,
                clave=escrito.clave,
                html=vista.html if cual == "propia" and vista else form.elegido(),
                version=version,
                autor=escrito.usuario,
                ahora=timezone.now(),
                une=vista,
            )
        except ReglaIncumplida as choque:
            messages.warning(request, f"{choque} Compare de nuevo.")
            return redirect(escrito.url_versiones)
    else:
        messages.warning(request, "Los textos cambiaron mientras usted comparaba. Compare de nuevo.")
        return redirect(escrito.url_versiones)
    messages.success(request, f"«{escrito.rotulo}» quedó con un solo texto.")
    return redirect(escrito.url)
