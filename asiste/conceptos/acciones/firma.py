"""The signature: number, seal, answer to the request and notice, all in one transaction or nothing."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from asiste.conceptos.acciones.base import bloquear_con_su_caso, dar_paso, exigir_que_se_responda
from asiste.conceptos.acciones.ejemplares import abrir_ejemplar, exigir_competencia, version_vigente
from asiste.conceptos.acciones.notificacion import notificar
from asiste.conceptos.acciones.numeracion import tomar_numero
from asiste.conceptos.competencia import con_su_cargo
from asiste.conceptos.contenido import lo_escrito
from asiste.conceptos.models import Concepto, EjemplarConcepto, Paso, VersionLeida
from asiste.conceptos.oficina import que_responde
from asiste.conocimiento.acciones.citas import anotar_citas
from asiste.documentos.acciones import expedir
from asiste.documentos.models import Documento, Firmante
from asiste.solicitudes.acciones import ReglaIncumplida

RESERVA = "Se expidió a la entidad que lo pidió y no se ha publicado"


class OtroEjemplar(ReglaIncumplida):
    """What was shown is not what would be signed now: it has to be seen again."""


@transaction.atomic
def firmar(*, ejemplar: EjemplarConcepto, huella: str, ahora: datetime) -> Concepto:
    """Signs the very bytes that were shown, whose SHA-256 is `huella`: gives them their number and their seal.

    The request is attended and the entity told in the same transaction. Raises `ReglaIncumplida` when it does not wait
    for that signature, `OtroEjemplar` when those bytes were not opened or are not those that would be signed now (the
    number was taken, the day passed, it was written again), and `SelloImposible`; then nothing is done.
    Disposición: 6.3-conceptos.
    """
    concepto = bloquear_con_su_caso(ejemplar.version.concepto, Concepto.Estado.FIRMA)
    exigir_que_se_responda(concepto)
    exigir_competencia(concepto, ejemplar.firmante, ahora)
    _exigir_lo_visto(concepto, ejemplar, huella, ahora)
    numero = tomar_numero(concepto.dependencia.direccion, timezone.localdate(ahora).year)
    if numero != ejemplar.numero:
        raise OtroEjemplar(f"Mientras usted leía se firmó otro concepto: a este le toca el {numero}. Ábralo de nuevo.")
    concepto.numero, concepto.firma, concepto.firmado_en = numero, ejemplar.firmante, ahora
    concepto.documento = _sellar(concepto, ejemplar, ahora)
    concepto.estado = Concepto.Estado.FIRMADO
    concepto.save(update_fields=["numero", "firma", "firmado_en", "documento", "estado"])
    autor = ejemplar.firmante.usuario
    dar_paso(concepto, Paso.Tipo.FIRMADO, autor, ahora, f"{numero}. Huella de lo que vio y firmó: {huella}.")
    notificar(concepto=concepto, autor=autor, ahora=ahora)
    _contar_lo_citado(concepto, ejemplar, ahora)
    return concepto


def _exigir_lo_visto(concepto: Concepto, ejemplar: EjemplarConcepto, huella: str, ahora: datetime) -> None:
    if ejemplar.version != version_vigente(concepto):
        raise OtroEjemplar("El concepto se volvió a escribir desde que usted lo vio: ábralo de nuevo.")
    if timezone.localdate(ejemplar.creado_en) != timezone.localdate(ahora):
        raise OtroEjemplar("Lo que usted vio lleva la fecha de otro día: ábralo de nuevo.")
    if huella != ejemplar.archivo.huella:
        raise OtroEjemplar("Lo que usted vio no es lo que se firmaría: ábralo de nuevo.")
    vistas = VersionLeida.objects.filter(version=ejemplar.version, usuario=ejemplar.firmante.usuario, huella=huella)
    if not vistas.exists():
        raise ReglaIncumplida("Abra primero el PDF: nadie firma lo que no ha visto.")


def _contar_lo_citado(concepto: Concepto, ejemplar: EjemplarConcepto, ahora: datetime) -> None:
    caso, texto = que_responde(concepto), lo_escrito(ejemplar.version.contenido)
    anotar_citas(texto=texto, referencia=caso.radicado, ahora=ahora, entidad=caso.entidad)


def _sellar(concepto: Concepto, ejemplar: EjemplarConcepto, ahora: datetime) -> Documento:
    firmante = con_su_cargo(ejemplar.firmante, concepto, timezone.localdate(ahora))
    return expedir(
        codigo=ejemplar.version.codigo,
        titulo=f"Concepto {concepto.numero}",  # anyone reads it, and the subject may tell what is reserved
        emisor=concepto.dependencia.nombre,
        contenido=abrir_ejemplar(ejemplar=ejemplar, ahora=ahora),
        firmantes=[Firmante(str(firmante), firmante.cargo, ahora)],
        reserva=RESERVA,
        ahora=ahora,
    )
