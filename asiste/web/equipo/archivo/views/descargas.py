"""The panorama and the plans, to take away."""

from io import BytesIO

from django.http import FileResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.archivo.alcance import planes_del_equipo
from asiste.archivo.documento import componer_plan
from asiste.archivo.libro import escribir_excel
from asiste.archivo.panorama import ORDEN, entidades_que_cumplen, por_sector
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.archivo.acceso import plan_de
from asiste.web.equipo.archivo.views.panorama import pedido
from asiste.web.equipo.views.base import EXCEL
from asiste.web.interfaz.archivos import entregar_pdf


@require_safe
@solo_equipo
def excel(request: Peticion) -> HttpResponseBase:
    """What the filter lists, whole, as a workbook."""
    _, condiciones = pedido(request)
    entidades = entidades_que_cumplen(condiciones).order_by(*ORDEN)
    grupos = por_sector(entidades, planes_del_equipo(request.user), condiciones.vigencia)
    archivo = escribir_excel(grupos, condiciones.vigencia)
    nombre = f"asistencia-focalizada-{condiciones.vigencia}.xlsx"
    return FileResponse(archivo, as_attachment=True, filename=nombre, content_type=EXCEL)


@require_safe
@solo_equipo
def pdf(request: Peticion, numero: int) -> HttpResponseBase:
    """The plan with its agreement, as a document."""
    plan = plan_de(request.user, numero)
    contenido = BytesIO(componer_plan(plan, ahora=timezone.now()))
    return entregar_pdf(contenido, f"plan-focalizado-{plan.entidad.clave}-{plan.vigencia}")
