import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import asiste.agenda.models.sesion
import asiste.documentos.verificacion


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auditoria", "0001_inicial"),
        ("directorio", "0002_por_temas"),
        ("documentos", "0001_inicial"),
        ("portafolio", "0001_inicial"),
        ("solicitudes", "0001_inicial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Publico",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("todas", models.BooleanField(default=False, verbose_name="todas las entidades")),
                (
                    "naturalezas",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("central", "Nivel central"),
                                ("descentralizado", "Nivel descentralizado"),
                                ("localidad", "Localidad"),
                                ("privado", "Privado con función pública"),
                                ("control", "Órgano de control"),
                                ("corporacion", "Corporación pública"),
                                ("universidad", "Ente universitario autónomo"),
                            ],
                            max_length=15,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("sectores", models.ManyToManyField(blank=True, related_name="+", to="directorio.sector")),
                ("entidades", models.ManyToManyField(blank=True, related_name="+", to="directorio.entidad")),
                (
                    "temas",
                    models.ManyToManyField(
                        blank=True,
                        related_name="+",
                        to="portafolio.tema",
                        verbose_name="temas por los que se llega a sus enlaces",
                    ),
                ),
            ],
            options={
                "verbose_name": "público objetivo",
                "verbose_name_plural": "públicos objetivo",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="3c33496fa0ce1117fef573afb78941ae4c75abac",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_c86c4",
                            table="agenda_publico",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Publico_sectores_auditada",
            fields=[],
            options={
                "proxy": True,
            },
            bases=("agenda.publico_sectores",),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publico_sectores_auditada",
            trigger=pgtrigger.compiler.Trigger(
                name="auditado",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                    hash="6c93a137204c77e843dfb4c3be347b26819d5a95",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_auditado_fbf19",
                    table="agenda_publico_sectores",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Publico_entidades_auditada",
            fields=[],
            options={
                "proxy": True,
            },
            bases=("agenda.publico_entidades",),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publico_entidades_auditada",
            trigger=pgtrigger.compiler.Trigger(
                name="auditado",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                    hash="8b96a7e3810b3e6efcff22f6dd490b7c0c75b2bd",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_auditado_d69e3",
                    table="agenda_publico_entidades",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Publico_temas_auditada",
            fields=[],
            options={
                "proxy": True,
            },
            bases=("agenda.publico_temas",),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publico_temas_auditada",
            trigger=pgtrigger.compiler.Trigger(
                name="auditado",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                    hash="e7c1a477d4d1e7a7dc86960c3e5b7a14e1ec86b5",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_auditado_6193d",
                    table="agenda_publico_temas",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Serie",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nombre", models.CharField(max_length=200)),
                (
                    "dependencia",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="series", to="directorio.dependencia"
                    ),
                ),
            ],
            options={
                "verbose_name": "serie de sesiones",
                "verbose_name_plural": "series de sesiones",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="240aeb138717f77200c60260ab72ca669105e9b3",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_2e4c8",
                            table="agenda_serie",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Sesion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "clave",
                    models.CharField(
                        default=asiste.agenda.models.sesion.nueva_clave, editable=False, max_length=12, unique=True
                    ),
                ),
                (
                    "secreto",
                    models.CharField(default=asiste.agenda.models.sesion.nuevo_secreto, editable=False, max_length=40),
                ),
                ("titulo", models.CharField(max_length=200, verbose_name="título")),
                ("objetivo", models.TextField(blank=True)),
                (
                    "modalidad",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sesiones", to="portafolio.modalidad"
                    ),
                ),
                (
                    "medio",
                    models.CharField(
                        choices=[("presencial", "Presencial"), ("telefonica", "Telefónica"), ("virtual", "Virtual")],
                        max_length=10,
                    ),
                ),
                ("lugar", models.CharField(blank=True, max_length=200)),
                (
                    "enlace_virtual",
                    models.URLField(blank=True, max_length=500, verbose_name="enlace de la reunión virtual"),
                ),
                ("telefono", models.CharField(blank=True, max_length=60, verbose_name="teléfono")),
                ("inicia", models.DateTimeField(verbose_name="empieza")),
                ("termina", models.DateTimeField()),
                (
                    "dependencia",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sesiones",
                        to="directorio.dependencia",
                    ),
                ),
                (
                    "publico",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sesion",
                        to="agenda.publico",
                    ),
                ),
                ("cupo", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="cupo de personas")),
                ("abierta", models.BooleanField(default=False, verbose_name="se publica y cualquiera se inscribe")),
                (
                    "serie",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sesiones",
                        to="agenda.serie",
                    ),
                ),
                ("secuencia", models.PositiveIntegerField(default=0, verbose_name="número de cambio (RFC 5546)")),
                (
                    "estado",
                    models.CharField(
                        choices=[
                            ("programada", "Programada"),
                            ("en-curso", "En curso"),
                            ("realizada", "Realizada"),
                            ("cancelada", "Cancelada"),
                        ],
                        default="programada",
                        max_length=10,
                    ),
                ),
                ("creada_en", models.DateTimeField()),
                (
                    "creada_por",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("convocada_en", models.DateTimeField(blank=True, null=True)),
                ("realizada_en", models.DateTimeField(blank=True, null=True)),
                ("cancelada_en", models.DateTimeField(blank=True, null=True)),
                ("motivo", models.TextField(blank=True, verbose_name="por qué se canceló")),
                (
                    "direcciones",
                    models.ManyToManyField(
                        blank=True,
                        related_name="sesiones_acompanadas",
                        to="directorio.dependencia",
                        verbose_name="otras direcciones que participan",
                    ),
                ),
                ("temas", models.ManyToManyField(blank=True, related_name="sesiones", to="portafolio.tema")),
                (
                    "solicitudes",
                    models.ManyToManyField(blank=True, related_name="sesiones", to="solicitudes.solicitud"),
                ),
            ],
            options={
                "verbose_name": "sesión",
                "verbose_name_plural": "sesiones",
                "indexes": [
                    models.Index(
                        models.F("dependencia"), models.F("inicia"), models.F("id"), name="sesion_de_dependencia"
                    ),
                    models.Index(models.F("inicia"), models.F("id"), name="sesion_por_fecha"),
                    models.Index(
                        models.F("inicia"), models.F("id"), condition=models.Q(("abierta", True)), name="sesion_abierta"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("termina__gt", models.F("inicia"))),
                        name="sesion_en_orden",
                        violation_error_message="La sesión termina antes de empezar.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("estado", "realizada"), ("realizada_en__isnull", False)),
                            models.Q(models.Q(("estado", "realizada"), _negated=True), ("realizada_en__isnull", True)),
                            _connector="OR",
                        ),
                        name="sesion_realizada_tiene_momento",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("cancelada_en__isnull", False),
                                ("estado", "cancelada"),
                                models.Q(("motivo", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("estado", "cancelada"), _negated=True),
                                ("cancelada_en__isnull", True),
                                ("motivo", ""),
                            ),
                            _connector="OR",
                        ),
                        name="sesion_cancelada_con_motivo",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="edba1a7506ab8516814f405cbb11804a8737433e",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_bf86b",
                            table="agenda_sesion",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_cambia_lo_dado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."clave" IS DISTINCT FROM (NEW."clave") OR OLD."secreto" IS DISTINCT FROM (NEW."secreto"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="a4b7c5272e40540c08b068f31ba790ca9cb00099",
                            operation="UPDATE",
                            pgid="pgtrigger_no_cambia_lo_dado_18a87",
                            table="agenda_sesion",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_borra",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="ea0a9e1d5375d6c66709f2df19dea2dfe9316368",
                            operation="DELETE",
                            pgid="pgtrigger_no_se_borra_c1279",
                            table="agenda_sesion",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Sesion_direcciones_auditada",
            fields=[],
            options={
                "proxy": True,
            },
            bases=("agenda.sesion_direcciones",),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sesion_direcciones_auditada",
            trigger=pgtrigger.compiler.Trigger(
                name="auditado",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                    hash="7fc6381fd8c4d67adb7890b1dfd5bb7e10947225",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_auditado_67dc7",
                    table="agenda_sesion_direcciones",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Sesion_temas_auditada",
            fields=[],
            options={
                "proxy": True,
            },
            bases=("agenda.sesion_temas",),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sesion_temas_auditada",
            trigger=pgtrigger.compiler.Trigger(
                name="auditado",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                    hash="2e3c4b0fe36f27013d2a4c366ab4a37a021aad78",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_auditado_3577b",
                    table="agenda_sesion_temas",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Sesion_solicitudes_auditada",
            fields=[],
            options={
                "proxy": True,
            },
            bases=("agenda.sesion_solicitudes",),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sesion_solicitudes_auditada",
            trigger=pgtrigger.compiler.Trigger(
                name="auditado",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                    hash="30b4ba24f6d16c14e58332a3a56669286021fcd8",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_auditado_aa470",
                    table="agenda_sesion_solicitudes",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Encargado",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "sesion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="encargados", to="agenda.sesion"
                    ),
                ),
                (
                    "funcionario",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="encargos",
                        to="directorio.funcionario",
                    ),
                ),
                ("dirige", models.BooleanField(default=False)),
                ("franja", django.contrib.postgres.fields.ranges.DateTimeRangeField()),
                ("vigente", models.BooleanField(default=True)),
            ],
            options={
                "verbose_name": "encargado",
                "constraints": [
                    models.UniqueConstraint(fields=("sesion", "funcionario"), name="encargado_una_vez"),
                    models.UniqueConstraint(
                        condition=models.Q(("dirige", True)), fields=("sesion",), name="uno_dirige"
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("vigente", True)),
                        expressions=[("funcionario", "="), ("franja", "&&")],
                        name="nadie_en_dos_sesiones",
                        violation_error_message="Esa persona ya tiene una sesión a esa hora.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="094e96b004c709675693f9d08c8d8ec862796109",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_e93d0",
                            table="agenda_encargado",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="sesion",
            name="responsables",
            field=models.ManyToManyField(
                related_name="sesiones", through="agenda.Encargado", to="directorio.funcionario"
            ),
        ),
        migrations.CreateModel(
            name="PuntoOrden",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "sesion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="puntos", to="agenda.sesion"
                    ),
                ),
                ("orden", models.PositiveSmallIntegerField()),
                ("titulo", models.CharField(max_length=200, verbose_name="título")),
                ("responsable", models.CharField(blank=True, max_length=200, verbose_name="quién lo presenta")),
                ("minutos", models.PositiveSmallIntegerField(default=10)),
                ("tratado", models.BooleanField(default=False)),
            ],
            options={
                "verbose_name": "punto del orden del día",
                "verbose_name_plural": "puntos del orden del día",
                "constraints": [
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("sesion", "orden"),
                        name="punto_en_su_lugar",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="846f87caddb376aabec13773f574f2c3082dff2a",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_74af5",
                            table="agenda_puntoorden",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Material",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "sesion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="materiales", to="agenda.sesion"
                    ),
                ),
                ("nombre", models.CharField(max_length=250)),
                (
                    "archivo",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="documentos.archivo"
                    ),
                ),
                ("url", models.URLField(blank=True, max_length=500, verbose_name="enlace")),
                ("para_todos", models.BooleanField(default=True, verbose_name="lo ven los invitados")),
            ],
            options={
                "verbose_name": "material de la sesión",
                "verbose_name_plural": "materiales de la sesión",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("archivo__isnull", False), ("url", "")),
                            models.Q(("archivo__isnull", True), models.Q(("url", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="material_archivo_o_enlace",
                        violation_error_message="Suba un archivo o escriba un enlace, y solo uno.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="6462c90473c1e963e8f9b335fd8c15152b2734ef",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_3be3e",
                            table="agenda_material",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Acta",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "sesion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="actas", to="agenda.sesion"
                    ),
                ),
                (
                    "clase",
                    models.CharField(
                        choices=[("acta", "Acta"), ("informe", "Informe técnico de visita")], max_length=10
                    ),
                ),
                (
                    "estado",
                    models.CharField(
                        choices=[
                            ("borrador", "En redacción"),
                            ("en-aprobacion", "Por aprobar"),
                            ("aprobada", "Aprobada"),
                        ],
                        default="borrador",
                        max_length=15,
                    ),
                ),
                ("numero", models.PositiveSmallIntegerField(default=0, verbose_name="versión")),
                ("datos", models.JSONField(blank=True, default=dict, verbose_name="datos de la entidad")),
                ("aprobada_en", models.DateTimeField(blank=True, null=True)),
                (
                    "documento",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acta",
                        to="documentos.documento",
                        verbose_name="lo expedido",
                    ),
                ),
            ],
            options={
                "verbose_name": "acta o informe",
                "verbose_name_plural": "actas e informes",
                "constraints": [
                    models.UniqueConstraint(fields=("sesion", "clase"), name="una_acta_de_cada_clase"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("aprobada_en__isnull", False), ("documento__isnull", False), ("estado", "aprobada")
                            ),
                            models.Q(
                                models.Q(("estado", "aprobada"), _negated=True),
                                ("aprobada_en__isnull", True),
                                ("documento__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="acta_aprobada_tiene_momento",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="1ff826a29b34b8bae67dac323524292560f0c7f0",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_a734e",
                            table="agenda_acta",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_borra",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="2bf49fcdf1a74c07ac2a91ef182be8f81214f992",
                            operation="DELETE",
                            pgid="pgtrigger_no_se_borra_d204d",
                            table="agenda_acta",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SeccionActa",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "acta",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="secciones", to="agenda.acta"
                    ),
                ),
                ("clave", models.SlugField(max_length=20)),
                ("texto", models.TextField(blank=True)),
                ("version", models.PositiveIntegerField(default=0, verbose_name="versión")),
                (
                    "escrita_por",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("escrita_en", models.DateTimeField()),
                ("aparte", models.BooleanField(default=False, verbose_name="versión sin unir")),
            ],
            options={
                "verbose_name": "sección del acta",
                "verbose_name_plural": "secciones del acta",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("aparte", False)), fields=("acta", "clave"), name="seccion_una_vez"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("aparte", True)),
                        fields=("acta", "clave", "escrita_por"),
                        name="una_version_aparte",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="3736c75ae72380c62c1cf4822a63822cdf16b243",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_a61d6",
                            table="agenda_seccionacta",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PresenciaActa",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "acta",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="presencias", to="agenda.acta"
                    ),
                ),
                (
                    "usuario",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("vista_en", models.DateTimeField()),
                ("clave", models.SlugField(blank=True, max_length=20, verbose_name="sección que escribe")),
                ("escribio_en", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "presencia en un acta",
                "verbose_name_plural": "presencias en actas",
                "constraints": [models.UniqueConstraint(fields=("acta", "usuario"), name="una_presencia_en_acta")],
            },
        ),
        migrations.CreateModel(
            name="VersionActa",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "acta",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versiones", to="agenda.acta"
                    ),
                ),
                ("numero", models.PositiveSmallIntegerField(verbose_name="número")),
                (
                    "codigo",
                    models.CharField(
                        default=asiste.documentos.verificacion.nuevo_codigo,
                        max_length=20,
                        unique=True,
                        verbose_name="código de verificación",
                    ),
                ),
                ("contenido", models.JSONField()),
                (
                    "archivo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documentos.archivo"
                    ),
                ),
                (
                    "creada_por",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("creada_en", models.DateTimeField()),
            ],
            options={
                "verbose_name": "versión del acta",
                "verbose_name_plural": "versiones del acta",
                "constraints": [models.UniqueConstraint(fields=("acta", "numero"), name="version_de_acta_una_vez")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="21dcc1256fb6a0d866553c7739e3b5952473e56d",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_fea5b",
                            table="agenda_versionacta",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_cambia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5b6d65bfc4b55a5592d00239742f2ab299bf7f83",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_no_cambia_dc6b2",
                            table="agenda_versionacta",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_vacia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION '% solo se agrega', TG_TABLE_NAME;",
                            hash="09221faddcae69a475b343a10b699685fee247cc",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_se_vacia_c964f",
                            table="agenda_versionacta",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Aprobacion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aprobaciones",
                        to="agenda.versionacta",
                    ),
                ),
                ("nombre", models.CharField(max_length=200)),
                ("cargo", models.CharField(blank=True, max_length=200)),
                ("correo", models.EmailField(max_length=254, verbose_name="correo electrónico")),
                (
                    "usuario",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "estado",
                    models.CharField(
                        choices=[("pendiente", "Por aprobar"), ("aprobada", "Aprobó"), ("devuelta", "Devolvió")],
                        default="pendiente",
                        max_length=10,
                    ),
                ),
                ("momento", models.DateTimeField(blank=True, null=True)),
                ("comentario", models.TextField(blank=True, verbose_name="por qué la devuelve")),
            ],
            options={
                "verbose_name": "aprobación",
                "verbose_name_plural": "aprobaciones",
                "constraints": [
                    models.UniqueConstraint(fields=("version", "correo"), name="aprueba_una_vez"),
                    models.CheckConstraint(
                        condition=models.Q(("correo", django.db.models.functions.text.Lower("correo"))),
                        name="aprueba_correo_en_minusculas",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("estado", "pendiente"), ("momento__isnull", True)),
                            models.Q(("estado", "aprobada"), ("momento__isnull", False)),
                            models.Q(
                                ("estado", "devuelta"),
                                ("momento__isnull", False),
                                models.Q(("comentario", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="aprobacion_con_momento",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="5145e584a55694c8d748e061a936632d9e14ab2e",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_bdbb6",
                            table="agenda_aprobacion",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Foto",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "acta",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="fotos", to="agenda.acta"
                    ),
                ),
                (
                    "archivo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documentos.archivo"
                    ),
                ),
                ("descripcion", models.CharField(max_length=250, verbose_name="qué muestra")),
            ],
            options={
                "verbose_name": "foto",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="01b02d590d9279bbfa1d2d95ccaa0b897df6241c",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_07bba",
                            table="agenda_foto",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FormatoActa",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dependencia",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="formatos_de_acta",
                        to="directorio.dependencia",
                    ),
                ),
                (
                    "clase",
                    models.CharField(
                        choices=[("acta", "Acta"), ("informe", "Informe técnico de visita")], max_length=10
                    ),
                ),
                ("codigo", models.CharField(max_length=40, verbose_name="código")),
                ("version", models.CharField(max_length=20, verbose_name="versión")),
            ],
            options={
                "verbose_name": "formato de acta o informe",
                "verbose_name_plural": "formatos de actas e informes",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dependencia", "clase"),
                        name="un_formato_por_oficina",
                        violation_error_message="Esa dependencia ya tiene un formato de esa clase.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="a6f2c5c6e5e0a2eb1d3c44f8f250a2127b009d31",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_3c457",
                            table="agenda_formatoacta",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Invitado",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "sesion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="invitados", to="agenda.sesion"
                    ),
                ),
                (
                    "enlace",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitaciones",
                        to="directorio.enlace",
                    ),
                ),
                (
                    "entidad",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitaciones",
                        to="directorio.entidad",
                    ),
                ),
                ("nombre", models.CharField(max_length=200, verbose_name="nombre completo")),
                ("cargo", models.CharField(blank=True, max_length=200)),
                ("correo", models.EmailField(max_length=254, verbose_name="correo electrónico")),
                (
                    "origen",
                    models.CharField(
                        choices=[
                            ("convocatoria", "Convocatoria"),
                            ("equipo", "Lo agregó el equipo"),
                            ("inscripcion", "Se inscribió"),
                            ("respuesta", "Respondió sin estar invitado"),
                            ("a-cargo", "Está a cargo"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "situacion",
                    models.CharField(
                        choices=[
                            ("invitado", "Invitado"),
                            ("en-espera", "En lista de espera"),
                            ("por-decidir", "Por decidir"),
                            ("retirado", "Retirado"),
                        ],
                        default="invitado",
                        max_length=15,
                        verbose_name="situación",
                    ),
                ),
                (
                    "respuesta",
                    models.CharField(
                        choices=[
                            ("sin-respuesta", "Sin respuesta"),
                            ("asiste", "Asistirá"),
                            ("tal-vez", "Por confirmar"),
                            ("no-asiste", "No asistirá"),
                        ],
                        default="sin-respuesta",
                        max_length=15,
                    ),
                ),
                (
                    "respuesta_via",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("enlace", "Por el enlace del correo"),
                            ("calendario", "Desde su calendario"),
                            ("equipo", "La anotó el equipo"),
                        ],
                        max_length=15,
                        verbose_name="cómo respondió",
                    ),
                ),
                ("respondida_en", models.DateTimeField(blank=True, null=True)),
                (
                    "respuesta_secuencia",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="a qué cambio respondió"),
                ),
                ("comentario", models.CharField(blank=True, max_length=500)),
                ("espera_desde", models.DateTimeField(blank=True, null=True)),
                (
                    "secuencia_enviada",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="último cambio que se le envió"),
                ),
                (
                    "retiros",
                    models.PositiveSmallIntegerField(default=0, verbose_name="veces que se quitó de su calendario"),
                ),
                ("recordado_en", models.DateTimeField(blank=True, null=True)),
                ("creado_en", models.DateTimeField()),
            ],
            options={
                "verbose_name": "invitado",
                "indexes": [
                    models.Index(models.F("entidad"), name="invitado_de_entidad"),
                    models.Index(models.F("correo"), name="invitado_correo"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("sesion", "correo"),
                        name="invitado_una_vez",
                        violation_error_message="Esa persona ya está invitada.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("correo", django.db.models.functions.text.Lower("correo"))),
                        name="invitado_correo_en_minusculas",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("respondida_en__isnull", True), ("respuesta", "sin-respuesta"), ("respuesta_via", "")
                            ),
                            models.Q(
                                models.Q(("respuesta", "sin-respuesta"), _negated=True),
                                ("respondida_en__isnull", False),
                                models.Q(("respuesta_via", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="invitado_respuesta_con_momento",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("situacion", "en-espera"), _negated=True),
                            ("espera_desde__isnull", False),
                            _connector="OR",
                        ),
                        name="invitado_en_espera_desde",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="339dcfce39bb704a73c4935746f1ce3ba737721f",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_bcbe5",
                            table="agenda_invitado",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SuscripcionAgenda",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "usuario",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="suscripcion_agenda",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "clave",
                    models.CharField(default=asiste.agenda.models.sesion.nueva_clave, max_length=12, unique=True),
                ),
                ("creada_en", models.DateTimeField()),
            ],
            options={
                "verbose_name": "suscripción a la agenda",
                "verbose_name_plural": "suscripciones a la agenda",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="872efdbc0554f6010f55f3cd206edd4a8179cd21",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_fe840",
                            table="agenda_suscripcionagenda",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Asistencia",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "sesion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="asistencias", to="agenda.sesion"
                    ),
                ),
                (
                    "invitado",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asistencias",
                        to="agenda.invitado",
                    ),
                ),
                ("nombre", models.CharField(max_length=200, verbose_name="nombre completo")),
                ("cargo", models.CharField(blank=True, max_length=200)),
                ("correo", models.EmailField(blank=True, max_length=254, verbose_name="correo electrónico")),
                ("telefono", models.CharField(blank=True, max_length=60, verbose_name="teléfono")),
                (
                    "entidad",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asistencias",
                        to="directorio.entidad",
                    ),
                ),
                ("entidad_nombre", models.CharField(blank=True, max_length=200, verbose_name="entidad u organización")),
                (
                    "medio",
                    models.CharField(
                        choices=[
                            ("codigo", "Código en la sala"),
                            ("enlace", "Enlace de la sesión"),
                            ("manual", "Anotada por el equipo"),
                            ("tardia", "Anotada después"),
                        ],
                        max_length=10,
                        verbose_name="cómo se registró",
                    ),
                ),
                ("fuera_de_cupo", models.BooleanField(default=False, verbose_name="llegó cuando ya no había cupo")),
                ("llegada_en", models.DateTimeField()),
                ("registrada_en", models.DateTimeField()),
                (
                    "anotada_por",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("motivo", models.CharField(blank=True, max_length=200, verbose_name="por qué se anotó a mano")),
                (
                    "aviso_aceptado_en",
                    models.DateTimeField(blank=True, null=True, verbose_name="aceptó el aviso de privacidad"),
                ),
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
                ("retirada_motivo", models.CharField(blank=True, max_length=200, verbose_name="por qué se retiró")),
            ],
            options={
                "verbose_name": "asistencia",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(models.Q(("correo", ""), _negated=True), ("retirada_en__isnull", True)),
                        fields=("sesion", "correo"),
                        name="una_asistencia_por_persona",
                        violation_error_message="Esa persona ya registró su asistencia.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("correo", django.db.models.functions.text.Lower("correo"))),
                        name="asistencia_correo_en_minusculas",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("anotada_por__isnull", False), ("medio__in", ["manual", "tardia"])),
                            models.Q(
                                ("anotada_por__isnull", True),
                                ("aviso_aceptado_en__isnull", False),
                                ("medio__in", ["codigo", "enlace"]),
                            ),
                            _connector="OR",
                        ),
                        name="a_mano_dice_quien",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("retirada_en__isnull", False),
                                ("retirada_por__isnull", False),
                                models.Q(("retirada_motivo", ""), _negated=True),
                            ),
                            models.Q(
                                ("retirada_en__isnull", True), ("retirada_motivo", ""), ("retirada_por__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="asistencia_retirada_con_motivo",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="f94e9218bb89fd74cb6b0d74410810b18526e735",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_e73ed",
                            table="agenda_asistencia",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_borra",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="d2e543bc4eddcd843dd92e565e2cd8fad6dad4e1",
                            operation="DELETE",
                            pgid="pgtrigger_no_se_borra_69bec",
                            table="agenda_asistencia",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Compromiso",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "sesion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="compromisos", to="agenda.sesion"
                    ),
                ),
                ("actividad", models.TextField()),
                (
                    "responsable",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="compromisos",
                        to="directorio.funcionario",
                    ),
                ),
                (
                    "responsable_nombre",
                    models.CharField(blank=True, max_length=200, verbose_name="responsable de la entidad"),
                ),
                (
                    "responsable_correo",
                    models.EmailField(blank=True, max_length=254, verbose_name="correo del responsable"),
                ),
                (
                    "entidad",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="compromisos",
                        to="directorio.entidad",
                    ),
                ),
                ("vence_el", models.DateField(verbose_name="vence el (día hábil)")),
                (
                    "estado",
                    models.CharField(
                        choices=[
                            ("por-cumplir", "Por cumplir"),
                            ("cumplido", "Cumplido"),
                            ("sin-efecto", "Sin efecto"),
                        ],
                        default="por-cumplir",
                        max_length=15,
                    ),
                ),
                ("creado_en", models.DateTimeField()),
                (
                    "creado_por",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("cerrado_en", models.DateTimeField(blank=True, null=True, verbose_name="cumplido o sin efecto desde")),
                ("recordado_en", models.DateTimeField(blank=True, null=True, verbose_name="último recordatorio")),
            ],
            options={
                "verbose_name": "compromiso",
                "indexes": [
                    models.Index(
                        models.F("vence_el"),
                        models.F("id"),
                        condition=models.Q(("estado", "por-cumplir")),
                        name="compromiso_pendiente",
                    ),
                    models.Index(models.F("entidad"), models.F("vence_el"), name="compromiso_de_entidad"),
                    models.Index(models.F("responsable"), models.F("vence_el"), name="compromiso_de_persona"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("responsable__isnull", False), ("responsable_nombre", "")),
                            models.Q(
                                ("responsable__isnull", True), models.Q(("responsable_nombre", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="compromiso_de_alguien",
                        violation_error_message="Elija a alguien del equipo o escriba quién responde en la entidad.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("responsable_correo", django.db.models.functions.text.Lower("responsable_correo"))
                        ),
                        name="compromiso_correo_en_minusculas",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cerrado_en__isnull", True), ("estado", "por-cumplir")),
                            models.Q(models.Q(("estado", "por-cumplir"), _negated=True), ("cerrado_en__isnull", False)),
                            _connector="OR",
                        ),
                        name="compromiso_cerrado_tiene_momento",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="ee15866e6bd24b854395d8e605d780d5393cbb9f",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_6487f",
                            table="agenda_compromiso",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_borra",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="02afefef3ea65a31039d3f64d8ae333022572bec",
                            operation="DELETE",
                            pgid="pgtrigger_no_se_borra_21205",
                            table="agenda_compromiso",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Seguimiento",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "compromiso",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="seguimientos", to="agenda.compromiso"
                    ),
                ),
                (
                    "tipo",
                    models.CharField(
                        choices=[
                            ("creado", "Acordado"),
                            ("avance", "Avance"),
                            ("cambio", "Cambió"),
                            ("cumplido", "Cumplido"),
                            ("sin-efecto", "Sin efecto"),
                            ("reabierto", "Abierto otra vez"),
                        ],
                        max_length=10,
                    ),
                ),
                ("texto", models.TextField(blank=True)),
                (
                    "autor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "de_nombre",
                    models.CharField(blank=True, max_length=200, verbose_name="quién lo escribió sin entrar"),
                ),
                ("momento", models.DateTimeField()),
            ],
            options={
                "verbose_name": "seguimiento del compromiso",
                "verbose_name_plural": "seguimientos de los compromisos",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("autor__isnull", False), ("de_nombre", "")),
                            models.Q(("autor__isnull", True), models.Q(("de_nombre", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="seguimiento_de_alguien",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="c44bff008f75f43e03dde3da19c312929d2c9844",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_ed972",
                            table="agenda_seguimiento",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_cambia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="1a1634fb561d7d3a45e31ea206636ded5ad02785",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_no_cambia_027d0",
                            table="agenda_seguimiento",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_vacia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION '% solo se agrega', TG_TABLE_NAME;",
                            hash="206395b92097dc5eeaea53774bd2a4ca8dc436f9",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_se_vacia_a2a02",
                            table="agenda_seguimiento",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EvidenciaCompromiso",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "seguimiento",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="evidencias", to="agenda.seguimiento"
                    ),
                ),
                (
                    "archivo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documentos.archivo"
                    ),
                ),
                ("nombre", models.CharField(max_length=250)),
            ],
            options={
                "verbose_name": "evidencia del compromiso",
                "verbose_name_plural": "evidencias de los compromisos",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="3b5bcd24335555610b62aaa7d0722eb1b353249e",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_aa979",
                            table="agenda_evidenciacompromiso",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_cambia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9158130261093e36ae27ee1f438b94f1611f6cf0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_no_cambia_76d94",
                            table="agenda_evidenciacompromiso",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_vacia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION '% solo se agrega', TG_TABLE_NAME;",
                            hash="b25920816e2ae375aaacc0e0820955cd8608817c",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_se_vacia_b4881",
                            table="agenda_evidenciacompromiso",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HorarioAsesor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "funcionario",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="horario", to="directorio.funcionario"
                    ),
                ),
                (
                    "dia",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "Lunes"), (2, "Martes"), (3, "Miércoles"), (4, "Jueves"), (5, "Viernes")],
                        verbose_name="día",
                    ),
                ),
                ("inicia", models.TimeField(verbose_name="desde")),
                ("termina", models.TimeField(verbose_name="hasta")),
            ],
            options={
                "verbose_name": "horario del asesor",
                "verbose_name_plural": "horarios de los asesores",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("termina__gt", models.F("inicia"))),
                        name="horario_en_orden",
                        violation_error_message="La hora final debe ser posterior a la inicial.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="2d290ebcaa52e685db623a128b5edc21de3768da",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_67dbf",
                            table="agenda_horarioasesor",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Propuesta",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "clave",
                    models.CharField(
                        default=asiste.agenda.models.sesion.nueva_clave, editable=False, max_length=12, unique=True
                    ),
                ),
                (
                    "solicitud",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="propuestas",
                        to="solicitudes.solicitud",
                    ),
                ),
                ("titulo", models.CharField(max_length=200, verbose_name="título")),
                (
                    "modalidad",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="portafolio.modalidad"
                    ),
                ),
                (
                    "medio",
                    models.CharField(
                        choices=[("presencial", "Presencial"), ("telefonica", "Telefónica"), ("virtual", "Virtual")],
                        max_length=10,
                    ),
                ),
                ("lugar", models.CharField(blank=True, max_length=200)),
                (
                    "enlace_virtual",
                    models.URLField(blank=True, max_length=500, verbose_name="enlace de la reunión virtual"),
                ),
                (
                    "dirige",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="directorio.funcionario"
                    ),
                ),
                (
                    "entidad",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="propuestas",
                        to="directorio.entidad",
                    ),
                ),
                ("nombre", models.CharField(max_length=200, verbose_name="a quién se ofrece")),
                ("correo", models.EmailField(max_length=254, verbose_name="correo electrónico")),
                (
                    "estado",
                    models.CharField(
                        choices=[("abierta", "Por elegir"), ("elegida", "Elegida"), ("retirada", "Retirada")],
                        default="abierta",
                        max_length=10,
                    ),
                ),
                (
                    "creada_por",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("creada_en", models.DateTimeField()),
                ("vence_en", models.DateTimeField(verbose_name="se puede elegir hasta")),
                (
                    "sesion",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="propuesta",
                        to="agenda.sesion",
                    ),
                ),
                ("pidio_otras_en", models.DateTimeField(blank=True, null=True, verbose_name="pidió otras horas el")),
                ("pidio_otras", models.CharField(blank=True, max_length=500, verbose_name="cuáles le sirven")),
                ("funcionarios", models.ManyToManyField(related_name="propuestas", to="directorio.funcionario")),
            ],
            options={
                "verbose_name": "propuesta de horarios",
                "verbose_name_plural": "propuestas de horarios",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("correo", django.db.models.functions.text.Lower("correo"))),
                        name="propuesta_correo_en_minusculas",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("estado", "elegida"), ("sesion__isnull", False)),
                            models.Q(models.Q(("estado", "elegida"), _negated=True), ("sesion__isnull", True)),
                            _connector="OR",
                        ),
                        name="propuesta_elegida_tiene_sesion",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="b48c7ae4a56f7a99abe32c838cee9c82e1da9d15",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_792f9",
                            table="agenda_propuesta",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Propuesta_funcionarios_auditada",
            fields=[],
            options={
                "proxy": True,
            },
            bases=("agenda.propuesta_funcionarios",),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="propuesta_funcionarios_auditada",
            trigger=pgtrigger.compiler.Trigger(
                name="auditado",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                    hash="6cbb8916f795b22c9ecf34b420b73ef2210857c0",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_auditado_719d9",
                    table="agenda_propuesta_funcionarios",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="FranjaOfrecida",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "propuesta",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="franjas", to="agenda.propuesta"
                    ),
                ),
                ("inicia", models.DateTimeField(verbose_name="empieza")),
                ("termina", models.DateTimeField()),
            ],
            options={
                "verbose_name": "franja ofrecida",
                "verbose_name_plural": "franjas ofrecidas",
                "constraints": [
                    models.UniqueConstraint(fields=("propuesta", "inicia"), name="franja_una_vez"),
                    models.CheckConstraint(
                        condition=models.Q(("termina__gt", models.F("inicia"))), name="franja_en_orden"
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="bb8bf6dd40c1031e9a320e98156bdd9258538376",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_a84fd",
                            table="agenda_franjaofrecida",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
    ]
