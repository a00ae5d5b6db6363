"""Spanish search that minds neither accents nor endings."""

from typing import ClassVar

from django.contrib.postgres.operations import UnaccentExtension
from django.db import migrations

CONFIGURACION = """
CREATE TEXT SEARCH CONFIGURATION asiste_es (COPY = spanish);
ALTER TEXT SEARCH CONFIGURATION asiste_es
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, spanish_stem;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("directorio", "0002_relaciones")]
    operations: ClassVar = [
        UnaccentExtension(),
        migrations.RunSQL(CONFIGURACION, "DROP TEXT SEARCH CONFIGURATION asiste_es"),
    ]
