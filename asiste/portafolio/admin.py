"""The portfolio in the administration: topics, modalities, levels, channels and service agreements."""

from django.contrib import admin

from asiste.portafolio.models import ANS, Canal, Modalidad, Nivel, Tema


@admin.register(Tema)
class TemaAdmin(admin.ModelAdmin[Tema]):
    """Tree of topics of each dirección."""

    list_display = ["nombre", "tipo", "dependencia", "padre", "papel", "lider_verificado", "activo"]
    list_filter = ["activo", "tipo", "papel", "lider_verificado", "dependencia"]
    list_select_related = ["dependencia", "padre"]
    search_fields = ["nombre__unaccent", "lider__unaccent"]
    autocomplete_fields = ["dependencia", "padre"]
    ordering = ["dependencia__orden", "orden", "id"]


@admin.register(Modalidad)
class ModalidadAdmin(admin.ModelAdmin[Modalidad]):
    """Forms the assistance takes."""

    list_display = ["nombre", "clave", "orden"]
    list_filter = ["dependencias"]
    search_fields = ["nombre__unaccent"]
    autocomplete_fields = ["dependencias"]
    ordering = ["orden", "id"]


@admin.register(Nivel)
class NivelAdmin(admin.ModelAdmin[Nivel]):
    """Service levels."""

    list_display = ["numero", "nombre", "radica"]
    search_fields = ["nombre__unaccent"]
    ordering = ["numero"]


@admin.register(Canal)
class CanalAdmin(admin.ModelAdmin[Canal]):
    """Official ways in."""

    list_display = ["valor", "tipo", "dependencia", "predeterminado", "alias_de"]
    list_filter = ["tipo", "dependencia"]
    list_select_related = ["dependencia", "alias_de"]
    search_fields = ["valor", "descripcion__unaccent"]
    autocomplete_fields = ["dependencia", "alias_de"]
    ordering = ["dependencia__orden", "tipo", "id"]


@admin.register(ANS)
class ANSAdmin(admin.ModelAdmin[ANS]):
    """Service agreements: business days by dirección, modality, level and year."""

    list_display = ["dependencia", "modalidad", "nivel", "vigencia", "dias", "motivo"]
    list_filter = ["dependencia", "vigencia", "modalidad", "nivel"]
    list_select_related = ["dependencia", "modalidad", "nivel"]
    search_fields = ["dependencia__nombre__unaccent", "dependencia__sigla", "motivo__unaccent"]
    autocomplete_fields = ["dependencia", "modalidad", "nivel"]
    ordering = ["dependencia__orden", "-vigencia", "id"]
