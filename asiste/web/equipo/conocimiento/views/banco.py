"""The bank, as those who keep it see it."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from asiste.conocimiento.consultas import con_usos, estan_apoyadas, usos_de
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.conocimiento import permisos
from asiste.web.equipo.conocimiento.acceso import publicaciones_del_equipo
from asiste.web.equipo.conocimiento.forms.filtros import FiltroForm
from asiste.web.equipo.marco import mostrar
from asiste.web.interfaz.paginas import paginar


@require_safe
@solo_equipo
def banco(request: Peticion) -> HttpResponse:
    """Publications of the person's tree that meet the filter, with how much each one has been of use."""
    form = FiltroForm(request.GET, request.user)
    elegidas = form.filtrar(publicaciones_del_equipo(request.user)).select_related("dependencia")
    pagina = paginar(con_usos(elegidas).defer("buscable", "html", "texto"), form.en_orden, request.GET)
    cuentas, apoyadas = usos_de(pagina.filas), estan_apoyadas(pagina.filas)
    contexto = {
        "filtros": form,
        "filtrado": bool(form.elegido()),
        "pagina": pagina,
        "filas": [(una, cuentas[una.pk], una.pk in apoyadas) for una in pagina.filas],
        "agrega": permisos.puede_agregar(request.user),
        "sinonimos": permisos.puede_cuidar_sinonimos(request.user),
    }
    return mostrar(request, "equipo/conocimiento/banco.html", contexto)
