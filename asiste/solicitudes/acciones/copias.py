"""Handing out a whole case."""

from collections.abc import Sequence
from datetime import datetime
from typing import IO

from django.utils import timezone

from asiste.cuentas.models import Usuario
from asiste.documentos.huellas import huella_de
from asiste.solicitudes.copia.paquete import escribir_copia
from asiste.solicitudes.copia.piezas import Pieza
from asiste.solicitudes.models import Copia, Solicitud


def sacar_copia(
    *, solicitud: Solicitud, usuario: Usuario, para_entidad: bool, ahora: datetime, correos: Sequence[Pieza] = ()
) -> IO[bytes]:
    """The case as a ZIP in a temporary file, and on record who took it. Whoever gets the file closes it."""
    archivo = escribir_copia(solicitud, hoy=timezone.localdate(ahora), para_entidad=para_entidad, correos=correos)
    huella = huella_de(archivo)
    archivo.seek(0)
    Copia.objects.create(solicitud=solicitud, usuario=usuario, momento=ahora, huella=huella)
    return archivo
