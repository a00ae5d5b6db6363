"""What searchers of the web may know of the bank."""

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Max, OuterRef, QuerySet, Subquery
from django.urls import reverse

from asiste.conocimiento.models import Publicacion, VersionPublicacion


class Publicas(Sitemap[str]):
    """The pages of the bank that are always there."""

    protocol = urlsplit(settings.URL_PUBLICA).scheme

    def items(self) -> list[str]:
        """Their names."""
        return ["inicio", "conocimiento", "autogestion", "agenda", "ayuda"]

    def location(self, item: str) -> str:
        """Path of each."""
        return reverse(item)

    def get_domain(self, site: Any = None) -> str:
        """Of the public address, whoever asks."""
        return urlsplit(settings.URL_PUBLICA).netloc


class Banco(Sitemap[Publicacion]):
    """The publications that are in sight: what was withdrawn is not there."""

    protocol = urlsplit(settings.URL_PUBLICA).scheme
    limit = 1_000

    def items(self) -> QuerySet[Publicacion]:
        """By the order in which they came in, so that each page of the map stays the same."""
        ultima = VersionPublicacion.objects.filter(publicacion=OuterRef("pk")).order_by("-numero")
        visibles = Publicacion.objects.visibles().only("clave", "publicada_en")
        return visibles.annotate(cambiada_en=Subquery(ultima.values("creada_en")[:1])).order_by("id")

    def location(self, item: Publicacion) -> str:
        """Path of its page."""
        return reverse("publicacion", args=[item.clave])

    def lastmod(self, item: Publicacion) -> datetime:
        """When its last version was."""
        return getattr(item, "cambiada_en", None) or item.publicada_en

    def get_latest_lastmod(self) -> datetime | None:
        """When the last version of all was."""
        ultima: datetime | None = VersionPublicacion.objects.aggregate(u=Max("creada_en"))["u"]
        return ultima

    def get_domain(self, site: Any = None) -> str:
        """Of the public address, whoever asks."""
        return urlsplit(settings.URL_PUBLICA).netloc


MAPAS = {"paginas": Publicas, "banco": Banco}
