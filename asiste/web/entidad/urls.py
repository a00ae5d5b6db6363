"""Addresses of the pages for the people of the entities."""

from django.urls import include, path

from asiste.web.entidad.views import borrador, expediente, solicitar, solicitudes

app_name = "entidad"
urlpatterns = [
    path("", solicitudes.lista, name="solicitudes"),
    path("solicitar/", solicitar.solicitar, name="solicitar"),
    path("borrador/", borrador.guardar, name="borrador"),
    path("borrador/descartar/", borrador.descartar, name="borrador-descartar"),
    path("borrador/anexos/<int:anexo_id>/quitar/", borrador.quitar, name="borrador-quitar"),
    path("borrador/resuelve/<slug:clave>/", borrador.resuelve, name="borrador-resuelve"),
    path("solicitar/resuelta/<slug:clave>/", borrador.resuelta, name="resuelta"),
    path("borrador/agregar/<str:radicado>/", borrador.agregar, name="borrador-agregar"),
    path("solicitudes/<str:radicado>/", expediente.solicitud, name="solicitud"),
    path("solicitudes/<str:radicado>/recibo/", expediente.recibo, name="recibo"),
    path("solicitudes/<str:radicado>/expediente.zip", expediente.copia, name="copia"),
    path("solicitudes/<str:radicado>/mensajes/", expediente.mensaje, name="mensaje"),
    path("anexos/<int:anexo_id>/", expediente.anexo, name="anexo"),
    path("agenda/", include("asiste.web.entidad.agenda.urls")),
    path("archivo/", include("asiste.web.entidad.archivo.urls")),
]
