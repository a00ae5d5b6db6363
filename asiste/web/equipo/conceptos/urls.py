"""Addresses of the concepts, under `/equipo/conceptos/`."""

from django.urls import URLPattern, path

from asiste.web.equipo.conceptos.views import (
    anexos,
    concepto,
    conceptos,
    correccion,
    datos,
    documentos,
    entrega,
    firma,
    formatos,
    observaciones,
    publicacion,
    revision,
    secciones,
    tachaduras,
)

CONCEPTO = "<int:numero>/"
SECCION = CONCEPTO + "secciones/<slug:clave>/"
ANEXOS = CONCEPTO + "anexos/"
PUBLICACION = CONCEPTO + "publicacion/"

urlpatterns: list[URLPattern] = [
    path("", conceptos.conceptos, name="conceptos"),
    # Writing one
    path("inicio/<radicado:radicado>/", concepto.inicio, name="concepto-inicio"),
    path(CONCEPTO, concepto.concepto, name="concepto"),
    path(CONCEPTO + "presentes/", concepto.presentes, name="concepto-presentes"),
    path(CONCEPTO + "datos/", datos.datos, name="concepto-datos"),
    path(SECCION, secciones.guardar, name="concepto-seccion"),
    path(SECCION + "versiones/", secciones.versiones, name="concepto-versiones"),
    path(ANEXOS, anexos.anexos, name="concepto-anexos"),
    path(ANEXOS + "<int:cual>/", anexos.anexo, name="concepto-anexo"),
    path(ANEXOS + "<int:cual>/retiro/", anexos.retiro, name="concepto-anexo-retiro"),
    path(CONCEPTO + "proyecto.pdf", documentos.borrador, name="concepto-borrador"),
    path(CONCEPTO + "historia/", documentos.historia, name="concepto-historia"),
    # Formats of the offices
    path("formatos/", formatos.formatos, name="formatos-concepto"),
    path("formatos/<slug:clave>/", formatos.formato, name="formato-concepto"),
    # Review and signature
    path(CONCEPTO + "envio/", revision.envio, name="concepto-envio"),
    path(CONCEPTO + "devolucion/", revision.devolucion, name="concepto-devolucion"),
    path(CONCEPTO + "visto-bueno/", revision.visto_bueno, name="concepto-visto-bueno"),
    path(CONCEPTO + "sin-efecto/", revision.sin_efecto, name="concepto-sin-efecto"),
    path(CONCEPTO + "observaciones/", observaciones.nueva, name="observacion-nueva"),
    path(CONCEPTO + "observaciones/<int:cual>/", observaciones.respuesta, name="observacion-respuesta"),
    path(CONCEPTO + "enviadas/<int:cual>/", entrega.enviada, name="concepto-enviada"),
    path(CONCEPTO + "firma/", firma.firma, name="concepto-firma"),
    path(CONCEPTO + "firma/<int:cual>/", firma.ejemplar, name="concepto-ejemplar"),
    path(CONCEPTO + "firmado/", entrega.firmado, name="concepto-firmado"),
    path(CONCEPTO + "entrega/", entrega.entrega, name="concepto-entrega"),
    # Its public version
    path(PUBLICACION, publicacion.publicacion, name="concepto-publicacion"),
    path(PUBLICACION + "version.pdf", publicacion.version, name="concepto-publico"),
    path(PUBLICACION + "datos/", tachaduras.dato, name="concepto-dato"),
    path(PUBLICACION + "datos/<int:tachadura>/retiro/", tachaduras.deshacer, name="concepto-tachadura-retiro"),
    path(PUBLICACION + "pasajes/", tachaduras.pasaje, name="concepto-pasaje"),
    path(PUBLICACION + "ficha/", publicacion.ficha, name="concepto-ficha"),
    path(PUBLICACION + "relaciones/", tachaduras.relacion, name="concepto-relacion"),
    path(
        PUBLICACION + "relaciones/<int:prevista>/retiro/", tachaduras.quitar_relacion, name="concepto-relacion-retiro"
    ),
    path(PUBLICACION + "publicar/", publicacion.publicar, name="concepto-publicar"),
    path(PUBLICACION + "correccion/", correccion.correccion, name="concepto-correccion"),
    path(CONCEPTO + "reserva/", publicacion.reserva, name="concepto-reserva"),
]
