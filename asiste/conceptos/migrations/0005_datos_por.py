"""Who changed last the subject, the inquiry or the terms of a concept."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("conceptos", "0004_publicacion"),
    ]

    operations = [
        migrations.AddField(
            model_name="concepto",
            name="datos_por",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="quién precisó los datos",
            ),
        ),
    ]
