"""The directory in the administration: sectors, entities, offices, people, allocation and contacts."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from asiste.directorio.administracion import EncargoAdmin
from asiste.directorio.models import (
    AsesorAsignado,
    Ausencia,
    Denominacion,
    Dependencia,
    Dominio,
    Encargo,
    Enlace,
    Entidad,
    Funcionario,
    Sector,
)


class DenominacionInline(admin.TabularInline[Denominacion, Entidad]):
    """Other names of the entity."""

    model = Denominacion
    extra = 0


class DominioInline(admin.TabularInline[Dominio, Entidad]):
    """Mail domains of the entity."""

    model = Dominio
    extra = 0


@admin.register(Sector)
class SectorAdmin(admin.ModelAdmin[Sector]):
    """Administrative sectors."""

    list_display = ["nombre", "clave", "orden"]
    search_fields = ["nombre__unaccent"]
    ordering = ["orden", "id"]


@admin.register(Entidad)
class EntidadAdmin(admin.ModelAdmin[Entidad]):
    """Entities, with their names and mail domains."""

    list_display = ["nombre", "sigla", "sector", "naturaleza", "activa"]
    list_filter = ["activa", "naturaleza", "sector"]
    list_select_related = ["sector"]
    search_fields = ["nombre__unaccent", "sigla", "denominaciones__nombre__unaccent", "dominios__dominio"]
    autocomplete_fields = ["sector"]
    inlines = [DenominacionInline, DominioInline]
    ordering = ["nombre", "id"]


@admin.register(Dependencia)
class DependenciaAdmin(admin.ModelAdmin[Dependencia]):
    """Offices of the Subsecretaría."""

    list_display = ["nombre", "sigla", "tipo", "padre", "titular"]
    list_filter = ["tipo"]
    list_select_related = ["padre"]
    search_fields = ["nombre__unaccent", "sigla"]
    autocomplete_fields = ["padre"]
    ordering = ["orden", "id"]


@admin.register(Funcionario)
class FuncionarioAdmin(admin.ModelAdmin[Funcionario]):
    """People of each office."""

    list_display = ["usuario", "dependencia", "cargo"]
    list_filter = ["dependencia"]
    search_fields = ["usuario__nombre__unaccent", "usuario__email", "cargo"]
    autocomplete_fields = ["usuario", "dependencia"]
    ordering = ["usuario__nombre", "id"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Funcionario]:
        """With the names that lists and searches show."""
        return super().get_queryset(request).select_related("usuario", "dependencia")


@admin.register(AsesorAsignado)
class AsesorAsignadoAdmin(admin.ModelAdmin[AsesorAsignado]):
    """Which adviser answers for each sector, entity or topic."""

    list_display = ["asesor", "dependencia", "sector", "entidad", "tema", "desde", "hasta"]
    list_filter = ["dependencia", "sector", ("hasta", admin.EmptyFieldListFilter)]
    list_select_related = ["asesor__usuario", "dependencia", "sector", "entidad", "tema"]
    search_fields = ["asesor__usuario__nombre__unaccent", "entidad__nombre__unaccent", "tema__nombre__unaccent"]
    autocomplete_fields = ["dependencia", "asesor", "sector", "entidad", "tema"]
    ordering = ["-desde", "-id"]


@admin.register(Ausencia)
class AusenciaAdmin(admin.ModelAdmin[Ausencia]):
    """Absences and who stands in."""

    list_display = ["asesor", "sustituto", "desde", "hasta", "motivo"]
    list_select_related = ["asesor__usuario", "sustituto__usuario"]
    search_fields = ["asesor__usuario__nombre__unaccent", "sustituto__usuario__nombre__unaccent"]
    autocomplete_fields = ["asesor", "sustituto"]
    date_hierarchy = "desde"
    ordering = ["-desde", "-id"]


admin.site.register(Encargo, EncargoAdmin)


@admin.register(Enlace)
class EnlaceAdmin(admin.ModelAdmin[Enlace]):
    """Contacts of the entities."""

    list_display = ["nombre", "cargo", "correo", "entidad", "desde", "hasta"]
    list_filter = ["entidad__sector", ("hasta", admin.EmptyFieldListFilter)]
    list_select_related = ["entidad"]
    search_fields = ["nombre__unaccent", "correo", "entidad__nombre__unaccent", "entidad__sigla"]
    autocomplete_fields = ["entidad", "temas"]
    ordering = ["nombre", "id"]
    show_full_result_count = False
