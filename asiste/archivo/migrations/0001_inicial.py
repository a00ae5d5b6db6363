import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agenda", "0001_inicial"),
        ("auditoria", "0001_inicial"),
        ("conceptos", "0001_inicial"),
        ("directorio", "0001_inicial"),
        ("documentos", "0001_inicial"),
        ("portafolio", "0001_inicial"),
        ("solicitudes", "0001_inicial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PlanFocalizado",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "entidad",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="planes_focalizados",
                        to="directorio.entidad",
                    ),
                ),
                (
                    "dependencia",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="planes_focalizados",
                        to="directorio.dependencia",
                    ),
                ),
                ("vigencia", models.PositiveSmallIntegerField()),
                (
                    "asesor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="planes_focalizados",
                        to="directorio.funcionario",
                    ),
                ),
                ("proposito", models.TextField(blank=True, verbose_name="propósito")),
                (
                    "estado",
                    models.CharField(
                        choices=[
                            ("borrador", "En preparación"),
                            ("propuesto", "Propuesto a la entidad"),
                            ("acordado", "Acordado"),
                            ("cerrado", "Cerrado"),
                            ("descartado", "Descartado"),
                        ],
                        default="borrador",
                        max_length=10,
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(default=0, verbose_name="versión")),
                ("propuesto_en", models.DateTimeField(blank=True, null=True)),
                ("acordado_en", models.DateTimeField(blank=True, null=True)),
                (
                    "acordado_por",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "cambios_en",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="cuándo se propusieron cambios de lo acordado"
                    ),
                ),
                ("reparos", models.TextField(blank=True, verbose_name="lo que la entidad pidió cambiar")),
                ("cerrado_en", models.DateTimeField(blank=True, null=True)),
                ("lecciones", models.TextField(blank=True, verbose_name="lecciones aprendidas")),
                ("descartado_en", models.DateTimeField(blank=True, null=True)),
                ("descarte", models.TextField(blank=True, verbose_name="por qué se descartó")),
                (
                    "anterior",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="siguiente",
                        to="archivo.planfocalizado",
                        verbose_name="ciclo anterior",
                    ),
                ),
            ],
            options={
                "verbose_name": "plan de asistencia focalizada",
                "verbose_name_plural": "planes de asistencia focalizada",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("estado", "descartado"), _negated=True),
                        fields=("entidad", "vigencia"),
                        name="un_plan_focalizado_por_vigencia",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("acordado_en__isnull", True),
                                ("cerrado_en__isnull", True),
                                ("estado__in", ["borrador", "descartado"]),
                            ),
                            models.Q(
                                ("acordado_en__isnull", True),
                                ("cerrado_en__isnull", True),
                                ("estado", "propuesto"),
                                ("propuesto_en__isnull", False),
                            ),
                            models.Q(
                                ("acordado_en__isnull", False),
                                ("acordado_por__isnull", False),
                                ("cerrado_en__isnull", True),
                                ("estado", "acordado"),
                            ),
                            models.Q(
                                ("acordado_en__isnull", False),
                                ("cerrado_en__isnull", False),
                                ("estado", "cerrado"),
                                models.Q(("lecciones", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="plan_focalizado_con_momentos",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("anterior__isnull", True),
                                ("descartado_en__isnull", False),
                                ("estado", "descartado"),
                                models.Q(("descarte", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("estado", "descartado"), _negated=True),
                                ("descartado_en__isnull", True),
                                ("descarte", ""),
                            ),
                            _connector="OR",
                        ),
                        name="plan_descartado_con_motivo",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("cambios_en__isnull", True), ("estado", "acordado"), _connector="OR"),
                        name="cambios_de_un_plan_acordado",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="7923c47c7af9d0f161a92ea0a34b7f324e7aef02",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_ccbef",
                            table="archivo_planfocalizado",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_borra",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="cb254150c74f96b0098b724c93f98d95a4031c05",
                            operation="DELETE",
                            pgid="pgtrigger_no_se_borra_36720",
                            table="archivo_planfocalizado",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PasoPlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="pasos", to="archivo.planfocalizado"
                    ),
                ),
                (
                    "tipo",
                    models.CharField(
                        choices=[
                            ("creado", "Se empezó a preparar"),
                            ("propuesto", "Propuesto a la entidad"),
                            ("retomado", "El Archivo retiró la propuesta"),
                            ("devuelto", "La entidad pidió cambios"),
                            ("acordado", "La entidad aceptó"),
                            ("cerrado", "Se cerró el ciclo"),
                            ("descartado", "El Archivo lo descartó"),
                        ],
                        max_length=10,
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(verbose_name="versión")),
                ("texto", models.TextField(blank=True)),
                ("lineas", models.JSONField(default=list, verbose_name="líneas de acción como estaban")),
                (
                    "autor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("momento", models.DateTimeField()),
            ],
            options={
                "verbose_name": "paso de un plan de asistencia focalizada",
                "verbose_name_plural": "pasos de planes de asistencia focalizada",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="58abdf64c394ce98cb38873997eca2c658537203",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_b62a6",
                            table="archivo_pasoplan",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_cambia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="50be9de0ac9c7e215acd449eb1f7566436dc6a59",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_no_cambia_feefd",
                            table="archivo_pasoplan",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_vacia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION '% solo se agrega', TG_TABLE_NAME;",
                            hash="a3c6f71c409d409ccbf30de5a271d97dd1f53f16",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_se_vacia_54570",
                            table="archivo_pasoplan",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LineaAccion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lineas", to="archivo.planfocalizado"
                    ),
                ),
                (
                    "tema",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="portafolio.tema",
                        verbose_name="componente o subcomponente",
                    ),
                ),
                ("nombre", models.CharField(max_length=250, verbose_name="línea de acción")),
                ("eje", models.CharField(blank=True, max_length=200, verbose_name="eje temático")),
                ("orden", models.PositiveSmallIntegerField(default=0)),
                (
                    "fase",
                    models.CharField(
                        choices=[
                            ("planear", "Planear"),
                            ("hacer", "Hacer"),
                            ("verificar", "Verificar"),
                            ("actuar", "Actuar"),
                            ("terminada", "Terminada"),
                        ],
                        default="planear",
                        max_length=10,
                    ),
                ),
                (
                    "situacion",
                    models.CharField(
                        choices=[
                            ("propuesta", "Por acordar"),
                            ("acordada", "Acordada"),
                            ("por-retirar", "Se propone retirarla"),
                            ("retirada", "Retirada"),
                        ],
                        default="propuesta",
                        max_length=12,
                        verbose_name="situación",
                    ),
                ),
                ("retiro", models.TextField(blank=True, verbose_name="por qué se retira")),
                ("retirada_en", models.DateTimeField(blank=True, null=True)),
                ("por_que_no", models.TextField(blank=True, verbose_name="por qué no terminó")),
                ("servicios", models.ManyToManyField(related_name="+", to="portafolio.modalidad")),
            ],
            options={
                "verbose_name": "línea de acción",
                "verbose_name_plural": "líneas de acción",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("retirada_en__isnull", False),
                                ("situacion", "retirada"),
                                models.Q(("retiro", ""), _negated=True),
                            ),
                            models.Q(
                                ("retirada_en__isnull", True),
                                ("situacion", "por-retirar"),
                                models.Q(("retiro", ""), _negated=True),
                            ),
                            models.Q(
                                ("retirada_en__isnull", True),
                                ("retiro", ""),
                                ("situacion__in", ["propuesta", "acordada"]),
                            ),
                            _connector="OR",
                        ),
                        name="linea_retirada_con_motivo",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="b6c34bc8b4b1ab7b0e2e0943664bed5795885cfe",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_ab800",
                            table="archivo_lineaaccion",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LineaAccion_servicios_auditada",
            fields=[],
            options={
                "proxy": True,
            },
            bases=("archivo.lineaaccion_servicios",),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lineaaccion_servicios_auditada",
            trigger=pgtrigger.compiler.Trigger(
                name="auditado",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                    hash="4d420278e8097a36c1125e93a9e24fa719f28935",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_auditado_f3527",
                    table="archivo_lineaaccion_servicios",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="PasoLinea",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "linea",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="pasos", to="archivo.lineaaccion"
                    ),
                ),
                (
                    "de",
                    models.CharField(
                        choices=[
                            ("planear", "Planear"),
                            ("hacer", "Hacer"),
                            ("verificar", "Verificar"),
                            ("actuar", "Actuar"),
                            ("terminada", "Terminada"),
                        ],
                        max_length=10,
                        verbose_name="de",
                    ),
                ),
                (
                    "a",
                    models.CharField(
                        choices=[
                            ("planear", "Planear"),
                            ("hacer", "Hacer"),
                            ("verificar", "Verificar"),
                            ("actuar", "Actuar"),
                            ("terminada", "Terminada"),
                        ],
                        max_length=10,
                        verbose_name="a",
                    ),
                ),
                ("conclusion", models.TextField(blank=True, verbose_name="conclusión")),
                (
                    "autor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("momento", models.DateTimeField()),
            ],
            options={
                "verbose_name": "paso de una línea de acción",
                "verbose_name_plural": "pasos de líneas de acción",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="6c937e369e3b7a7ec8b6cd2f297b30275f8f0543",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_792f6",
                            table="archivo_pasolinea",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_cambia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8521a074a0b39505904727943b953c017dd1195c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_no_cambia_825b2",
                            table="archivo_pasolinea",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_vacia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION '% solo se agrega', TG_TABLE_NAME;",
                            hash="88e9802fd776429144d33dbcb4b3d1a9fcf84dac",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_se_vacia_20ce7",
                            table="archivo_pasolinea",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EvidenciaLinea",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "linea",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="evidencias", to="archivo.lineaaccion"
                    ),
                ),
                (
                    "fase",
                    models.CharField(
                        choices=[
                            ("planear", "Planear"),
                            ("hacer", "Hacer"),
                            ("verificar", "Verificar"),
                            ("actuar", "Actuar"),
                            ("terminada", "Terminada"),
                        ],
                        max_length=10,
                    ),
                ),
                ("descripcion", models.CharField(max_length=250, verbose_name="qué muestra")),
                (
                    "solicitud",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="solicitudes.solicitud",
                    ),
                ),
                (
                    "concepto",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="conceptos.concepto",
                    ),
                ),
                (
                    "sesion",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agenda.sesion",
                    ),
                ),
                (
                    "archivo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documentos.archivo",
                    ),
                ),
                ("nombre", models.CharField(blank=True, max_length=250, verbose_name="nombre del archivo")),
                (
                    "indicadores",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="vigencia de los indicadores"),
                ),
                (
                    "autor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("momento", models.DateTimeField()),
                ("retirada_en", models.DateTimeField(blank=True, null=True)),
                (
                    "retirada_por",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("retiro", models.TextField(blank=True, verbose_name="por qué se retiró")),
            ],
            options={
                "verbose_name": "evidencia de una línea de acción",
                "verbose_name_plural": "evidencias de líneas de acción",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("archivo__isnull", True),
                                ("concepto__isnull", True),
                                ("indicadores__isnull", True),
                                ("sesion__isnull", True),
                                ("solicitud__isnull", False),
                            ),
                            models.Q(
                                ("archivo__isnull", True),
                                ("concepto__isnull", False),
                                ("indicadores__isnull", True),
                                ("sesion__isnull", True),
                                ("solicitud__isnull", True),
                            ),
                            models.Q(
                                ("archivo__isnull", True),
                                ("concepto__isnull", True),
                                ("indicadores__isnull", True),
                                ("sesion__isnull", False),
                                ("solicitud__isnull", True),
                            ),
                            models.Q(
                                ("archivo__isnull", False),
                                ("concepto__isnull", True),
                                ("indicadores__isnull", True),
                                ("sesion__isnull", True),
                                ("solicitud__isnull", True),
                            ),
                            models.Q(
                                ("archivo__isnull", True),
                                ("concepto__isnull", True),
                                ("indicadores__isnull", False),
                                ("sesion__isnull", True),
                                ("solicitud__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="evidencia_de_una_clase",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("retirada_en__isnull", True), ("retirada_por__isnull", True), ("retiro", "")),
                            models.Q(
                                ("retirada_en__isnull", False),
                                ("retirada_por__isnull", False),
                                models.Q(("retiro", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="evidencia_retirada_con_motivo",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="d9b26fc1fc2256815c8849729620568059e9b91c",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_e23fa",
                            table="archivo_evidencialinea",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_borra",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="92b0e75ddf40a33a1bcdd739d6a6be6b08eb4667",
                            operation="DELETE",
                            pgid="pgtrigger_no_se_borra_09a32",
                            table="archivo_evidencialinea",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ComentarioLinea",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "linea",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comentarios",
                        to="archivo.lineaaccion",
                    ),
                ),
                (
                    "fase",
                    models.CharField(
                        choices=[
                            ("planear", "Planear"),
                            ("hacer", "Hacer"),
                            ("verificar", "Verificar"),
                            ("actuar", "Actuar"),
                            ("terminada", "Terminada"),
                        ],
                        max_length=10,
                    ),
                ),
                ("texto", models.TextField()),
                (
                    "autor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("momento", models.DateTimeField()),
            ],
            options={
                "verbose_name": "comentario de una línea de acción",
                "verbose_name_plural": "comentarios de líneas de acción",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="7e5ab7652eba9d76c16b7ff8105e0fb57d23931a",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_d7807",
                            table="archivo_comentariolinea",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_cambia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ba6eb62e141bcf15e82cb8592411819de5be2ac3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_no_cambia_07ebd",
                            table="archivo_comentariolinea",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_vacia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION '% solo se agrega', TG_TABLE_NAME;",
                            hash="3d7f68faa46e3691c912f2f335e7797ed7fa989f",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_se_vacia_4d6f8",
                            table="archivo_comentariolinea",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IndicadorDocumental",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("clave", models.SlugField(max_length=80, unique=True)),
                ("nombre", models.CharField(max_length=200)),
                ("descripcion", models.TextField(blank=True, verbose_name="cómo se mide")),
                (
                    "componente",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="portafolio.tema",
                    ),
                ),
                (
                    "unidad",
                    models.CharField(
                        choices=[("porcentaje", "Porcentaje"), ("numero", "Número"), ("puntaje", "Puntaje de 0 a 100")],
                        max_length=12,
                    ),
                ),
                ("mayor_es_mejor", models.BooleanField(default=True)),
                ("meta", models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True)),
                ("activo", models.BooleanField(default=True)),
                ("orden", models.PositiveSmallIntegerField(default=0)),
                ("por_verificar", models.BooleanField(default=False, verbose_name="es un ejemplo por verificar")),
            ],
            options={
                "verbose_name": "indicador de gestión documental",
                "verbose_name_plural": "indicadores de gestión documental",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="f2c1df883c21c1d428b711185488eb5b884af2e0",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_f77d6",
                            table="archivo_indicadordocumental",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ValorIndicador",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "indicador",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="valores",
                        to="archivo.indicadordocumental",
                    ),
                ),
                (
                    "entidad",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="valores_de_indicadores",
                        to="directorio.entidad",
                    ),
                ),
                ("vigencia", models.PositiveSmallIntegerField()),
                ("valor", models.DecimalField(decimal_places=2, max_digits=12)),
                ("fuente", models.CharField(blank=True, max_length=200)),
                (
                    "anotado_por",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("anotado_en", models.DateTimeField()),
            ],
            options={
                "verbose_name": "valor de un indicador",
                "verbose_name_plural": "valores de indicadores",
                "indexes": [models.Index(models.F("entidad"), models.F("vigencia"), name="valor_de_entidad")],
                "constraints": [
                    models.UniqueConstraint(fields=("indicador", "entidad", "vigencia"), name="un_valor_por_vigencia")
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="4cab84349a1811167fba4914796b759cf1754f07",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_f8143",
                            table="archivo_valorindicador",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="InterpretacionIndicadores",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "entidad",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="interpretaciones",
                        to="directorio.entidad",
                    ),
                ),
                ("vigencia", models.PositiveSmallIntegerField()),
                ("texto", models.TextField()),
                ("con", models.CharField(blank=True, max_length=200, verbose_name="con quién de la entidad")),
                (
                    "autor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("momento", models.DateTimeField()),
            ],
            options={
                "verbose_name": "interpretación de indicadores",
                "verbose_name_plural": "interpretaciones de indicadores",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="1ea51ed980bca10155fa37c9444a33ced7767a0d",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_f2f0a",
                            table="archivo_interpretacionindicadores",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
    ]
