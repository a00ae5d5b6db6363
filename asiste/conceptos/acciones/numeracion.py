"""The number of a concept: C-DDAB-2026-12, consecutive by dirección and year."""

from asiste.conceptos.models import ConsecutivoConcepto
from asiste.conocimiento.models import Publicacion
from asiste.directorio.models import Dependencia


def numero_siguiente(direccion: Dependencia, anio: int) -> str:
    """The one that the next signature would take, if nobody signs before."""
    fila = ConsecutivoConcepto.objects.filter(direccion=direccion, anio=anio).first()
    return _rotulo(direccion, anio, (fila.ultimo if fila else _ultimo_del_banco(direccion, anio)) + 1)


def tomar_numero(direccion: Dependencia, anio: int) -> str:
    """Takes the next one. Its row stays locked until the transaction ends: no gap, no repeat."""
    ConsecutivoConcepto.objects.get_or_create(
        direccion=direccion, anio=anio, defaults={"ultimo": _ultimo_del_banco(direccion, anio)}
    )
    fila = ConsecutivoConcepto.objects.select_for_update().get(direccion=direccion, anio=anio)
    fila.ultimo += 1
    fila.save(update_fields=["ultimo"])
    return _rotulo(direccion, anio, fila.ultimo)


def _rotulo(direccion: Dependencia, anio: int, numero: int) -> str:
    return f"{_prefijo(direccion, anio)}{numero}"


def _prefijo(direccion: Dependencia, anio: int) -> str:
    return f"C-{direccion.sigla.upper()}-{anio}-"


def _ultimo_del_banco(direccion: Dependencia, anio: int) -> int:
    """The highest number already in the bank: concepts of before are not numbered again."""
    prefijo = _prefijo(direccion, anio)
    del_banco = Publicacion.objects.filter(clase=Publicacion.Clase.CONCEPTO, numero__startswith=prefijo)
    finales = (numero.removeprefix(prefijo) for numero in del_banco.values_list("numero", flat=True))
    return max((int(final) for final in finales if final.isdecimal()), default=0)
