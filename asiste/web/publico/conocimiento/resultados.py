"""A page of what was found, with the words of the search where they are."""

import re
from dataclasses import dataclass
from functools import partial

from django.contrib.postgres.search import SearchHeadline
from django.db.models.functions import Left
from django.http import QueryDict
from django.utils.html import escape, format_html_join
from django.utils.safestring import SafeString

from asiste.conocimiento.busqueda import Consulta
from asiste.conocimiento.equivalencias import CONFIGURACION, Pedida
from asiste.conocimiento.filtros import Pedido
from asiste.conocimiento.models import Publicacion
from asiste.web.interfaz.paginas import Pagina, paginar

FILAS = 20
CANDIDATAS = 2_000  # of what nearly all the bank says, the latest
ABRE, CIERRA = "\x02", "\x03"  # around each word found: no text of ours has them
HALLADA = re.compile(f"{ABRE}(.*?){CIERRA}", re.DOTALL)
LEGIBLES = 40_000  # characters where the words are looked for
ORDENES = {"relevancia": ("-relevancia", "-fecha", "-id"), "fecha": ("-fecha", "-id")}


@dataclass(frozen=True, slots=True)
class Resultado:
    """A publication found and the passage to show."""

    publicacion: Publicacion
    pasaje: SafeString


def pagina_de(pedido: Pedido, orden: str, parametros: QueryDict, *, muchas: bool) -> Pagina[Publicacion]:
    """A page of what was found, by `orden`. When `muchas`, only the latest and the named are measured. Five queries."""
    halladas = pedido.aplicar(Publicacion.objects.visibles())
    if muchas and orden == "relevancia":
        recientes = halladas.order_by("-fecha", "-id").values_list("pk", flat=True)
        cuales = {*recientes[:CANDIDATAS], *recientes.filter(pk__in=pedido.consulta.nombradas)}
        halladas = pedido.consulta.aplicar(Publicacion.objects.filter(pk__in=cuales))
    ligeras = halladas.defer("html", "texto", "buscable").completas()
    return paginar(ligeras, ORDENES[orden], parametros, filas=FILAS)


def con_pasajes(filas: list[Publicacion], consulta: Consulta) -> list[Resultado]:
    """Each with the passage where the words are, or its summary. One query."""
    pasajes = _pasajes(filas, consulta.pedida) if consulta.pedida and filas else {}
    return [Resultado(una, _marcado(pasajes.get(una.pk, ""), una.resumen)) for una in filas]


def _pasajes(filas: list[Publicacion], pedida: Pedida) -> dict[int, str]:
    realce = partial(SearchHeadline, query=pedida, config=CONFIGURACION, start_sel=ABRE, stop_sel=CIERRA)
    leidas = Publicacion.objects.filter(pk__in=[una.pk for una in filas]).order_by("id")
    trozo = realce(Left("texto", LEGIBLES), max_words=38, min_words=20, max_fragments=2, fragment_delimiter=" … ")
    return dict(leidas.annotate(trozo=trozo).values_list("pk", "trozo"))


def _marcado(pasaje: str, resumen: str) -> SafeString:
    """The passage, escaped, with its words marked; the summary when no word is in the text."""
    desde_la_mitad = pasaje[:1].islower()
    *trozos, resto = HALLADA.split(f"… {pasaje}" if desde_la_mitad else pasaje)
    marcados = format_html_join("", "{}<mark>{}</mark>", zip(trozos[::2], trozos[1::2], strict=True))
    return marcados + escape(resto) if trozos else escape(resumen)
