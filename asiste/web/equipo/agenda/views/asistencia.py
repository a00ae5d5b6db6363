"""The attendance list, on the page and to be kept."""

from io import BytesIO

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.agenda import permisos
from asiste.agenda.lista.documento import lista_en_pdf
from asiste.agenda.lista.libro import lista_en_excel
from asiste.agenda.lista.resumen import nombre_de_la_lista
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.agenda.acceso import sesion_de
from asiste.web.equipo.agenda.asistencia import contar
from asiste.web.equipo.agenda.codigos import puerta
from asiste.web.equipo.marco import mostrar
from asiste.web.equipo.views.base import EXCEL
from asiste.web.interfaz.paginas import paginar

ORDEN = ("llegada_en", "id")


@require_safe
@solo_equipo
def lista(request: Peticion, numero: int) -> HttpResponse:
    """Who came, in order of arrival, and what was taken out."""
    sesion = sesion_de(request.user, numero)
    todas = sesion.asistencias.select_related("entidad", "anotada_por", "retirada_por")
    contexto = {
        "sesion": sesion,
        "lleva": permisos.puede_llevar(request.user, sesion),
        "ingreso": puerta(sesion, timezone.now()),
        "conteo": contar(sesion),
        "pagina": paginar(todas.validas(), ORDEN, request.GET),
        "retiradas": todas.filter(retirada_en__isnull=False).order_by(*ORDEN),
    }
    return mostrar(request, "equipo/agenda/asistencia/lista.html", contexto)


@require_safe
@solo_equipo
def pdf(request: Peticion, numero: int) -> HttpResponseBase:
    """The list as an archivable document."""
    sesion = sesion_de(request.user, numero)
    contenido = BytesIO(lista_en_pdf(sesion, ahora=timezone.now()))
    nombre = nombre_de_la_lista(sesion, "pdf")
    return FileResponse(contenido, as_attachment=True, filename=nombre, content_type="application/pdf")


@require_safe
@solo_equipo
def excel(request: Peticion, numero: int) -> HttpResponseBase:
    """The list as a workbook."""
    sesion = sesion_de(request.user, numero)
    nombre = nombre_de_la_lista(sesion, "xlsx")
    return FileResponse(lista_en_excel(sesion), as_attachment=True, filename=nombre, content_type=EXCEL)
