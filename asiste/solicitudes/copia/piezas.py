"""What goes in the copy of a case, in its order, and what stays out and why."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from operator import attrgetter
from pathlib import PurePosixPath
from typing import IO

from asiste.documentos.models import Archivo
from asiste.solicitudes.models import Actuacion, Solicitud

CABEN = 20_000  # characters of a text on the sheet; what is longer goes whole in a file of its own
LARGO = 100  # characters of a name: with the folders around it, what Windows still opens
PROHIBIDAS = re.compile(r'[<>:"/\\|?*]')  # in a name, on Windows


@dataclass(frozen=True, slots=True)
class Pieza:
    """A file of the case, or a text too long for its sheet; `clave` names it inside the copy."""

    momento: datetime
    clave: str
    nombre: str
    que: str
    archivo: Archivo | None = None
    texto: str = ""

    @property
    def impedimento(self) -> str:
        """Why it is not handed out; empty when it is."""
        motivo = self.archivo.retenido if self.archivo else ""
        return f"{motivo[0].upper()}{motivo[1:]}: se guarda, pero no se entrega." if motivo else ""

    def abrir(self) -> IO[bytes]:
        """Its content. Raises FileNotFoundError when the store lost it."""
        return self.archivo.abrir() if self.archivo else BytesIO(self.texto.encode())


def piezas_de(solicitud: Solicitud, actuaciones: Iterable[Actuacion], correos: Sequence[Pieza] = ()) -> list[Pieza]:
    """Files of these actuaciones, what does not fit on the sheet and the mails, as they came."""
    del_caso = [pieza for actuacion in actuaciones for pieza in _de_la_actuacion(actuacion)]
    if len(solicitud.texto) > CABEN:
        que = "Texto completo de lo que pide"
        del_caso.append(Pieza(solicitud.radicada_en, "pedido", "lo que pide.txt", que, texto=solicitud.texto))
    return sorted([*del_caso, *correos], key=lambda pieza: pieza.momento)


def _de_la_actuacion(actuacion: Actuacion) -> Iterator[Pieza]:
    tipo = actuacion.get_tipo_display()
    if len(actuacion.texto) > CABEN:
        que = f"Texto completo · {tipo}"
        yield Pieza(actuacion.momento, f"texto-{actuacion.pk}", "texto completo.txt", que, texto=actuacion.texto)
    for anexo in sorted(actuacion.anexos.all(), key=attrgetter("pk")):
        que = f"{tipo} · parte del texto" if anexo.en_linea else tipo
        yield Pieza(actuacion.momento, f"anexo-{anexo.pk}", anexo.nombre, que, anexo.archivo)


def nombre_seguro(nombre: str) -> str:
    """The name without folders nor what a file system refuses, cut but with its ending."""
    visibles = "".join(letra for letra in unicodedata.normalize("NFC", nombre) if unicodedata.category(letra)[0] != "C")
    limpio = PROHIBIDAS.sub("-", visibles).strip(" .") or "archivo"
    fin = PurePosixPath(limpio).suffix[:12]
    return limpio if len(limpio) <= LARGO else limpio[: LARGO - len(fin)].rstrip(" .") + fin


def actuaciones_de(solicitud: Solicitud, *, para_entidad: bool) -> list[Actuacion]:
    """The timeline that goes in the copy: for the entity, only what it may see."""
    todas = solicitud.actuaciones.en_orden()
    return list(todas.para_la_entidad() if para_entidad else todas)
