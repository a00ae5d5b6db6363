import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directorio", "0004_encargos"),
    ]

    operations = [
        BtreeGistExtension(),
        migrations.AddConstraint(
            model_name="encargo",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("dependencia", "="),
                    (
                        models.Func(
                            "desde",
                            "hasta",
                            models.Value("[]"),
                            function="DATERANGE",
                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                        ),
                        "&&",
                    ),
                ],
                name="un_encargo_a_la_vez",
                violation_error_message="Esa dependencia ya está encargada a alguien en esos días.",
            ),
        ),
    ]
