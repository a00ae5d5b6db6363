"""The name of the list and its summary."""

from django.utils import timezone
from django.utils.text import slugify

from asiste.agenda.models import Sesion

NOMBRES = 12  # entities told in the summary


def nombre_de_la_lista(sesion: Sesion, extension: str) -> str:
    """«asistencia-2026-11-20-mapa-de-procesos.pdf»."""
    return f"asistencia-{timezone.localtime(sesion.inicia):%Y-%m-%d}-{slugify(sesion.titulo)[:60]}.{extension}"


def resumen_de_asistencia(sesion: Sesion) -> str:
    """How many and of which entities, as in «Asistieron 8 personas de 2 entidades: CVP, SDH»."""
    validas = sesion.asistencias.validas()
    personas, entidades = validas.count(), validas.entidades()
    texto = f"Asistieron {personas} personas" if personas > 1 else "Asistió 1 persona"
    if not entidades:
        return f"{texto}."
    cortos = ", ".join(entidad.corto for entidad in entidades[:NOMBRES])
    cuantas = "1 entidad" if len(entidades) == 1 else f"{len(entidades)} entidades"
    return f"{texto} de {cuantas}: {cortos}{' y otras' if len(entidades) > NOMBRES else ''}."
