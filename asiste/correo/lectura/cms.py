"""The content inside an opaque S/MIME message. Nothing is verified: the signature proves nothing here."""

_FIRMADO = bytes.fromhex("2a864886f70d010702")
_SECUENCIA, _OBJETO, _CONTEXTO, _OCTETOS, _OCTETOS_EN_TROZOS = 0x30, 0x06, 0xA0, 0x04, 0x24


def contenido_firmado(der: bytes) -> bytes:
    """Bytes of the MIME entity inside a CMS SignedData (DER, or BER as Outlook writes it); empty when it has none."""
    try:
        return _contenido(der)
    except (IndexError, ValueError):
        return b""


def _leer(der: bytes, posicion: int, esperado: int | None = None) -> tuple[int, int]:
    """Start and end of the value at `posicion`; an indefinite length (BER) ends where the data ends."""
    etiqueta, largo = der[posicion], der[posicion + 1]
    if esperado is not None and etiqueta != esperado:
        raise ValueError(etiqueta)
    inicio = posicion + 2
    if largo == 0x80:
        return inicio, len(der)
    if largo > 0x80:
        ancho = largo & 0x7F
        largo = int.from_bytes(der[inicio : inicio + ancho], "big")
        inicio += ancho
    if inicio + largo > len(der):
        raise ValueError(largo)
    return inicio, inicio + largo


def _contenido(der: bytes) -> bytes:
    exterior, _ = _leer(der, 0, _SECUENCIA)
    inicio, fin = _leer(der, exterior, _OBJETO)
    if der[inicio:fin] != _FIRMADO:
        return b""
    firmado, _ = _leer(der, _leer(der, fin, _CONTEXTO)[0], _SECUENCIA)
    version = _leer(der, firmado)[1]
    algoritmos = _leer(der, version)[1]
    encapsulado, _ = _leer(der, algoritmos, _SECUENCIA)
    tipo = _leer(der, encapsulado, _OBJETO)[1]
    octetos, _ = _leer(der, tipo, _CONTEXTO)
    if der[octetos] == _OCTETOS:
        inicio, fin = _leer(der, octetos)
        return der[inicio:fin]
    posicion, fin = _leer(der, octetos, _OCTETOS_EN_TROZOS)
    trozos = []
    while posicion < fin and der[posicion] == _OCTETOS:
        inicio, posicion = _leer(der, posicion)
        trozos.append(der[inicio:posicion])
    return b"".join(trozos)
