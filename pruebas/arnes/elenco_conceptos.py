"""Records of the concepts, of the bank and of the archive's model behind each door, by kind."""

from typing import Any

from django.utils import timezone

from asiste.conocimiento.acciones.alertas import guardar_busqueda
from asiste.conocimiento.correos import CONFIRMAR, RETIRAR
from asiste.directorio.models import Funcionario
from asiste.notificaciones import firmas
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas, fabricas_archivo, fabricas_conceptos
from pruebas.arnes import elenco_banco, elenco_firma


def registros(asesora: Funcionario, solicitud: Solicitud) -> dict[str, dict[str, Any]]:
    """Arguments of each address; the request is of the STDI and the adviser of the case writes its concept."""
    del_archivo = fabricas.solicitud(
        dependencia=fabricas.dependencia("ddab"), temas=[], entidad=fabricas.entidad("idpac")
    )
    concepto = fabricas_conceptos.concepto(solicitud=solicitud, autor=asesora)
    fabricas_conceptos.anexar(concepto, fabricas.archivo("cuadro.pdf", b"%PDF-1.7 cuadro"))
    de_el, banco = {"numero": concepto.pk}, _banco()
    return {
        "concepto": de_el,
        "sección de un concepto": de_el | {"clave": "analisis"},
        "anexo de un concepto": de_el | {"cual": concepto.anexos.get().pk},
        "oficina": {"clave": "stdi"},
        "solicitud del Archivo": {"radicado": del_archivo.radicado},
        "indicadores de una entidad": {"entidad": "sdh"},
        "indicadores de un año": {"entidad": "sdh", "vigencia": timezone.localdate().year - 1},
        "indicador": {"numero": fabricas_conceptos.indicador().pk},
        **_focalizada(),
        **elenco_banco.registros(),
        **elenco_firma.registros(asesora),
        "solicitud y publicación": {"radicado": solicitud.radicado, **banco["publicación"]},
        **banco,
    }


def _focalizada() -> dict[str, dict[str, Any]]:
    """An agreed plan of Hacienda, with a line that has a file."""
    linea = fabricas_archivo.en_curso()
    fabricas_archivo.evidencia(linea)
    suya = {"numero": linea.pk}
    return {
        "plan focalizado": {"numero": linea.plan_id},
        "línea de acción": suya,
        "archivo de la línea": suya | {"evidencia": linea.evidencias.get().pk},
    }


def _banco() -> dict[str, dict[str, Any]]:
    """A publication with its file, and who wants to be told of others."""
    una = fabricas_conceptos.publicacion(archivo=fabricas.archivo("concepto.pdf", b"%PDF-1.7 concepto").archivo)
    aviso = guardar_busqueda(correo="ana@ejemplo.gov.co", consulta="q=eliminar", ahora=fabricas.AHORA)
    pedido = {"correo": "luz@ejemplo.gov.co", "consulta": "clase=guia"}
    return {
        "publicación": {"clave": una.clave},
        "aviso por confirmar": {"marca": firmas.firmar(CONFIRMAR, pedido)},
        "aviso del banco": {"marca": firmas.firmar(RETIRAR, aviso.pk)},
        "mapa del sitio": {"section": "banco"},
    }
