"""Who has a case open now."""

from datetime import datetime, timedelta

from asiste.cuentas.models import Usuario
from asiste.solicitudes.models import Presencia, Solicitud

OLVIDO = timedelta(days=1)


def marcar_presencia(*, solicitud: Solicitud, usuario: Usuario, ahora: datetime, escribe: bool = False) -> None:
    """Notes that the person is looking at the case, or writing its answer. One statement."""
    Presencia.objects.bulk_create(
        [Presencia(solicitud=solicitud, usuario=usuario, vista_en=ahora, escribe=escribe)],
        update_conflicts=True,
        unique_fields=["solicitud", "usuario"],
        update_fields=["vista_en", "escribe"],
    )


def olvidar_presencias(*, ahora: datetime) -> int:
    """Deletes what says nothing any more; how many."""
    borradas, _ = Presencia.objects.filter(vista_en__lt=ahora - OLVIDO).delete()
    return borradas
