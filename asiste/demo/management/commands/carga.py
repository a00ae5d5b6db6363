"""`asiste carga CANTIDAD`."""

from argparse import ArgumentParser
from typing import Any

import pghistory
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone

from asiste.cuentas.models import Usuario
from asiste.demo.carga import Carga
from asiste.demo.casos import PRIMER_DIA, Casos
from asiste.demo.ciudad import Ciudad
from asiste.demo.personas import DOMINIO, EQUIPO
from asiste.directorio.models import Enlace


class Command(BaseCommand):
    """Adds requests to a demo city, to measure with; refuses to touch an installation of real people."""

    help = "Agrega a la ciudad de demostración miles de solicitudes de todas las vigencias, para medir. No se deshace."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declares how many."""
        parser.add_argument("cantidad", type=int, help="cuántas solicitudes: 100000, 1000000…")

    def handle(self, *args: Any, cantidad: int, **options: Any) -> None:
        """Loads the demo city first where there is nobody."""
        if cantidad < 1:
            raise CommandError("Diga cuántas: una o más.")
        if settings.EMAIL_HOST:
            raise CommandError("Con SMTP configurado no se carga: es una instalación real.")
        if not Usuario.objects.exists():
            call_command("demo", stdout=self.stdout)
        _exigir_demostracion()
        ahora = timezone.now()
        self.stdout.write(f"Carga: escribiendo {cantidad} solicitudes…")
        self.stdout.flush()
        ciudad = Ciudad(ahora=ahora, enlaces=_enlaces(), desde=PRIMER_DIA, semilla=cantidad)
        with pghistory.context(usuario=None, origen="asiste carga"):
            Carga().escribir(Casos(ciudad, cantidad), cantidad)
        self.stdout.write(f"Carga: {cantidad} solicitudes en {(timezone.now() - ahora).seconds} segundos.")


def _exigir_demostracion() -> None:
    demostracion = {f"{persona.correo}@{DOMINIO}" for persona in EQUIPO}
    equipo = set(Usuario.objects.exclude(funcionario=None).values_list("email", flat=True))
    if not equipo <= demostracion:
        raise CommandError("Aquí hay personas que no son de la demostración: no se mezcla con datos de mentira.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT usesuper FROM pg_user WHERE usename = current_user")
        if not cursor.fetchone()[0]:
            raise CommandError("El usuario de la base debe ser superusuario: la carga apaga los disparadores.")


def _enlaces() -> dict[int, Usuario]:
    """The contact of each entity, by entity."""
    usuarios = {usuario.email: usuario for usuario in Usuario.objects.all()}
    enlaces = Enlace.objects.vigentes(timezone.localdate()).order_by("-id")
    return {enlace.entidad_id: usuarios[enlace.correo] for enlace in enlaces if enlace.correo in usuarios}
