"""A line of action as its entity sees it, and what it brings."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from asiste.agenda.alcance import sesiones_de_entidad
from asiste.archivo.acciones import aportar
from asiste.archivo.historia import casos_y_sesiones, historia_de
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.alcance import solicitudes_de_entidad
from asiste.web.entidad.acceso import Peticion, solo_entidad
from asiste.web.entidad.agenda.acceso import entregar
from asiste.web.entidad.archivo.acceso import linea_de
from asiste.web.entidad.archivo.forms import AporteForm
from asiste.web.interfaz.archivos import guardados


@solo_entidad
@require_http_methods(["GET", "HEAD", "POST"])
def linea(request: Peticion, numero: int) -> HttpResponse:
    """The line, what happened and a box to say how it goes, with its evidence."""
    elegida = linea_de(request.user, numero)
    form = AporteForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        archivos, texto = guardados(form.cleaned_data["archivos"]), form.cleaned_data["texto"]
        try:
            aportar(linea=elegida, texto=texto, archivos=archivos, autor=request.user, ahora=timezone.now())
        except ReglaIncumplida as regla:
            form.add_error(None, str(regla))
        else:
            messages.success(request, "Quedó en la línea y le avisamos al Archivo.")
            return redirect("entidad:linea", numero)
    hechos = historia_de(elegida)
    casos, sesiones = casos_y_sesiones(hechos)
    contexto = {
        "linea": elegida,
        "plan": elegida.plan,
        "hechos": hechos,
        "ve_solicitudes": set(solicitudes_de_entidad(request.user).filter(pk__in=casos).values_list("pk", flat=True)),
        "ve_sesiones": set(sesiones_de_entidad(request.user).filter(pk__in=sesiones).values_list("pk", flat=True)),
        "espacio": "entidad",
        "retira": False,
        "escribe": elegida.plan.en_marcha and elegida.en_curso,
        "form": form,
    }
    return render(request, "entidad/archivo/linea.html", contexto)


@solo_entidad
@require_safe
def archivo(request: Peticion, numero: int, evidencia: int) -> HttpResponseBase:
    """A file of a line."""
    suyas = linea_de(request.user, numero).evidencias.validas().select_related("archivo")
    pedida = get_object_or_404(suyas, pk=evidencia)
    if pedida.archivo is None:
        raise Http404
    return entregar(request, pedida.archivo, pedida.nombre)
