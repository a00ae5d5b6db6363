"""The draft behind a form. Its id travels in the form as `ficha`: what was filed once cannot be filed again."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Protocol

from asiste.cuentas.models import Usuario
from asiste.solicitudes.acciones import guardar_borrador
from asiste.solicitudes.models import Borrador, BorradorAnexo
from asiste.web.interfaz.archivos import guardados


class Formulario(Protocol):
    """A form that writes a draft."""

    cleaned_data: dict[str, Any]

    def is_valid(self) -> bool:
        """As every form."""

    def escrito(self) -> dict[str, Any]:
        """What was typed, right or wrong."""

    def contar(self, borrador: Borrador) -> None:
        """Counts the files of the draft against the limit."""


def abrir(usuario: Usuario, ahora: datetime) -> Borrador:
    """The draft of the person; a new one, empty, when there is none."""
    return Borrador.objects.filter(usuario=usuario).first() or guardar_borrador(usuario=usuario, datos={}, ahora=ahora)


def tomar(usuario: Usuario, ficha: str) -> Borrador | None:
    """The draft with that id, locked until the transaction ends; None once it was filed or discarded."""
    if not ficha.isdecimal():
        return None
    return Borrador.objects.select_for_update().filter(usuario=usuario, pk=int(ficha[:18])).first()


def guardar(form: Formulario, usuario: Usuario, ahora: datetime) -> Borrador:
    """Keeps what was typed, right or wrong, and the files that fit. The form must be bound."""
    form.is_valid()
    anexos = guardados(form.cleaned_data.get("anexos", []))
    anexos += guardados(form.cleaned_data.get("documento_postura", []), postura=True)
    borrador = guardar_borrador(usuario=usuario, datos=form.escrito(), anexos=anexos, ahora=ahora)
    form.contar(borrador)
    return borrador


def subidos(borrador: Borrador) -> list[BorradorAnexo]:
    """The files already in the draft, in the order they came."""
    return list(borrador.anexos.select_related("archivo").order_by("id"))


def peso_de(anexos: Iterable[BorradorAnexo]) -> int:
    """Bytes of those files."""
    return sum(anexo.archivo.tamano for anexo in anexos)


def sin_nulos(valor: Any) -> Any:
    """The value without the null character, which the database refuses."""
    if isinstance(valor, list):
        return [sin_nulos(uno) for uno in valor]
    return valor.replace("\0", "") if isinstance(valor, str) else valor
