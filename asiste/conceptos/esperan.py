"""Which concepts wait for each person this morning, to be told in the digest."""

from collections import defaultdict
from datetime import date
from functools import cache

from asiste.conceptos.acciones.base import por_que_no_se_responde
from asiste.conceptos.models import Concepto
from asiste.conceptos.oficina import por_que_es_de_otra_oficina, que_responde
from asiste.directorio.consultas import cabezas_de
from asiste.directorio.equipo import Equipo
from asiste.directorio.models import Dependencia, Funcionario
from asiste.solicitudes.avisos.correos import en_dia
from asiste.solicitudes.direcciones import direccion

POR_REVISAR, POR_FIRMAR = Concepto.Estado.REVISION, Concepto.Estado.FIRMA
VERBOS = {POR_REVISAR: "Por revisar", POR_FIRMAR: "Por firmar"}


def conceptos_que_esperan(hoy: date) -> dict[int, list[str]]:
    """What each person has to review or may sign today, by id of the account, the first to be due first.

    Who is away is replaced by the substitute to review; to sign, only by an act. A query for each office that signs.
    """
    equipo = Equipo.leer(hoy)

    @cache
    def firman(oficina: Dependencia) -> list[Funcionario]:
        return cabezas_de(dependencia=oficina, hoy=hoy)

    esperan = defaultdict(list)
    for concepto in _vivos():
        revisa = equipo.presente(concepto.revisa_id)
        quienes = firman(concepto.dependencia) if concepto.estado == POR_FIRMAR else [revisa] if revisa else []
        for quien in quienes:
            esperan[quien.usuario_id].append(_renglon(concepto))
    return esperan


def _vivos() -> list[Concepto]:
    """Those in review or to be signed, with the request of each and the one that is answered."""
    oficinas = ("dependencia__padre", "solicitud__dependencia__padre", "solicitud__principal__dependencia__padre")
    vivos = Concepto.objects.filter(estado__in=VERBOS).select_related(*oficinas).order_by("id")
    return sorted(vivos, key=lambda concepto: que_responde(concepto).vence_el)


def _renglon(concepto: Concepto) -> str:
    """What to do with it and until when; of one that cannot go on, why not and what to do instead."""
    cual = f"concepto de {concepto.solicitud.radicado}, {concepto.asunto}"
    enlace = direccion("equipo:concepto", str(concepto.pk))
    if porque := por_que_no_se_responde(concepto) or por_que_es_de_otra_oficina(concepto):
        return f"Detenido: {cual}. {porque} {enlace}"
    verbo, dia = VERBOS[Concepto.Estado(concepto.estado)], en_dia(que_responde(concepto).vence_el)
    return f"{verbo}: {cual} (vence el {dia}): {enlace}"
