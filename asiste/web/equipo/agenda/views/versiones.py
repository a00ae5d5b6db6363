"""Two versions of a section, united in one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from asiste.agenda import acciones
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.agenda.escritura import Escrito, escrito_de
from asiste.web.equipo.diferencias import comparar, unir
from asiste.web.equipo.envio import abrir_y_enviar
from asiste.web.equipo.forms.redaccion import RedaccionForm, version_de
from asiste.web.equipo.marco import mostrar


@abrir_y_enviar
@solo_equipo
def versiones(request: Peticion, numero: int, clave: str) -> HttpResponse:
    """One's own version beside the one of all, with what differs, to keep either or a text made of both."""
    escrito = escrito_de(request, numero, clave)
    if escrito.aparte is None or not escrito.acta.en_borrador:
        return redirect(escrito.url)
    if request.method == "POST":
        return _unir(request, escrito)
    ajena, propia = escrito.fila.texto if escrito.fila else "", escrito.aparte.texto
    de_ella, de_uno = comparar(ajena, propia)
    contexto = {
        "escrito": escrito,
        "sesion": escrito.acta.sesion,
        "de_ella": de_ella,
        "de_uno": de_uno,
        "unido": unir(ajena, propia),
        "version": escrito.version,
    }
    return mostrar(request, "equipo/agenda/actas/versiones.html", contexto)


def _unir(request: Peticion, escrito: Escrito) -> HttpResponse:
    propia, fila = escrito.aparte, escrito.fila
    elegidas = {"propia": propia.texto if propia else "", "unida": request.POST.get("texto", "")}
    cual, version = request.POST.get("cual", ""), version_de(RedaccionForm(request.POST))
    if cual == "otra" and (fila.version if fila else 0) == version:
        acciones.descartar_aparte(acta=escrito.acta, clave=escrito.clave, autor=escrito.usuario)
    elif cual not in elegidas:
        return redirect(escrito.url_versiones)
    else:
        texto = elegidas[cual].replace("\r\n", "\n")
        try:
            acciones.guardar_seccion(
                acta=escrito.acta,
                clave=escrito.clave,
                texto=texto,
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
