"""The catalogues of the agenda in the administration."""

from django.contrib import admin

from asiste.agenda.models import FormatoActa


@admin.register(FormatoActa)
class FormatoActaAdmin(admin.ModelAdmin[FormatoActa]):
    """Code and version of the format of each office: they head its minutes and reports."""

    list_display = ["dependencia", "clase", "codigo", "version"]
    list_filter = ["clase"]
    list_select_related = ["dependencia"]
    ordering = ["dependencia__orden", "clase", "id"]
