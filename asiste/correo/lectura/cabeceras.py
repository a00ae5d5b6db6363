"""Header blocks as they really come: folded at random, with stray lines, in raw bytes, with words cut in two."""

import binascii
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import unquote_to_bytes

from asiste.correo.lectura.codificacion import decodificar, desbase64, en_una_linea
from asiste.correo.lectura.datos import Autenticacion

MAXIMO_BLOQUE = 1_000_000
MAXIMO_VALOR = 50_000
MAXIMO_PARAMETROS = 20_000

_CABECERA = re.compile(rb"([!-9;-~]{1,100})[ \t]*:")
_CONOCIDAS = re.compile(
    rb"(?:from|to|cc|subject|date|message-id|reply-to|in-reply-to|references|received|return-path|delivered-to"
    rb"|mime-version|content-[a-z]+)[ \t]*:",
    re.IGNORECASE,
)
_PALABRA = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
_PARAMETRO = re.compile(r';\s*([^\s=;]+)\s*=\s*("(?:[^"\\]|\\.)*"?|[^;]*)', re.DOTALL)
_CONTINUACION = re.compile(r"(.+?)\*(\d{1,3})(\*?)\Z")
_ENTRE_ANGULOS = re.compile(r"<[^<>\s]+>")
_RESULTADO = re.compile(r"\b(spf|dkim|dmarc)\s*=\s*([a-z]+)", re.IGNORECASE)
_COMENTARIO = re.compile(r'\([^()]*\)|"[^"]*"')


class Cabeceras:
    """The headers of a message or of one of its parts, by name in any case."""

    __slots__ = ("_valores",)

    def __init__(self, pares: Iterable[tuple[str, bytes]]) -> None:
        """Keep pairs of lower-case name and raw value, in their order."""
        self._valores: dict[str, list[bytes]] = {}
        for nombre, valor in pares:
            self._valores.setdefault(nombre, []).append(valor)

    def todas(self, nombre: str) -> list[str]:
        """The values of a header, at most a hundred, unfolded but with their encoded words, the top one first."""
        return [self._legible(valor) for valor in self._valores.get(nombre, [])[:100]]

    def primera(self, nombre: str) -> str:
        """The top value of a header, or empty."""
        return next((self._legible(valor) for valor in self._valores.get(nombre, ())), "")

    def tiene(self, nombre: str) -> bool:
        """Whether the header is there, even empty."""
        return nombre in self._valores

    def __len__(self) -> int:
        """How many different headers there are."""
        return len(self._valores)

    @staticmethod
    def _legible(valor: bytes) -> str:
        return " ".join(decodificar(valor[:MAXIMO_VALOR]).split())


def separar(crudo: bytes, inicio: int, fin: int) -> tuple[Cabeceras, int]:
    """Headers that start at `inicio`, and where the body begins.

    A line without a colon among headers is skipped when known headers follow it; otherwise the body begins there.
    """
    lineas, cuerpo = _lineas_del_bloque(crudo, inicio, min(fin, inicio + MAXIMO_BLOQUE))
    ultima_conocida = max((n for n, (_, linea) in enumerate(lineas) if _CONOCIDAS.match(linea)), default=-1)
    pares: list[tuple[str, list[bytes]]] = []
    ajeno: list[bytes] = []
    actual = ajeno
    for numero, (donde, linea) in enumerate(lineas):
        cabecera = _CABECERA.match(linea)
        if linea[:1] in b" \t" and numero:
            actual.append(linea)
        elif cabecera:
            actual = [linea[cabecera.end() :]]
            pares.append((cabecera.group(1).decode("ascii").lower(), actual))
        elif numero < ultima_conocida:
            actual = ajeno
        else:
            cuerpo = donde
            break
    return Cabeceras((nombre, b"".join(valor).strip()) for nombre, valor in pares), cuerpo


def _lineas_del_bloque(crudo: bytes, inicio: int, limite: int) -> tuple[list[tuple[int, bytes]], int]:
    """Lines up to the first blank one, each with its place, and the place after the blank one."""
    lineas: list[tuple[int, bytes]] = []
    posicion = inicio
    while posicion < limite:
        salto = crudo.find(b"\n", posicion, limite)
        siguiente = limite if salto < 0 else salto + 1
        linea = crudo[posicion:siguiente]
        if not linea.strip(b"\r\n"):
            return lineas, siguiente
        lineas.append((posicion, linea))
        posicion = siguiente
    return lineas, posicion


def decodificar_palabras(valor: str) -> str:
    """Decode RFC 2047 words, joining the bytes of neighbours first: a letter may be cut between two of them."""
    tramos: list[tuple[str, bytes]] = []
    posicion = 0
    for palabra in _PALABRA.finditer(valor):
        juego = palabra.group(1).partition("*")[0].lower()
        entre = valor[posicion : palabra.start()]
        if entre.strip() or not posicion:
            tramos.append(("utf-8", entre.encode("utf-8", "replace")))
        crudo = palabra.group(3).encode("utf-8", "replace")
        datos = desbase64(crudo) if palabra.group(2) in "bB" else binascii.a2b_qp(crudo, header=True)
        if tramos and tramos[-1][0] == juego:
            tramos[-1] = (juego, tramos[-1][1] + datos)
        else:
            tramos.append((juego, datos))
        posicion = palabra.end()
    texto = "".join(decodificar(datos, juego) for juego, datos in tramos)
    return en_una_linea(texto + valor[posicion:])


def _valor_de_parametro(crudo: str) -> str:
    valor = crudo.strip()
    if valor.startswith('"'):
        valor = valor[1:].removesuffix('"').replace('\\"', '"').replace("\\\\", "\\")
    return valor


def _unir_continuaciones(tramos: list[tuple[int, bool, str]]) -> str:
    """Join the numbered pieces of one RFC 2231 parameter before decoding: a letter may be cut between two."""
    tramos.sort(key=lambda tramo: tramo[0])
    if not any(extendido for _, extendido, _ in tramos):
        return decodificar_palabras("".join(valor for _, _, valor in tramos))
    juego, _, resto = tramos[0][2].partition("'")
    _, hay_idioma, primero = resto.partition("'")
    if not hay_idioma:
        juego, primero = "", tramos[0][2]
    datos = unquote_to_bytes(primero) if tramos[0][1] else primero.encode("utf-8", "replace")
    for _, extendido, valor in tramos[1:]:
        datos += unquote_to_bytes(valor) if extendido else valor.encode("utf-8", "replace")
    return en_una_linea(decodificar(datos, juego))


def parametros(valor: str) -> tuple[str, dict[str, str]]:
    """Main word in lower case and decoded parameters of Content-Type and the like (RFC 2231, RFC 2047 or raw)."""
    corto = valor[:MAXIMO_PARAMETROS]
    simples: dict[str, str] = {}
    partidos: dict[str, list[tuple[int, bool, str]]] = {}
    for encontrado in _PARAMETRO.finditer(corto):
        nombre = encontrado.group(1).lower()
        contenido = _valor_de_parametro(encontrado.group(2))
        continuacion = _CONTINUACION.match(nombre)
        if continuacion:
            tramo = (int(continuacion.group(2)), bool(continuacion.group(3)), contenido)
            partidos.setdefault(continuacion.group(1), []).append(tramo)
        elif nombre.endswith("*"):
            partidos.setdefault(nombre[:-1], []).append((0, True, contenido))
        else:
            simples.setdefault(nombre, contenido)
    for nombre, tramos in partidos.items():
        simples[nombre] = _unir_continuaciones(tramos)
    return corto.partition(";")[0].strip().lower(), simples


def identificadores(valor: str) -> tuple[str, ...]:
    """Message identifiers `<…>` of References and the like, without repeats, at most the last hundred."""
    return tuple(dict.fromkeys(_ENTRE_ANGULOS.findall(valor)))[-100:]


def fecha_de_recibo(recibido: str) -> datetime | None:
    """Aware time of a Received header, or None when it has none that can be read."""
    try:
        fecha = parsedate_to_datetime(recibido.rpartition(";")[2].strip()[:200])
        if not 1990 <= fecha.year <= 2200:
            return None
        return fecha if fecha.tzinfo else fecha.replace(tzinfo=UTC)
    except (TypeError, ValueError, IndexError, OverflowError, AttributeError):
        return None


def autenticacion(valor: str) -> Autenticacion:
    """SPF, DKIM and DMARC as one Authentication-Results header gives them; a signature that passes outweighs others."""
    resultados: dict[str, str] = {}
    for metodo, resultado in _RESULTADO.findall(_COMENTARIO.sub(" ", valor)):
        if resultados.setdefault(metodo.lower(), resultado.lower()) != "pass" and resultado.lower() == "pass":
            resultados[metodo.lower()] = "pass"
    return Autenticacion(**resultados)
