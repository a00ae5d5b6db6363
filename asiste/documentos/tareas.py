"""Background scanning."""

from django.conf import settings
from procrastinate.contrib.django import app

from asiste.documentos import acciones


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="documentos-examinar")
def examinar(timestamp: int) -> None:
    """Scans what is pending, where there is an antivirus."""
    if settings.CLAMAV_SERVIDOR:
        acciones.examinar_pendientes()
