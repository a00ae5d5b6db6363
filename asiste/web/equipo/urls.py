"""Addresses of the team's work space."""

from django.urls import include, path, register_converter
from django.urls.converters import StringConverter

from asiste.solicitudes.models import Redaccion
from asiste.web.equipo.views import (
    archivos,
    avisos,
    bandeja,
    base,
    buzones,
    calendario,
    copia,
    cuarentena,
    desvios,
    encargos,
    enlaces,
    escritura,
    fila,
    formato,
    importaciones,
    lotes,
    nivel,
    parecidas,
    plantillas,
    presencia,
    recepcion,
    redaccion,
    reparto,
    saliente,
    solicitud,
    temas,
    tramite,
    ventanilla,
    ventanilla_borrador,
    vistas,
)


class Radicado(StringConverter):
    """A filing number as people write it; anything else is no address of ours."""

    regex = r"[Aa][Tt]-[0-9]{4}-[0-9]{1,9}"


class Clase(StringConverter):
    """What is being written on a case."""

    regex = "|".join(Redaccion.Clase.values)


register_converter(Radicado, "radicado")
register_converter(Clase, "clase")

app_name = "equipo"
CASO = "solicitudes/<radicado:radicado>/"
SALIENTE = "correo-saliente/"
ESCRITO = CASO + "<clase:clase>/"
RETENIDO = "cuarentena/<int:numero>/"
LIBRO = "importaciones/<int:numero>/"

urlpatterns = [
    path("", bandeja.bandeja, name="bandeja"),
    path("fila/", fila.fila, name="fila"),
    path("fila/turno/", fila.turno, name="turno"),
    path("radicar/", ventanilla.radicar, name="radicar"),
    path("radicar/borrador/", ventanilla_borrador.guardar, name="radicar-borrador"),
    path("radicar/descarte/", ventanilla_borrador.descartar, name="radicar-descarte"),
    path("radicar/anexos/<int:numero>/quitar/", ventanilla_borrador.quitar, name="radicar-quitar"),
    path("radicar/agregar/<radicado:radicado>/", ventanilla_borrador.agregar, name="radicar-agregar"),
    path("por-identificar/", recepcion.por_identificar, name="por-identificar"),
    path("por-identificar/<radicado:radicado>/", recepcion.identificacion, name="identificacion"),
    path("cuarentena/", cuarentena.cuarentena, name="cuarentena"),
    path(RETENIDO, cuarentena.mensaje, name="mensaje-retenido"),
    path(RETENIDO + "original/", cuarentena.original, name="original-retenido"),
    path(RETENIDO + "formato/", formato.formato_retenido, name="formato-retenido"),
    path(RETENIDO + "imagenes/<int:indice>/", formato.imagen_retenida, name="imagen-retenida"),
    path(RETENIDO + "radicacion/", cuarentena.radicacion, name="radicacion"),
    path(RETENIDO + "descarte/", cuarentena.descarte, name="descarte"),
    path("buzones/", buzones.buzones, name="buzones"),
    path("buzones/<int:numero>/lectura/", buzones.lectura, name="lectura"),
    path(SALIENTE, saliente.saliente, name="correo-saliente"),
    path(SALIENTE + "reintento/", saliente.reintento_de_todos, name="reintento-de-todos"),
    path(SALIENTE + "<int:numero>/", saliente.mensaje, name="mensaje-saliente"),
    path(SALIENTE + "<int:numero>/reintento/", saliente.reintento, name="reintento"),
    path(SALIENTE + "<int:numero>/perdida/", saliente.perdida, name="perdida"),
    path("avisos/", avisos.avisos, name="avisos"),
    path("solicitudes/", base.base, name="base"),
    path("solicitudes.xlsx", base.excel, name="excel"),
    path("solicitudes.csv", base.csv, name="csv"),
    path("lotes/nota/", lotes.nota, name="lote-nota"),
    path("lotes/reasignacion/", lotes.reasignacion, name="lote-reasignacion"),
    path("lotes/solicitudes.xlsx", lotes.excel, name="lote-excel"),
    path("vistas/", vistas.vistas, name="vistas"),
    path("vistas/nueva/", vistas.nueva, name="vista-nueva"),
    path("vistas/<int:numero>/", vistas.vista, name="vista"),
    path("vistas/<int:numero>/borrado/", vistas.borrado, name="vista-borrado"),
    path(CASO, solicitud.solicitud, name="solicitud"),
    path(CASO + "expediente.zip", copia.copia, name="copia"),
    path(CASO + "comprobante/", ventanilla.comprobante, name="comprobante"),
    path(CASO + "rotulo/", ventanilla.rotulo, name="rotulo"),
    path(CASO + "comparacion/<radicado:otra>/", parecidas.comparacion, name="comparacion"),
    path(CASO + "solicitante/", recepcion.solicitante, name="solicitante"),
    path(CASO + "toma/", fila.toma, name="toma"),
    path(CASO + "nota/", escritura.nota, name="nota"),
    path(CASO + "respuesta/", escritura.respuesta, name="respuesta"),
    path(CASO + "respuesta/plantilla/", redaccion.insertar, name="insertar"),
    path(ESCRITO + "borrador/", redaccion.guardar, name="redaccion"),
    path(ESCRITO + "descarte/", redaccion.descartar, name="redaccion-descarte"),
    path(ESCRITO + "versiones/", redaccion.versiones, name="versiones"),
    path(CASO + "presentes/", presencia.presentes, name="presentes"),
    path(CASO + "evidencia/", tramite.evidencia, name="evidencia"),
    path(CASO + "atencion/", tramite.atencion, name="atencion"),
    path(CASO + "cierre/", tramite.cierre, name="cierre"),
    path(CASO + "reasignacion/", tramite.reasignacion, name="reasignacion"),
    path(CASO + "suspension/", desvios.suspension, name="suspension"),
    path(CASO + "reanudacion/", desvios.reanudacion, name="reanudacion"),
    path(CASO + "desistimiento/", desvios.desistimiento, name="desistimiento"),
    path(CASO + "prorroga/", desvios.prorroga, name="prorroga"),
    path(CASO + "traslado/", desvios.traslado, name="traslado"),
    path(CASO + "remision/", desvios.remision, name="remision"),
    path(CASO + "anulacion/", desvios.anulacion, name="anulacion"),
    path(CASO + "reapertura/", desvios.reapertura, name="reapertura"),
    path(CASO + "vinculo/", desvios.vinculo, name="vinculo"),
    path(CASO + "union/", desvios.union, name="union"),
    path(CASO + "separacion/", desvios.separacion, name="separacion"),
    path(CASO + "division/", desvios.division, name="division"),
    path(CASO + "nivel/", nivel.nivel, name="nivel"),
    path(CASO + "temas/", temas.temas, name="temas"),
    path(CASO + "temas/<int:numero>/", temas.encargo, name="encargo"),
    path(CASO + "temas/<int:numero>/respuesta/", temas.respuesta, name="respuesta-tema"),
    path(CASO + "anexos/<int:numero>/", archivos.anexo, name="anexo"),
    path(CASO + "anexos/<int:numero>/contenido/", archivos.contenido, name="contenido"),
    path(CASO + "mensajes/<int:numero>/", archivos.mensaje, name="mensaje"),
    path(CASO + "mensajes/<int:numero>/formato/", formato.formato, name="formato"),
    path(CASO + "mensajes/<int:numero>/imagenes/<int:indice>/", formato.imagen, name="imagen"),
    path("reparto/", reparto.reparto, name="reparto"),
    path("reparto/asignacion/", reparto.asignacion, name="asignacion"),
    path("reparto/ausencia/", reparto.ausencia, name="ausencia"),
    path("reparto/encargo/", encargos.nuevo, name="encargo-oficina"),
    path("reparto/encargo/<int:numero>/fin/", encargos.fin, name="encargo-fin"),
    path("plantillas/", plantillas.plantillas, name="plantillas"),
    path("plantillas/nueva/", plantillas.nueva, name="plantilla-nueva"),
    path("plantillas/<int:numero>/", plantillas.plantilla, name="plantilla"),
    path("plantillas/<int:numero>/retiro/", plantillas.retiro, name="plantilla-retiro"),
    path("enlaces/", enlaces.enlaces, name="enlaces"),
    path("enlaces/nuevo/", enlaces.enlace, name="enlace"),
    path("enlaces/<int:numero>/retiro/", enlaces.retiro, name="retiro"),
    path("importaciones/", importaciones.importaciones, name="importaciones"),
    path("importaciones/nueva/", importaciones.nueva, name="importacion-nueva"),
    path(LIBRO, importaciones.importacion, name="importacion"),
    path(LIBRO + "columnas/", importaciones.columnas, name="importacion-columnas"),
    path(LIBRO + "revision/", importaciones.revision, name="importacion-revision"),
    path(LIBRO + "palabras/", importaciones.palabras, name="importacion-palabras"),
    path(LIBRO + "aplicacion/", importaciones.aplicacion, name="importacion-aplicacion"),
    path(LIBRO + "anulacion/", importaciones.anulacion, name="importacion-anulacion"),
    path(LIBRO + "descarte/", importaciones.descarte, name="importacion-descarte"),
    path(LIBRO + "informe/", importaciones.informe, name="importacion-informe"),
    path(LIBRO + "original/", importaciones.original, name="importacion-original"),
    path("agenda/", include("asiste.web.equipo.agenda.urls")),
    path("oferta/", include("asiste.web.equipo.oferta.urls")),
    path("conceptos/", include("asiste.web.equipo.conceptos.urls")),
    path("conocimiento/", include("asiste.web.equipo.conocimiento.urls")),
    path("archivo/", include("asiste.web.equipo.archivo.urls")),
    path("calendario/", calendario.calendario, name="calendario"),
    path("calendario/<int:anio>/", calendario.calendario, name="calendario-de"),
    path("calendario/cambio/", calendario.cambio, name="cambio-calendario"),
    path("calendario/cambios/", calendario.cambios, name="cambios-calendario"),
    path("calendario/cambios/<int:numero>/", calendario.aplicado, name="cambio-aplicado"),
    path("calendario/cambios/<int:numero>/deshecho/", calendario.deshecho, name="cambio-deshecho"),
]
