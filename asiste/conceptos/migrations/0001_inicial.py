import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import asiste.documentos.verificacion


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auditoria", "0001_inicial"),
        ("conocimiento", "0001_inicial"),
        ("directorio", "0001_inicial"),
        ("documentos", "0001_inicial"),
        ("portafolio", "0001_inicial"),
        ("solicitudes", "0001_inicial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ConsecutivoConcepto",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "direccion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="directorio.dependencia"
                    ),
                ),
                ("anio", models.PositiveSmallIntegerField(verbose_name="año")),
                ("ultimo", models.PositiveIntegerField(default=0, verbose_name="último")),
            ],
            options={
                "verbose_name": "consecutivo de conceptos",
                "verbose_name_plural": "consecutivos de conceptos",
                "constraints": [
                    models.UniqueConstraint(fields=("direccion", "anio"), name="un_consecutivo_por_direccion")
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="2afc0e1a4dafe0c6337af3c493e80ddc90768377",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_9422a",
                            table="conceptos_consecutivoconcepto",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_borra",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="bb9a264833b6f5b6b5eb2f0e7c0a90e8ee9dc3eb",
                            operation="DELETE",
                            pgid="pgtrigger_no_se_borra_38dd2",
                            table="conceptos_consecutivoconcepto",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Concepto",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "solicitud",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conceptos",
                        to="solicitudes.solicitud",
                    ),
                ),
                (
                    "dependencia",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conceptos",
                        to="directorio.dependencia",
                    ),
                ),
                ("asunto", models.CharField(max_length=250)),
                ("consulta", models.TextField(verbose_name="lo que se consulta")),
                ("terminos", models.TextField(blank=True, verbose_name="términos en que se pide")),
                (
                    "estado",
                    models.CharField(
                        choices=[
                            ("proyecto", "En proyección"),
                            ("revision", "En revisión"),
                            ("firma", "Para firma"),
                            ("firmado", "Firmado"),
                            ("sin-efecto", "Sin efecto"),
                        ],
                        default="proyecto",
                        max_length=10,
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(default=0, verbose_name="versión")),
                (
                    "proyecta",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conceptos_que_proyecta",
                        to="directorio.funcionario",
                    ),
                ),
                (
                    "revisa",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conceptos_que_revisa",
                        to="directorio.funcionario",
                    ),
                ),
                (
                    "firma",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conceptos_que_firma",
                        to="directorio.funcionario",
                    ),
                ),
                ("creado_en", models.DateTimeField()),
                (
                    "datos_por",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="quién precisó los datos",
                    ),
                ),
                ("motivo", models.TextField(blank=True, verbose_name="por qué quedó sin efecto")),
                ("numero", models.CharField(blank=True, max_length=40, verbose_name="número")),
                ("firmado_en", models.DateTimeField(blank=True, null=True)),
                (
                    "documento",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="concepto",
                        to="documentos.documento",
                        verbose_name="lo firmado",
                    ),
                ),
                ("notificado_en", models.DateTimeField(blank=True, null=True)),
                (
                    "destino",
                    models.CharField(
                        choices=[("pendiente", "Por decidir"), ("publico", "Publicado"), ("reservado", "Reservado")],
                        default="pendiente",
                        max_length=10,
                    ),
                ),
                ("reserva", models.CharField(blank=True, max_length=200, verbose_name="por qué se reserva")),
                (
                    "publicacion",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="concepto",
                        to="conocimiento.publicacion",
                    ),
                ),
            ],
            options={
                "verbose_name": "concepto",
                "indexes": [
                    models.Index(
                        models.F("dependencia"),
                        models.OrderBy(models.F("creado_en"), descending=True),
                        name="concepto_de_oficina",
                    ),
                    models.Index(models.F("estado"), models.F("id"), name="concepto_por_estado"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("estado__in", ["proyecto", "revision", "firma"])),
                        fields=("solicitud",),
                        name="un_concepto_vivo",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("numero", ""), _negated=True),
                        fields=("numero",),
                        name="numero_de_concepto_una_vez",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("documento__isnull", False),
                                ("estado", "firmado"),
                                ("firma__isnull", False),
                                ("firmado_en__isnull", False),
                                models.Q(("numero", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("estado", "firmado"), _negated=True),
                                ("documento__isnull", True),
                                ("firmado_en__isnull", True),
                                ("numero", ""),
                            ),
                            _connector="OR",
                        ),
                        name="concepto_firmado_completo",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("estado", "sin-efecto"), _negated=True),
                            models.Q(("motivo", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="concepto_sin_efecto_con_motivo",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("destino", "pendiente"), ("publicacion__isnull", True), ("reserva", "")),
                            models.Q(
                                ("destino", "publico"),
                                ("estado", "firmado"),
                                ("publicacion__isnull", False),
                                ("reserva", ""),
                            ),
                            models.Q(
                                ("destino", "reservado"),
                                ("estado", "firmado"),
                                ("publicacion__isnull", True),
                                models.Q(("reserva", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="destino_de_lo_firmado",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="ea2f0ea8367f1770f2a595bb56614649dd8d9440",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_af131",
                            table="conceptos_concepto",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_borra",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="c0f88692a216756ddf4eee3349249ac1c2079a3d",
                            operation="DELETE",
                            pgid="pgtrigger_no_se_borra_b77ef",
                            table="conceptos_concepto",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_cambia_lo_dado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."solicitud_id" IS DISTINCT FROM (NEW."solicitud_id"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="b99a3225f7e79b7d6b06d7f3f1a08cbf827bcc55",
                            operation="UPDATE",
                            pgid="pgtrigger_no_cambia_lo_dado_0fa14",
                            table="conceptos_concepto",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AnexoConcepto",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "concepto",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="anexos", to="conceptos.concepto"
                    ),
                ),
                (
                    "archivo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documentos.archivo"
                    ),
                ),
                ("nombre", models.CharField(max_length=250)),
                ("paginas", models.PositiveIntegerField(blank=True, null=True, verbose_name="páginas")),
                (
                    "agregado_por",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "anexo de un concepto",
                "verbose_name_plural": "anexos de conceptos",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="312dd38b4fe533953c2cc2dcb75459d4e1204abf",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_ce0b9",
                            table="conceptos_anexoconcepto",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FichaPublica",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "concepto",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ficha_publica",
                        to="conceptos.concepto",
                    ),
                ),
                ("titulo", models.CharField(max_length=250, verbose_name="título")),
                ("resumen", models.TextField()),
                (
                    "preparada_por",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("preparada_en", models.DateTimeField()),
                ("temas", models.ManyToManyField(related_name="+", to="portafolio.tema")),
            ],
            options={
                "verbose_name": "ficha pública",
                "verbose_name_plural": "fichas públicas",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="5b34c74f0e2037b73a46a7f8d8a1ac6505a255a0",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_9d7d3",
                            table="conceptos_fichapublica",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FichaPublica_temas_auditada",
            fields=[],
            options={
                "proxy": True,
            },
            bases=("conceptos.fichapublica_temas",),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fichapublica_temas_auditada",
            trigger=pgtrigger.compiler.Trigger(
                name="auditado",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                    hash="d4db99dbe050dd9759347463d3ebe58abb0d16c6",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_auditado_7eaef",
                    table="conceptos_fichapublica_temas",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Tachadura",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "concepto",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tachaduras", to="conceptos.concepto"
                    ),
                ),
                ("pasaje", models.CharField(max_length=500)),
                (
                    "clase",
                    models.CharField(
                        choices=[
                            ("cedula", "Cédula"),
                            ("correo", "Correo"),
                            ("telefono", "Teléfono"),
                            ("direccion", "Dirección"),
                            ("nombre", "Quien consulta"),
                            ("otro", "Otro dato"),
                        ],
                        max_length=10,
                    ),
                ),
                ("tacha", models.BooleanField(verbose_name="se suprime")),
                ("motivo", models.CharField(blank=True, max_length=200, verbose_name="por qué se conserva")),
                (
                    "autor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("momento", models.DateTimeField()),
            ],
            options={
                "verbose_name": "tachadura",
                "constraints": [
                    models.UniqueConstraint(fields=("concepto", "pasaje"), name="una_decision_por_pasaje"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("motivo", ""), ("tacha", True)),
                            models.Q(("tacha", False), models.Q(("motivo", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="lo_que_se_conserva_dice_por_que",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="900b5eea2aa5b07dc1c75aaf4d8c191f84c573e0",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_05ab3",
                            table="conceptos_tachadura",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RelacionPrevista",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "concepto",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="relaciones_previstas",
                        to="conceptos.concepto",
                    ),
                ),
                (
                    "tipo",
                    models.CharField(
                        choices=[
                            ("reitera", "Reitera"),
                            ("aclara", "Aclara"),
                            ("modifica", "Modifica"),
                            ("sin-efecto", "Deja sin efecto"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "destino",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="conocimiento.publicacion"
                    ),
                ),
            ],
            options={
                "verbose_name": "relación prevista",
                "verbose_name_plural": "relaciones previstas",
                "constraints": [
                    models.UniqueConstraint(fields=("concepto", "destino"), name="una_relacion_prevista_con_otra")
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="a959c8ba2f7813afd77e30068cfd1deda0a99021",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_81364",
                            table="conceptos_relacionprevista",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SeccionConcepto",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "concepto",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="secciones", to="conceptos.concepto"
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
                "verbose_name": "sección de un concepto",
                "verbose_name_plural": "secciones de conceptos",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("aparte", False)),
                        fields=("concepto", "clave"),
                        name="seccion_de_concepto_una_vez",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("aparte", True)),
                        fields=("concepto", "clave", "escrita_por"),
                        name="una_version_aparte_de_concepto",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="a945e0e7d7014563d139db14c36a3b0c9773645b",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_98c5b",
                            table="conceptos_seccionconcepto",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PresenciaConcepto",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "concepto",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="presencias", to="conceptos.concepto"
                    ),
                ),
                (
                    "usuario",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("vista_en", models.DateTimeField()),
            ],
            options={
                "verbose_name": "presencia en un concepto",
                "verbose_name_plural": "presencias en conceptos",
                "constraints": [
                    models.UniqueConstraint(fields=("concepto", "usuario"), name="una_presencia_en_concepto")
                ],
            },
        ),
        migrations.CreateModel(
            name="FormatoConcepto",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dependencia",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="formato_de_concepto",
                        to="directorio.dependencia",
                    ),
                ),
                ("codigo", models.CharField(max_length=40, verbose_name="código")),
                ("version", models.CharField(max_length=20, verbose_name="versión")),
                ("textos", models.JSONField(blank=True, default=dict, verbose_name="texto inicial de cada sección")),
            ],
            options={
                "verbose_name": "formato de concepto",
                "verbose_name_plural": "formatos de concepto",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="b8758057ce95b88b559a26dc95a04a340e50e5d6",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_9845b",
                            table="conceptos_formatoconcepto",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="VersionConcepto",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "concepto",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versiones", to="conceptos.concepto"
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
                "verbose_name": "versión de un concepto",
                "verbose_name_plural": "versiones de conceptos",
                "constraints": [
                    models.UniqueConstraint(fields=("concepto", "numero"), name="version_de_concepto_una_vez")
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="bc3751e491934442b8ae2481da833fdd403897ef",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_ecf10",
                            table="conceptos_versionconcepto",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_cambia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="fc47dd70dcf56f38758641fbc58bec6220c3655d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_no_cambia_0be83",
                            table="conceptos_versionconcepto",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_vacia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION '% solo se agrega', TG_TABLE_NAME;",
                            hash="4dba615e94e61a7cc9f19b2cdc9e8b2dcd8c7e6d",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_se_vacia_0dac1",
                            table="conceptos_versionconcepto",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EjemplarConcepto",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ejemplares",
                        to="conceptos.versionconcepto",
                    ),
                ),
                (
                    "firmante",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="directorio.funcionario"
                    ),
                ),
                ("numero", models.CharField(max_length=40, verbose_name="número que tomaría")),
                (
                    "archivo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documentos.archivo"
                    ),
                ),
                ("creado_en", models.DateTimeField()),
            ],
            options={
                "verbose_name": "ejemplar para la firma",
                "verbose_name_plural": "ejemplares para la firma",
                "indexes": [
                    models.Index(models.F("version"), models.F("firmante"), models.F("id"), name="ejemplar_de_firmante")
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="21c86e2d681965a1e5b44414485c01007fdaa2f9",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_c1c36",
                            table="conceptos_ejemplarconcepto",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_cambia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="04b31741cb4bd949661418ce0d70588508e33738",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_no_cambia_ce006",
                            table="conceptos_ejemplarconcepto",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_vacia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION '% solo se agrega', TG_TABLE_NAME;",
                            hash="b029d117fe48e4e8017d954b6b2e40b4b2e82154",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_se_vacia_9764a",
                            table="conceptos_ejemplarconcepto",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Paso",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "concepto",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="pasos", to="conceptos.concepto"
                    ),
                ),
                (
                    "tipo",
                    models.CharField(
                        choices=[
                            ("enviado", "Enviado a revisión"),
                            ("devuelto", "Devuelto"),
                            ("revisado", "Revisado, pasa a firma"),
                            ("firmado", "Firmado"),
                            ("notificado", "Notificado"),
                            ("publicado", "Publicado"),
                            ("reservado", "Reservado"),
                            ("sin-efecto", "Sin efecto"),
                        ],
                        max_length=12,
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(verbose_name="versión")),
                (
                    "autor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("momento", models.DateTimeField()),
                ("detalle", models.TextField(blank=True)),
            ],
            options={
                "verbose_name": "paso de un concepto",
                "verbose_name_plural": "pasos de conceptos",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="db0e4522113b4c2c8145a8632cb8e0aa05af3f35",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_8f818",
                            table="conceptos_paso",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_cambia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8186fb844ae58a40bd7981479ee7a61864f2d9ff",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_no_cambia_d96ad",
                            table="conceptos_paso",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_vacia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION '% solo se agrega', TG_TABLE_NAME;",
                            hash="54221960986429641ec8bbebe7bd1d5806727413",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_se_vacia_6273e",
                            table="conceptos_paso",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Observacion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "concepto",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="observaciones",
                        to="conceptos.concepto",
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(verbose_name="versión")),
                ("clave", models.SlugField(max_length=20, verbose_name="sección")),
                ("pasaje", models.TextField(blank=True)),
                ("texto", models.TextField()),
                (
                    "autor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("creada_en", models.DateTimeField()),
                ("respuesta", models.TextField(blank=True)),
                (
                    "resuelta_por",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("resuelta_en", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "observación",
                "verbose_name_plural": "observaciones",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("resuelta_en__isnull", True), ("resuelta_por__isnull", True)),
                            models.Q(("resuelta_en__isnull", False), ("resuelta_por__isnull", False)),
                            _connector="OR",
                        ),
                        name="observacion_resuelta_por_alguien",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="4ccb252c8b46747935d1d014681c6c3b9bdd0a83",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_f0fd2",
                            table="conceptos_observacion",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="VersionLeida",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lecturas",
                        to="conceptos.versionconcepto",
                    ),
                ),
                (
                    "usuario",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("huella", models.CharField(max_length=64, verbose_name="huella SHA-256 de lo que abrió")),
                ("momento", models.DateTimeField()),
            ],
            options={
                "verbose_name": "versión leída",
                "verbose_name_plural": "versiones leídas",
                "constraints": [models.UniqueConstraint(fields=("version", "usuario", "huella"), name="leida_una_vez")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="c2e46ed4c2fa07e9d940302bb9ea1af9a76b7fbc",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_6a4bb",
                            table="conceptos_versionleida",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_cambia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8e0b0eabe224958e09410d8ef028eca9d5e13313",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_no_cambia_a51d9",
                            table="conceptos_versionleida",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_vacia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION '% solo se agrega', TG_TABLE_NAME;",
                            hash="b6bdecb612fde7a1914c5103e77c4749b358f5d3",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_se_vacia_0b3a0",
                            table="conceptos_versionleida",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
    ]
