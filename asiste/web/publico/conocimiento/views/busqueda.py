"""Searching the bank."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from asiste.conocimiento.etiquetas import etiquetas
from asiste.conocimiento.filtros import Filtros
from asiste.conocimiento.models import Sinonimo
from asiste.web.publico.conocimiento import facetas, resultados

ORDENES = {"relevancia": "Relevancia", "fecha": "Más recientes"}


@require_safe
def conocimiento(request: HttpRequest) -> HttpResponse:
    """What anyone looks for in the bank. Disposición: 7.1.3-banco-conceptos."""
    filtros = Filtros.leer(request.GET)
    orden = "fecha" if not filtros.texto or request.GET.get("orden") == "fecha" else "relevancia"
    pedido = filtros.entender(con_todas=orden == "fecha")
    muestras = facetas.Muestras(pedido)
    pagina = resultados.pagina_de(pedido, orden, request.GET, muchas=muestras.hay_mas)
    contexto = {
        "filtros": filtros,
        "orden": orden,
        "ordenes": ORDENES if filtros.texto else {},
        "pagina": pagina,
        "resultados": resultados.con_pasajes(pagina.filas, pedido.consulta),
        "cuantas": len(muestras.comun),
        "hay_mas": muestras.hay_mas,
        "facetas": [faceta for faceta in facetas.facetas(muestras) if faceta.opciones],
        "elegidos": [(una.nombre, filtros.sin(una.campo, una.valor).consulta) for una in etiquetas(filtros)],
        "otras_palabras": [] if pagina.filas else _otras_palabras(filtros.texto),
    }
    return render(request, "publico/conocimiento/buscar.html", contexto)


def _otras_palabras(texto: str) -> list[str]:
    """How the documents call what was written, when the bank knows. One query."""
    palabras = texto.lower().replace('"', " ").split()
    return list(Sinonimo.objects.filter(palabra__in=palabras).order_by("id").values_list("equivale", flat=True))
