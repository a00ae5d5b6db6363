"""The values of the indicators: noted by the team, said by the entity or brought in a workbook."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from asiste.archivo.acciones.choques import Anotados, exigir_sin_choques
from asiste.archivo.models import AUTOEVALUACION, IndicadorDocumental, ValorIndicador
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Entidad
from asiste.solicitudes.acciones import ReglaIncumplida

PRIMERA = 2000  # oldest year of which something may be noted


@transaction.atomic
def anotar(
    *,
    entidad: Entidad,
    vigencia: int,
    valores: Anotados,
    autor: Usuario,
    ahora: datetime,
    fuente: str = "",
    vistos: Anotados | None = None,
) -> int:
    """Notes the values of an entity in a year, and how many changed; None takes one away.

    What the entity had said is replaced. With `vistos`, what the person saw before writing, only what he or she
    touched counts, and what the entity had said is confirmed. Raises `ReglaIncumplida` for a value or a year that
    cannot be, and `OtrasCifras` when somebody else wrote another one meanwhile; then none is noted.
    """
    if vistos is not None:
        hay = _por_indicador(entidad, vigencia)
        exigir_sin_choques(valores, vistos, hay)
        valores = _tocados(valores, vistos, hay)
    return anotar_varias(por_entidad={entidad: valores}, vigencia=vigencia, autor=autor, ahora=ahora, fuente=fuente)


@transaction.atomic
def anotar_varias(
    *, por_entidad: Mapping[Entidad, Anotados], vigencia: int, autor: Usuario, ahora: datetime, fuente: str = ""
) -> int:
    """The same for many entities: all of it, or nothing."""
    _revisar(vigencia, por_entidad.values(), ahora)
    ya = _los_que_hay(por_entidad, vigencia)
    nuevos: list[ValorIndicador] = []
    quitados: list[int] = []
    for entidad, valores in por_entidad.items():
        for indicador, valor in valores.items():
            antes = ya.get((entidad.pk, indicador.pk))
            if valor is None:
                quitados += [antes.pk] if antes else []
            elif antes is None or antes.valor != valor or antes.es_autoevaluacion:
                datos = {"valor": valor, "fuente": fuente[:200], "anotado_por": autor, "anotado_en": ahora}
                nuevos.append(ValorIndicador(indicador=indicador, entidad=entidad, vigencia=vigencia, **datos))
    _guardar(nuevos)
    ValorIndicador.objects.filter(pk__in=quitados).delete()
    return len(nuevos) + len(quitados)


@transaction.atomic
def autoevaluar(
    *,
    entidad: Entidad,
    vigencia: int,
    valores: Mapping[IndicadorDocumental, Decimal],
    autor: Usuario,
    ahora: datetime,
    vistos: Anotados | None = None,
) -> int:
    """Keeps what the entity says of itself where the team has noted nothing, marked as such; how many.

    Raises `ReglaIncumplida` for another year than this one and the one before, and for a value that cannot be; with
    `vistos`, what the person saw before writing, `OtrasCifras` when another contact said otherwise meanwhile.
    """
    _revisar(vigencia, [valores], ahora)
    if vigencia not in vigencias_de_autoevaluacion(ahora):
        raise ReglaIncumplida("La autoevaluación es del año en curso o del anterior.")
    ya = _por_indicador(entidad, vigencia)
    suyos = {uno: valor for uno, valor in valores.items() if uno.pk not in ya or ya[uno.pk].es_autoevaluacion}
    if vistos is not None:
        exigir_sin_choques(suyos, vistos, ya)
    propios = {uno: valor for uno, valor in suyos.items() if uno.pk not in ya or ya[uno.pk].valor != valor}
    datos = {
        "entidad": entidad,
        "vigencia": vigencia,
        "fuente": AUTOEVALUACION,
        "anotado_por": autor,
        "anotado_en": ahora,
    }
    _guardar([ValorIndicador(indicador=indicador, valor=valor, **datos) for indicador, valor in propios.items()])
    return len(propios)


def vigencias_de_autoevaluacion(ahora: datetime) -> tuple[int, int]:
    """Years of which the entity may say its own values: the one that ended, then this one."""
    anio = timezone.localdate(ahora).year
    return anio - 1, anio


def _tocados(valores: Anotados, vistos: Anotados, hay: Mapping[int, ValorIndicador]) -> Anotados:
    """What differs from what was seen, and what was left as the entity had said it."""
    tocados = {}
    for indicador, valor in valores.items():
        antes, visto = hay.get(indicador.pk), vistos.get(indicador)
        if valor != visto or (antes and antes.es_autoevaluacion and antes.valor == valor):
            tocados[indicador] = valor
    return tocados


def _revisar(vigencia: int, todos: Iterable[Anotados], ahora: datetime) -> None:
    if not PRIMERA <= vigencia <= timezone.localdate(ahora).year:
        raise ReglaIncumplida(f"La vigencia va de {PRIMERA} al año en curso.")
    for valores in todos:
        for indicador, valor in valores.items():
            if valor is not None and (falla := indicador.falla(valor)):
                raise ReglaIncumplida(falla)


def _los_que_hay(entidades: Collection[Entidad], vigencia: int) -> dict[tuple[int, int], ValorIndicador]:
    """What is noted of them in a year. The entities stay locked: a figure that is not there yet has no row to lock."""
    suyas = Entidad.objects.select_for_update(no_key=True, of=("self",)).filter(pk__in=[una.pk for una in entidades])
    list(suyas.order_by("id").values_list("id"))
    filas = ValorIndicador.objects.select_for_update(of=("self",)).select_related("anotado_por")
    notadas = filas.filter(entidad__in=entidades, vigencia=vigencia).order_by("id")
    return {(fila.entidad_id, fila.indicador_id): fila for fila in notadas}


def _por_indicador(entidad: Entidad, vigencia: int) -> dict[int, ValorIndicador]:
    return {indicador: fila for (_, indicador), fila in _los_que_hay([entidad], vigencia).items()}


def _guardar(valores: Collection[ValorIndicador]) -> None:
    ValorIndicador.objects.bulk_create(
        valores,
        update_conflicts=True,
        unique_fields=["indicador", "entidad", "vigencia"],
        update_fields=["valor", "fuente", "anotado_por", "anotado_en"],
        batch_size=1000,
    )
