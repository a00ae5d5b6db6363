import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auditoria", "0001_inicial"),
        ("conocimiento", "0001_inicial"),
        ("directorio", "0001_inicial"),
        ("documentos", "0001_inicial"),
        ("notificaciones", "0001_inicial"),
        ("portafolio", "0001_inicial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TrigramExtension(),
        migrations.CreateModel(
            name="Consecutivo",
            fields=[
                ("id", models.PositiveSmallIntegerField(primary_key=True, serialize=False, verbose_name="año")),
                ("ultimo", models.PositiveIntegerField(verbose_name="último")),
            ],
            options={
                "verbose_name": "consecutivo",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="04e818e9478b82ee96179bf8f833fc459c03c020",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_20cec",
                            table="solicitudes_consecutivo",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_borra",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="3a47134cfb4331cb581df5ee81e045d35157bf56",
                            operation="DELETE",
                            pgid="pgtrigger_no_se_borra_ceaa5",
                            table="solicitudes_consecutivo",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_retrocede",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (NEW."ultimo" < (OLD."ultimo"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="ed369853acf174a0d1bb205eb01d561204727aed",
                            operation="UPDATE",
                            pgid="pgtrigger_no_retrocede_f2087",
                            table="solicitudes_consecutivo",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Importacion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dependencia",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="importaciones",
                        to="directorio.dependencia",
                    ),
                ),
                ("archivo", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="documentos.archivo")),
                ("nombre", models.CharField(max_length=250)),
                ("hoja", models.CharField(blank=True, max_length=100)),
                ("fila_titulos", models.PositiveIntegerField(default=0, verbose_name="fila de los títulos")),
                (
                    "titulos",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(blank=True, max_length=200), default=list, size=None
                    ),
                ),
                ("columnas", models.JSONField(default=dict, verbose_name="qué es cada columna")),
                ("cierra_atendidas", models.BooleanField(default=True, verbose_name="lo atendido entra ya cerrado")),
                ("creada_en", models.DateTimeField()),
                (
                    "creada_por",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "tarea",
                    models.CharField(
                        blank=True,
                        choices=[("revisar", "Revisando"), ("aplicar", "Importando"), ("deshacer", "Deshaciendo")],
                        max_length=10,
                        verbose_name="lo que se está haciendo",
                    ),
                ),
                (
                    "tarea_de",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("fallo", models.TextField(blank=True, verbose_name="por qué no se pudo")),
                ("revisada_en", models.DateTimeField(blank=True, null=True)),
                ("cuentas", models.JSONField(default=dict, verbose_name="filas de cada resultado")),
                ("valores", models.JSONField(default=list, verbose_name="palabras por confirmar")),
                ("aplicada_en", models.DateTimeField(blank=True, null=True)),
                ("deshecha_en", models.DateTimeField(blank=True, null=True)),
                (
                    "deshecha_por",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("motivo", models.TextField(blank=True, verbose_name="por qué se deshizo")),
            ],
            options={
                "verbose_name": "importación",
                "verbose_name_plural": "importaciones",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deshecha_en__isnull", True), ("deshecha_por__isnull", True)),
                            models.Q(
                                ("aplicada_en__isnull", False),
                                ("deshecha_en__isnull", False),
                                ("deshecha_por__isnull", False),
                                models.Q(("motivo", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="importacion_deshecha_con_motivo",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="fec884915d6f900fd47fd9eb4de5b78dbf2d9270",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_374f4",
                            table="solicitudes_importacion",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Solicitud",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("anio", models.PositiveSmallIntegerField(verbose_name="año")),
                ("numero", models.PositiveIntegerField(verbose_name="número")),
                ("radicado", models.CharField(max_length=20, unique=True)),
                ("radicado_siga", models.CharField(blank=True, max_length=40, verbose_name="radicado de SIGA")),
                ("contingencia", models.CharField(blank=True, max_length=40, verbose_name="número de contingencia")),
                ("folios", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "origen",
                    models.CharField(
                        choices=[("demanda", "Por demanda"), ("oferta", "Por oferta")], default="demanda", max_length=10
                    ),
                ),
                (
                    "canal",
                    models.CharField(
                        choices=[
                            ("correo", "Correo"),
                            ("formulario", "Formulario web"),
                            ("ventanilla", "Ventanilla"),
                            ("telefono", "Teléfono"),
                        ],
                        max_length=10,
                    ),
                ),
                ("recibida_en", models.DateTimeField(verbose_name="fecha de recepción")),
                ("radicada_en", models.DateTimeField(verbose_name="fecha de radicación")),
                ("inicia_el", models.DateField(verbose_name="cuenta como recibida el")),
                ("dias", models.PositiveSmallIntegerField(verbose_name="días hábiles del término")),
                ("prorroga", models.PositiveSmallIntegerField(default=0, verbose_name="días hábiles de prórroga")),
                ("vence_el", models.DateField()),
                (
                    "direccion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="solicitudes_de_direccion",
                        to="directorio.dependencia",
                        verbose_name="dirección",
                    ),
                ),
                (
                    "dependencia",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="solicitudes",
                        to="directorio.dependencia",
                    ),
                ),
                (
                    "asesor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="solicitudes",
                        to="directorio.funcionario",
                    ),
                ),
                (
                    "entidad",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="solicitudes",
                        to="directorio.entidad",
                    ),
                ),
                ("entidad_nombre", models.CharField(blank=True, max_length=200)),
                ("entidad_externa", models.BooleanField(default=False, verbose_name="no es una entidad del Distrito")),
                (
                    "sector",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="directorio.sector"
                    ),
                ),
                ("solicitante_nombre", models.CharField(blank=True, max_length=200)),
                ("solicitante_cargo", models.CharField(blank=True, max_length=200)),
                ("solicitante_correo", models.EmailField(blank=True, db_index=True, max_length=254)),
                ("asunto", models.CharField(max_length=250)),
                ("texto", models.TextField(verbose_name="requerimiento")),
                (
                    "modalidad",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="portafolio.modalidad"
                    ),
                ),
                (
                    "medio",
                    models.CharField(
                        blank=True,
                        choices=[("presencial", "Presencial"), ("telefonica", "Telefónica"), ("virtual", "Virtual")],
                        max_length=10,
                    ),
                ),
                (
                    "nivel",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="portafolio.nivel"
                    ),
                ),
                ("logistica", models.TextField(blank=True, verbose_name="logística")),
                ("terminos", models.TextField(blank=True, verbose_name="términos en que se requiere la respuesta")),
                (
                    "estado",
                    models.CharField(
                        choices=[
                            ("por-tomar", "Por tomar"),
                            ("en-tramite", "En trámite"),
                            ("suspendida", "Suspendida"),
                            ("atendida", "Atendida"),
                            ("cerrada", "Cerrada"),
                            ("trasladada", "Trasladada"),
                            ("desistida", "Desistida"),
                            ("fusionada", "Unida a otra"),
                            ("anulada", "Anulada"),
                        ],
                        default="por-tomar",
                        max_length=15,
                    ),
                ),
                (
                    "principal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="unidas",
                        to="solicitudes.solicitud",
                    ),
                ),
                (
                    "importacion",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="solicitudes",
                        to="solicitudes.importacion",
                    ),
                ),
                ("importacion_fila", models.PositiveIntegerField(blank=True, null=True, verbose_name="fila del libro")),
                ("suspendida_en", models.DateTimeField(blank=True, null=True)),
                ("primera_respuesta_en", models.DateTimeField(blank=True, null=True)),
                ("atendida_en", models.DateTimeField(blank=True, null=True, verbose_name="fecha de atención")),
                ("cerrada_en", models.DateTimeField(blank=True, null=True, verbose_name="fecha en que terminó")),
                (
                    "buscable",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.CombinedSearchVector(
                            django.contrib.postgres.search.SearchVector(
                                "radicado", "radicado_siga", "asunto", "entidad_nombre", config="asiste_es", weight="A"
                            ),
                            "||",
                            django.contrib.postgres.search.SearchVector(
                                "solicitante_nombre",
                                django.db.models.functions.text.Left("texto", 100000),
                                config="asiste_es",
                                weight="B",
                            ),
                            django.contrib.postgres.search.SearchConfig("asiste_es"),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "participantes",
                    models.ManyToManyField(blank=True, related_name="participaciones", to="directorio.entidad"),
                ),
                (
                    "tambien_en",
                    models.ManyToManyField(
                        blank=True,
                        related_name="solicitudes_tambien",
                        to="directorio.dependencia",
                        verbose_name="dependencias a las que también llegó",
                    ),
                ),
            ],
            options={
                "verbose_name": "solicitud",
                "verbose_name_plural": "solicitudes",
                "indexes": [
                    models.Index(
                        models.F("dependencia"),
                        models.OrderBy(models.F("recibida_en"), descending=True),
                        models.OrderBy(models.F("id"), descending=True),
                        name="solicitud_base",
                    ),
                    models.Index(
                        models.F("entidad"),
                        models.OrderBy(models.F("recibida_en"), descending=True),
                        name="solicitud_de_entidad",
                    ),
                    models.Index(
                        models.F("asesor"),
                        models.F("recibida_en"),
                        models.F("id"),
                        condition=models.Q(("estado", "por-tomar")),
                        name="solicitud_fila",
                    ),
                    models.Index(
                        models.F("dependencia"),
                        models.F("recibida_en"),
                        models.F("id"),
                        condition=models.Q(("estado", "por-tomar")),
                        name="solicitud_fila_dep",
                    ),
                    models.Index(
                        models.F("asesor"),
                        models.F("vence_el"),
                        condition=models.Q(("estado__in", ["en-tramite", "suspendida", "atendida"])),
                        name="solicitud_en_mano",
                    ),
                    models.Index(
                        models.F("asesor"), models.F("estado"), models.F("cerrada_en"), name="solicitud_de_asesor"
                    ),
                    models.Index(
                        models.F("estado"),
                        models.OrderBy(models.F("cerrada_en"), descending=True),
                        name="solicitud_por_estado",
                    ),
                    models.Index(
                        models.Case(
                            models.When(estado="suspendida", then=models.Value(1)),
                            models.When(estado="atendida", then=models.Value(2)),
                            default=models.Value(0),
                            output_field=models.SmallIntegerField(),
                        ),
                        models.F("vence_el"),
                        models.F("id"),
                        condition=models.Q(("estado__in", ["por-tomar", "en-tramite", "suspendida"])),
                        name="solicitud_por_tanda",
                    ),
                    models.Index(
                        models.OrderBy(models.F("recibida_en"), descending=True),
                        models.OrderBy(models.F("id"), descending=True),
                        name="solicitud_reciente",
                    ),
                    models.Index(
                        models.F("dependencia"),
                        models.F("vence_el"),
                        models.F("id"),
                        condition=models.Q(("estado__in", ["por-tomar", "en-tramite", "suspendida"])),
                        name="solicitud_abierta",
                    ),
                    models.Index(
                        models.F("vence_el"),
                        models.F("id"),
                        condition=models.Q(("estado__in", ["por-tomar", "en-tramite"])),
                        name="solicitud_por_vencer",
                    ),
                    models.Index(
                        models.F("suspendida_en"),
                        condition=models.Q(("estado", "suspendida")),
                        name="solicitud_suspendida",
                    ),
                    models.Index(
                        models.F("recibida_en"),
                        models.F("id"),
                        condition=models.Q(("entidad__isnull", True)),
                        name="solicitud_por_identificar",
                    ),
                    django.contrib.postgres.indexes.GinIndex(models.F("buscable"), name="solicitud_buscable"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("anio", "numero"), name="radicado_sin_repetir"),
                    models.UniqueConstraint(
                        condition=models.Q(("contingencia", ""), _negated=True),
                        fields=("contingencia",),
                        name="contingencia_sin_repetir",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("atendida_en__isnull", False), ("estado__in", ["atendida", "cerrada"])),
                            models.Q(
                                ("atendida_en__isnull", True), ("estado__in", ["por-tomar", "en-tramite", "suspendida"])
                            ),
                            ("estado__in", ["trasladada", "desistida", "fusionada", "anulada"]),
                            _connector="OR",
                        ),
                        name="atendida_tiene_fecha",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("cerrada_en__isnull", True),
                                ("estado__in", ["por-tomar", "en-tramite", "suspendida", "atendida"]),
                            ),
                            models.Q(
                                ("cerrada_en__isnull", False),
                                ("estado__in", ["cerrada", "trasladada", "desistida", "fusionada", "anulada"]),
                            ),
                            _connector="OR",
                        ),
                        name="lo_terminado_tiene_fecha",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("estado", "suspendida"), ("suspendida_en__isnull", False)),
                            models.Q(
                                models.Q(("estado", "suspendida"), _negated=True), ("suspendida_en__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="suspendida_tiene_fecha",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("estado", "fusionada"), ("principal__isnull", False)),
                            models.Q(models.Q(("estado", "fusionada"), _negated=True), ("principal__isnull", True)),
                            _connector="OR",
                        ),
                        name="fusionada_tiene_principal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("asesor__isnull", True), ("estado__in", ["en-tramite", "suspendida"]), _negated=True
                        ),
                        name="en_tramite_tiene_asesor",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("radicada_en__gte", models.F("recibida_en"))),
                        name="no_se_radica_antes_de_recibir",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="1cf75912459c0c4c7c304555ab25a481619e2f3f",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_e663b",
                            table="solicitudes_solicitud",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_cambia_lo_dado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."anio" IS DISTINCT FROM (NEW."anio") OR OLD."numero" IS DISTINCT FROM (NEW."numero") OR OLD."radicado" IS DISTINCT FROM (NEW."radicado") OR OLD."radicada_en" IS DISTINCT FROM (NEW."radicada_en"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="369cfed0af6edcb3e92b8f95caf06f033ad032f4",
                            operation="UPDATE",
                            pgid="pgtrigger_no_cambia_lo_dado_0bf84",
                            table="solicitudes_solicitud",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_borra",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="5d0f75d622b0379161ef661c8c9fb367f3342f2c",
                            operation="DELETE",
                            pgid="pgtrigger_no_se_borra_2018f",
                            table="solicitudes_solicitud",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Solicitud_participantes_auditada",
            fields=[],
            options={
                "proxy": True,
            },
            bases=("solicitudes.solicitud_participantes",),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="solicitud_participantes_auditada",
            trigger=pgtrigger.compiler.Trigger(
                name="auditado",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                    hash="cd511e78d760e545b07abe9de0c6f53386d13c2d",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_auditado_3b708",
                    table="solicitudes_solicitud_participantes",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Solicitud_tambien_en_auditada",
            fields=[],
            options={
                "proxy": True,
            },
            bases=("solicitudes.solicitud_tambien_en",),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="solicitud_tambien_en_auditada",
            trigger=pgtrigger.compiler.Trigger(
                name="auditado",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                    hash="51c2a9ff84ddaaeade05223027bda707bb899afc",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_auditado_22766",
                    table="solicitudes_solicitud_tambien_en",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Aviso",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "solicitud",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="avisos", to="solicitudes.solicitud"
                    ),
                ),
                (
                    "destinatario",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "clase",
                    models.CharField(
                        choices=[
                            ("vencida", "Vencidas"),
                            ("hoy", "Vencen hoy"),
                            ("un-dia", "Falta un día hábil"),
                            ("tres-dias", "Vencen pronto"),
                            ("desistimiento", "Puede declararse el desistimiento"),
                            ("asignada", "Nuevas a su cargo"),
                        ],
                        max_length=15,
                    ),
                ),
                ("fecha", models.DateField(verbose_name="día del que depende")),
                (
                    "mensaje",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="notificaciones.mensaje"
                    ),
                ),
            ],
            options={
                "verbose_name": "aviso",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("solicitud", "clase", "destinatario", "fecha"), name="el_mismo_aviso_una_vez"
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="4504be458c2b0c073c546550bcbafed316f12cb4",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_46b96",
                            table="solicitudes_aviso",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_cambia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="295ee7381a3813f62d7e393fc78fbf50f4f8d0b8",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_no_cambia_80204",
                            table="solicitudes_aviso",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_vacia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION '% solo se agrega', TG_TABLE_NAME;",
                            hash="aafe2c4c7144346596f24bd01964cbd8e5e9e6ad",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_se_vacia_e5fc0",
                            table="solicitudes_aviso",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ResumenDelDia",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("fecha", models.DateField(unique=True)),
                ("momento", models.DateTimeField()),
            ],
            options={
                "verbose_name": "resumen del día",
                "verbose_name_plural": "resúmenes del día",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="025565cf7d67e3d42d96eb02d53d0964d4ad4fb1",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_5f09b",
                            table="solicitudes_resumendeldia",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_cambia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="eb832bd2da95cbbd2a5ae39608cfc921a5f760c1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_no_cambia_92eab",
                            table="solicitudes_resumendeldia",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_vacia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION '% solo se agrega', TG_TABLE_NAME;",
                            hash="eabba6ea74f313f8010c0730f8c72e637fbd0b6b",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_se_vacia_65e2e",
                            table="solicitudes_resumendeldia",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Borrador",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "usuario",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="borrador",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("datos", models.JSONField(default=dict)),
                ("guardado_en", models.DateTimeField()),
            ],
            options={
                "verbose_name": "borrador",
                "verbose_name_plural": "borradores",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="cc47915db3f5a941124909fbc6d5badf19114f49",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_1091e",
                            table="solicitudes_borrador",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BorradorAnexo",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "borrador",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="anexos", to="solicitudes.borrador"
                    ),
                ),
                ("archivo", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="documentos.archivo")),
                ("nombre", models.CharField(max_length=250)),
                ("postura", models.BooleanField(default=False, verbose_name="postura técnica de la entidad")),
            ],
            options={
                "verbose_name": "anexo del borrador",
                "verbose_name_plural": "anexos del borrador",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="8f69d4ccb521aa62a641d1d86fab9c3ae9b302d4",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_f7a1e",
                            table="solicitudes_borradoranexo",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CambioCalendario",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "sentido",
                    models.CharField(
                        choices=[("agregar", "Deja de ser hábil"), ("quitar", "Vuelve a ser hábil")], max_length=10
                    ),
                ),
                ("fecha", models.DateField()),
                ("motivo", models.CharField(max_length=200)),
                ("acto", models.CharField(max_length=200, verbose_name="norma o acto administrativo")),
                ("aplicado_en", models.DateTimeField()),
                ("autor", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
                (
                    "deshace",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deshecho_por",
                        to="solicitudes.cambiocalendario",
                    ),
                ),
            ],
            options={
                "verbose_name": "cambio del calendario",
                "verbose_name_plural": "cambios del calendario",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("motivo", ""), _negated=True), models.Q(("acto", ""), _negated=True)
                        ),
                        name="cambio_con_motivo_y_acto",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="bf5404c65379f6fc3d2783dca69d22dee8e8973d",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_295cc",
                            table="solicitudes_cambiocalendario",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_cambia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="58a39b566e524cc02aec40c7c6ac7b9f59633752",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_no_cambia_a05aa",
                            table="solicitudes_cambiocalendario",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_vacia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION '% solo se agrega', TG_TABLE_NAME;",
                            hash="da9b48d089bf4af98718209f5750080677f8b769",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_se_vacia_4c590",
                            table="solicitudes_cambiocalendario",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VencimientoMovido",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "cambio",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="movidos",
                        to="solicitudes.cambiocalendario",
                    ),
                ),
                (
                    "solicitud",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vencimientos_movidos",
                        to="solicitudes.solicitud",
                    ),
                ),
                ("antes", models.DateField()),
                ("despues", models.DateField(verbose_name="después")),
            ],
            options={
                "verbose_name": "vencimiento movido",
                "verbose_name_plural": "vencimientos movidos",
                "constraints": [models.UniqueConstraint(fields=("cambio", "solicitud"), name="una_vez_en_cada_cambio")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="407a6872272a2809267bda36989b996b76f99365",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_7cb01",
                            table="solicitudes_vencimientomovido",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_cambia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="62977e0699922113cb09ec0d8a1ad95f3d293fb1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_no_cambia_e0d26",
                            table="solicitudes_vencimientomovido",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_vacia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION '% solo se agrega', TG_TABLE_NAME;",
                            hash="9713a45e7724f973c96bd58a05e45b1ec83d2747",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_se_vacia_55efd",
                            table="solicitudes_vencimientomovido",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Actuacion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "solicitud",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actuaciones",
                        to="solicitudes.solicitud",
                    ),
                ),
                (
                    "tipo",
                    models.CharField(
                        choices=[
                            ("radicada", "Radicada"),
                            ("asignada", "Asignada"),
                            ("reasignada", "Reasignada"),
                            ("identificada", "Entidad identificada"),
                            ("tomada", "Tomada en su turno"),
                            ("fuera-de-turno", "Tomada fuera de turno"),
                            ("temas", "Temas actualizados"),
                            ("tema-respondido", "Tema respondido"),
                            ("recibida", "Llegó un mensaje de la entidad"),
                            ("nota", "Nota interna"),
                            ("respuesta", "Respuesta a la entidad"),
                            ("evidencia", "Evidencia agregada"),
                            ("atendida", "Atendida"),
                            ("cerrada", "Cerrada"),
                            ("suspendida", "Suspendida: falta información"),
                            ("reanudada", "Reanudada"),
                            ("prorrogada", "Plazo prorrogado"),
                            ("trasladada", "Trasladada"),
                            ("desistida", "Desistimiento"),
                            ("anulada", "Anulada"),
                            ("reabierta", "Reabierta"),
                            ("vinculada", "Relacionada con otra"),
                            ("fusionada", "Unida a otra"),
                            ("unida", "Recibió otra solicitud"),
                            ("separada", "Separada de la otra"),
                            ("dividida", "Dividida en dos"),
                            ("calendario", "El calendario cambió"),
                            ("rebote", "No se pudo entregar un correo"),
                            ("importada", "Importada de un libro"),
                            ("solicitante", "Solicitante corregido"),
                            ("compartida", "También llegó a otra dependencia"),
                            ("sesion", "Sesión"),
                            ("concepto", "Concepto"),
                            ("nivel", "Nivel de servicio"),
                        ],
                        max_length=15,
                    ),
                ),
                ("momento", models.DateTimeField()),
                (
                    "autor",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("autor_nombre", models.CharField(blank=True, max_length=200)),
                ("texto", models.TextField(blank=True)),
                ("visible_entidad", models.BooleanField(default=False, verbose_name="la ve la entidad")),
                ("message_id", models.CharField(blank=True, max_length=998)),
                (
                    "mensaje",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="notificaciones.mensaje"
                    ),
                ),
                (
                    "dias",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="días hábiles que agrega"),
                ),
                (
                    "otra",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="menciones",
                        to="solicitudes.solicitud",
                    ),
                ),
            ],
            options={
                "verbose_name": "actuación",
                "verbose_name_plural": "actuaciones",
                "indexes": [
                    models.Index(models.F("solicitud"), models.F("momento"), models.F("id"), name="actuacion_en_orden"),
                    models.Index(
                        models.F("message_id"),
                        condition=models.Q(("message_id", ""), _negated=True),
                        name="actuacion_hilo",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("dias__gte", 1), ("tipo", "prorrogada")),
                            models.Q(models.Q(("tipo", "prorrogada"), _negated=True), ("dias__isnull", True)),
                            _connector="OR",
                        ),
                        name="solo_la_prorroga_agrega_dias",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="f7caa7c15e0f6dd096a65fb0132ca4dae2343d9a",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_4a47f",
                            table="solicitudes_actuacion",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_cambia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5643b855165a51f0f519cd662e0e979af92569e7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_no_cambia_e7d1f",
                            table="solicitudes_actuacion",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_vacia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION '% solo se agrega', TG_TABLE_NAME;",
                            hash="44a87aa1c31c6670c061e24aa267a0c5bd7ad9be",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_se_vacia_0808e",
                            table="solicitudes_actuacion",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Anexo",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "solicitud",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="anexos", to="solicitudes.solicitud"
                    ),
                ),
                (
                    "actuacion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="anexos", to="solicitudes.actuacion"
                    ),
                ),
                ("archivo", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="documentos.archivo")),
                ("nombre", models.CharField(max_length=250)),
                ("en_linea", models.BooleanField(default=False, verbose_name="parte del texto")),
                ("aviso", models.CharField(blank=True, max_length=200)),
                ("postura", models.BooleanField(default=False, verbose_name="postura técnica de la entidad")),
            ],
            options={
                "verbose_name": "anexo",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="ad04cd7f7a7a60dbb233ac4e38ddea55ca6b27b6",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_c24f6",
                            table="solicitudes_anexo",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TemaSolicitud",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "solicitud",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="temas_a_cargo",
                        to="solicitudes.solicitud",
                    ),
                ),
                ("tema", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="portafolio.tema")),
                (
                    "dependencia",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="directorio.dependencia"),
                ),
                (
                    "responsable",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="directorio.funcionario"
                    ),
                ),
                (
                    "lider",
                    models.CharField(blank=True, max_length=200, verbose_name="líder de la política, fuera de la SDFI"),
                ),
                (
                    "estado",
                    models.CharField(
                        choices=[("pendiente", "Por responder"), ("respondido", "Respondido")],
                        default="pendiente",
                        max_length=10,
                    ),
                ),
                ("respuesta", models.TextField(blank=True)),
                ("respondido_en", models.DateTimeField(blank=True, null=True)),
                (
                    "respondido_por",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "tema de la solicitud",
                "verbose_name_plural": "temas de la solicitud",
                "indexes": [
                    models.Index(
                        models.F("responsable"), condition=models.Q(("estado", "pendiente")), name="tema_por_responder"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("solicitud", "tema"), name="tema_una_vez"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("estado", "respondido"), ("respondido_en__isnull", False)),
                            models.Q(
                                ("estado", "pendiente"),
                                ("respondido_en__isnull", True),
                                ("respondido_por__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="respondido_tiene_momento",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="63d26ec60ee82f5225df8b8ad783ca93be545afb",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_ce45b",
                            table="solicitudes_temasolicitud",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="solicitud",
            name="temas",
            field=models.ManyToManyField(
                related_name="solicitudes", through="solicitudes.TemaSolicitud", to="portafolio.tema"
            ),
        ),
        migrations.CreateModel(
            name="Toma",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "solicitud",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="toma", to="solicitudes.solicitud"
                    ),
                ),
                (
                    "asesor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tomas", to="directorio.funcionario"
                    ),
                ),
                ("momento", models.DateTimeField()),
                (
                    "motivo",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("riesgo", "Riesgo para personas, bienes o documentos"),
                            ("termino", "Término legal más corto"),
                            ("instruccion", "Instrucción de la dirección"),
                            ("especialidad", "Requiere la especialidad de quien la toma"),
                            ("relacionada", "Se atiende junto con otra solicitud"),
                        ],
                        max_length=15,
                    ),
                ),
                ("explicacion", models.TextField(blank=True, verbose_name="explicación")),
            ],
            options={
                "verbose_name": "toma",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("explicacion", ""), ("motivo", "")),
                            models.Q(
                                models.Q(("motivo", ""), _negated=True), models.Q(("explicacion", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="fuera_de_turno_con_motivo",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="d77480de553703c2d3db62b115dd7d37e2a0c584",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_57dca",
                            table="solicitudes_toma",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_cambia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="43e09e40f8f67b01f4a79a2b51f03506e1534f72",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_no_cambia_a5a7c",
                            table="solicitudes_toma",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_vacia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION '% solo se agrega', TG_TABLE_NAME;",
                            hash="6b6fb0462913c35ae699d6e8ef2b18db4ba242c8",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_se_vacia_45930",
                            table="solicitudes_toma",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Copia",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "solicitud",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="copias", to="solicitudes.solicitud"
                    ),
                ),
                (
                    "usuario",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("momento", models.DateTimeField()),
                ("huella", models.CharField(max_length=64, verbose_name="huella SHA-256 del ZIP")),
            ],
            options={
                "verbose_name": "copia del expediente",
                "verbose_name_plural": "copias del expediente",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="20c9ad092a0c990a8dff3d9a261761e5882c4fa7",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_3ee37",
                            table="solicitudes_copia",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_cambia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="40dfc07bca85e9b6472dfc691e947fc36862fb16",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_no_cambia_3e0a0",
                            table="solicitudes_copia",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_vacia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION '% solo se agrega', TG_TABLE_NAME;",
                            hash="63628768a1d42f1930b5b7119a738b47b20a4f20",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_se_vacia_e2609",
                            table="solicitudes_copia",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Equivalencia",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dependencia",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="equivalencias",
                        to="directorio.dependencia",
                    ),
                ),
                (
                    "tipo",
                    models.CharField(
                        choices=[("entidad", "Entidad"), ("tema", "Tema"), ("asesor", "Asesor")], max_length=10
                    ),
                ),
                ("texto", models.CharField(max_length=200, verbose_name="texto, en minúsculas y sin tildes")),
                (
                    "entidad",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="directorio.entidad"
                    ),
                ),
                (
                    "tema",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="portafolio.tema"
                    ),
                ),
                (
                    "asesor",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="directorio.funcionario"
                    ),
                ),
            ],
            options={
                "verbose_name": "equivalencia",
                "constraints": [
                    models.UniqueConstraint(fields=("dependencia", "tipo", "texto"), name="equivalencia_unica"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("tipo", "entidad"), ("entidad__isnull", True), _connector="OR"),
                            models.Q(("tipo", "tema"), ("tema__isnull", True), _connector="OR"),
                            models.Q(("tipo", "asesor"), ("asesor__isnull", True), _connector="OR"),
                        ),
                        name="equivalencia_de_su_tipo",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="dc723172caf8d20dd485edbfd41a1d169e14a060",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_e7119",
                            table="solicitudes_equivalencia",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RenglonImportado",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "importacion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="renglones",
                        to="solicitudes.importacion",
                    ),
                ),
                ("fila", models.PositiveIntegerField()),
                (
                    "resultado",
                    models.CharField(
                        choices=[
                            ("error", "Error"),
                            ("aviso", "Entra, con avisos"),
                            ("entra", "Entra"),
                            ("repetida", "Ya está: no entra"),
                            ("omitida", "No es una solicitud"),
                        ],
                        max_length=10,
                    ),
                ),
                ("fecha", models.CharField(blank=True, max_length=40)),
                ("entidad", models.CharField(blank=True, max_length=200)),
                ("asunto", models.CharField(blank=True, max_length=200)),
                (
                    "mensajes",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None),
                ),
            ],
            options={
                "verbose_name": "renglón importado",
                "verbose_name_plural": "renglones importados",
                "indexes": [
                    models.Index(
                        models.F("importacion"), models.F("resultado"), models.F("fila"), name="renglon_por_resultado"
                    )
                ],
                "constraints": [models.UniqueConstraint(fields=("importacion", "fila"), name="renglon_una_vez")],
            },
        ),
        migrations.CreateModel(
            name="Vista",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "pagina",
                    models.CharField(
                        choices=[("base", "Base de trazabilidad"), ("bandeja", "Bandeja")],
                        default="base",
                        max_length=10,
                        verbose_name="lista",
                    ),
                ),
                ("nombre", models.CharField(max_length=80)),
                (
                    "consulta",
                    models.CharField(max_length=1000, verbose_name="condiciones, como en la dirección de la página"),
                ),
                (
                    "usuario",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="vistas", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "dependencia",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vistas",
                        to="directorio.dependencia",
                    ),
                ),
            ],
            options={
                "verbose_name": "vista guardada",
                "verbose_name_plural": "vistas guardadas",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("usuario", "nombre"),
                        name="vista_con_su_nombre",
                        violation_error_message="Ya tiene una vista con ese nombre.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="8d6bde7aa61609c6bcfb6f00b461bd458443345b",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_ddf53",
                            table="solicitudes_vista",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Lote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("clave", models.UUIDField(unique=True)),
                ("accion", models.CharField(max_length=10, verbose_name="acción")),
                (
                    "usuario",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("momento", models.DateTimeField()),
                ("casos", models.PositiveSmallIntegerField(verbose_name="cuántas solicitudes")),
            ],
            options={
                "verbose_name": "lote",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="840d0bbe5637479c3165201fa97722da64beab5b",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_8f26c",
                            table="solicitudes_lote",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_cambia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6491cee7cf940a894a0728a3bcbf8ecd666fe9df",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_no_cambia_1b2f0",
                            table="solicitudes_lote",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_vacia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION '% solo se agrega', TG_TABLE_NAME;",
                            hash="510d49ec45659e2161ee2480384cbba1317f0fbd",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_se_vacia_e1ffa",
                            table="solicitudes_lote",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Redaccion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "solicitud",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="redacciones",
                        to="solicitudes.solicitud",
                    ),
                ),
                (
                    "clase",
                    models.CharField(
                        choices=[("respuesta", "Respuesta a la entidad"), ("nota", "Nota interna")], max_length=10
                    ),
                ),
                (
                    "usuario",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
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
                "verbose_name": "redacción",
                "verbose_name_plural": "redacciones",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("solicitud", "clase", "usuario", "aparte"), name="una_redaccion", nulls_distinct=False
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("clase", "nota"), ("usuario__isnull", False)),
                            models.Q(("aparte", False), ("clase", "respuesta"), ("usuario__isnull", True)),
                            models.Q(("aparte", True), ("clase", "respuesta"), ("usuario__isnull", False)),
                            _connector="OR",
                        ),
                        name="la_nota_es_de_quien_la_escribe",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="4606e232d11418e0c150337fd4c9c125af70a4a7",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_62fde",
                            table="solicitudes_redaccion",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Presencia",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "solicitud",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="presencias",
                        to="solicitudes.solicitud",
                    ),
                ),
                (
                    "usuario",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("vista_en", models.DateTimeField()),
                ("escribe", models.BooleanField(default=False)),
            ],
            options={
                "verbose_name": "presencia",
                "constraints": [models.UniqueConstraint(fields=("solicitud", "usuario"), name="una_presencia")],
            },
        ),
        migrations.CreateModel(
            name="Plantilla",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dependencia",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plantillas",
                        to="directorio.dependencia",
                    ),
                ),
                ("nombre", models.CharField(max_length=120)),
                ("texto", models.TextField()),
                ("activa", models.BooleanField(default=True)),
            ],
            options={
                "verbose_name": "plantilla",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dependencia", "nombre"),
                        name="plantilla_con_su_nombre",
                        violation_error_message="Ya hay una plantilla con ese nombre.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="431b4216a7588c36d1bce7d814ef7c5f515c3467",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_068e9",
                            table="solicitudes_plantilla",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Vinculo",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "solicitud",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="vinculos", to="solicitudes.solicitud"
                    ),
                ),
                (
                    "otra",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vinculos_de_vuelta",
                        to="solicitudes.solicitud",
                    ),
                ),
                (
                    "tipo",
                    models.CharField(
                        choices=[
                            ("relacionada", "Relacionada"),
                            ("continuacion", "Continúa"),
                            ("division", "Salió de"),
                        ],
                        default="relacionada",
                        max_length=12,
                    ),
                ),
                ("creado_en", models.DateTimeField()),
                (
                    "autor",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "vínculo",
                "constraints": [
                    models.UniqueConstraint(fields=("solicitud", "otra"), name="vinculo_una_vez"),
                    models.CheckConstraint(
                        condition=models.Q(("solicitud", models.F("otra")), _negated=True), name="vinculo_con_otra"
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="70a6e3d8d6a1ffa222642ad594d89b35768cc49f",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_15ffb",
                            table="solicitudes_vinculo",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
    ]
