"""What each person of the team keeps in the bank."""

from django.shortcuts import get_object_or_404
from django.utils import timezone

from asiste.conocimiento.models import Publicacion, PublicacionQuerySet
from asiste.cuentas.models import Usuario
from asiste.directorio.consultas import oficinas_a_cargo
from asiste.solicitudes.alcance import VEN_TODO, dependencias_de


def publicaciones_del_equipo(usuario: Usuario) -> PublicacionQuerySet:
    """Of the offices of the person's tree, or headed by an act, withdrawn ones too; all for who sees everything."""
    todas = Publicacion.objects.all()
    return todas if usuario.rol in VEN_TODO else todas.de_oficinas(_a_cargo(usuario) | dependencias_de(usuario))


def publicacion_de(usuario: Usuario, numero: int) -> Publicacion:
    """The publication with that id among those of the person; else Http404."""
    suyas = publicaciones_del_equipo(usuario).select_related("dependencia__padre", "archivo")
    publicacion: Publicacion = get_object_or_404(suyas.defer("buscable"), pk=numero)
    return publicacion


def _a_cargo(usuario: Usuario) -> set[int]:
    persona = getattr(usuario, "funcionario", None)
    if persona is None:
        return set()
    return set(oficinas_a_cargo(funcionario=persona, hoy=timezone.localdate()).values_list("pk", flat=True))
