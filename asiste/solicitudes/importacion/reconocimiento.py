"""Names as people write them, matched with those of the catalogues."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches

from asiste.solicitudes.importacion.texto import llano

PARECIDO = 0.86  # of two names, from 0 to 1: a letter or two apart
VENTAJA = 0.04  # over the next one, to be sure of which it is
INTENTOS = 300  # names of a book compared letter by letter: a column of garbage does not take hours

Claves = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Hallazgo:
    """What a text is in a catalogue. `seguro`, written as there or said by a person; `ninguno`, said to be none."""

    claves: Claves = ()
    nombre: str = ""
    seguro: bool = False
    ninguno: bool = False

    @property
    def desconocido(self) -> bool:
        """Nobody knows what it is."""
        return not self.claves and not self.ninguno


class Reconocedor:
    """Matches the texts of a column with the names of a catalogue, each text once, and counts them.

    `dichos` are texts that a person already said what they are (None: nothing of the catalogue); `otros`, other
    ways of finding one, tried before comparing letters.
    """

    def __init__(
        self,
        nombres: Iterable[tuple[str, int, str]],
        dichos: Mapping[str, int | None],
        otros: Callable[[str], Claves] = lambda texto: (),
    ) -> None:
        self.dichos = dichos
        self.otros = otros
        self.rotulos: dict[int, str] = {}
        self.por_nombre: dict[str, int | None] = {}
        for nombre, clave, rotulo in nombres:
            self.rotulos[clave] = rotulo
            dicho = llano(nombre)
            self.por_nombre[dicho] = clave if self.por_nombre.get(dicho, clave) == clave else None  # of two: of none
        self.por_nombre.pop("", None)
        self.vistos: dict[str, Hallazgo] = {}
        self.veces: Counter[str] = Counter()
        self.escritos: dict[str, str] = {}
        self.intentos = 0

    def reconocer(self, texto: str) -> Hallazgo:
        """What that text is."""
        dicho = llano(texto)[:200]
        self.veces[dicho] += 1
        if dicho not in self.vistos:
            self.escritos[dicho] = texto[:200]
            self.vistos[dicho] = self._buscar(texto, dicho)
        return self.vistos[dicho]

    def _buscar(self, texto: str, dicho: str) -> Hallazgo:
        if dicho in self.dichos:
            clave = self.dichos[dicho]
            return self._hallazgo((clave,), seguro=True) if clave else Hallazgo(seguro=True, ninguno=True)
        if clave := self.por_nombre.get(dicho):
            return self._hallazgo((clave,), seguro=True)
        return self._hallazgo(self.otros(texto) or self._parecido(dicho), seguro=False)

    def _hallazgo(self, claves: Claves, *, seguro: bool) -> Hallazgo:
        conocidas = tuple(clave for clave in claves if clave in self.rotulos)
        return Hallazgo(conocidas, "; ".join(self.rotulos[clave] for clave in conocidas), seguro and bool(conocidas))

    def _parecido(self, dicho: str) -> Claves:
        """The only name that is a letter or two apart."""
        self.intentos += 1
        if self.intentos > INTENTOS or len(dicho) < 5:
            return ()
        cercanos = get_close_matches(dicho, self.por_nombre, n=4, cutoff=PARECIDO)
        if not cercanos or not (clave := self.por_nombre[cercanos[0]]):
            return ()
        rivales = [cual for cual in cercanos[1:] if self.por_nombre[cual] != clave]
        medida = SequenceMatcher(None, dicho, cercanos[0]).ratio()
        return () if rivales and medida - SequenceMatcher(None, dicho, rivales[0]).ratio() < VENTAJA else (clave,)
