"""The minutes and the report, as the page of a session shows them."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from asiste.agenda import acciones, permisos
from asiste.agenda.actas.contenido import acta_de, clase_para
from asiste.agenda.models import Acta, Aprobacion, Sesion, VersionActa
from asiste.cuentas.models import Usuario
from asiste.web.equipo.agenda.escritura import escritos_de
from asiste.web.equipo.presencia import Gente


def ficha(usuario: Usuario, sesion: Sesion) -> dict[str, Any]:
    """What its part of the page of a session needs."""
    acta, lleva = acta_de(sesion), permisos.puede_llevar(usuario, sesion)
    base: dict[str, Any] = {"acta": acta, "escribe_acta": lleva, "clase_acta": clase_para(sesion).label}
    if acta is None:
        return base
    base |= situacion(acta, usuario)
    if acta.en_borrador and lleva:
        base |= {"escritos": escritos_de(acta, usuario), "gente": gente_en(acta, usuario)}
    return base


def gente_en(acta: Acta, usuario: Usuario) -> Gente:
    """Notes that the person has it open and gives who else has."""
    otras = acciones.marcar_presencia_en_acta(acta=acta, usuario=usuario, ahora=timezone.now())
    return Gente(otras, reverse("equipo:acta-presentes", args=[acta.sesion_id]))


def situacion(acta: Acta, usuario: Usuario) -> dict[str, Any]:
    """The version sent last, what each one said of it and what this person owes to say."""
    version = VersionActa.objects.vigente(acta)
    pedidas = list(Aprobacion.objects.de_la(version)) if version else []
    por_decidir = acta.estado == Acta.Estado.EN_APROBACION
    return {
        "version": version,
        "aprobaciones": pedidas,
        "devuelta": next((una for una in pedidas if una.estado == Aprobacion.Estado.DEVUELTA), None),
        "mia": next((u for u in pedidas if por_decidir and u.usuario_id == usuario.pk and u.momento is None), None),
        "sin_sello": por_decidir and all(una.estado == Aprobacion.Estado.APROBADA for una in pedidas),
    }
