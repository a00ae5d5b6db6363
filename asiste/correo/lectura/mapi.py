"""Checks the blocks of properties of a winmail.dat before the library that believes any count reads them."""

import struct

from tnefparse.mapi import IMESSAGE_SIG

MAXIMO_PROPIEDADES = 5_000
_FIJAS = {2: 2, 11: 2, 3: 4, 4: 4, 10: 4, 5: 8, 6: 8, 7: 8, 20: 8, 64: 8, 72: 16}  # bytes of each type of value
_VARIABLES = {0, 13, 30, 31, 258}
_VARIAS, _CON_NOMBRE = 0x1000, 0x8000


def es_cabal(propiedades: bytes) -> bool:
    """Whether the counts of a block of properties are believable: the library takes any, and would never finish.

    Nor does it bring a message of Outlook inside, which the library would open without these checks.
    """
    if IMESSAGE_SIG in propiedades:
        return False
    try:
        return _cuentas_creibles(propiedades)
    except struct.error:  # it ends in the middle of one: the library stops there as well
        return True


def _cuentas_creibles(datos: bytes) -> bool:
    cuantas = _numero(datos, 0)
    posicion = 4
    if cuantas > MAXIMO_PROPIEDADES:
        return False
    for _ in range(cuantas):
        tipo, nombre = struct.unpack_from("<HH", datos, posicion)
        posicion += 4
        if nombre >= _CON_NOMBRE:
            posicion += 24 if _numero(datos, posicion + 16) == 0 else 24 + _relleno(_numero(datos, posicion + 20))
        valores = 1
        if tipo & _VARIAS:
            valores = _numero(datos, posicion)
            posicion += 4
        if valores > MAXIMO_PROPIEDADES:
            return False
        simple = tipo & ~_VARIAS
        if simple not in _FIJAS and simple not in _VARIABLES:
            return True
        posicion = _tras_los_valores(datos, posicion, simple, valores, varias=bool(tipo & _VARIAS))
    return True


def _tras_los_valores(datos: bytes, posicion: int, tipo: int, valores: int, *, varias: bool) -> int:
    """Where the values of a property end."""
    if tipo in _FIJAS:
        posicion += _FIJAS[tipo] * valores
        return posicion + 2 if _FIJAS[tipo] == 2 and valores % 2 else posicion
    if not varias:
        valores = _numero(datos, posicion)
        posicion += 4
    for _ in range(valores):
        posicion += 4 + _relleno(_numero(datos, posicion))
    return posicion


def _numero(datos: bytes, posicion: int) -> int:
    return int(struct.unpack_from("<I", datos, posicion)[0])


def _relleno(largo: int) -> int:
    """A length rounded up to four bytes."""
    return largo + -largo % 4
