"""Periodic sealing of the audit chain."""

from procrastinate.contrib.django import app

from asiste.auditoria import acciones


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="auditoria-sellar")
def sellar(timestamp: int) -> None:
    """Seals the facts of the last minutes."""
    acciones.sellar()
