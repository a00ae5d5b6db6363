import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

# Spanish search that minds neither accents nor endings
CONFIGURACION = """
CREATE TEXT SEARCH CONFIGURATION asiste_es (COPY = spanish);
ALTER TEXT SEARCH CONFIGURATION asiste_es
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, spanish_stem;
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auditoria", "0001_inicial"),
        ("directorio", "0001_inicial"),
        ("documentos", "0001_inicial"),
        ("portafolio", "0001_inicial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunSQL(CONFIGURACION, "DROP TEXT SEARCH CONFIGURATION asiste_es"),
        migrations.CreateModel(
            name="Publicacion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("clave", models.SlugField(max_length=80, unique=True, verbose_name="dirección permanente")),
                (
                    "clase",
                    models.CharField(
                        choices=[
                            ("concepto", "Concepto"),
                            ("linea", "Línea técnica"),
                            ("guia", "Guía"),
                            ("instrumento", "Instrumento"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "formato",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("video", "Video"),
                            ("curso", "Curso en línea"),
                            ("formato", "Formato"),
                            ("sesion", "Sesión grabada"),
                            ("documento", "Documento"),
                        ],
                        max_length=10,
                    ),
                ),
                ("numero", models.CharField(blank=True, max_length=40, verbose_name="número")),
                ("titulo", models.CharField(max_length=250, verbose_name="título")),
                ("resumen", models.TextField(blank=True)),
                ("html", models.TextField(blank=True, verbose_name="texto con formato")),
                ("texto", models.TextField(blank=True, verbose_name="texto sin formato")),
                ("enlace", models.URLField(blank=True, max_length=500, verbose_name="dónde está")),
                (
                    "de_quien",
                    models.CharField(blank=True, max_length=200, verbose_name="entidad que lo hizo, si es otra"),
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
                (
                    "dependencia",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publicaciones",
                        to="directorio.dependencia",
                    ),
                ),
                ("fecha", models.DateField(verbose_name="expedida el")),
                ("publicada_en", models.DateTimeField()),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="versión")),
                (
                    "estado",
                    models.CharField(
                        choices=[("vigente", "Vigente"), ("no-vigente", "No vigente"), ("retirada", "Retirada")],
                        default="vigente",
                        max_length=10,
                    ),
                ),
                ("motivo", models.CharField(blank=True, max_length=300, verbose_name="por qué no rige o se retiró")),
                (
                    "buscable",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.CombinedSearchVector(
                            django.contrib.postgres.search.CombinedSearchVector(
                                django.contrib.postgres.search.SearchVector(
                                    "numero", "titulo", config="asiste_es", weight="A"
                                ),
                                "||",
                                django.contrib.postgres.search.SearchVector("resumen", config="asiste_es", weight="B"),
                                django.contrib.postgres.search.SearchConfig("asiste_es"),
                            ),
                            "||",
                            django.contrib.postgres.search.SearchVector(
                                django.db.models.functions.text.Left("texto", 100000), config="asiste_es", weight="C"
                            ),
                            django.contrib.postgres.search.SearchConfig("asiste_es"),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                ("temas", models.ManyToManyField(blank=True, related_name="publicaciones", to="portafolio.tema")),
            ],
            options={
                "verbose_name": "publicación",
                "verbose_name_plural": "publicaciones",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(models.F("buscable"), name="publicacion_buscable"),
                    models.Index(
                        models.OrderBy(models.F("fecha"), descending=True),
                        models.OrderBy(models.F("id"), descending=True),
                        name="publicacion_reciente",
                    ),
                    models.Index(
                        models.OrderBy(models.F("publicada_en"), descending=True),
                        models.OrderBy(models.F("id"), descending=True),
                        name="publicacion_nueva",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("numero", ""), _negated=True),
                        fields=("clase", "numero"),
                        name="numero_publicado_una_vez",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("estado", "vigente"), models.Q(("motivo", ""), _negated=True), _connector="OR"
                        ),
                        name="lo_que_no_rige_dice_por_que",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("clase", "instrumento"), models.Q(("formato", ""), _negated=True)),
                            models.Q(models.Q(("clase", "instrumento"), _negated=True), ("formato", "")),
                            _connector="OR",
                        ),
                        name="solo_un_instrumento_tiene_formato",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="35d0fecb52eb44e5b5dfeb30ac33ec92de9e5388",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_4e5db",
                            table="conocimiento_publicacion",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_borra",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="5f64f7198e5374811578616cec61fea73122ecd2",
                            operation="DELETE",
                            pgid="pgtrigger_no_se_borra_f847d",
                            table="conocimiento_publicacion",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Publicacion_temas_auditada",
            fields=[],
            options={
                "proxy": True,
            },
            bases=("conocimiento.publicacion_temas",),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publicacion_temas_auditada",
            trigger=pgtrigger.compiler.Trigger(
                name="auditado",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                    hash="cff6d0048b9c68b6ad367d56e325972e9ad7cd18",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_auditado_cbcd5",
                    table="conocimiento_publicacion_temas",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Sinonimo",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("palabra", models.CharField(max_length=80, unique=True, verbose_name="lo que la gente escribe")),
                ("equivale", models.CharField(max_length=120, verbose_name="lo que dicen los documentos")),
            ],
            options={
                "verbose_name": "sinónimo",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("palabra", django.db.models.functions.text.Lower("palabra"))),
                        name="sinonimo_en_minusculas",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="e484d88e027e48ea2612951d4f13b956bbea52a8",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_e3f13",
                            table="conocimiento_sinonimo",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BusquedaGuardada",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("correo", models.EmailField(max_length=254, verbose_name="correo electrónico")),
                ("consulta", models.CharField(blank=True, max_length=500, verbose_name="búsqueda y filtros")),
                ("confirmada_en", models.DateTimeField()),
                ("avisada_hasta", models.DateTimeField(verbose_name="hasta cuándo se le ha avisado")),
                ("cancelada_en", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "búsqueda guardada",
                "verbose_name_plural": "búsquedas guardadas",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("cancelada_en", None)),
                        fields=("correo", "consulta"),
                        name="una_alerta_por_busqueda",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("correo", django.db.models.functions.text.Lower("correo"))),
                        name="alerta_correo_en_minusculas",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="3b50d9a608df2a401c78846789dd2686db1933f6",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_27a5f",
                            table="conocimiento_busquedaguardada",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Uso",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "publicacion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="usos", to="conocimiento.publicacion"
                    ),
                ),
                (
                    "clase",
                    models.CharField(
                        choices=[
                            ("resolvio", "Resolvió una duda sin solicitud"),
                            ("respuesta", "Citada en una respuesta"),
                            ("sesion", "Material de una sesión"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "entidad",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directorio.entidad",
                    ),
                ),
                ("referencia", models.CharField(blank=True, max_length=40, verbose_name="radicado o sesión")),
                ("momento", models.DateTimeField()),
            ],
            options={
                "verbose_name": "uso de una publicación",
                "verbose_name_plural": "usos de publicaciones",
                "indexes": [models.Index(models.F("publicacion"), models.F("clase"), name="uso_de_publicacion")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("referencia", ""), _negated=True),
                        fields=("publicacion", "clase", "referencia"),
                        name="un_uso_por_referencia",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="c4b3e755dce474c336cfe67248a65e4a6352ad60",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_3847f",
                            table="conocimiento_uso",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_cambia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="24d145b9b08441899eb10bebfe05f95b07133c56",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_no_cambia_8c81d",
                            table="conocimiento_uso",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_vacia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION '% solo se agrega', TG_TABLE_NAME;",
                            hash="684928260f08823ff976ee9aeef16d18c4d4907e",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_se_vacia_121c3",
                            table="conocimiento_uso",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Relacion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "origen",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="relaciones",
                        to="conocimiento.publicacion",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="relaciones_recibidas",
                        to="conocimiento.publicacion",
                    ),
                ),
            ],
            options={
                "verbose_name": "relación entre publicaciones",
                "verbose_name_plural": "relaciones entre publicaciones",
                "constraints": [
                    models.UniqueConstraint(fields=("origen", "destino"), name="una_relacion_entre_dos"),
                    models.CheckConstraint(
                        condition=models.Q(("origen", models.F("destino")), _negated=True), name="relacion_con_otra"
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="29b2c9aedaaced7186c2759ddd1a38a4b6d0c388",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_358c5",
                            table="conocimiento_relacion",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="VersionPublicacion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "publicacion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versiones",
                        to="conocimiento.publicacion",
                    ),
                ),
                ("numero", models.PositiveSmallIntegerField(verbose_name="número")),
                ("titulo", models.CharField(max_length=250, verbose_name="título")),
                ("html", models.TextField(blank=True)),
                ("enlace", models.URLField(blank=True, max_length=500)),
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
                ("cambio", models.CharField(blank=True, max_length=300, verbose_name="qué cambió")),
                (
                    "creada_por",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("creada_en", models.DateTimeField()),
            ],
            options={
                "verbose_name": "versión de una publicación",
                "verbose_name_plural": "versiones de publicaciones",
                "constraints": [
                    models.UniqueConstraint(fields=("publicacion", "numero"), name="version_publicada_una_vez")
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="c9bde3888a00a41847b8d643eb2336cd97f53269",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_dbe58",
                            table="conocimiento_versionpublicacion",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_cambia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="56a7caad930b4764bd01da2d80abe5509f0b3f80",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_no_cambia_09a44",
                            table="conocimiento_versionpublicacion",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_vacia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION '% solo se agrega', TG_TABLE_NAME;",
                            hash="96e8d3bdb321f0e0f5eebb31b72342e214ff0d32",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_se_vacia_9af3b",
                            table="conocimiento_versionpublicacion",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
    ]
