"""The list of the concepts."""

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.conceptos.alcance import conceptos_del_equipo
from asiste.conceptos.marcas import marca_actual
from asiste.conceptos.permisos import puede_cuidar_formatos
from asiste.solicitudes.plazo import calendario_de
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.conceptos.forms.filtros import ConceptosForm
from asiste.web.equipo.marco import mostrar
from asiste.web.interfaz.paginas import paginar

LO_QUE_VENCE, LO_RECIENTE = ("solicitud__vence_el", "id"), ("-creado_en", "-id")


@require_safe
@solo_equipo
def conceptos(request: Peticion) -> HttpResponse:
    """Those of the tree and the own ones that meet the filter, each with the mark of the step it is in."""
    hoy = timezone.localdate()
    calendario, form = calendario_de(hoy), ConceptosForm(request.GET, request.user)
    elegidos = form.filtrar(conceptos_del_equipo(request.user).completos(), calendario, hoy)
    pagina = paginar(elegidos, LO_QUE_VENCE if form.en_curso else LO_RECIENTE, request.GET)
    contexto = {
        "filtros": form,
        "filtrado": bool(form.elegido()),
        "pagina": pagina,
        "filas": [(uno, marca_actual(uno, calendario, hoy)) for uno in pagina.filas],
        "cuida_formatos": puede_cuidar_formatos(request.user),
    }
    return mostrar(request, "equipo/conceptos/conceptos.html", contexto)
