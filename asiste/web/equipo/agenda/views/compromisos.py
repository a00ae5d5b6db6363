"""The register of commitments, each one and what is done with it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.forms import Form
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.agenda import permisos
from asiste.agenda.acciones import compromisos as acciones
from asiste.agenda.alcance import compromisos_del_equipo, sesiones_del_equipo
from asiste.agenda.models import EvidenciaCompromiso
from asiste.agenda.models.compromisos import CompromisoQuerySet
from asiste.agenda.registro import Condiciones, escribir_excel, filtrar
from asiste.solicitudes.alcance import personas_de
from asiste.web.equipo.acceso import Peticion, exigir, solo_equipo
from asiste.web.equipo.agenda.acceso import compromiso_de, sesion_a_cargo
from asiste.web.equipo.agenda.compromisos import CON_NOMBRES, acciones_de
from asiste.web.equipo.agenda.forms import compromisos as formas
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.marco import mostrar
from asiste.web.equipo.views.archivos import entregar
from asiste.web.equipo.views.base import EXCEL
from asiste.web.interfaz.archivos import guardados
from asiste.web.interfaz.paginas import paginar

ACCION = "equipo/agenda/compromiso_accion.html"


def _elegidos(request: Peticion, form: formas.RegistroForm, hoy: date) -> CompromisoQuerySet:
    datos = form.elegido()
    condiciones = Condiciones(
        texto=datos.get("q", ""),
        personas=personas_de(request.user) if datos.get("de") else None,
        dependencia=datos.get("dependencia"),
        entidad=datos.get("entidad"),
        estado=datos.get("estado", ""),
    )
    return filtrar(compromisos_del_equipo(request.user), condiciones, hoy)


@require_safe
@solo_equipo
def registro(request: Peticion) -> HttpResponse:
    """Those of the tree and the own ones that meet the filter, the nearest due date first."""
    hoy, form = timezone.localdate(), formas.RegistroForm(request.GET, request.user)
    elegidos = _elegidos(request, form, hoy).select_related(*CON_NOMBRES)
    contexto = {
        "filtros": form,
        "filtrado": bool(form.elegido()),
        "pagina": paginar(elegidos, ("vence_el", "id"), request.GET),
        "hoy": hoy,
    }
    return mostrar(request, "equipo/agenda/compromisos.html", contexto)


@require_safe
@solo_equipo
def excel(request: Peticion) -> HttpResponseBase:
    """What the filter lists, whole, as a workbook."""
    hoy = timezone.localdate()
    elegidos = _elegidos(request, formas.RegistroForm(request.GET, request.user), hoy)
    nombre = f"compromisos-{hoy:%Y-%m-%d}.xlsx"
    return FileResponse(escribir_excel(elegidos, hoy), as_attachment=True, filename=nombre, content_type=EXCEL)


@abrir_y_enviar
@solo_equipo
def nuevo(request: Peticion, numero: int) -> HttpResponse:
    """Something that somebody takes on in a session."""
    sesion = sesion_a_cargo(request.user, numero)
    de_quien_pide = sesion.solicitudes.exclude(entidad=None).order_by("id").values_list("entidad", flat=True)
    form = formas.AcuerdoForm(initial={"entidad": de_quien_pide.first()}, **recibido(request))

    def acordar(_datos: dict[str, Any]) -> HttpResponse:
        nuevo = acciones.acordar(sesion=sesion, acuerdo=form.acuerdo(), autor=request.user, ahora=timezone.now())
        return hecho(
            request, f"Compromiso de {nuevo.quien} para el {nuevo.vence_el:%d/%m/%Y}.", "equipo:sesion", str(numero)
        )

    return resolver(request, form, acordar, "equipo/agenda/compromiso_nuevo.html", sesion=sesion)


@require_safe
@solo_equipo
def compromiso(request: Peticion, numero: int) -> HttpResponse:
    """A commitment: who, when, what has happened with it and what can be done now."""
    elegido = compromiso_de(request.user, numero)
    hechos = elegido.seguimientos.select_related("autor").prefetch_related("evidencias__archivo")
    contexto = {
        "compromiso": elegido,
        "hechos": hechos.order_by("momento", "id"),
        "acciones": acciones_de(request.user, elegido),
        "ve_sesion": sesiones_del_equipo(request.user).filter(pk=elegido.sesion_id).exists(),
        "hoy": timezone.localdate(),
    }
    return mostrar(request, "equipo/agenda/compromiso.html", contexto)


@require_safe
@solo_equipo
def evidencia(request: Peticion, numero: int, evidencia: int) -> HttpResponseBase:
    """A file that shows how a commitment goes."""
    suyas = EvidenciaCompromiso.objects.filter(seguimiento__compromiso=compromiso_de(request.user, numero))
    pedida = get_object_or_404(suyas.select_related("archivo"), pk=evidencia)
    return entregar(request, pedida.archivo, pedida.nombre)


def _accion(
    nombre: str, intro: str, forma: Callable[..., Form], hacer: Callable[..., Any], listo: str
) -> Callable[..., HttpResponseBase]:
    """The page of something that is done with a commitment: its words, its form and its action."""

    @abrir_y_enviar
    @solo_equipo
    def vista(request: Peticion, numero: int) -> HttpResponse:
        elegido = compromiso_de(request.user, numero)
        exigir(permisos.puede_seguir(request.user, elegido))

        def aplicar(datos: dict[str, Any]) -> HttpResponse:
            if "anexos" in datos:
                datos["anexos"] = guardados(datos["anexos"])
            hacer(compromiso=elegido, **datos, autor=request.user, ahora=timezone.now())
            return hecho(request, listo, "equipo:compromiso", str(numero))

        form = forma(**recibido(request))
        return resolver(request, form, aplicar, ACCION, compromiso=elegido, nombre=nombre, intro=intro)

    return vista


avance = _accion(
    "Escribir un avance",
    "Queda a la vista de la entidad que responde.",
    formas.AvanceForm,
    acciones.avanzar,
    "El avance quedó escrito.",
)
cumplimiento = _accion(
    "Marcar como cumplido",
    "Diga cómo se cumplió y adjunte lo que lo muestre.",
    formas.CumplimientoForm,
    acciones.cumplir,
    "El compromiso quedó cumplido.",
)
fecha = _accion(
    "Cambiar la fecha",
    "La fecha anterior y el motivo quedan escritos.",
    formas.FechaForm,
    acciones.cambiar_fecha,
    "La fecha cambió.",
)
sin_efecto = _accion(
    "Dejar sin efecto",
    "Nadie tendrá que hacerlo. El motivo queda escrito.",
    formas.MotivoForm,
    acciones.dejar_sin_efecto,
    "El compromiso quedó sin efecto.",
)
reapertura = _accion(
    "Abrir otra vez",
    "Vuelve a estar por cumplir, con la fecha que tenía.",
    formas.MotivoForm,
    acciones.reabrir,
    "El compromiso está por cumplir otra vez.",
)
