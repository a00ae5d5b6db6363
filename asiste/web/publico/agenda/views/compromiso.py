"""Writing how a commitment goes by the link of a reminder, without signing in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from asiste.agenda import firmas
from asiste.agenda.acciones.compromisos import avanzar
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.web.interfaz.archivos import guardados
from asiste.web.interfaz.avances import AvanceForm
from asiste.web.publico.agenda.enlaces import compromiso_de


@require_http_methods(["GET", "HEAD", "POST"])
def compromiso(request: HttpRequest, marca: str) -> HttpResponse:
    """What was taken on, and a box to write how it goes: what others wrote is not shown here."""
    try:
        elegido = compromiso_de(marca)
    except firmas.Vencida:
        return render(request, "publico/agenda/compromiso_vencido.html", status=410)
    form = AvanceForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            avanzar(
                compromiso=elegido,
                texto=form.cleaned_data["texto"],
                de_nombre=elegido.responsable_nombre,
                anexos=guardados(form.cleaned_data["anexos"]),
                ahora=timezone.now(),
            )
        except ReglaIncumplida as regla:
            form.add_error(None, str(regla))
        else:
            messages.success(request, "Gracias: su avance le llegó al equipo.")
            return redirect("compromiso", marca)
    contexto = {"compromiso": elegido, "form": form, "hoy": timezone.localdate()}
    return render(request, "publico/agenda/compromiso.html", contexto)
