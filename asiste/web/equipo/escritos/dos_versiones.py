"""Two versions of a text side by side, to keep one or make one of both."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from asiste.escritura.acciones import OtraVersion, descartar_aparte, en_palabras
from asiste.escritura.models import TextoDeVarios
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.web.equipo.acceso import Peticion
from asiste.web.equipo.diferencias import Trozo, unir
from asiste.web.equipo.forms.redaccion import version_de
from asiste.web.equipo.forms.secciones import UNIDA, SeccionForm


@dataclass(frozen=True, slots=True)
class Lado:
    """One of the two, with what only it says and the button to keep it: `otra`, of all, or `propia`, apart."""

    cual: str
    titulo: str
    momento: datetime | None
    trozos: list[Trozo]
    boton: str


def formulario(request: Peticion, forma: type[SeccionForm], una: str, otra: str) -> SeccionForm:
    """The form with a text made of both, line by line, or with the one that was sent."""
    return forma(request.POST or None, prefix=UNIDA, guardado=unir(una, otra), rotulo="Un texto con lo de ambas")


def se_decide(request: Peticion, form: SeccionForm) -> bool:
    """True when something was chosen; the text made of both has to be right only when it is the one chosen."""
    return request.method == "POST" and (request.POST.get("cual") != UNIDA or form.is_valid())


def decidir(
    request: Peticion,
    form: SeccionForm,
    *,
    aparte: TextoDeVarios | None,
    actual: int,
    guardar: Callable[..., object],
) -> str:
    """Does what was chosen; what stopped it, in plain Spanish, or nothing.

    A version apart is only forgotten as it was seen: it may have changed since, as that of all, whose version is
    `actual`.
    """
    version, cual = version_de(form), request.POST.get("cual", "")
    vista = aparte if request.POST.get("aparte") == marca_de(aparte) else None
    if cual == "otra" and vista and actual == version:
        descartar_aparte(aparte=vista)
    elif cual == UNIDA or (cual == "propia" and vista):
        try:
            guardar(vista.texto if cual == "propia" and vista else form.elegido(), version, une=vista)
        except OtraVersion as choque:
            return f"{choque} Compare de nuevo."
        except ReglaIncumplida as regla:
            return en_palabras(regla)
    else:
        return "Los textos cambiaron mientras usted comparaba. Compare de nuevo."
    return ""


def marca_de(aparte: TextoDeVarios | None) -> str:
    """What tells whether what is apart changed since somebody saw it."""
    return f"{aparte.pk}-{sha256(aparte.texto.encode()).hexdigest()[:16]}" if aparte else ""
