"""The door of Django's administration."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

# Secrets of the team, groups that give nothing, and the queue of jobs
OCULTAS = frozenset({"account", "auth", "mfa", "procrastinate", "socialaccount"})


class Sitio(admin.AdminSite):
    """Django's administration, behind our sign-in."""

    site_header = "Asiste"
    site_title = "Administración de Asiste"
    index_title = "Administración"

    def register(
        self,
        model_or_iterable: type[Model] | Iterable[type[Model]],
        admin_class: type[admin.ModelAdmin[Any]] | None = None,
        **options: Any,
    ) -> None:
        """As Django's, leaving out the tables that nobody should see or touch by hand."""
        modelos = [model_or_iterable] if isinstance(model_or_iterable, type) else model_or_iterable
        visibles = [modelo for modelo in modelos if modelo._meta.app_label not in OCULTAS]
        super().register(visibles, admin_class, **options)

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Our own sign-in, with second factor. Raises PermissionDenied for who is in without permission."""
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect_to_login(request.GET.get("next", reverse("admin:index")), reverse("account_login"))
