"""What is taken out of the public version of a concept, and what is kept with a reason.

Once published it may still change: it is read when the correction is published (`correccion`).
"""

from datetime import datetime
from typing import Any

from django.db import transaction

from asiste.conceptos.acciones.bloqueo import bloquear_firmado, bloquear_sin_publicar
from asiste.conceptos.models import Concepto, RelacionPrevista, Tachadura, VersionConcepto
from asiste.conceptos.version_publica import propuestas, veces_que_esta
from asiste.conocimiento.acciones.relaciones import lo_decide_otra_oficina
from asiste.conocimiento.llano import plegar
from asiste.conocimiento.models import Publicacion, Relacion
from asiste.conocimiento.permisos import puede_decidir
from asiste.cuentas.models import Usuario
from asiste.solicitudes.acciones import ReglaIncumplida

CORTO, LARGO = 3, 500  # characters of a passage


def contenido_firmado(concepto: Concepto) -> dict[str, Any]:
    """What the signed version says."""
    contenido: dict[str, Any] = VersionConcepto.objects.get(concepto=concepto, numero=concepto.version).contenido
    return contenido


@transaction.atomic
def decidir_dato(*, concepto: Concepto, pasaje: str, motivo: str = "", autor: Usuario, ahora: datetime) -> Tachadura:
    """Takes out what was proposed or, with a reason, keeps it; the last decision holds.

    Raises `ReglaIncumplida` when it was not proposed.
    """
    concepto, pasaje, motivo = bloquear_firmado(concepto), _junto(pasaje), _junto(motivo)
    propuesta = next((una for una in propuestas(contenido_firmado(concepto), ()) if una.pasaje == pasaje), None)
    if propuesta is None:
        raise ReglaIncumplida("Ese dato no está en el concepto.")
    return _anotar(concepto, pasaje, propuesta.clase, motivo, autor, ahora)


@transaction.atomic
def suprimir_pasaje(*, concepto: Concepto, pasaje: str, autor: Usuario, ahora: datetime) -> Tachadura:
    """Takes out words that nobody proposed, wherever they are. Raises `ReglaIncumplida` when they are nowhere."""
    concepto, pasaje = bloquear_firmado(concepto), _junto(pasaje)
    if not CORTO <= len(pasaje) <= LARGO:
        raise ReglaIncumplida(f"Escriba entre {CORTO} y {LARGO} letras del texto.")
    if not veces_que_esta(contenido_firmado(concepto), pasaje):
        raise ReglaIncumplida("Esas palabras no están en el concepto: cópielas tal como se leen.")
    return _anotar(concepto, pasaje, Tachadura.Clase.OTRO, "", autor, ahora)


@transaction.atomic
def deshacer_tachadura(*, tachadura: Tachadura) -> None:
    """Leaves a passage as nobody had decided it. Raises `ReglaIncumplida` when the concept is not signed."""
    bloquear_firmado(tachadura.concepto)
    tachadura.delete()


@transaction.atomic
def prever_relacion(*, concepto: Concepto, tipo: str, destino: Publicacion, autor: Usuario) -> RelacionPrevista:
    """Notes what it will do to another one; all the rules are looked at again when it is published.

    Raises `ReglaIncumplida` when it is published already, or would leave without effect what neither its own office
    nor one under it issued and `autor` may not leave so.
    """
    concepto = bloquear_sin_publicar(concepto)
    propia = concepto.dependencia_id in destino.dependencia.linea
    if tipo == Relacion.Tipo.SIN_EFECTO and not (propia or puede_decidir(autor, destino)):
        raise ReglaIncumplida(lo_decide_otra_oficina(destino))
    prevista, _ = RelacionPrevista.objects.update_or_create(concepto=concepto, destino=destino, defaults={"tipo": tipo})
    return prevista


@transaction.atomic
def quitar_prevista(*, prevista: RelacionPrevista) -> None:
    """It will not do that. Raises `ReglaIncumplida` once published."""
    bloquear_sin_publicar(prevista.concepto)
    prevista.delete()


def _anotar(concepto: Concepto, pasaje: str, clase: str, motivo: str, autor: Usuario, ahora: datetime) -> Tachadura:
    iguales = (una.pasaje for una in concepto.tachaduras.order_by("id") if plegar(una.pasaje) == plegar(pasaje))
    pasaje = next(iguales, pasaje)
    valores = {"clase": clase, "tacha": not motivo, "motivo": motivo, "autor": autor, "momento": ahora}
    tachadura, _ = Tachadura.objects.update_or_create(concepto=concepto, pasaje=pasaje, defaults=valores)
    return tachadura


def _junto(texto: str) -> str:
    return " ".join(texto.split())
