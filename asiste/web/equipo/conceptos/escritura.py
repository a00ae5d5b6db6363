"""What the pages where a concept is written show: each section as it is and what clashed with it."""

from dataclasses import dataclass, field
from hashlib import sha256

from django.http import Http404
from django.urls import reverse
from django.utils.safestring import SafeString

from asiste.conceptos.models import Concepto, SeccionConcepto
from asiste.conceptos.pendientes import obligatorias_de
from asiste.cuentas.models import Usuario
from asiste.web.equipo.acceso import Peticion
from asiste.web.equipo.conceptos.acceso import concepto_que_escribe
from asiste.web.equipo.conceptos.forms.secciones import SeccionForm

PRIMERA = 2  # number of the first section: the subject is the first of the document


@dataclass(frozen=True, slots=True)
class Escrito:
    """A section and what its form and its line need: where it is kept, and what happened to it meanwhile."""

    concepto: Concepto
    clave: str
    usuario: Usuario
    obligatoria: bool = False
    fila: SeccionConcepto | None = None
    aparte: SeccionConcepto | None = None
    choque: SeccionConcepto | None = None
    error: str = ""
    enviado: SeccionForm | None = field(default=None)

    @property
    def rotulo(self) -> str:
        """Title of the section."""
        return Concepto.SECCIONES[self.clave]

    @property
    def lugar(self) -> int:
        """Its number in the document."""
        return PRIMERA + list(Concepto.SECCIONES).index(self.clave)

    @property
    def version(self) -> int:
        """Version one starts from."""
        if self.enviado is not None and (self.choque or self.error):
            return int(self.enviado.cleaned_data.get("version", 0))
        return self.fila.version if self.fila else 0

    @property
    def guardado(self) -> str:
        """What it says, to be edited or compared: as any text, a page escapes it."""
        return self.fila.html if self.fila else ""

    @property
    def html(self) -> SafeString:
        """What it says, to be read: cleaned when it was saved."""
        return SafeString(self.guardado)

    @property
    def form(self) -> SeccionForm:
        """The form with the text."""
        return SeccionForm(prefix=self.clave, html=self.guardado, rotulo=self.rotulo)

    @property
    def aparte_propio(self) -> bool:
        """True when what is apart is of who looks."""
        return self.aparte is not None and self.aparte.escrita_por_id == self.usuario.pk

    @property
    def marca(self) -> str:
        """What tells whether what is apart changed since somebody saw it."""
        return f"{self.aparte.pk}-{sha256(self.aparte.html.encode()).hexdigest()[:16]}" if self.aparte else ""

    @property
    def url(self) -> str:
        """Where it is written."""
        return reverse("equipo:concepto", args=[self.concepto.pk]) + f"#s-{self.clave}"

    @property
    def url_versiones(self) -> str:
        """Where the two versions are united."""
        return reverse("equipo:concepto-versiones", args=[self.concepto.pk, self.clave])


def escrito_de(request: Peticion, numero: int, clave: str) -> Escrito:
    """The section that an address names; else 404 or 403."""
    concepto = concepto_que_escribe(request.user, numero)
    if clave not in Concepto.SECCIONES:
        raise Http404
    return next(uno for uno in escritos_de(concepto, request.user) if uno.clave == clave)


def escritos_de(concepto: Concepto, usuario: Usuario) -> list[Escrito]:
    """All the sections, in their order, each with what waits apart: one's own first. Two queries."""
    filas = {fila.clave: fila for fila in SeccionConcepto.objects.juntas().filter(concepto=concepto)}
    apartes: dict[str, SeccionConcepto] = {}
    for fila in SeccionConcepto.objects.apartes().filter(concepto=concepto):
        if fila.clave not in apartes or fila.escrita_por_id == usuario.pk:
            apartes[fila.clave] = fila
    obligatorias = obligatorias_de(concepto)
    return [
        Escrito(concepto, clave, usuario, clave in obligatorias, filas.get(clave), apartes.get(clave))
        for clave in Concepto.SECCIONES
    ]
