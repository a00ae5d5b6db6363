"""Functions that write and seal the audit trail."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    dependencies: ClassVar = [("auditoria", "0001_inicial")]
    operations: ClassVar = [migrations.RunSQL((Path(__file__).parent / "funciones.sql").read_text())]
