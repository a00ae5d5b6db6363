"""Portfolio and service agreements, for anyone."""

from io import BytesIO

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.web.interfaz.archivos import entregar_pdf
from asiste.web.publico.portafolio import documentos
from asiste.web.publico.portafolio.acuerdos import REGLAS, REQUISITOS, escalones
from asiste.web.publico.portafolio.acuerdos import acuerdos as leer_acuerdos
from asiste.web.publico.portafolio.temas import ofertas
from asiste.web.publico.vitrina import canales_comunes, horario


@require_safe
def portafolio(request: HttpRequest) -> HttpResponse:
    """What each dirección attends. Disposición: 7.1.3-portafolio."""
    return render(request, "publico/portafolio/portafolio.html", {"ofertas": ofertas()})


@require_safe
def portafolio_pdf(request: HttpRequest) -> HttpResponseBase:
    """The same, to take away."""
    return entregar_pdf(BytesIO(documentos.portafolio_en_pdf(ofertas(), timezone.localdate())), "portafolio")


@require_safe
def acuerdos(request: HttpRequest) -> HttpResponse:
    """What each dirección agrees with who asks. Disposición: 7.1.3-ans-niveles, 7.1.3-canales."""
    hoy = timezone.localdate()
    contexto = {
        "acuerdos": leer_acuerdos(hoy.year),
        "escalones": escalones(),
        "reglas": REGLAS,
        "requisitos": REQUISITOS,
        "comunes": canales_comunes(),
        "horario": horario(hoy),
        "hoy": hoy,
    }
    return render(request, "publico/portafolio/acuerdos.html", contexto)


@require_safe
def acuerdos_pdf(request: HttpRequest) -> HttpResponseBase:
    """The same, to take away."""
    hoy = timezone.localdate()
    pdf = documentos.acuerdos_en_pdf(leer_acuerdos(hoy.year), escalones(), canales_comunes(), hoy)
    return entregar_pdf(BytesIO(pdf), f"acuerdos-de-nivel-de-servicio-{hoy.year}")
