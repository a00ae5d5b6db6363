"""What the entities of the person took on."""

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from asiste.agenda.acciones.compromisos import avanzar
from asiste.agenda.alcance import compromisos_de_entidad, sesiones_de_entidad
from asiste.agenda.models import Compromiso, EvidenciaCompromiso
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.web.entidad.acceso import Peticion, solo_entidad
from asiste.web.entidad.agenda.acceso import compromiso_de, entregar
from asiste.web.interfaz.archivos import guardados
from asiste.web.interfaz.avances import AvanceForm
from asiste.web.interfaz.paginas import paginar


@solo_entidad
@require_safe
def lista(request: Peticion) -> HttpResponse:
    """Pending ones by due date; with `?estado=cerrados`, those that are closed."""
    suyos = compromisos_de_entidad(request.user).select_related("sesion", "entidad", "responsable__usuario")
    cerrados = request.GET.get("estado") == "cerrados"
    pendientes = suyos.filter(estado=Compromiso.Estado.POR_CUMPLIR)
    vistos = suyos.exclude(estado=Compromiso.Estado.POR_CUMPLIR) if cerrados else pendientes
    orden = ("-vence_el", "-id") if cerrados else ("vence_el", "id")
    contexto = {
        "pagina": paginar(vistos, orden, request.GET),
        "cerrados": cerrados,
        "hoy": timezone.localdate(),
    }
    return render(request, "entidad/agenda/compromisos.html", contexto)


@solo_entidad
@require_http_methods(["GET", "HEAD", "POST"])
def compromiso(request: Peticion, numero: int) -> HttpResponse:
    """A commitment, what has happened with it and a box to write how it goes."""
    elegido = compromiso_de(request.user, numero)
    form = AvanceForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        anexos = guardados(form.cleaned_data["anexos"])
        texto = form.cleaned_data["texto"]
        try:
            avanzar(compromiso=elegido, texto=texto, autor=request.user, anexos=anexos, ahora=timezone.now())
        except ReglaIncumplida as regla:
            form.add_error(None, str(regla))
        else:
            messages.success(request, "Su avance quedó escrito y le avisamos al equipo.")
            return redirect("entidad:compromiso", numero)
    hechos = elegido.seguimientos.select_related("autor").prefetch_related("evidencias__archivo")
    contexto = {
        "compromiso": elegido,
        "hechos": hechos.order_by("momento", "id"),
        "ve_sesion": sesiones_de_entidad(request.user).filter(pk=elegido.sesion_id).exists(),
        "form": form,
        "hoy": timezone.localdate(),
    }
    return render(request, "entidad/agenda/compromiso.html", contexto)


@solo_entidad
@require_safe
def evidencia(request: Peticion, numero: int, evidencia: int) -> HttpResponseBase:
    """A file that shows how a commitment goes."""
    suyas = EvidenciaCompromiso.objects.filter(seguimiento__compromiso=compromiso_de(request.user, numero))
    pedida = get_object_or_404(suyas.select_related("archivo"), pk=evidencia)
    return entregar(request, pedida.archivo, pedida.nombre)
