"""A line of action in words, as the history of its plan keeps it and its document tells it."""

from asiste.archivo.models import LineaAccion


def retratar(linea: LineaAccion) -> dict[str, str]:
    """What was proposed or agreed of a line; needs its topic and services."""
    return {
        "nombre": linea.nombre,
        "tema": en_su_componente(linea),
        "eje": linea.eje,
        "servicios": servicios_de(linea),
        "fase": linea.get_fase_display(),
        "situacion": linea.get_situacion_display(),
    }


def en_su_componente(linea: LineaAccion) -> str:
    """«Documental: Valoración documental», or only the component."""
    tema = linea.tema
    return f"{tema.padre}: {tema}" if tema.padre else str(tema)


def servicios_de(linea: LineaAccion) -> str:
    """Its services, in their order."""
    return ", ".join(str(uno) for uno in sorted(linea.servicios.all(), key=lambda uno: (uno.orden, uno.pk)))
