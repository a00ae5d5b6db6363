"""Rows that are already a request of the dirección, or another row of the same workbook."""

from collections import defaultdict
from datetime import date

from django.utils import timezone

from asiste.directorio.models import Dependencia
from asiste.solicitudes.acciones.historico import CasoHistorico
from asiste.solicitudes.importacion.texto import llano
from asiste.solicitudes.models import Solicitud

Entidad = int | str


class Repetidas:
    """By own number and entity in a year; without number, by day, entity and subject.

    What is annulled does not count: an import that was undone may be brought in again.
    """

    def __init__(self, direccion: Dependencia) -> None:
        self.direccion = direccion
        self.anios: set[int] = set()
        self.numeros: dict[tuple[str, int], dict[Entidad, str]] = defaultdict(dict)
        self.iguales: dict[tuple[date, Entidad, str], str] = {}

    def examinar(self, caso: CasoHistorico, fila: int) -> tuple[str, str]:
        """Why it is repeated and what is odd about its number, both empty when it is neither; it counts from now on."""
        pedido = caso.pedido
        dia = timezone.localdate(pedido.recibida_en)
        self._leer(dia.year)
        entidad: Entidad = pedido.entidad.pk if pedido.entidad else llano(pedido.entidad_nombre)
        numero = llano(caso.procedencia.numero) if caso.procedencia else ""
        suyos = self.numeros[numero, dia.year] if numero else {}
        clave = (dia, entidad, llano(pedido.asunto))
        if donde := suyos.get(entidad):
            return f"Es {donde}: mismo número y misma entidad.", ""
        if not numero and (donde := self.iguales.get(clave)):
            return f"Es {donde}: misma fecha, entidad y asunto.", ""
        otra = next(iter(suyos.values()), "")
        self._anotar(numero, dia, entidad, clave[2], f"la fila {fila}")
        return "", f"El número «{caso.procedencia.numero}» también es de {otra}." if otra and caso.procedencia else ""

    def _leer(self, anio: int) -> None:
        """What the dirección received that year, once."""
        if anio in self.anios:
            return
        self.anios.add(anio)
        suyas = Solicitud.objects.filter(direccion=self.direccion, recibida_en__year=anio)
        campos = ("radicado", "radicado_siga", "recibida_en", "entidad_id", "entidad_nombre", "asunto")
        for radicado, numero, recibida, entidad, nombre, asunto in (
            suyas.exclude(estado=Solicitud.Estado.ANULADA).order_by("id").values_list(*campos).iterator()
        ):
            self._anotar(llano(numero), timezone.localdate(recibida), entidad or llano(nombre), llano(asunto), radicado)

    def _anotar(self, numero: str, dia: date, entidad: Entidad, asunto: str, donde: str) -> None:
        if numero:
            self.numeros[numero, dia.year].setdefault(entidad, donde)
        self.iguales.setdefault((dia, entidad, asunto), donde)
