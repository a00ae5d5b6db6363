"""The list as a workbook."""

from collections.abc import Callable
from typing import IO, Any

from django.utils import timezone
from openpyxl import Workbook

from asiste.agenda.models import Asistencia, Sesion
from asiste.solicitudes.trazabilidad import en_archivo, inerte

LOTE = 500
COLUMNAS: dict[str, Callable[[Asistencia], Any]] = {
    "Nombre": lambda a: a.nombre,
    "Entidad": lambda a: a.entidad.nombre if a.entidad else a.entidad_nombre,
    "Cargo": lambda a: a.cargo,
    "Correo": lambda a: a.correo,
    "Teléfono": lambda a: a.telefono,
    "Llegada": lambda a: timezone.localtime(a.llegada_en).replace(tzinfo=None),
    "Cómo se registró": lambda a: a.get_medio_display(),
    "Invitada": lambda a: "Sí" if a.invitado_id else "No",
    "Sin cupo": lambda a: "Sí" if a.fuera_de_cupo else "",
    "Anotó": lambda a: str(a.anotada_por or ""),
    "Motivo": lambda a: a.motivo,
}


def lista_en_excel(sesion: Sesion) -> IO[bytes]:
    """The list as a workbook in a temporary file, read in batches; close it to delete it."""
    libro = Workbook(write_only=True)
    hoja = libro.create_sheet("Asistencia")
    hoja.append(list(COLUMNAS))
    for una in sesion.asistencias.validas().en_orden().iterator(chunk_size=LOTE):
        valores = [columna(una) for columna in COLUMNAS.values()]
        hoja.append([inerte(valor) if isinstance(valor, str) else valor for valor in valores])
    return en_archivo(libro)
