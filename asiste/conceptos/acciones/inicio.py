"""A concept is born from a request."""

from datetime import datetime

from django.db import transaction

from asiste.conceptos.models import Concepto, SeccionConcepto
from asiste.conceptos.texto_inicial import textos_iniciales
from asiste.cuentas.models import Rol, Usuario
from asiste.directorio.models import Funcionario
from asiste.solicitudes.acciones import ReglaIncumplida, registrar_concepto
from asiste.solicitudes.acciones.base import bloquear
from asiste.solicitudes.models import Solicitud

EN_CURSO = [Solicitud.Estado.EN_TRAMITE, Solicitud.Estado.SUSPENDIDA]


@transaction.atomic
def empezar_concepto(*, solicitud: Solicitud, autor: Usuario, ahora: datetime) -> Concepto:
    """The draft that answers a request, made if it had none alive; the inquiry and its terms are copied from it.

    Raises `ReglaIncumplida` when nobody is attending the request. Disposición: 6.3-conceptos.
    """
    solicitud = bloquear(solicitud)
    if ya := Concepto.objects.vivos().filter(solicitud=solicitud).first():
        return ya
    if solicitud.estado not in EN_CURSO:
        raise ReglaIncumplida("Solo se proyecta un concepto de una solicitud en trámite.")
    concepto = Concepto.objects.create(
        solicitud=solicitud,
        dependencia=solicitud.dependencia,
        asunto=solicitud.asunto,
        consulta=solicitud.texto,
        terminos=solicitud.terminos,
        proyecta=_proyecta(solicitud, autor),
        creado_en=ahora,
    )
    SeccionConcepto.objects.bulk_create(
        SeccionConcepto(
            concepto=concepto, clave=clave, texto=html, version=0, escrita_por=autor, escrita_en=ahora, aparte=False
        )
        for clave, html in textos_iniciales(concepto).items()
    )
    registrar_concepto(
        solicitud=solicitud, texto=f"{concepto.proyecta} empezó a proyectar el concepto.", autor=autor, ahora=ahora
    )
    return concepto


def _proyecta(solicitud: Solicitud, autor: Usuario) -> Funcionario:
    """Who drafts: the adviser that starts it, else the adviser of the case."""
    propio: Funcionario | None = getattr(autor, "funcionario", None)
    if propio and (autor.rol == Rol.ASESOR or solicitud.asesor is None):
        return propio
    if solicitud.asesor is None:
        raise ReglaIncumplida("La solicitud no tiene asesor: asígnela antes.")
    return solicitud.asesor
