"""What the pages where minutes are written show: each section as it is and what clashed with it."""

from dataclasses import dataclass, field

from django.forms import Textarea
from django.http import Http404
from django.urls import reverse

from asiste.agenda.actas.contenido import acta_de
from asiste.agenda.models import Acta, SeccionActa
from asiste.cuentas.models import Usuario
from asiste.web.equipo.acceso import Peticion
from asiste.web.equipo.agenda.acceso import sesion_a_cargo, sesion_de
from asiste.web.equipo.forms.campos import LARGO
from asiste.web.equipo.forms.redaccion import RedaccionForm

RENGLONES = {"desarrollo": 10, "objetivo": 3}
DE_SIEMPRE = 5


@dataclass(frozen=True, slots=True)
class Escrito:
    """A section and what its form and its line need: where it is kept, and what happened to it meanwhile."""

    acta: Acta
    clave: str
    usuario: Usuario
    fila: SeccionActa | None = None
    aparte: SeccionActa | None = None
    choque: SeccionActa | None = None
    error: str = ""
    enviado: RedaccionForm | None = field(default=None)

    @property
    def rotulo(self) -> str:
        """Title of the section."""
        return self.acta.rotulos[self.clave]

    @property
    def obligatoria(self) -> bool:
        """True when the minutes are not complete without it."""
        return self.clave in self.acta.OBLIGATORIAS[Acta.Clase(self.acta.clase)]

    @property
    def version(self) -> int:
        """Version one starts from."""
        if self.enviado is not None and (self.choque or self.error):
            return int(self.enviado.cleaned_data.get("version", 0))
        return self.fila.version if self.fila else 0

    @property
    def form(self) -> RedaccionForm:
        """The form with the text."""
        form = RedaccionForm(prefix=self.clave, initial={"texto": self.fila.texto if self.fila else ""})
        texto = form.fields["texto"]
        texto.label = self.rotulo
        texto.widget = Textarea(attrs={"rows": RENGLONES.get(self.clave, DE_SIEMPRE), "maxlength": LARGO})
        return form

    @property
    def url(self) -> str:
        """Where it is written."""
        return reverse("equipo:acta", args=[self.acta.sesion_id]) + f"#s-{self.clave}"

    @property
    def url_versiones(self) -> str:
        """Where the two versions are united."""
        return reverse("equipo:acta-versiones", args=[self.acta.sesion_id, self.clave])


def acta_visible(usuario: Usuario, numero: int) -> Acta:
    """The minutes of a session that the person sees; else Http404."""
    acta = acta_de(sesion_de(usuario, numero))
    if acta is None:
        raise Http404
    return acta


def acta_a_cargo(usuario: Usuario, numero: int) -> Acta:
    """The same, for who carries the session; else 404 or 403."""
    acta = acta_de(sesion_a_cargo(usuario, numero))
    if acta is None:
        raise Http404
    return acta


def escrito_de(request: Peticion, numero: int, clave: str) -> Escrito:
    """The section that an address names; else 404 or 403."""
    acta = acta_a_cargo(request.user, numero)
    if clave not in acta.rotulos:
        raise Http404
    return next(uno for uno in escritos_de(acta, request.user) if uno.clave == clave)


def escritos_de(acta: Acta, usuario: Usuario) -> list[Escrito]:
    """All the sections, in their order. Two queries."""
    filas = {fila.clave: fila for fila in SeccionActa.objects.juntas().filter(acta=acta)}
    apartes = {fila.clave: fila for fila in SeccionActa.objects.apartes(usuario).filter(acta=acta)}
    return [Escrito(acta, clave, usuario, filas.get(clave), apartes.get(clave)) for clave in acta.rotulos]
