"""Public addresses of the agenda."""

from django.urls import path

from asiste.web.publico.agenda.views import (
    abiertas,
    actas,
    codigo,
    compromiso,
    convocatoria,
    horas,
    ingreso,
    suscripcion,
)

urlpatterns = [
    # Open sessions
    path("agenda/", abiertas.agenda, name="agenda"),
    path("agenda/sesiones/<slug:clave>/", abiertas.sesion, name="agenda-sesion"),
    path("agenda/inscripcion/<str:marca>/", abiertas.confirmacion, name="inscripcion"),
    # Offered hours
    path("agenda/horas/<str:marca>/", horas.horas, name="horas"),
    path("agenda/horas/<str:marca>/otras/", horas.otras, name="horas-otras"),
    # Commitments
    path("agenda/compromiso/<str:marca>/", compromiso.compromiso, name="compromiso"),
    # Invitations
    path("agenda/convocatoria/<str:vale>/", convocatoria.convocatoria, name="convocatoria"),
    path("agenda/convocatoria/<str:vale>/sesion.ics", convocatoria.archivo, name="convocatoria-archivo"),
    path("agenda/suscripcion/<slug:clave>.ics", suscripcion.suscripcion, name="suscripcion"),
    # Who came
    path("a/", codigo.codigo, name="codigo-ingreso"),
    path("asistencia/<slug:clave>/", ingreso.asistencia, name="asistencia"),
    path("asistencia/<slug:clave>/quien/", ingreso.quien, name="asistencia-quien"),
    # Minutes and report
    path("actas/aprobar/<str:llave>/", actas.aprobar, name="acta-aprobar"),
    path("actas/aprobar/<str:llave>/documento/", actas.aprobar_documento, name="acta-aprobar-documento"),
    path("actas/aprobar/<str:llave>/enlace/", actas.otro_enlace, name="acta-otro-enlace"),
    path("actas/leer/<str:llave>/", actas.leer, name="acta-leer"),
    path("actas/leer/<str:llave>/documento/", actas.leer_documento, name="acta-leer-documento"),
]
