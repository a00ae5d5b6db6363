"""Records of the bank, as the team keeps it, behind each door."""

from typing import Any

from asiste.conceptos.acciones.publicacion import guardar_ficha_publica, publicar_concepto
from asiste.conceptos.acciones.tachaduras import prever_relacion, suprimir_pasaje
from asiste.conceptos.models import Concepto
from asiste.conocimiento.acciones.sinonimos import guardar_sinonimo
from asiste.conocimiento.models import Publicacion, Relacion
from pruebas import fabricas, fabricas_conceptos


def registros() -> dict[str, dict[str, Any]]:
    """An instrument of the STDI that repeats another, and a pair of words."""
    video: dict[str, Any] = {
        "clase": Publicacion.Clase.INSTRUMENTO,
        "formato": Publicacion.Formato.VIDEO,
        "numero": "",
        "dependencia": fabricas.dependencia("stdi"),
        "archivo": fabricas.archivo("guia.pdf").archivo,
    }
    una, otra = fabricas_conceptos.publicacion(**video), fabricas_conceptos.publicacion(**video)
    relacion = fabricas_conceptos.relacionar(origen=una, tipo=Relacion.Tipo.REITERA, destino=otra)
    return {
        "instrumento": {"numero": una.pk},
        "versión de un instrumento": {"numero": una.pk, "cual": 1},
        "versión pública": {"clave": una.clave, "cual": 1},
        "relación": {"numero": una.pk, "relacion": relacion.pk},
        "sinónimo": {"numero": guardar_sinonimo(palabra="palabra-de-prueba", equivale="eliminar").pk},
    }


def publicar(concepto: Concepto) -> None:
    """Puts a signed concept in the bank."""
    autor, ahora, temas = concepto.proyecta.usuario, fabricas.AHORA, [fabricas.tema()]
    guardar_ficha_publica(concepto=concepto, titulo="Procesos", resumen="R", temas=temas, autor=autor, ahora=ahora)
    publicar_concepto(concepto=concepto, autor=autor, ahora=ahora)


def de_un_concepto(firmado: int) -> dict[str, dict[str, Any]]:
    """What is prepared of a signed concept before it is published."""
    concepto, otra = Concepto.objects.get(pk=firmado), fabricas_conceptos.publicacion()
    autor, ahora = concepto.proyecta.usuario, fabricas.AHORA
    tachadura = suprimir_pasaje(concepto=concepto, pasaje="Procede", autor=autor, ahora=ahora)
    prevista = prever_relacion(concepto=concepto, tipo=Relacion.Tipo.REITERA, destino=otra, autor=autor)
    return {
        "tachadura": {"numero": firmado, "tachadura": tachadura.pk},
        "relación prevista": {"numero": firmado, "prevista": prevista.pk},
    }
