"""The page of a publication and its file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from asiste.conceptos.models import Concepto
from asiste.conocimiento.cercanas import cercanas
from asiste.conocimiento.models import Publicacion
from asiste.conocimiento.nexos import caidas, nexos_de
from asiste.notificaciones.direcciones import direccion
from asiste.web.publico.conocimiento.cita import cita_de
from asiste.web.publico.conocimiento.entrega import entregar
from asiste.web.publico.conocimiento.notas import notas


@require_safe
def publicacion(request: HttpRequest, clave: str) -> HttpResponse:
    """What was published, its state first. What was withdrawn keeps its address, and tells why instead of its text.

    Disposición: 7.1.3-banco-conceptos, 7.1.3-lineas-tecnicas, 7.1.3-guia-proyectos, 5-instrumentos.
    """
    if clave != clave.lower():
        return redirect("publicacion", clave.lower(), permanent=True)
    elegida = get_object_or_404(Publicacion.objects.completas(), clave=clave)
    nexos = nexos_de(elegida)
    contexto = {"publicacion": elegida, "permanente": direccion("publicacion", clave)}
    if elegida.estado == Publicacion.Estado.RETIRADA:
        contexto["notas"] = notas(elegida, nexos, [])
        respuesta = render(request, "publico/conocimiento/retirada.html", contexto)
        respuesta.headers["X-Robots-Tag"] = "noindex"
        return respuesta
    firmado = Concepto.objects.filter(publicacion=elegida).select_related("documento").first()
    contexto |= {
        "notas": notas(elegida, nexos, caidas(elegida, nexos)),
        "nexos": nexos,
        "versiones": elegida.versiones.order_by("-numero"),
        "cercanas": cercanas(elegida),
        "cita": cita_de(elegida),
        "documento": firmado.documento if firmado else None,
    }
    return render(request, "publico/conocimiento/publicacion.html", contexto)


@require_safe
def archivo(request: HttpRequest, clave: str) -> HttpResponseBase:
    """The public file, as an inert download; 404 when there is none, or it was withdrawn."""
    con_archivo = Publicacion.objects.visibles().select_related("archivo")
    elegida = get_object_or_404(con_archivo, clave=clave)
    suyo = elegida.archivo
    if suyo is None or suyo.retenido:
        raise Http404
    return entregar(suyo, elegida.nombre_de_archivo)
