"""Open sessions: what comes, one of them, and registering for it with an address that is confirmed by mail."""

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from asiste.agenda import firmas
from asiste.agenda.acciones.inscripcion import exigir_que_se_inscriba, inscribir
from asiste.agenda.correos.inscripcion import pedir_confirmacion
from asiste.agenda.cupo import hay_lugar
from asiste.agenda.models import Invitado, Sesion
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.web.interfaz.paginas import paginar
from asiste.web.publico.agenda.enlaces import DOS_DIAS, leido
from asiste.web.publico.agenda.forms.abiertas import InscripcionForm, persona_de
from asiste.web.publico.agenda.vitrina import con_cupos

DEMASIADOS = "Hubo demasiados intentos con ese correo o desde este lugar. Espere unos minutos y pruebe de nuevo."


@require_safe
def agenda(request: HttpRequest) -> HttpResponse:
    """Open sessions that have not finished, the nearest first."""
    proximas = Sesion.objects.del_portal(timezone.now()).select_related("modalidad", "dependencia")
    pagina = paginar(con_cupos(proximas), ("inicia", "id"), request.GET, filas=20)
    return render(request, "publico/agenda/agenda.html", {"pagina": pagina})


@require_http_methods(["GET", "HEAD", "POST"])
def sesion(request: HttpRequest, clave: str) -> HttpResponse:
    """An open session, and the form to register: it sends a link to the address, and registers nobody yet."""
    publicadas = Sesion.objects.filter(abierta=True).con_nombres()
    elegida: Sesion = get_object_or_404(publicadas, clave=clave)
    form = InscripcionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            exigir_que_se_inscriba(elegida, timezone.now())
        except ReglaIncumplida as regla:
            form.add_error(None, str(regla))
        else:
            if _cabe(request, form.cleaned_data["correo"]):
                pedir_confirmacion(elegida, form.datos(elegida.clave), timezone.now())
                return render(request, "publico/agenda/revise_su_correo.html", {"sesion": elegida, "form": form})
            form.add_error(None, DEMASIADOS)
    return render(request, "publico/agenda/sesion.html", _ficha(elegida) | {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def confirmacion(request: HttpRequest, marca: str) -> HttpResponse:
    """The link of the mail: opening it shows what is confirmed; sending it registers."""
    try:
        datos = leido(firmas.INSCRIPCION, marca, DOS_DIAS)
    except firmas.Vencida:
        return render(request, "publico/agenda/inscripcion_vencida.html", status=410)
    elegida: Sesion = get_object_or_404(Sesion.objects.con_nombres(), clave=datos["sesion"])
    contexto = _ficha(elegida) | {"datos": datos, "persona": persona_de(datos)}
    suyas = elegida.invitados.filter(correo=datos["correo"]).exclude(situacion=Invitado.Situacion.RETIRADO)
    if request.method == "POST":
        try:
            inscribir(sesion=elegida, persona=persona_de(datos), ahora=timezone.now())
        except ReglaIncumplida:
            return redirect("inscripcion", marca)  # its page says why
        return redirect("inscripcion", marca)
    contexto["invitado"] = suyas.filter(respuesta=Invitado.Respuesta.ASISTE).first()
    return render(request, "publico/agenda/confirmacion.html", contexto)


def _ficha(elegida: Sesion) -> dict[str, object]:
    """What the page of a session says: when nobody may register, why."""
    cierre = ""
    try:
        exigir_que_se_inscriba(elegida, timezone.now())
    except ReglaIncumplida as regla:
        cierre = str(regla)
    return {
        "sesion": elegida,
        "cierre": cierre,
        "llena": not hay_lugar(elegida),
        "puntos": elegida.puntos.order_by("orden"),
        "temas": elegida.temas.order_by("orden", "id"),
    }


def _cabe(request: HttpRequest, correo: str) -> bool:
    return ratelimit.consume(request, action="inscripcion", key=correo.lower())
