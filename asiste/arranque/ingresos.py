"""How to get into the demo city: one person for each role."""

from collections.abc import Iterator

from django.conf import settings

from asiste.cuentas.models import Rol, Usuario
from asiste.demo.personas import CONTRASENA, DOMINIO, EQUIPO, SECRETO
from asiste.directorio.models import Enlace

ENTIDAD = "sdh"


def ingresos() -> Iterator[str]:
    """Lines to print, or none when the people of the demo are not there."""
    primeros = {persona.rol: f"{persona.correo}@{DOMINIO}" for persona in reversed(EQUIPO)}
    existentes = set(Usuario.objects.filter(email__in=primeros.values()).values_list("email", flat=True))
    equipo = [(rol.label, primeros[rol]) for rol in Rol if primeros.get(rol) in existentes]
    if not equipo:
        return
    yield f"Equipo: contraseña {CONTRASENA} y las seis cifras que da «.venv/bin/asiste codigo»"
    yield f"        (o una aplicación de códigos con la clave {SECRETO})"
    for rol, correo in equipo:
        yield f"  {rol:<16}{correo}"
    enlace = Enlace.objects.filter(entidad__clave=ENTIDAD).order_by("id").first()
    if enlace:
        yield f"Entidad: código por correo, que queda en {settings.CORREO_SALIENTE}"
        yield f"  {'Enlace':<16}{enlace.correo}"
