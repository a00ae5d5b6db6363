"""The sections that several write, whatever the document: each one as it is, and what clashed with it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from asiste.cuentas.models import Usuario
from asiste.escritura.models import Seccion, TextoDeVarios
from asiste.web.equipo.forms.secciones import SeccionForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Escrito:
    """A section and what its form and its line need: where it is kept, and what happened to it meanwhile.

    `vista` names the page of the document `numero`, and begins the names of the addresses of its sections. `accion`
    saves what it says, and `forma` brings it.
    """

    vista: str
    numero: int
    clave: str
    rotulo: str
    usuario: Usuario
    abierto: bool
    accion: Callable[..., Seccion]
    forma: type[SeccionForm] = SeccionForm
    obligatoria: bool = False
    lugar: int = 0
    fila: Seccion | None = None
    aparte: Seccion | None = None
    choque: TextoDeVarios | None = None
    error: str = ""
    enviado: SeccionForm | None = None

    @property
    def version(self) -> int:
        """Version one starts from."""
        if self.enviado is not None and (self.choque or self.error):
            return int(self.enviado.cleaned_data.get("version", 0))
        return self.fila.version if self.fila else 0

    @property
    def guardado(self) -> str:
        """What it says, to be edited or compared: as any text, a page escapes it."""
        return self.fila.texto if self.fila else ""

    @property
    def form(self) -> SeccionForm:
        """The form with the text."""
        return self.forma(prefix=self.clave, guardado=self.guardado, rotulo=self.rotulo)

    @property
    def aparte_propio(self) -> bool:
        """True when what is apart is of who looks."""
        return self.aparte is not None and self.aparte.escrita_por_id == self.usuario.pk

    @property
    def url(self) -> str:
        """Where it is written."""
        return reverse(f"equipo:{self.vista}", args=[self.numero]) + f"#s-{self.clave}"

    @property
    def url_guardar(self) -> str:
        """Where it is sent to be kept."""
        return reverse(f"equipo:{self.vista}-seccion", args=[self.numero, self.clave])

    @property
    def url_versiones(self) -> str:
        """Where the two versions are united."""
        return reverse(f"equipo:{self.vista}-versiones", args=[self.numero, self.clave])

    def guardar(self, texto: str, version: int, *, une: Any = None) -> Seccion:
        """Saves it; `une` was apart. Raises `OtraVersion` or `ReglaIncumplida`."""
        return self.accion(
            clave=self.clave, texto=texto, version=version, autor=self.usuario, ahora=timezone.now(), une=une
        )


def con_sus_filas(vacios: Iterable[Escrito], filas: Iterable[Seccion]) -> list[Escrito]:
    """Each one with its text and with what waits apart: one's own, else the first of the rows."""
    escritos = {uno.clave: uno for uno in vacios}
    for fila in filas:
        suyo = escritos[fila.clave]
        if not fila.aparte:
            escritos[fila.clave] = replace(suyo, fila=fila)
        elif suyo.aparte is None or fila.escrita_por_id == suyo.usuario.pk:
            escritos[fila.clave] = replace(suyo, aparte=fila)
    return list(escritos.values())


def elegir(escritos: Iterable[Escrito], clave: str) -> Escrito:
    """The section that an address names; else Http404."""
    elegido = next((uno for uno in escritos if uno.clave == clave), None)
    if elegido is None:
        raise Http404
    return elegido
