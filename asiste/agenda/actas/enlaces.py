"""Links of the letters: each opens one thing, for one purpose, for a time. Looking does nothing; sending does."""

from datetime import timedelta

from asiste.agenda import firmas
from asiste.agenda.firmas import Desconocida, Vencida, leer
from asiste.agenda.models import Acta, Aprobacion
from asiste.solicitudes.direcciones import direccion

APROBACION, LECTURA = "agenda.acta-aprobacion", "agenda.acta-lectura"  # purposes of a mark
DURA = {APROBACION: timedelta(days=15), LECTURA: timedelta(days=90)}


def enlace_de_aprobacion(aprobacion: Aprobacion) -> str:
    """Where a person approves: of the team, in the work space; of outside, by a signed address."""
    if aprobacion.usuario_id:
        return direccion("equipo:aprobacion", str(aprobacion.pk))
    return direccion("acta-aprobar", firmas.firmar(APROBACION, aprobacion.pk))


def enlace_de_lectura(acta: Acta) -> str:
    """Where those who took part read and download what was issued."""
    return direccion("acta-leer", firmas.firmar(LECTURA, acta.pk))


def aprobacion_del_enlace(llave: str) -> Aprobacion:
    """The approval that an address opens. Raises `Desconocida` or `Vencida`."""
    return _aprobacion(leer(APROBACION, llave, DURA[APROBACION]))


def aprobacion_del_vencido(llave: str) -> Aprobacion | None:
    """The approval of an address that is past its time, to send another to the same person; None of any other."""
    try:
        leer(APROBACION, llave, DURA[APROBACION])
    except Vencida:
        return _aprobacion(leer(APROBACION, llave))
    except Desconocida:
        return None
    return None


def acta_del_enlace(llave: str) -> Acta:
    """What was issued, that an address opens. Raises `Desconocida` or `Vencida`."""
    expedidas = Acta.objects.select_related("documento__archivo", "sesion__dependencia").filter(documento__isnull=False)
    acta = expedidas.filter(pk=leer(LECTURA, llave, DURA[LECTURA])).first()
    if acta is None:
        raise Desconocida
    return acta


def _aprobacion(numero: int) -> Aprobacion:
    aprobacion = Aprobacion.objects.completas().filter(pk=numero, usuario=None).first()
    if aprobacion is None:
        raise Desconocida
    return aprobacion
