"""From the draft to the signature: sent to be reviewed, returned, approved, or given up."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from asiste.conceptos.acciones.base import (
    avisar,
    bloquear_con_su_caso,
    dar_paso,
    exigir_que_se_responda,
    quienes_escriben,
)
from asiste.conceptos.acciones.oficina import llevar_a_su_oficina
from asiste.conceptos.acciones.versiones import fijar_version
from asiste.conceptos.models import Concepto, Observacion, Paso, VersionConcepto
from asiste.conceptos.pendientes import lo_que_falta
from asiste.cuentas.models import Usuario
from asiste.directorio.consultas import cabezas_de
from asiste.directorio.models import Funcionario
from asiste.solicitudes.acciones import ReglaIncumplida, registrar_concepto
from asiste.solicitudes.acciones.base import exigir_texto

Estado = Concepto.Estado


@transaction.atomic
def enviar_a_revision(*, concepto: Concepto, revisa: Funcionario, autor: Usuario, ahora: datetime) -> VersionConcepto:
    """Sets a version with its bytes and asks somebody to review it. From here on it is not written.

    Raises `ReglaIncumplida` when it lacks what it must say, when its request ended, or when the reviewer drafted it.
    Disposición: 6.3-conceptos, 7.1.2-concepto.
    """
    concepto = bloquear_con_su_caso(concepto, Estado.PROYECTO)
    llevar_a_su_oficina(concepto)
    exigir_que_se_responda(concepto)
    if faltan := lo_que_falta(concepto):
        raise ReglaIncumplida(" ".join(faltan))
    if revisa.pk == concepto.proyecta_id or revisa.usuario == autor:
        raise ReglaIncumplida("Lo revisa otra persona: elija a alguien distinto de quien lo proyecta.")
    concepto.revisa, concepto.estado = revisa, Estado.REVISION
    version = fijar_version(concepto, autor, ahora)
    concepto.save(update_fields=["revisa", "estado", "version"])
    paso = dar_paso(concepto, Paso.Tipo.ENVIADO, autor, ahora, f"Revisa {revisa}.")
    texto = f"{autor} le pide revisar el concepto «{concepto.asunto}», versión {concepto.version}."
    avisar(paso, [revisa.usuario], asunto="concepto por revisar", texto=texto)
    _dejar_en_el_caso(concepto, f"El concepto pasó a revisión de {revisa}, versión {concepto.version}.", autor, ahora)
    return version


@transaction.atomic
def devolver(*, concepto: Concepto, motivo: str, autor: Usuario, ahora: datetime) -> Concepto:
    """Sends it back to be written, with the reason in sight, in the office that attends its request now.

    Raises `ReglaIncumplida`, also without a reason.
    """
    motivo = exigir_texto(motivo, "Escriba por qué lo devuelve.")
    concepto = bloquear_con_su_caso(concepto, Estado.REVISION, Estado.FIRMA)
    concepto.estado = Estado.PROYECTO
    concepto.save(update_fields=["estado"])
    llevar_a_su_oficina(concepto)
    paso = dar_paso(concepto, Paso.Tipo.DEVUELTO, autor, ahora, motivo)
    texto = f"{autor} devolvió el concepto «{concepto.asunto}» para corregirlo. Dice:\n\n{motivo}"
    avisar(paso, quienes_escriben(concepto), asunto="devolvieron el concepto", texto=texto)
    _dejar_en_el_caso(concepto, "El concepto volvió a redacción.", autor, ahora)
    return concepto


@transaction.atomic
def pasar_a_firma(*, concepto: Concepto, autor: Usuario, ahora: datetime) -> Concepto:
    """The reviewer approves it: it waits for a signature, and those who may sign today are told.

    Who approved is who reviewed it. Raises `ReglaIncumplida` while a remark is not resolved.
    Disposición: 6.3-conceptos.
    """
    concepto = bloquear_con_su_caso(concepto, Estado.REVISION)
    exigir_que_se_responda(concepto)
    if cuantas := Observacion.objects.abiertas().filter(concepto=concepto).count():
        unas = "Queda una observación" if cuantas == 1 else f"Quedan {cuantas} observaciones"
        raise ReglaIncumplida(f"{unas} por resolver: resuélvalas, o devuelva el concepto.")
    concepto.revisa = getattr(autor, "funcionario", None)
    if concepto.revisa is None:
        raise ReglaIncumplida("Quien revisa queda en el documento con su cargo: lo hace alguien de una dependencia.")
    concepto.estado = Estado.FIRMA
    fijar_version(concepto, autor, ahora)
    concepto.save(update_fields=["revisa", "estado", "version"])
    paso = dar_paso(concepto, Paso.Tipo.REVISADO, autor, ahora)
    firman = cabezas_de(dependencia=concepto.dependencia, hoy=timezone.localdate(ahora))
    texto = f"{autor} revisó el concepto «{concepto.asunto}»: espera su firma, o la de otra persona que dirija."
    avisar(paso, [uno.usuario for uno in firman], asunto="concepto por firmar", texto=texto)
    _dejar_en_el_caso(concepto, "El concepto pasó a firma.", autor, ahora)
    return concepto


@transaction.atomic
def dejar_sin_efecto(*, concepto: Concepto, motivo: str, autor: Usuario, ahora: datetime) -> Concepto:
    """Gives it up before it is signed; what was written stays. Raises `ReglaIncumplida`, also without a reason."""
    motivo = exigir_texto(motivo, "Escriba por qué se deja sin efecto.")
    concepto = bloquear_con_su_caso(concepto, *(Estado(uno) for uno in Concepto.VIVOS))
    concepto.estado, concepto.motivo = Estado.SIN_EFECTO, motivo
    concepto.save(update_fields=["estado", "motivo"])
    paso = dar_paso(concepto, Paso.Tipo.SIN_EFECTO, autor, ahora, motivo)
    revisa = [concepto.revisa.usuario] if concepto.revisa else []
    texto = f"{autor} dejó sin efecto el concepto «{concepto.asunto}». Dice:\n\n{motivo}"
    avisar(paso, [*quienes_escriben(concepto), *revisa], asunto="concepto sin efecto", texto=texto)
    _dejar_en_el_caso(concepto, f"El concepto quedó sin efecto: {motivo}", autor, ahora)
    return concepto


def _dejar_en_el_caso(concepto: Concepto, texto: str, autor: Usuario, ahora: datetime) -> None:
    registrar_concepto(solicitud=concepto.solicitud, texto=texto, autor=autor, ahora=ahora)
