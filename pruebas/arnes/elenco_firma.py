"""Concepts in review, for signature and signed behind each door, by kind."""

from datetime import date
from typing import Any

from asiste.conceptos.acciones.observaciones import observar
from asiste.directorio.acciones import encargar_oficina
from asiste.directorio.models import Funcionario
from pruebas.arnes import elenco_banco
from pruebas.conceptos import casos
from pruebas.fabricas import AHORA


def registros(asesora: Funcionario) -> dict[str, dict[str, Any]]:
    """Arguments of each address; the adviser of the case drafts them."""
    revisa = casos.cabeza()
    revisado = casos.en_revision(asesor=asesora, revisa=revisa)
    listo, firmado = (casos.por_firmar(asesor=asesora, revisa=revisa) for _ in range(2))
    casos.firmado(firmado)
    publicado = casos.firmado(asesor=asesora, revisa=revisa)
    elenco_banco.publicar(publicado)
    ejemplar = casos.abierto(listo)
    puesta = observar(concepto=revisado, clave="analisis", pasaje="", texto="Cite.", autor=revisa.usuario, ahora=AHORA)
    en_revision = {"numero": revisado.pk}
    return {
        "concepto en revisión": en_revision,
        "versión de concepto": en_revision | {"cual": 1},
        "observación": en_revision | {"cual": puesta.pk},
        "concepto por firmar": {"numero": listo.pk},
        "ejemplar": {"numero": listo.pk, "cual": ejemplar.pk},
        "concepto firmado": {"numero": firmado.pk},
        "concepto publicado": {"numero": publicado.pk},
        **elenco_banco.de_un_concepto(firmado.pk),
        "encargo de oficina": {"numero": _encargo(asesora, revisa)},
    }


def _encargo(asesora: Funcionario, autor: Funcionario) -> int:
    """The adviser headed the office for a day, long ago."""
    dia = date(2020, 1, 2)
    encargo = encargar_oficina(
        dependencia=asesora.dependencia,
        funcionario=asesora,
        desde=dia,
        hasta=dia,
        acto="Resolución 1",
        autor=autor.usuario,
        ahora=AHORA,
    )
    return int(encargo.pk)
