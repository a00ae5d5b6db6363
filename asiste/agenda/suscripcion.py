"""What the calendar program of a person reads of the agenda: only what is his or hers, and nobody else's data."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from asiste.agenda import itip
from asiste.agenda.models import Invitado, Sesion
from asiste.cuentas.models import Usuario
from asiste.solicitudes.direcciones import direccion

HACIA_ATRAS = timedelta(days=60)


def calendario_de(usuario: Usuario, *, ahora: datetime) -> bytes:
    """The feed of a person: of the team, the sessions in his or her charge; of an entity, the invitations."""
    sesiones = _del_equipo(usuario) if usuario.es_equipo else _invitadas(usuario)
    cercanas = sesiones.filter(termina__gt=ahora - HACIA_ATRAS).select_related("modalidad", "dependencia__padre__padre")
    de_cada_una = [(sesion, _pagina(usuario, sesion)) for sesion in cercanas.order_by("inicia", "id")]
    return itip.suscripcion(f"Asiste: {usuario}", de_cada_una)


def _del_equipo(usuario: Usuario) -> QuerySet[Sesion]:
    return Sesion.objects.filter(encargados__funcionario__usuario=usuario)


def _invitadas(usuario: Usuario) -> QuerySet[Sesion]:
    suyas = Invitado.objects.con_lugar().filter(correo=usuario.email).exclude(respuesta=Invitado.Respuesta.NO_ASISTE)
    avisadas = suyas.filter(Q(sesion__convocada_en__isnull=False) | ~Q(origen=Invitado.Origen.EQUIPO))
    return Sesion.objects.filter(pk__in=avisadas.values("sesion"))


def _pagina(usuario: Usuario, sesion: Sesion) -> str:
    return direccion("equipo:sesion" if usuario.es_equipo else "entidad:sesion", str(sesion.pk))
