"""What each person reaches of the agenda, and how a file of it is handed out."""

from django.db.models import F, Q, QuerySet
from django.http import FileResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render

from asiste.agenda.alcance import compromisos_de_entidad, sesiones_de_entidad
from asiste.agenda.models import Acta, Aprobacion, Compromiso, Sesion, VersionActa
from asiste.cuentas.models import Usuario
from asiste.documentos.models import Archivo
from asiste.solicitudes.alcance import entidades_de
from asiste.web.entidad.acceso import Peticion


def sesion_de(usuario: Usuario, numero: int) -> Sesion:
    """The session with that number among those where the person is invited; else Http404."""
    sesion: Sesion = get_object_or_404(sesiones_de_entidad(usuario).con_nombres(), pk=numero)
    return sesion


def actas_de(usuario: Usuario, sesion: Sesion) -> QuerySet[VersionActa]:
    """What was approved, in order, for who took part: they bring the attendance list. A draft is not shown."""
    entidades = entidades_de(usuario).order_by().values("pk")
    vino = sesion.asistencias.validas().filter(Q(correo=usuario.email) | Q(entidad__in=entidades))
    if not vino.exists() and not Aprobacion.objects.filter(version__acta__sesion=sesion, correo=usuario.email).exists():
        return VersionActa.objects.none()
    aprobadas = VersionActa.objects.filter(
        acta__sesion=sesion, acta__estado=Acta.Estado.APROBADA, numero=F("acta__numero")
    )
    return aprobadas.select_related("acta__documento__archivo", "archivo").order_by("acta", "id")


def compromiso_de(usuario: Usuario, numero: int) -> Compromiso:
    """The commitment with that number among those of the person's entities; else Http404."""
    suyos = compromisos_de_entidad(usuario).select_related("sesion", "entidad", "responsable__usuario")
    compromiso: Compromiso = get_object_or_404(suyos, pk=numero)
    return compromiso


def entregar(request: Peticion, archivo: Archivo, nombre: str) -> HttpResponseBase:
    """The file as an inert download; a page that says why when it is retained."""
    if archivo.retenido:
        contexto = {"nombre": nombre, "porque": archivo.retenido}
        return render(request, "entidad/agenda/retenido.html", contexto, status=403)
    return FileResponse(archivo.abrir(), as_attachment=True, filename=nombre, content_type="application/octet-stream")
