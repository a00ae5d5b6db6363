"""From the draft to the sealed document: who must approve it sees those bytes, and no others are issued."""

import logging
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from asiste.agenda.acciones.actas import bloquear_borrador
from asiste.agenda.actas.aprobadores import Aprobador
from asiste.agenda.actas.cartas import avisar_devolucion, enviar_expedida, pedir_aprobacion
from asiste.agenda.actas.contenido import contenido_de
from asiste.agenda.actas.documento import componer_acta
from asiste.agenda.cierre import SE_EVIDENCIAN
from asiste.agenda.models import Acta, Aprobacion, SeccionActa, VersionActa
from asiste.cuentas.models import Usuario
from asiste.documentos.acciones import expedir, guardar_archivo
from asiste.documentos.models import Firmante
from asiste.documentos.sello import DocumentoSinSellar, SelloImposible
from asiste.documentos.verificacion import nuevo_codigo
from asiste.solicitudes.acciones import ReglaIncumplida, agregar_evidencia
from asiste.solicitudes.adjuntos import ArchivoNombrado

RESERVA = "Trae la lista de asistencia, con datos personales"
Estado = Aprobacion.Estado
registro = logging.getLogger(__name__)


@transaction.atomic
def pasar_a_aprobacion(*, acta: Acta, aprueban: Sequence[Aprobador], autor: Usuario, ahora: datetime) -> VersionActa:
    """Sets the document as it will be issued, its code inside, and asks each one to approve those very bytes.

    Raises `ReglaIncumplida` when a section that must be written is not, when somebody has a text to be united, or
    when it is not approved by who leads and somebody else. Disposición: 7.1.2-visita.
    """
    acta = bloquear_borrador(acta)
    _exigir_completa(acta)
    _exigir_aprobadores(aprueban)
    acta.numero += 1
    acta.estado = Acta.Estado.EN_APROBACION
    acta.save(update_fields=["numero", "estado"])
    codigo, contenido = nuevo_codigo(), contenido_de(acta)
    firmas = [[uno.nombre, uno.cargo] for uno in aprueban]
    pdf = componer_acta(acta, contenido, ahora=ahora, codigo=codigo, numero=acta.numero, aprueban=firmas)
    version = VersionActa.objects.create(
        acta=acta,
        numero=acta.numero,
        codigo=codigo,
        contenido=contenido,
        archivo=guardar_archivo(contenido=pdf),
        creada_por=autor,
        creada_en=ahora,
    )
    for uno in aprueban:
        pedida = Aprobacion.objects.create(
            version=version, nombre=uno.nombre, cargo=uno.cargo, correo=uno.correo, usuario=uno.usuario
        )
        pedir_aprobacion(aprobacion=pedida, ahora=ahora)
    return version


def aprobar(*, aprobacion: Aprobacion, ahora: datetime) -> Acta:
    """Notes that the person approves; the last one has the document sealed and issued.

    What cannot be sealed now waits, approved by all: see `expedir_pendientes`. Raises `ReglaIncumplida` when there is
    nothing to approve any more.
    """
    with transaction.atomic():
        acta = _bloquear_pedida(aprobacion)
        Aprobacion.objects.filter(pk=aprobacion.pk).update(estado=Estado.APROBADA, momento=ahora)
    try:
        return expedir_acta(acta=acta, ahora=ahora)
    except SelloImposible:
        registro.exception("No se pudo sellar el acta %s", acta.pk)
        return acta


@transaction.atomic
def devolver(*, aprobacion: Aprobacion, motivo: str, ahora: datetime) -> Acta:
    """Sends it back to be written again, with the reason in sight. Raises `ReglaIncumplida`, also without a reason."""
    acta = _bloquear_pedida(aprobacion)
    return _a_redaccion(acta, Aprobacion.objects.completas().get(pk=aprobacion.pk), motivo, ahora)


@transaction.atomic
def retomar(*, acta: Acta, motivo: str, autor: Usuario, ahora: datetime) -> Acta:
    """Takes back what waits to be approved, to be written again; its links say that it does not wait any more.

    Who takes it back is one more who returned that version, with the reason. Raises `ReglaIncumplida`, also without a
    reason, and when all approved and only the seal is missing.
    """
    acta = Acta.objects.select_for_update(of=("self",)).select_related("sesion__dependencia").get(pk=acta.pk)
    version = VersionActa.objects.vigente(acta)
    if version is None or acta.estado != Acta.Estado.EN_APROBACION:
        raise ReglaIncumplida("Ya no espera aprobación.")
    if _todos_aprobaron(acta, version):
        raise ReglaIncumplida("Todos aprobaron: solo falta el sello.")
    correo = autor.email.lower()
    suya = Aprobacion.objects.completas().de_la(version).filter(correo=correo).first()
    propia = suya or Aprobacion(version=version, nombre=str(autor), correo=correo, usuario=autor)
    return _a_redaccion(acta, propia, motivo, ahora)


@transaction.atomic
def expedir_acta(*, acta: Acta, ahora: datetime) -> Acta:
    """Seals what all approved, keeps it as evidence of its requests and tells those who took part.

    Does nothing while somebody has not approved, or when it is issued already. Raises `SelloImposible`.
    """
    acta = Acta.objects.select_for_update(of=("self",)).select_related("sesion__dependencia").get(pk=acta.pk)
    version = VersionActa.objects.vigente(acta)
    if version is None or not _todos_aprobaron(acta, version):
        return acta
    acta.documento = expedir(
        codigo=version.codigo,
        titulo=version.contenido["titulo"],
        emisor=version.contenido["dependencia"],
        contenido=_bytes_de(version),
        firmantes=[Firmante(u.nombre, u.cargo, u.momento or ahora) for u in Aprobacion.objects.de_la(version)],
        reserva=RESERVA,
        ahora=ahora,
    )
    acta.estado, acta.aprobada_en = Acta.Estado.APROBADA, ahora
    acta.save(update_fields=["documento", "estado", "aprobada_en"])
    _dejar_evidencia(acta, version, ahora)
    enviar_expedida(acta=acta, version=version, ahora=ahora)
    return acta


def expedir_pendientes(*, ahora: datetime) -> int:
    """Issues what all approved and could not be sealed then; how many. It stops while sealing is not possible."""
    expedidas = 0
    for acta in Acta.objects.filter(estado=Acta.Estado.EN_APROBACION).order_by("id"):
        try:
            expedidas += expedir_acta(acta=acta, ahora=ahora).estado == Acta.Estado.APROBADA
        except DocumentoSinSellar:
            registro.exception("No se dejó sellar el acta %s", acta.pk)
        except SelloImposible as error:
            registro.warning("No se pudo sellar el acta %s: %s", acta.pk, error)
            break
    return expedidas


def _bytes_de(version: VersionActa) -> bytes:
    """The very bytes that were approved."""
    try:
        with version.archivo.abrir() as abierto:
            return bytes(abierto.read())
    except FileNotFoundError as falta:
        raise DocumentoSinSellar("El archivo que se aprobó no está en el almacén.") from falta


def enviar_otro_enlace(*, aprobacion: Aprobacion, ahora: datetime) -> None:
    """Sends the link again, at most once an hour, to the address it was for. Raises `ReglaIncumplida`."""
    if not aprobacion.por_decidir:
        raise ReglaIncumplida("Ya no hay nada que aprobar con ese enlace.")
    pedir_aprobacion(aprobacion=aprobacion, ahora=ahora, otra_vez=True)


def _exigir_completa(acta: Acta) -> None:
    escritas = SeccionActa.objects.juntas().filter(acta=acta).exclude(texto__regex=r"^\s*$")
    claves = set(escritas.values_list("clave", flat=True))
    if faltan := [acta.rotulos[clave] for clave in acta.OBLIGATORIAS[Acta.Clase(acta.clase)] if clave not in claves]:
        raise ReglaIncumplida(f"Falta escribir: {', '.join(faltan)}.")
    sueltas = SeccionActa.objects.filter(acta=acta, aparte=True).select_related("escrita_por").order_by("id")
    if suelta := sueltas.first():
        rotulo = acta.rotulos[suelta.clave]
        raise ReglaIncumplida(f"{suelta.escrita_por} tiene en «{rotulo}» un texto sin unir: primero hay que decidir.")


def _exigir_aprobadores(aprueban: Sequence[Aprobador]) -> None:
    if not any(uno.dirige for uno in aprueban):
        raise ReglaIncumplida("Quien dirige la sesión la aprueba siempre.")
    if len({uno.correo for uno in aprueban}) < 2:
        raise ReglaIncumplida("Elija al menos a una persona más: de la entidad, o de quienes participaron.")


def _a_redaccion(acta: Acta, devuelve: Aprobacion, motivo: str, ahora: datetime) -> Acta:
    """Back to be written, with who returns it and why. The minutes are locked."""
    if not motivo.strip():
        raise ReglaIncumplida("Escriba por qué lo devuelve.")
    devuelve.estado, devuelve.momento, devuelve.comentario = Estado.DEVUELTA, ahora, motivo.strip()
    devuelve.save()
    acta.estado = Acta.Estado.BORRADOR
    acta.save(update_fields=["estado"])
    avisar_devolucion(aprobacion=devuelve, ahora=ahora)
    return acta


def _bloquear_pedida(aprobacion: Aprobacion) -> Acta:
    """The minutes of an approval that is waited for, locked."""
    acta: Acta = (
        Acta.objects.select_for_update(of=("self",))
        .select_related("sesion__dependencia")
        .get(pk=aprobacion.version.acta_id)
    )
    esperada = Aprobacion.objects.filter(pk=aprobacion.pk, estado=Estado.PENDIENTE, version__numero=acta.numero)
    if acta.estado != Acta.Estado.EN_APROBACION or not esperada.exists():
        raise ReglaIncumplida("Ya no espera su aprobación: otra persona lo devolvió, o usted ya respondió.")
    return acta


def _todos_aprobaron(acta: Acta, version: VersionActa) -> bool:
    faltan = Aprobacion.objects.filter(version=version).exclude(estado=Estado.APROBADA)
    return acta.estado == Acta.Estado.EN_APROBACION and not faltan.exists()


def _dejar_evidencia(acta: Acta, version: VersionActa, ahora: datetime) -> None:
    """The sealed document, in the requests of the session that are open or were attended with it.

    Disposición: 7.1.2-visita.
    """
    documento = acta.documento
    if documento is None:
        return
    anexo = ArchivoNombrado(f"{acta.get_clase_display()} {documento.codigo}.pdf", documento.archivo)
    texto = f"{documento.titulo}. Código de verificación {documento.codigo}."
    for solicitud in acta.sesion.solicitudes.filter(estado__in=SE_EVIDENCIAN).order_by("id"):
        agregar_evidencia(solicitud=solicitud, texto=texto, anexos=[anexo], autor=version.creada_por, ahora=ahora)
