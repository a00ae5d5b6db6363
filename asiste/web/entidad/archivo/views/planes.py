"""The plans agreed with the entities of the person, and the answer to what is proposed."""

from io import BytesIO

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from asiste.archivo import acciones, lectura
from asiste.archivo.alcance import planes_de_entidad
from asiste.archivo.avance import avance_de
from asiste.archivo.documento import componer_plan
from asiste.archivo.enlaces import responden
from asiste.archivo.indicadores.resumen import resumen_de
from asiste.archivo.models import PlanFocalizado
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.web.entidad.acceso import Peticion, solo_entidad
from asiste.web.entidad.archivo.acceso import plan_de
from asiste.web.entidad.archivo.forms import RespuestaForm
from asiste.web.interfaz.archivos import entregar_pdf
from asiste.web.interfaz.paginas import paginar


@solo_entidad
@require_safe
def lista(request: Peticion) -> HttpResponse:
    """Plans proposed to the entities of the person, the latest first."""
    suyos = planes_de_entidad(request.user).select_related("entidad", "asesor__usuario")
    pagina = paginar(suyos.prefetch_related("lineas"), ("-vigencia", "-id"), request.GET)
    filas = [(plan, avance_de(plan.lineas.all())) for plan in pagina.filas]
    return render(request, "entidad/archivo/planes.html", {"pagina": pagina, "filas": filas})


@solo_entidad
@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: Peticion, numero: int) -> HttpResponse:
    """The plan, its progress and, while it waits for it, the answer of the entity."""
    elegido = plan_de(request.user, numero)
    quienes = responden(elegido.entidad, timezone.localdate())
    responde = request.user.email in {enlace.correo for enlace in quienes}
    if request.method == "POST" and not responde:
        raise PermissionDenied
    form = RespuestaForm(request.POST or None, initial={"version": elegido.version})
    if request.method == "POST" and form.is_valid():
        try:
            return _responder(request, elegido, form)
        except ReglaIncumplida as regla:
            form.add_error(None, str(regla))
            elegido = plan_de(request.user, numero)
    lineas = lectura.lineas_para_la_entidad(elegido)
    contexto = {
        "plan": elegido,
        "form": form,
        "responden": quienes,
        "responde": responde,
        "lineas": lineas,
        "indicadores": resumen_de(elegido.entidad),
        "avance": avance_de(lineas),
        "retiradas": lectura.retiradas_de(elegido),
        "pasos": [paso for paso in lectura.pasos_de(elegido) if paso.version],
    }
    return render(request, "entidad/archivo/plan.html", contexto)


@solo_entidad
@require_safe
def pdf(request: Peticion, numero: int) -> HttpResponseBase:
    """The plan with its agreement, as a document."""
    elegido = plan_de(request.user, numero)
    contenido = BytesIO(componer_plan(elegido, ahora=timezone.now(), para_entidad=True))
    return entregar_pdf(contenido, f"plan-focalizado-{elegido.vigencia}")


def _responder(request: Peticion, elegido: PlanFocalizado, form: RespuestaForm) -> HttpResponse:
    """Does what the form, valid, says. Raises `ReglaIncumplida`."""
    datos, quien, ahora = form.cleaned_data, request.user, timezone.now()
    version = datos["version"]
    if datos["decision"] == "aceptar":
        acciones.acordar(plan=elegido, version=version, autor=quien, ahora=ahora)
        messages.success(request, "El plan quedó acordado y le avisamos al Archivo.")
    else:
        acciones.pedir_cambios(plan=elegido, version=version, texto=datos["texto"], autor=quien, ahora=ahora)
        messages.success(request, "Le enviamos al Archivo lo que pide cambiar.")
    return redirect("entidad:plan-focalizado", elegido.pk)
