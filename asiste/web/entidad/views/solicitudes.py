"""The requests of the person's entities, newest first."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.solicitudes.alcance import entidades_de, solicitudes_de_entidad
from asiste.solicitudes.models import Borrador
from asiste.solicitudes.plazo import calendario_de, estado_del_plazo
from asiste.solicitudes.trazabilidad import Filtro, filtrar
from asiste.web.entidad.acceso import Peticion, solo_entidad
from asiste.web.entidad.forms.mensaje import FiltroForm
from asiste.web.interfaz.paginas import paginar

APARTE = ("texto", "logistica", "terminos", "buscable")  # long columns that a list does not show


@solo_entidad
@require_safe
def lista(request: Peticion) -> HttpResponse:
    """Requests of my entities, with search and state. As many queries with one as with many."""
    hoy, form = timezone.localdate(), FiltroForm(request.GET)
    elegido = form.cleaned_data if form.is_valid() else {}
    filtro = Filtro(texto=elegido.get("q", ""), estado=elegido.get("estado", ""))
    visibles = filtrar(solicitudes_de_entidad(request.user), filtro, hoy).select_related("direccion", "asesor__usuario")
    pagina = paginar(visibles.defer(*APARTE), ["-recibida_en", "-id"], request.GET)
    calendario = calendario_de(hoy, pagina.filas)
    contexto = {
        "form": form,
        "pagina": pagina,
        "filas": [(solicitud, estado_del_plazo(solicitud, calendario, hoy)) for solicitud in pagina.filas],
        "buscada": bool(filtro.texto or filtro.estado),
        "entidades": entidades_de(request.user),
        "borrador": Borrador.objects.filter(usuario=request.user).exclude(datos={}).first(),
    }
    return render(request, "entidad/solicitudes.html", contexto)
