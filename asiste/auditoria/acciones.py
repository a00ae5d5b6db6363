"""Sealing and checking the audit chain."""

from dataclasses import dataclass

from django.db import connection, transaction


@dataclass(frozen=True, slots=True)
class Verificacion:
    """Result of reading the whole chain: `rota` is the number of the first bad link, or None."""

    eslabones: int
    ultima_huella: str
    rota: int | None


def sellar() -> int:
    """Chains every committed fact that has no seal yet and returns how many. Idempotent."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT auditoria_sellar()")
        return int(cursor.fetchone()[0])


def verificar() -> Verificacion:
    """Seals what is pending and reads the chain from its first link. Changes no fact."""
    sellar()
    with connection.cursor() as cursor:
        cursor.execute("SELECT auditoria_primera_rota()")
        rota = cursor.fetchone()[0]
        cursor.execute("SELECT numero, huella FROM auditoria_eslabon ORDER BY numero DESC LIMIT 1")
        ultimo = cursor.fetchone() or (0, "")
    return Verificacion(eslabones=ultimo[0], ultima_huella=ultimo[1], rota=rota)
