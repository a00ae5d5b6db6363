"""The phone page where who comes to a session registers, without signing in."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from asiste.agenda.acciones import IngresoCerrado, YaRegistrada, registrarse
from asiste.agenda.ingreso import Pase, Puerta, abre_en, cierra_en, dar_pase, leer_pase, medio_del_codigo, puerta_de
from asiste.agenda.models import Asistencia, Sesion
from asiste.agenda.reconocimiento import Asistente, entidad_del_dominio, invitada, nombre_discreto, reconocer
from asiste.web.publico.agenda.forms.ingreso import AsistenciaForm
from asiste.web.publico.agenda.limite import cabe
from asiste.web.publico.agenda.views.codigo import pedir_otro

POR_PASE, POR_SESION = 10, 3_000  # addresses asked for in five minutes: of a phone, of a whole room
ALTAS_POR_PASE = 5  # people whom a phone may register


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def asistencia(request: HttpRequest, clave: str) -> HttpResponse:
    """Asks who comes, when the code of the address is good; sent, registers. Why not, when it is not possible."""
    sesion, ahora = _sesion(clave), timezone.now()
    puerta = puerta_de(sesion, ahora)
    if request.method == "POST":
        return _registrar(request, sesion, puerta)
    if puerta != Puerta.ABIERTA:
        return _explicar(request, sesion, puerta)
    medio = medio_del_codigo(sesion, request.GET.get("c", ""), ahora)
    if medio is None:
        return pedir_otro(request)
    form = AsistenciaForm(reconocer=lambda correo: None)
    return _formulario(request, sesion, form, dar_pase(sesion, medio))


@require_POST
@never_cache
def quien(request: HttpRequest, clave: str) -> HttpResponse:
    """Fragment: whether the address is known, and what else is needed."""
    sesion = _sesion(clave)
    pase = leer_pase(sesion, request.POST.get("pase", ""))
    return render(request, "publico/agenda/quien.html", _con_lo_escrito(request, sesion, pase))


def _registrar(request: HttpRequest, sesion: Sesion, puerta: Puerta) -> HttpResponse:
    """What is missing, or the receipt. Who scanned in time is let in, though it closed meanwhile."""
    pase = leer_pase(sesion, request.POST.get("pase", ""))
    if puerta == Puerta.CANCELADA or (pase is None and puerta != Puerta.ABIERTA):
        return _explicar(request, sesion, puerta)
    if pase is None:
        return pedir_otro(request)
    if "comprobar" in request.POST:
        escrito = _con_lo_escrito(request, sesion, pase)
        return _pagina(request, sesion, "formulario", {"pase": request.POST["pase"], **escrito})
    form = AsistenciaForm(request.POST, reconocer=lambda correo: _reconocer(sesion, correo, pase))
    if not form.is_valid():
        return _formulario(request, sesion, form, request.POST["pase"])
    return _escribir(request, sesion, form, pase)


def _escribir(request: HttpRequest, sesion: Sesion, form: AsistenciaForm, pase: Pase) -> HttpResponse:
    if not (cabe(f"altas:{pase.marca}", ALTAS_POR_PASE) and cabe(f"altas-sesion:{sesion.pk}", POR_SESION)):
        return pedir_otro(request)
    try:
        nueva = registrarse(sesion=sesion, persona=form.persona(), medio=pase.medio, ahora=timezone.now())
    except YaRegistrada as ya:
        return _recibo(request, sesion, ya.asistencia, form, antes=True)
    except IngresoCerrado:  # it ended while the form was on its way
        actual = _sesion(sesion.clave)
        return _explicar(request, actual, puerta_de(actual, timezone.now()))
    return _recibo(request, sesion, nueva, form, antes=False)


def _sesion(clave: str) -> Sesion:
    return get_object_or_404(Sesion.objects.select_related("modalidad"), clave=clave)


def _reconocer(sesion: Sesion, correo: str, pase: Pase) -> Asistente | None:
    """Who has that address, unless too many were tried: then everybody says who he or she is.

    The link of the chat travels: who comes by it is only known when invited.
    """
    if not (cabe(f"pase:{pase.marca}", POR_PASE) and cabe(f"sesion:{sesion.pk}", POR_SESION)):
        return None
    if pase.medio == Asistencia.Medio.ENLACE:
        return invitada(sesion, correo.strip().lower())
    return reconocer(sesion=sesion, correo=correo, hoy=timezone.localdate())


def _con_lo_escrito(request: HttpRequest, sesion: Sesion, pase: Pase | None) -> dict[str, Any]:
    """The form as it is being written, and who has its address."""
    correo = request.POST.get("correo", "").replace("\0", "")
    entidad = entidad_del_dominio(correo) if "@" in correo else None
    escrito = {"entidad": entidad, **{campo: valor for campo, valor in request.POST.items() if valor}}
    conocida = _reconocer(sesion, correo, pase) if pase else None
    form = AsistenciaForm(initial=escrito, reconocer=lambda correo: None)
    return {"form": form, "conocida": conocida, "abierta": conocida is None and "@" in correo}


def _formulario(request: HttpRequest, sesion: Sesion, form: AsistenciaForm, pase: str) -> HttpResponse:
    contexto = {"form": form, "pase": pase, "conocida": form.conocida, "abierta": form.datos_a_la_vista}
    return _pagina(request, sesion, "formulario", contexto)


def _recibo(
    request: HttpRequest, sesion: Sesion, asistencia: Asistencia, form: AsistenciaForm, *, antes: bool
) -> HttpResponse:
    """What was registered. The whole name is shown only to who typed it."""
    escrito = not antes and form.conocida is None
    nombre = asistencia.nombre if escrito else nombre_discreto(asistencia.nombre)
    return _pagina(request, sesion, "recibo", {"asistencia": asistencia, "nombre": nombre, "antes": antes})


def _explicar(request: HttpRequest, sesion: Sesion, puerta: Puerta) -> HttpResponse:
    return _pagina(request, sesion, "cerrado", {"puerta": puerta.value})


def _pagina(request: HttpRequest, sesion: Sesion, cual: str, contexto: dict[str, Any]) -> HttpResponse:
    de_siempre = {"sesion": sesion, "abre": abre_en(sesion), "cierra": cierra_en(sesion)}
    return render(request, f"publico/agenda/{cual}.html", de_siempre | contexto)
