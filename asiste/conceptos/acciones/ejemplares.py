"""What is shown to who is going to sign, before signing: the very bytes, with the number they would take."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from asiste.conceptos.acciones.base import bloquear, exigir_que_se_responda
from asiste.conceptos.acciones.numeracion import numero_siguiente
from asiste.conceptos.acciones.versiones import marcar_leida
from asiste.conceptos.competencia import con_su_cargo, tiene_competencia
from asiste.conceptos.documento import componer_concepto
from asiste.conceptos.models import Concepto, EjemplarConcepto, VersionConcepto
from asiste.directorio.models import Funcionario
from asiste.documentos.acciones import guardar_archivo
from asiste.documentos.models import Firmante
from asiste.solicitudes.acciones import ReglaIncumplida


@transaction.atomic
def preparar_firma(*, concepto: Concepto, firmante: Funcionario, ahora: datetime) -> EjemplarConcepto:
    """The copy that the person would sign now; the one shown before while its number and its day are still those.

    Raises `ReglaIncumplida` when it does not wait for a signature, its request ended, or the person may not sign it.
    """
    concepto = bloquear(concepto, Concepto.Estado.FIRMA)
    exigir_que_se_responda(concepto)
    exigir_competencia(concepto, firmante, ahora)
    version, hoy = version_vigente(concepto), timezone.localdate(ahora)
    numero = numero_siguiente(concepto.dependencia.direccion, hoy.year)
    ya = EjemplarConcepto.objects.filter(version=version, firmante=firmante).order_by("-id").first()
    if ya and ya.numero == numero and timezone.localdate(ya.creado_en) == hoy:
        return ya
    firma = con_su_cargo(firmante, concepto, hoy)
    pdf = componer_concepto(
        concepto=concepto,
        contenido=version.contenido,
        codigo=version.codigo,
        numero=numero,
        firmante=Firmante(str(firma), firma.cargo, ahora),
        ahora=ahora,
    )
    archivo = guardar_archivo(contenido=pdf)
    return EjemplarConcepto.objects.create(
        version=version, firmante=firmante, numero=numero, archivo=archivo, creado_en=ahora
    )


@transaction.atomic
def abrir_ejemplar(*, ejemplar: EjemplarConcepto, ahora: datetime) -> bytes:
    """Its bytes, noting that who is going to sign has opened them. Raises `ReglaIncumplida` if the store lost them."""
    try:
        with ejemplar.archivo.abrir() as abierto:
            contenido = bytes(abierto.read())
    except FileNotFoundError as falta:
        raise ReglaIncumplida("El archivo por firmar no está en el almacén: avise a la administración.") from falta
    usuario = ejemplar.firmante.usuario
    marcar_leida(version=ejemplar.version, huella=ejemplar.archivo.huella, usuario=usuario, ahora=ahora)
    return contenido


def exigir_competencia(concepto: Concepto, firmante: Funcionario, ahora: datetime) -> None:
    """Raises `ReglaIncumplida` unless the person heads its office, or one above it, on that day."""
    if not tiene_competencia(firmante.usuario, concepto, timezone.localdate(ahora)):
        raise ReglaIncumplida(
            f"Hoy usted no dirige {concepto.dependencia.sigla}, ni la oficina de la que hace parte: no lo puede firmar."
        )


def version_vigente(concepto: Concepto) -> VersionConcepto:
    """The version that waits. Raises `ReglaIncumplida` without one."""
    version = VersionConcepto.objects.vigente(concepto)
    if version is None:
        raise ReglaIncumplida("El concepto no tiene una versión enviada a revisión.")
    return version
