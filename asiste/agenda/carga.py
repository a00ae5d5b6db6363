"""First load of the formats that are known. What exists is left as it is."""

from asiste.agenda.models import Acta, FormatoActa

# Source: informes de visita of the Archivo de Bogotá, 2015; the rest are added by the administration
FORMATOS = [("ddab", Acta.Clase.INFORME, "2215100-FT-480", "05")]


def cargar_formatos(dependencias: dict[str, int]) -> int:
    """Adds what is missing and returns how many rows; `dependencias` maps clave to id. Disposición: 7.1.2-visita."""
    nuevos = 0
    for clave, clase, codigo, version in FORMATOS:
        _, nuevo = FormatoActa.objects.get_or_create(
            dependencia_id=dependencias[clave], clase=clase, defaults={"codigo": codigo, "version": version}
        )
        nuevos += nuevo
    return nuevos
