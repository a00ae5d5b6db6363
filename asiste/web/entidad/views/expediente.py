"""A request as its entity sees it: never the internal notes."""

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import FileResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from asiste.solicitudes.acciones import escribir_de_nuevo, sacar_copia
from asiste.solicitudes.continuidad import Paso, paso_de
from asiste.solicitudes.models import Actuacion, Solicitud
from asiste.solicitudes.plazo import cuenta_de
from asiste.web.entidad.acceso import Peticion, anexo_de, solicitud_de, solo_entidad
from asiste.web.entidad.forms.mensaje import MensajeForm
from asiste.web.entidad.linea import hecho
from asiste.web.interfaz.archivos import guardados, zip_de_copia

QUEDO = {  # what is told after writing
    Paso.AGREGAR: "Su mensaje quedó en la solicitud.",
    Paso.REABRIR: "Reabrimos la solicitud {queda_en} con su mensaje: el plazo sigue desde el siguiente día hábil.",
    Paso.CONTINUAR: "La {escrita} ya no se reabre: radicamos su mensaje como {queda_en}, que la continúa.",
}


@solo_entidad
@require_safe
def solicitud(request: Peticion, radicado: str) -> HttpResponse:
    """The case: place in line or adviser, deadline and its ledger, answers, timeline and what was asked."""
    return _expediente(request, solicitud_de(request.user, radicado), MensajeForm())


@solo_entidad
@require_POST
def mensaje(request: Peticion, radicado: str) -> HttpResponse:
    """Adds what the person writes on the request and tells its adviser; of what ended, as `continuidad` says."""
    escrita = solicitud_de(request.user, radicado)
    form = MensajeForm(request.POST, request.FILES)
    if not form.is_valid():
        return _expediente(request, escrita, form)
    paso, queda_en = escribir_de_nuevo(
        solicitud=escrita,
        texto=form.cleaned_data["texto"],
        anexos=guardados(form.cleaned_data["anexos"]),
        autor=request.user,
        ahora=timezone.now(),
    )
    messages.success(request, QUEDO[paso].format(escrita=escrita, queda_en=queda_en))
    destino = queda_en if paso == Paso.CONTINUAR else escrita
    return redirect(reverse("entidad:solicitud", args=[destino.radicado]) + "#actuaciones")


@solo_entidad
@require_safe
def recibo(request: Peticion, radicado: str) -> HttpResponse:
    """Receipt of a filing: number, date and time, due date, place in line and what was sent."""
    radicada = solicitud_de(request.user, radicado)
    primera = radicada.actuaciones.para_la_entidad().en_orden().filter(tipo=Actuacion.Tipo.RADICADA).first()
    contexto = {
        "solicitud": radicada,
        "lugar": radicada.lugar_en_la_fila(),
        "temas": radicada.temas.order_by("orden", "id"),
        "participantes": radicada.participantes.order_by("nombre", "id"),
        "radicacion": primera,
    }
    return render(request, "entidad/recibo.html", contexto)


@solo_entidad
@require_safe
def anexo(request: Peticion, anexo_id: int) -> HttpResponseBase:
    """A file of the case, only as a download; programs are kept but not handed out."""
    pedido = anexo_de(request.user, anexo_id)
    if pedido.archivo.retenido:
        return render(request, "entidad/retenido.html", {"anexo": pedido}, status=403)
    return FileResponse(
        pedido.archivo.abrir(), as_attachment=True, filename=pedido.nombre, content_type="application/octet-stream"
    )


@solo_entidad
@require_safe
def copia(request: Peticion, radicado: str) -> HttpResponseBase:
    """The whole case as a ZIP, with what the entity may see."""
    pedida = solicitud_de(request.user, radicado)
    archivo = sacar_copia(solicitud=pedida, usuario=request.user, para_entidad=True, ahora=timezone.now())
    return zip_de_copia(archivo, pedida.radicado)


def _expediente(request: Peticion, solicitud: Solicitud, form: MensajeForm) -> HttpResponse:
    hoy = timezone.localdate()
    actuaciones = list(solicitud.actuaciones.para_la_entidad().en_orden())
    plazo, libro = cuenta_de(solicitud, hoy)
    contexto = {
        "solicitud": solicitud,
        "lugar": solicitud.lugar_en_la_fila(),
        "plazo": plazo,
        "libro": libro,
        "hechos": [hecho(actuacion) for actuacion in actuaciones],
        "radicacion": next((una for una in actuaciones if una.tipo == Actuacion.Tipo.RADICADA), None),
        "respuestas": [una for una in actuaciones if una.tipo == Actuacion.Tipo.RESPUESTA],
        "temas": solicitud.temas.order_by("orden", "id"),
        "participantes": solicitud.participantes.order_by("nombre", "id"),
        "form": form,
        "paso": paso_de(solicitud, hoy).value,
        "impreso_en": timezone.now(),
    }
    return render(request, "entidad/solicitud.html", contexto)
