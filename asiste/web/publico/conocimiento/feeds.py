"""What is published, for programs: the bank, or a search of it, in Atom."""

from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import Max
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed

from asiste.conocimiento.etiquetas import en_palabras
from asiste.conocimiento.filtros import CONTROLES, Filtros
from asiste.conocimiento.models import Publicacion
from asiste.notificaciones.direcciones import direccion

ULTIMAS = 30


class Novedades(Feed[Publicacion, Filtros]):
    """The last ones published, of those that a search asks for."""

    feed_type = Atom1Feed
    language = "es-CO"
    author_name = "Secretaría General de la Alcaldía Mayor de Bogotá, D.C."

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Filtros:
        """The search of the address."""
        return Filtros.leer(request.GET)

    def title(self, filtros: Filtros) -> str:
        """What it brings."""
        return f"Banco de conceptos: {en_palabras(filtros)}"

    def link(self, filtros: Filtros) -> str:
        """The page of the search."""
        return _con(direccion("conocimiento"), filtros)

    def feed_url(self, filtros: Filtros) -> str:
        """Its own address."""
        return _con(direccion("conocimiento-atom"), filtros)

    def items(self, filtros: Filtros) -> list[Publicacion]:
        """The last ones."""
        halladas = (
            filtros.entender(con_todas=True)
            .aplicar(Publicacion.objects.visibles())
            .order_by("-publicada_en", "-id")
            .values("pk")
        )
        ultimas = Publicacion.objects.filter(pk__in=[fila["pk"] for fila in halladas[:ULTIMAS]])
        ultimas = ultimas.defer("html", "texto", "buscable").annotate(cambiada_en=Max("versiones__creada_en"))
        return list(ultimas.select_related("dependencia__padre").order_by("-publicada_en", "-id"))

    def item_title(self, item: Publicacion) -> str:
        """Number and title."""
        return CONTROLES.sub(" ", str(item))

    def item_description(self, item: Publicacion) -> str:
        """Its summary."""
        return CONTROLES.sub(" ", item.resumen)

    def item_link(self, item: Publicacion) -> str:
        """Its permanent address."""
        return direccion("publicacion", item.clave)

    def item_pubdate(self, item: Publicacion) -> datetime:
        """When it was published."""
        return item.publicada_en

    def item_updateddate(self, item: Publicacion) -> datetime:
        """When its last version was."""
        return getattr(item, "cambiada_en", None) or item.publicada_en

    def item_categories(self, item: Publicacion) -> list[str]:
        """What it is and who issued it."""
        return [item.get_clase_display(), str(item.dependencia.direccion)]


def _con(pagina: str, filtros: Filtros) -> str:
    return f"{pagina}?{filtros.consulta}" if filtros.consulta else pagina
