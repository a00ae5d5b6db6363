"""Checking a document that was issued. Nothing reserved is shown."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from asiste.conocimiento.models import Publicacion
from asiste.documentos.huellas import huella_de
from asiste.documentos.models import Documento
from asiste.documentos.sello import Sello, leer_sello
from asiste.documentos.verificacion import normalizar
from asiste.web.interfaz.archivos import entregar_pdf
from asiste.web.publico.verificacion.forms import ArchivoForm, CodigoForm
from asiste.web.publico.verificacion.medida import con_medida

ver_y_comparar = require_http_methods(["GET", "HEAD", "POST"])


@ver_y_comparar
@con_medida
def verificar(request: HttpRequest) -> HttpResponseBase:
    """Asks for the code, or for the file; goes to the document."""
    codigo = CodigoForm(request.GET if "codigo" in request.GET else None)
    archivo = ArchivoForm(request.POST, request.FILES) if request.method == "POST" else ArchivoForm()
    if codigo.is_valid():
        return redirect("verificacion", codigo.documento.codigo)
    contexto = {"codigo": codigo, "archivo": archivo, "form": archivo if archivo.is_bound else codigo}
    if not archivo.is_valid():
        return render(request, "publico/verificacion/inicio.html", contexto)
    documento = Documento.objects.filter(archivo__huella=archivo.huella).first()
    if documento is None:
        return render(request, "publico/verificacion/inicio.html", {**contexto, "desconocido": True})
    return _mostrar(request, documento, archivo, igual=True)


@ver_y_comparar
@con_medida
def verificacion(request: HttpRequest, codigo: str) -> HttpResponseBase:
    """What anyone may know of a document: title, issuer, date, hash, who approved it and its seal."""
    documento = _documento(codigo)
    if codigo != documento.codigo:
        return redirect("verificacion", documento.codigo)
    archivo = ArchivoForm(request.POST, request.FILES) if request.method == "POST" else ArchivoForm()
    igual = archivo.huella == documento.huella if archivo.is_valid() else None
    return _mostrar(request, documento, archivo, igual=igual)


@require_safe
@con_medida
def documento_publico(request: HttpRequest, codigo: str) -> HttpResponseBase:
    """The sealed file, unless its content is reserved."""
    documento = _documento(codigo)
    if documento.reservado or documento.archivo.retenido:
        raise Http404
    return entregar_pdf(documento.archivo.abrir(), documento.codigo)


def _documento(codigo: str) -> Documento:
    documento: Documento = get_object_or_404(
        Documento.objects.select_related("archivo"), codigo=normalizar(codigo) or codigo[:20]
    )
    return documento


def _mostrar(request: HttpRequest, documento: Documento, archivo: ArchivoForm, *, igual: bool | None) -> HttpResponse:
    contexto = {
        "documento": documento,
        "sello": _sello_de(documento),
        "archivo": archivo,
        "form": archivo,
        "igual": igual,
        "publica": settings.URL_PUBLICA,
        "publicacion": _publicacion_de(documento),
    }
    return render(request, "publico/verificacion/documento.html", contexto)


def _publicacion_de(documento: Documento) -> Publicacion | None:
    """Where anyone reads a concept, once it was published; what was set apart has none."""
    return Publicacion.objects.visibles().filter(concepto__documento=documento).first()


def _sello_de(documento: Documento) -> Sello | None:
    """The seal of the kept file; None when the file is not there, or is not the one that was issued."""
    if not documento.archivo.guardado:
        return None
    with documento.archivo.abrir() as abierto:
        if huella_de(abierto) != documento.huella:
            return None
        abierto.seek(0)
        return leer_sello(abierto.read())
