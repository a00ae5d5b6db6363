"""The secret address where a calendar program reads the sessions of a person."""

from datetime import datetime

from django.db import transaction

from asiste.agenda.models import SuscripcionAgenda
from asiste.agenda.models.sesion import nueva_clave
from asiste.cuentas.models import Usuario


@transaction.atomic
def renovar_suscripcion(*, usuario: Usuario, ahora: datetime) -> SuscripcionAgenda:
    """A new address for the person; the one before stops working."""
    datos = {"clave": nueva_clave(), "creada_en": ahora}
    return SuscripcionAgenda.objects.update_or_create(usuario=usuario, defaults=datos)[0]
