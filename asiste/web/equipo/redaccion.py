"""What the pages where one writes show: the draft as it is, what clashed with it and what went out last."""

from dataclasses import dataclass

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from asiste.cuentas.models import Usuario
from asiste.escritura.acciones import OtraVersion
from asiste.escritura.models import TextoDeVarios
from asiste.solicitudes import acciones, permisos
from asiste.solicitudes.acciones import Guardado
from asiste.solicitudes.models import Actuacion, Redaccion, Solicitud
from asiste.web.equipo.acceso import Peticion, exigir, solicitud_de
from asiste.web.equipo.envio import hecho
from asiste.web.equipo.forms.redaccion import NotaForm, RespuestaForm, version_de
from asiste.web.interfaz.templatetags.interfaz import cuando

CLASE = Redaccion.Clase
FORMA = {CLASE.NOTA: NotaForm, CLASE.RESPUESTA: RespuestaForm}
LISTO = {CLASE.NOTA: "Nota guardada.", CLASE.RESPUESTA: "Mensaje enviado a {correo}."}
SALIO = {CLASE.NOTA: "ya guardó la nota", CLASE.RESPUESTA: "ya envió la respuesta"}


@dataclass(frozen=True, slots=True)
class Escrito:
    """Where one writes: which text, of which case, by whom."""

    solicitud: Solicitud
    clase: Redaccion.Clase
    usuario: Usuario

    @property
    def url(self) -> str:
        """Address of the page where it is written."""
        return reverse(f"equipo:{self.clase}", args=[self.solicitud.radicado])

    @property
    def fila(self) -> Redaccion | None:
        """The draft as it is now."""
        return Redaccion.objects.de(self.solicitud, self.clase, self.usuario).select_related("escrita_por").first()

    @property
    def aparte(self) -> Redaccion | None:
        """What the person wrote over an older version, to be united."""
        return Redaccion.objects.apartes(self.solicitud, self.clase, self.usuario).first()

    @property
    def ultima(self) -> Actuacion | None:
        """The last one that went out; of the notes, the person's own."""
        salidas = self.solicitud.actuaciones.filter(tipo=self.clase).select_related("autor").order_by("-momento", "-id")
        return (salidas.filter(autor=self.usuario) if self.clase == CLASE.NOTA else salidas).first()

    def guardar(self, texto: str, version: int, *, une: Redaccion | None = None) -> Guardado:
        """Saves it. Raises `OtraVersion`."""
        return acciones.guardar_redaccion(
            solicitud=self.solicitud,
            clase=self.clase,
            texto=texto,
            version=version,
            autor=self.usuario,
            ahora=timezone.now(),
            une=une,
        )


@dataclass(frozen=True, slots=True)
class Estado:
    """The line under the text: where it is kept, and what happened to it meanwhile."""

    version: int
    fila: Redaccion | None = None
    choque: TextoDeVarios | None = None
    enviada: Actuacion | None = None
    novedad: str = ""
    error: str = ""


def escrito_de(request: Peticion, radicado: str, clase: str) -> Escrito:
    """What the person is writing on a case, or 404 and 403 as on its page."""
    solicitud = solicitud_de(request.user, radicado)
    puede = permisos.puede_anotar if clase == CLASE.NOTA else permisos.puede_tramitar
    exigir(puede(request.user, solicitud))
    return Escrito(solicitud, CLASE(clase), request.user)


def abrir(request: Peticion, escrito: Escrito) -> tuple[Form, Estado]:
    """The form with the draft, or with what was sent in it, and its line."""
    fila = escrito.fila
    if request.method == "POST":
        form = FORMA[escrito.clase](request.POST, request.FILES)
        return form, Estado(version_de(form), fila)
    version = fila.version if fila else 0
    return FORMA[escrito.clase](initial={"texto": fila.texto if fila else "", "version": version}), Estado(
        version, fila
    )


def listo(request: Peticion, escrito: Escrito) -> HttpResponse:
    """It went out: back to the case."""
    texto = LISTO[escrito.clase].format(correo=escrito.solicitud.solicitante_correo)
    return hecho(request, texto, "equipo:solicitud", escrito.solicitud.radicado)


def conservar(request: Peticion, escrito: Escrito, texto: str, version: int) -> HttpResponse:
    """What could not go out because the draft is another one is kept, and the person told what happened.

    A second sending of the same words by the same person is no clash: it had gone out.
    """
    try:
        guardado = escrito.guardar(texto, version)
    except OtraVersion as choque:
        aviso = f"{choque} No se envió nada: compare las dos versiones."
        messages.warning(request, aviso + _sin_archivos(request))
        return redirect("equipo:versiones", escrito.solicitud.radicado, escrito.clase)
    enviada = guardado.enviada
    if enviada and enviada.autor == escrito.usuario and enviada.texto.strip() == texto.strip():
        return listo(request, escrito)
    messages.warning(request, contar(escrito, guardado) + _sin_archivos(request))
    return redirect(f"{escrito.url}?ya-salio#ultima")


def contar(escrito: Escrito, guardado: Guardado) -> str:
    """What happened to the draft while the person was writing, and where his or her text is."""
    queda = "su texto quedó como borrador." if guardado.redaccion.texto else "lo que usted escribió ya iba ahí."
    if (enviada := guardado.enviada) is None:
        return f"El borrador se descartó mientras usted escribía: {queda}"
    quien = "Usted" if enviada.autor == escrito.usuario else enviada.autor_nombre
    return f"{quien} {SALIO[escrito.clase]} {cuando(enviada.momento)}: {queda}"


def _sin_archivos(request: Peticion) -> str:
    return " Los archivos que eligió no se guardaron: elíjalos de nuevo." if request.FILES else ""
