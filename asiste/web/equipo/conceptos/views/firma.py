"""Signing a concept: the bytes to be signed are opened first, and who signs proves who he or she is."""

from io import BytesIO

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.conceptos.acciones.ejemplares import abrir_ejemplar, preparar_firma
from asiste.conceptos.acciones.firma import OtroEjemplar, firmar
from asiste.conceptos.competencia import con_su_cargo, puede_firmar
from asiste.conceptos.models import Concepto, EjemplarConcepto, VersionLeida
from asiste.cuentas.reautenticacion import NoConfirmado, confirmar
from asiste.documentos.sello import SelloImposible
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.web.equipo.acceso import Peticion, exigir, puesto_de, solo_equipo
from asiste.web.equipo.conceptos.acceso import concepto_de
from asiste.web.equipo.conceptos.forms.firma import FirmaForm
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido
from asiste.web.equipo.marco import mostrar
from asiste.web.interfaz.archivos import entregar_pdf


@abrir_y_enviar
@solo_equipo
def firma(request: Peticion, numero: int) -> HttpResponse:
    """Shows what would be signed now, and signs it."""
    concepto = concepto_de(request.user, numero)
    if concepto.estado != Concepto.Estado.FIRMA:
        return redirect("equipo:concepto", numero)
    exigir(puede_firmar(request.user, concepto))
    form = FirmaForm(**recibido(request))
    try:
        if request.method == "POST" and form.is_valid():
            return _firmar(request, concepto, form)
    except OtroEjemplar as otro:
        messages.warning(request, str(otro))
        return redirect("equipo:concepto-firma", numero)
    except NoConfirmado as falla:
        form.add_error("prueba", str(falla))
    except SelloImposible as falla:
        form.add_error(None, f"No se pudo sellar y no se firmó nada. {falla} Avise a quien administra la plataforma.")
    except ReglaIncumplida as regla:
        form.add_error(None, str(regla))
    return _por_firmar(request, concepto, form)


@require_safe
@solo_equipo
def ejemplar(request: Peticion, numero: int, cual: int) -> HttpResponseBase:
    """The very bytes that the person would sign; that they were opened is noted, so only a person opens them."""
    exigir(_lo_pidio_alguien(request))
    suyo = _ejemplar(request, concepto_de(request.user, numero), cual)
    return entregar_pdf(BytesIO(abrir_ejemplar(ejemplar=suyo, ahora=timezone.now())), f"Por firmar {suyo.numero}")


def _lo_pidio_alguien(request: Peticion) -> bool:
    """False of what a browser asks by itself: ahead of a click, or for a piece of another page."""
    para = request.headers.get("Sec-Purpose", "") + request.headers.get("Purpose", "")
    return "prefetch" not in para.lower() and request.headers.get("Sec-Fetch-Dest", "") in {"", "empty", "document"}


def _firmar(request: Peticion, concepto: Concepto, form: FirmaForm) -> HttpResponse:
    suyo = _ejemplar(request, concepto, form.cleaned_data["ejemplar"])
    confirmar(request, request.user, form.cleaned_data["prueba"])
    firmado = firmar(ejemplar=suyo, huella=form.cleaned_data["huella"], ahora=timezone.now())
    return hecho(request, f"Firmó el concepto {firmado.numero}.", "equipo:concepto", str(firmado.pk))


def _por_firmar(request: Peticion, concepto: Concepto, form: FirmaForm) -> HttpResponse:
    firmante, ahora = puesto_de(request.user), timezone.now()
    try:
        suyo = preparar_firma(concepto=concepto, firmante=firmante, ahora=ahora)
    except ReglaIncumplida as regla:
        messages.warning(request, str(regla))
        return redirect("equipo:concepto", concepto.pk)
    contexto = {
        "concepto": concepto,
        "form": form,
        "ejemplar": suyo,
        "cargo": con_su_cargo(firmante, concepto, timezone.localdate(ahora)).cargo,
        "abierto": VersionLeida.objects.filter(usuario=request.user, huella=suyo.archivo.huella).exists(),
    }
    return mostrar(request, "equipo/conceptos/firma/firma.html", contexto)


def _ejemplar(request: Peticion, concepto: Concepto, cual: int) -> EjemplarConcepto:
    suyos = EjemplarConcepto.objects.filter(version__concepto=concepto, firmante__usuario=request.user)
    return get_object_or_404(suyos.select_related("version__concepto", "firmante__usuario", "archivo"), pk=cual)
