"""Which concepts wait for each person this morning, to be told in the digest."""

from collections import defaultdict
from datetime import date
from functools import cache

from asiste.conceptos.models import Concepto
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
    vivos = Concepto.objects.filter(estado__in=VERBOS).select_related("solicitud", "dependencia__padre")
    for concepto in vivos.order_by("solicitud__vence_el", "id"):
        revisa = equipo.presente(concepto.revisa_id)
        quienes = firman(concepto.dependencia) if concepto.estado == POR_FIRMAR else [revisa] if revisa else []
        for quien in quienes:
            esperan[quien.usuario_id].append(_renglon(concepto))
    return esperan


def _renglon(concepto: Concepto) -> str:
    caso, verbo = concepto.solicitud, VERBOS[Concepto.Estado(concepto.estado)]
    enlace = direccion("equipo:concepto", str(concepto.pk))
    return f"{verbo}: concepto de {caso.radicado}, {concepto.asunto} (vence el {en_dia(caso.vence_el)}): {enlace}"
