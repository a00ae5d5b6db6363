"""Addresses of the agenda, under `/equipo/agenda/`."""

from django.urls import path

from asiste.web.equipo.agenda.views import (
    actas,
    agenda,
    anotaciones,
    aprobaciones,
    asistencia,
    compromisos,
    documentos,
    fotos,
    horarios,
    huecos,
    ingreso,
    invitados,
    material,
    orden,
    programacion,
    propuestas,
    secciones,
    series,
    sesiones,
    suscripcion,
    terminacion,
)

SESION = "<int:numero>/"
INVITADO = SESION + "invitados/<int:invitado>/"
PUNTO = SESION + "orden/<int:punto>/"
MATERIAL = SESION + "material/"
COMPROMISO = "compromisos/<int:numero>/"
PROPUESTA = "propuestas/<int:numero>/"
ACTA = SESION + "acta/"
SECCION = ACTA + "secciones/<slug:clave>/"

urlpatterns = [
    # The session
    path("", agenda.agenda, name="agenda"),
    path("nueva/", programacion.nueva, name="sesion-nueva"),
    path(SESION, sesiones.sesion, name="sesion"),
    path(SESION + "cambio/", programacion.cambio, name="sesion-cambio"),
    path(SESION + "cancelacion/", programacion.cancelacion, name="sesion-cancelacion"),
    path(SESION + "apertura/", programacion.apertura, name="sesion-apertura"),
    path(SESION + "repeticion/", series.repeticion, name="sesion-repeticion"),
    path(SESION + "orden/", orden.orden, name="orden"),
    path(PUNTO, orden.punto, name="punto"),
    path(PUNTO + "lugar/", orden.lugar, name="punto-lugar"),
    path(PUNTO + "tratado/", orden.tratado, name="punto-tratado"),
    path(PUNTO + "quitar/", orden.quitar, name="punto-quitar"),
    path(MATERIAL, material.nuevo, name="material-nuevo"),
    path(MATERIAL + "<int:material>/", material.material, name="material"),
    path(MATERIAL + "<int:material>/quitar/", material.quitar, name="material-quitar"),
    # Who is invited
    path(SESION + "convocatoria/", invitados.convocatoria, name="convocatoria"),
    path(SESION + "invitados/", invitados.invitados, name="invitados"),
    path(SESION + "invitados/nuevo/", invitados.nuevo, name="invitado-nuevo"),
    path(INVITADO + "retiro/", invitados.retiro, name="invitado-retiro"),
    path(INVITADO + "respuesta/", invitados.respuesta, name="invitado-respuesta"),
    path(INVITADO + "decision/", invitados.decision, name="invitado-decision"),
    path("suscripcion/", suscripcion.suscripcion, name="suscripcion"),
    # Who came
    path(SESION + "ingreso/", ingreso.proyectar, name="proyectar"),
    path(SESION + "ingreso/codigo/", ingreso.codigo, name="codigo-de-sesion"),
    path(SESION + "ingreso/hoja/", ingreso.hoja, name="hoja-de-ingreso"),
    path(SESION + "asistencia/", asistencia.lista, name="asistencia"),
    path(SESION + "asistencia.pdf", asistencia.pdf, name="asistencia-pdf"),
    path(SESION + "asistencia.xlsx", asistencia.excel, name="asistencia-excel"),
    path(SESION + "asistencia/nueva/", anotaciones.anotar, name="anotar-asistencia"),
    path(SESION + "asistencia/<int:persona>/retiro/", anotaciones.retirar, name="retirar-asistencia"),
    path(SESION + "invitados/<int:invitado>/ingreso/", anotaciones.marcar, name="marcar-ingreso"),
    path(SESION + "terminacion/", terminacion.terminar, name="terminar-sesion"),
    # Minutes and report
    path(ACTA, actas.acta, name="acta"),
    path(ACTA + "inicio/", actas.inicio, name="acta-inicio"),
    path(ACTA + "presentes/", actas.presentes, name="acta-presentes"),
    path(ACTA + "datos/", actas.datos, name="acta-datos"),
    path(ACTA + "borrador/", documentos.borrador, name="acta-borrador"),
    path(ACTA + "historia/", documentos.historia, name="acta-historia"),
    path(ACTA + "historia/<int:cual>/", documentos.version, name="acta-version"),
    path(ACTA + "documento/", documentos.documento, name="acta-documento"),
    path(ACTA + "sello/", documentos.sello, name="acta-sello"),
    path(SECCION, secciones.guardar, name="acta-seccion"),
    path(SECCION + "versiones/", secciones.versiones, name="acta-versiones"),
    path(ACTA + "fotos/", fotos.fotos, name="acta-fotos"),
    path(ACTA + "fotos/<int:cual>/", fotos.foto, name="acta-foto"),
    path(ACTA + "fotos/<int:cual>/retiro/", fotos.retiro, name="acta-foto-retiro"),
    path(ACTA + "aprobacion/", aprobaciones.pasar, name="acta-aprobacion"),
    path(ACTA + "retoma/", aprobaciones.retomar, name="acta-retoma"),
    path("aprobaciones/<int:numero>/", aprobaciones.aprobacion, name="aprobacion"),
    path("aprobaciones/<int:numero>/documento/", aprobaciones.aprobacion_documento, name="aprobacion-documento"),
    # Commitments
    path("compromisos/", compromisos.registro, name="compromisos"),
    path("compromisos.xlsx", compromisos.excel, name="compromisos-excel"),
    path(SESION + "compromisos/", compromisos.nuevo, name="compromiso-nuevo"),
    path(COMPROMISO, compromisos.compromiso, name="compromiso"),
    path(COMPROMISO + "avance/", compromisos.avance, name="compromiso-avance"),
    path(COMPROMISO + "cumplimiento/", compromisos.cumplimiento, name="compromiso-cumplimiento"),
    path(COMPROMISO + "fecha/", compromisos.fecha, name="compromiso-fecha"),
    path(COMPROMISO + "sin-efecto/", compromisos.sin_efecto, name="compromiso-sin-efecto"),
    path(COMPROMISO + "reapertura/", compromisos.reapertura, name="compromiso-reapertura"),
    path(COMPROMISO + "evidencias/<int:evidencia>/", compromisos.evidencia, name="compromiso-evidencia"),
    # Availability
    path("huecos/", huecos.huecos, name="huecos"),
    path("horarios/", horarios.horarios, name="horarios"),
    path("horarios/<int:numero>/", horarios.horario, name="horario"),
    path("propuestas/", propuestas.propuestas, name="propuestas"),
    path("propuestas/nueva/", propuestas.nueva, name="propuesta-nueva"),
    path(PROPUESTA, propuestas.propuesta, name="propuesta"),
    path(PROPUESTA + "retiro/", propuestas.retiro, name="propuesta-retiro"),
]
