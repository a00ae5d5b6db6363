from pathlib import Path

import django.db.models.deletion
import pgtrigger.compiler
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Hecho",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("momento", models.DateTimeField()),
                ("tabla", models.CharField(max_length=63)),
                ("fila", models.CharField(max_length=64, verbose_name="identificador de la fila")),
                ("operacion", models.CharField(max_length=6, verbose_name="operación")),
                ("antes", models.JSONField(null=True)),
                ("despues", models.JSONField(null=True, verbose_name="después")),
                ("contexto", models.JSONField(null=True, verbose_name="quién y desde dónde")),
            ],
            options={
                "verbose_name": "hecho",
                "indexes": [models.Index(models.F("tabla"), models.F("fila"), models.F("id"), name="hecho_por_fila")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_cambia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="279373028e3992d926d78697aae834406409ab7b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_no_cambia_63a75",
                            table="auditoria_hecho",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_vacia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION '% solo se agrega', TG_TABLE_NAME;",
                            hash="88e403b3be9bdf00622a13ee0519cecb7a3c80f0",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_se_vacia_66f98",
                            table="auditoria_hecho",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Eslabon",
            fields=[
                ("numero", models.BigIntegerField(primary_key=True, serialize=False, verbose_name="número")),
                (
                    "hecho",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="eslabon", to="auditoria.hecho"
                    ),
                ),
                ("huella", models.CharField(max_length=64)),
            ],
            options={
                "verbose_name": "eslabón",
                "verbose_name_plural": "eslabones",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_cambia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b3fd808e1b7ae0f60de6b2b84c66e73a1d9b714a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_no_cambia_2822a",
                            table="auditoria_eslabon",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_vacia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION '% solo se agrega', TG_TABLE_NAME;",
                            hash="9f3e71a189211d1ae3211d7c7c48485b96433d4a",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_se_vacia_65bc1",
                            table="auditoria_eslabon",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.RunSQL((Path(__file__).parent / "funciones.sql").read_text()),
    ]
