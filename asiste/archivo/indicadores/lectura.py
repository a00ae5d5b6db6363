"""A workbook of indicators read row by row: an entity a row, an indicator a column. Nothing is written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import IO, Any

from asiste.archivo.indicadores.numeros import es_sin_dato, leer_valor
from asiste.archivo.models import IndicadorDocumental, ValorIndicador
from asiste.directorio.models import Denominacion, Entidad
from asiste.solicitudes.importacion.libro import EnPorcentaje, LibroIlegible, abrir
from asiste.solicitudes.importacion.texto import en_texto, llano

TITULOS_DE_ENTIDAD = {"entidad", "entidades", "nombre de la entidad", "entidad u organismo"}
SE_PASAN = {"", "sector", "sigla"}
FILAS = 2_000
CABEZA = 10  # rows among which the titles are looked for

Vistos = dict[tuple[int, int], Decimal]


@dataclass(slots=True)
class Leido:
    """What was understood of a row."""

    fila: int
    texto: str
    entidad: Entidad | None = None
    valores: dict[IndicadorDocumental, Decimal | None] = field(default_factory=dict)
    faltas: list[str] = field(default_factory=list)
    cambios: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Lectura:
    """A whole workbook; it can be brought in when nothing is wrong and something changes."""

    renglones: list[Leido]
    avisos: list[str]

    @property
    def con_faltas(self) -> int:
        """Rows that nobody could understand whole."""
        return sum(bool(renglon.faltas) for renglon in self.renglones)

    @property
    def cambios(self) -> int:
        """Values that are new, another or taken away."""
        return sum(len(renglon.cambios) for renglon in self.renglones)

    @property
    def sirve(self) -> bool:
        """True when it can be brought in."""
        return not self.con_faltas and self.cambios > 0

    def por_entidad(self) -> dict[Entidad, dict[IndicadorDocumental, Decimal | None]]:
        """What each entity has."""
        return {renglon.entidad: renglon.valores for renglon in self.renglones if renglon.entidad}


def leer(contenido: IO[bytes], nombre: str, vigencia: int) -> Lectura:
    """Reads the first sheet. Raises `LibroIlegible` for what is no workbook, or lacks entities or indicators."""
    libro = abrir(contenido, nombre)
    filas = iter(libro.filas(libro.hojas[0], con_formato=True))
    titulos = _titulos(filas)
    columnas, sobran = _columnas(titulos)
    avisos = [f"La columna «{titulo}» no es un indicador del catálogo: no se lee." for titulo in sobran]
    lector = _Lector(titulos.index(_titulo_de_entidad(titulos)), columnas, _nombres(), _actuales(vigencia))
    renglones = [leido for numero, celdas in filas if (leido := lector.leer(numero, celdas))]
    if len(renglones) > FILAS:
        raise LibroIlegible(f"Tiene más de {FILAS} filas.")
    return Lectura(renglones, avisos + _en_fracciones(columnas.values(), renglones))


class _Lector:
    """Reads rows with what is known of the titles, the entities and the values there are."""

    def __init__(
        self,
        de_entidad: int,
        columnas: Mapping[int, IndicadorDocumental],
        nombres: Mapping[str, Entidad | None],
        actuales: Vistos,
    ) -> None:
        self.de_entidad, self.columnas, self.nombres, self.actuales = de_entidad, columnas, nombres, actuales
        self.vistas: dict[int, int] = {}  # entity: row

    def leer(self, numero: int, celdas: list[Any]) -> Leido | None:
        """What a row says; None for an empty one."""
        textos = [en_texto(celda) for celda in celdas]
        if not any(textos):
            return None
        leido = Leido(numero, textos[self.de_entidad] if self.de_entidad < len(textos) else "")
        self._entidad(leido)
        for posicion, indicador in self.columnas.items():
            if posicion < len(textos) and textos[posicion]:
                self._valor(leido, indicador, celdas[posicion], textos[posicion])
        return leido

    def _entidad(self, leido: Leido) -> None:
        leido.entidad = self.nombres.get(llano(leido.texto))
        if leido.entidad is None:
            leido.faltas.append(f"Ninguna entidad se llama «{leido.texto}»." if leido.texto else "Falta la entidad.")
        elif otra := self.vistas.get(leido.entidad.pk):
            leido.faltas.append(f"La entidad ya está en la fila {otra}.")
        else:
            self.vistas[leido.entidad.pk] = leido.fila

    def _valor(self, leido: Leido, indicador: IndicadorDocumental, celda: Any, dicho: str) -> None:
        if isinstance(celda, EnPorcentaje) and indicador.unidad == indicador.Unidad.PORCENTAJE:
            celda = celda * 100
            dicho = f"{celda:g} %"
        try:
            valor = None if es_sin_dato(dicho) else leer_valor(celda if isinstance(celda, int | float) else dicho)
        except ValueError:
            leido.faltas.append(f"{indicador}: «{dicho[:40]}» no es una cifra.")
            return
        if valor is not None and (falla := indicador.falla(valor)):
            leido.faltas.append(f"{indicador}: {dicho[:40]}. {falla}")
        elif leido.entidad:
            leido.valores[indicador] = valor
            antes = self.actuales.get((leido.entidad.pk, indicador.pk))
            if antes != valor:
                de = indicador.decir(antes) or "sin dato"
                leido.cambios.append(f"{indicador}: {de} → {indicador.decir(valor) or 'sin dato'}")


def _en_fracciones(indicadores: Iterable[IndicadorDocumental], renglones: list[Leido]) -> list[str]:
    """Warns of each percentage whose values are all one or less: somebody may have written 0,45 for 45 %."""
    avisos = []
    for uno in indicadores:
        valores = [valor for renglon in renglones if (valor := renglon.valores.get(uno)) is not None]
        if uno.unidad == uno.Unidad.PORCENTAJE and valores and 0 < max(valores) <= 1:
            avisos.append(f"Ningún valor de «{uno}» pasa de 1 %. Si 0,45 quiere decir 45 %, corrija el libro.")
    return avisos


def _titulos(filas: Iterator[tuple[int, list[Any]]]) -> list[str]:
    for numero, celdas in filas:
        titulos = [llano(en_texto(celda)) for celda in celdas]
        if TITULOS_DE_ENTIDAD & set(titulos):
            return titulos
        if numero >= CABEZA:
            break
    raise LibroIlegible("No encontramos el título «Entidad» en las primeras filas de la primera hoja.")


def _titulo_de_entidad(titulos: list[str]) -> str:
    return next(titulo for titulo in titulos if titulo in TITULOS_DE_ENTIDAD)


def _columnas(titulos: list[str]) -> tuple[dict[int, IndicadorDocumental], list[str]]:
    """The indicator of each column, and the titles that are of none."""
    por_nombre = {}
    for indicador in IndicadorDocumental.objects.activos():
        por_nombre[llano(indicador.nombre)] = por_nombre[llano(indicador.clave)] = indicador
    columnas = {posicion: por_nombre[titulo] for posicion, titulo in enumerate(titulos) if titulo in por_nombre}
    if not columnas:
        raise LibroIlegible("Ninguna columna se llama como un indicador del catálogo. Descargue el libro para llenar.")
    if len(set(columnas.values())) < len(columnas):
        raise LibroIlegible("Hay un indicador en dos columnas.")
    conocidos = por_nombre.keys() | TITULOS_DE_ENTIDAD | SE_PASAN
    return columnas, [titulo for titulo in titulos if titulo not in conocidos]


def _nombres() -> dict[str, Entidad | None]:
    """Each active entity by its names and initials; None for what is of two."""
    activas = {entidad.pk: entidad for entidad in Entidad.objects.activas()}
    pares = [(nombre, una) for una in activas.values() for nombre in (una.nombre, una.sigla)]
    otras = Denominacion.objects.filter(entidad__in=activas).order_by("id").values_list("nombre", "entidad_id")
    nombres: dict[str, Entidad | None] = {}
    for nombre, entidad in [*pares, *((nombre, activas[clave]) for nombre, clave in otras)]:
        dicho = llano(nombre)
        nombres[dicho] = entidad if nombres.get(dicho, entidad) == entidad else None
    nombres.pop("", None)
    return nombres


def _actuales(vigencia: int) -> Vistos:
    filas = ValorIndicador.objects.filter(vigencia=vigencia).order_by("id")
    return {
        (entidad, indicador): valor
        for entidad, indicador, valor in filas.values_list("entidad_id", "indicador_id", "valor")
    }
