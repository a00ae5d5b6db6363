"""Who reviews and who signs a concept, by name. Seeing comes first: see `alcance`."""

from copy import copy
from datetime import date

from django.utils import timezone

from asiste.conceptos.models import Concepto, ConceptoQuerySet
from asiste.conceptos.permisos import dirige_concepto, puede_redactar
from asiste.cuentas.models import Rol, Usuario
from asiste.directorio.consultas import oficinas_a_cargo
from asiste.directorio.models import Encargo, Funcionario
from asiste.solicitudes.alcance import personas_de

Estado = Concepto.Estado


def puede_revisar(usuario: Usuario, concepto: Concepto) -> bool:
    """Make remarks, return it and let it go to the signature: who was asked to, stands in today, or heads the office.

    Nobody reviews what he or she drafted.
    """
    propio = concepto.proyecta.usuario_id == usuario.pk
    suyo = concepto.revisa_id in personas_de(usuario) or dirige_concepto(usuario, concepto)
    return concepto.estado == Estado.REVISION and suyo and not propio


def puede_firmar(usuario: Usuario, concepto: Concepto) -> bool:
    """The Director(a) or Subdirector(a) who heads its office today, or one above it. Disposición: 6.3-conceptos."""
    return concepto.estado == Estado.FIRMA and tiene_competencia(usuario, concepto, timezone.localdate())


def tiene_competencia(usuario: Usuario, concepto: Concepto, hoy: date) -> bool:
    """Heads the office of the concept, or one above it, on a day."""
    persona = getattr(usuario, "funcionario", None)
    if persona is None:
        return False
    return oficinas_a_cargo(funcionario=persona, hoy=hoy).filter(pk=concepto.dependencia_id).exists()


def puede_devolver(usuario: Usuario, concepto: Concepto) -> bool:
    """Send it back to be written: who reviews or signs it; who wrote it takes it back."""
    esperan = concepto.estado in (Estado.REVISION, Estado.FIRMA)
    return esperan and (
        puede_revisar(usuario, concepto) or puede_firmar(usuario, concepto) or puede_redactar(usuario, concepto)
    )


def puede_resolver(usuario: Usuario, concepto: Concepto) -> bool:
    """Answer a remark: who writes it, or who reviews it."""
    return concepto.vivo and (puede_redactar(usuario, concepto) or puede_revisar(usuario, concepto))


def puede_dejar_sin_efecto(usuario: Usuario, concepto: Concepto) -> bool:
    """Give it up before it is signed: who writes it."""
    return concepto.vivo and puede_redactar(usuario, concepto)


def por_revisar(usuario: Usuario) -> ConceptoQuerySet:
    """What waits for the person's review, or of who he or she stands in for today."""
    return Concepto.objects.filter(estado=Estado.REVISION, revisa__in=personas_de(usuario))


def por_firmar(usuario: Usuario) -> ConceptoQuerySet:
    """What the person may sign today."""
    persona = getattr(usuario, "funcionario", None)
    if persona is None:
        return Concepto.objects.none()
    oficinas = oficinas_a_cargo(funcionario=persona, hoy=timezone.localdate()).values("pk")
    return Concepto.objects.filter(estado=Estado.FIRMA, dependencia__in=oficinas)


def con_su_cargo(firmante: Funcionario, concepto: Concepto, hoy: date) -> Funcionario:
    """The person with the title that goes under the signature: the own one, or that of the office in charge, «(E)».

    To be printed, never to be saved.
    """
    oficinas = [una.pk for una in concepto.dependencia.cadena()]
    if firmante.usuario.rol in {Rol.DIRECCION, Rol.SUBDIRECCION} and firmante.dependencia_id in oficinas:
        return firmante
    encargos = Encargo.objects.vigentes(hoy).filter(funcionario=firmante, dependencia__in=oficinas)
    cercano = min(
        encargos.select_related("dependencia"), key=lambda uno: oficinas.index(uno.dependencia_id), default=None
    )
    encargado = copy(firmante)
    if cercano:
        encargado.cargo = f"{cercano.dependencia.titular or cercano.dependencia.nombre} (E)"
        encargado.dependencia = cercano.dependencia
    return encargado
