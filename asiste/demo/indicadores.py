"""Three years of indicators of some entities of the demo city, and what was read in those of a few."""

import random
from datetime import datetime
from decimal import Decimal

from django.utils import timezone

from asiste.archivo.acciones.indicadores import interpretar
from asiste.archivo.acciones.valores import anotar, autoevaluar
from asiste.archivo.models import IndicadorDocumental
from asiste.directorio.models import Entidad, Funcionario

ENTIDADES = 30
ANIOS = 3
FALTA = 0.08  # share of values that nobody gave
CON_LECTURA = 6
PRIMERA = "sdh"  # the entity whose contact people try the city with
LECTURA = (
    "Los inventarios y las transferencias avanzaron porque en el segundo semestre se contrató el equipo de gestión "
    "documental. Preocupa la preservación digital: no hay copias verificadas.\n\nSe acordó priorizar el componente "
    "tecnológico en el plan de asistencia focalizada y revisar de nuevo en seis meses."
)


def medir(equipo: dict[str, Funcionario], ahora: datetime) -> int:
    """Notes them as the advisers of the archive do; how many values."""
    azar, indicadores = random.Random(2026), list(IndicadorDocumental.objects.activos())
    otras = Entidad.objects.activas().exclude(clave=PRIMERA)[: ENTIDADES - 1]
    entidades = [Entidad.objects.get(clave=PRIMERA), *otras]
    anio, asesora = timezone.localdate(ahora).year, equipo["dperez"].usuario
    cuantos = 0
    for puesto, entidad in enumerate(entidades):
        nivel = azar.uniform(35, 75)
        for vigencia in range(anio - ANIOS, anio):
            nivel += azar.uniform(-3, 9)
            valores = {uno: _valor(azar, uno, nivel) for uno in indicadores if azar.random() > FALTA}
            datos = {"entidad": entidad, "vigencia": vigencia, "autor": asesora, "ahora": ahora}
            cuantos += anotar(valores=valores, fuente=f"Visita de seguimiento {vigencia}", **datos)
        if puesto < CON_LECTURA:
            interpretar(
                entidad=entidad,
                vigencia=anio - 1,
                texto=LECTURA,
                con="Jefe de gestión documental",
                autor=asesora,
                ahora=ahora,
            )
    _decir_de_si(entidades[0], indicadores, equipo, ahora)
    return cuantos


def _valor(azar: random.Random, indicador: IndicadorDocumental, nivel: float) -> Decimal:
    """Near the level of the entity; what is better when less, the other way round."""
    cerca = min(100.0, max(0.0, nivel + azar.uniform(-18, 18)))
    if indicador.unidad == indicador.Unidad.NUMERO:
        return Decimal(round((100 - cerca) * 12))
    return Decimal(round(cerca * 10)) / 10


def _decir_de_si(
    entidad: Entidad, indicadores: list[IndicadorDocumental], equipo: dict[str, Funcionario], ahora: datetime
) -> None:
    """What the first entity says of the year under way."""
    cifras = (Decimal(62), Decimal("71.5"))
    autoevaluar(
        entidad=entidad,
        vigencia=timezone.localdate(ahora).year,
        valores=dict(zip(indicadores[:2], cifras, strict=True)),
        autor=equipo["admin"].usuario,
        ahora=ahora,
    )
