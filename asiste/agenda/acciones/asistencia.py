"""Who was in a session: those who register themselves, those whom the team writes down, and what was a mistake."""

from dataclasses import replace
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from asiste.agenda.acciones.sesiones import bloquear_sesion
from asiste.agenda.ingreso import Puerta, abre_en, puerta_de
from asiste.agenda.models import Asistencia, Invitado, Sesion
from asiste.agenda.reconocimiento import Asistente, entidad_del_dominio, invitado_con
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Entidad
from asiste.solicitudes.acciones import ReglaIncumplida

Medio = Asistencia.Medio


class YaRegistrada(ReglaIncumplida):
    """That person is in the list already; `asistencia` is the first one."""

    def __init__(self, asistencia: Asistencia) -> None:
        hora = timezone.localtime(asistencia.llegada_en)
        super().__init__(f"{asistencia.nombre} ya estaba en la lista desde las {hora:%H:%M}.")
        self.asistencia = asistencia


class IngresoCerrado(ReglaIncumplida):
    """Nobody registers any more: it was called off or it was finished."""


@transaction.atomic
def registrarse(*, sesion: Sesion, persona: Asistente, medio: Asistencia.Medio, ahora: datetime) -> Asistencia:
    """The person registers, having accepted the notice; the place of who had no invitation may be past the capacity.

    Raises `YaRegistrada` with the first one, or `IngresoCerrado`. When it opens and for how long each one has is up
    to who checks the pass. Disposición: 5-medios.
    """
    actual = Sesion.objects.get(pk=sesion.pk)
    if not actual.pendiente:
        raise IngresoCerrado(f"La sesión está {actual.get_estado_display().lower()}.")
    nueva = _escribir(actual, persona, Asistencia(medio=medio, llegada_en=ahora, aviso_aceptado_en=ahora), ahora)
    if not Sesion.objects.filter(pk=sesion.pk, estado__in=Sesion.PENDIENTES).exists():  # it ended while this waited
        raise IngresoCerrado("La sesión terminó mientras se registraba.")
    return nueva


def marcar_ingreso(*, invitado: Invitado, motivo: str, autor: Usuario, ahora: datetime) -> Asistencia:
    """An invited person came in, as somebody of the team saw. Raises as `anotar_asistencia`."""
    persona = Asistente(
        nombre=invitado.nombre,
        correo=invitado.correo,
        cargo=invitado.cargo,
        entidad=invitado.entidad,
        invitado=invitado,
    )
    return anotar_asistencia(sesion=invitado.sesion, persona=persona, motivo=motivo, autor=autor, ahora=ahora)


@transaction.atomic
def anotar_asistencia(
    *, sesion: Sesion, persona: Asistente, motivo: str, autor: Usuario, ahora: datetime
) -> Asistencia:
    """A person of whom the team says that he or she was there, and why it is by hand. After the end it is a late entry.

    Raises `ReglaIncumplida` without reason, before the door opens or when it was called off, and `YaRegistrada`.
    """
    actual = Sesion.objects.get(pk=sesion.pk)
    puerta = puerta_de(actual, ahora)
    if puerta == Puerta.CANCELADA:
        raise ReglaIncumplida("La sesión se canceló: no se anota a nadie más.")
    if puerta == Puerta.PRONTO:
        raise ReglaIncumplida(f"El ingreso abre a las {timezone.localtime(abre_en(actual)):%H:%M}.")
    if not motivo.strip():
        raise ReglaIncumplida("Escriba por qué se anota a mano.")
    _exigir_que_no_este(actual, persona)
    tarde = actual.estado == Sesion.Estado.REALIZADA or ahora > actual.termina
    nueva = Asistencia(
        medio=Medio.TARDIA if tarde else Medio.MANUAL,
        llegada_en=actual.inicia if tarde else ahora,
        anotada_por=autor,
        motivo=motivo.strip()[:200],
    )
    return _escribir(actual, persona, nueva, ahora)


@transaction.atomic
def retirar_asistencia(*, asistencia: Asistencia, motivo: str, autor: Usuario, ahora: datetime) -> Asistencia:
    """Takes out of the list what was a mistake; it stays on record, with why.

    Raises `ReglaIncumplida`, also for the only one of a session that was held: somebody was there.
    """
    sesion = bloquear_sesion(asistencia.sesion)
    suya = Asistencia.objects.select_for_update().get(pk=asistencia.pk)
    if suya.retirada_en:
        raise ReglaIncumplida("Ese registro ya se había retirado.")
    if not motivo.strip():
        raise ReglaIncumplida("Escriba por qué se retira.")
    _exigir_que_quede_alguien(sesion, suya)
    suya.retirada_en, suya.retirada_por, suya.retirada_motivo = ahora, autor, motivo.strip()[:200]
    suya.save(update_fields=["retirada_en", "retirada_por", "retirada_motivo"])
    return suya


def _exigir_que_quede_alguien(sesion: Sesion, menos: Asistencia) -> None:
    """Nobody finishes a session without attendance; neither is it left so afterwards. The session is locked."""
    if sesion.estado == Sesion.Estado.REALIZADA and not sesion.asistencias.validas().exclude(pk=menos.pk).exists():
        raise ReglaIncumplida(
            f"{menos.nombre} es la única persona en la lista de una sesión realizada: anote antes a quien sí estuvo."
        )


def _exigir_que_no_este(sesion: Sesion, persona: Asistente) -> None:
    """Without address nothing tells two people apart but the name and where they come from."""
    if persona.correo:
        return
    iguales = sesion.asistencias.validas().filter(nombre__unaccent__iexact=persona.nombre, entidad=persona.entidad)
    if repetida := iguales.order_by("id").first():
        raise YaRegistrada(repetida)


def _escribir(sesion: Sesion, persona: Asistente, nueva: Asistencia, ahora: datetime) -> Asistencia:
    """Writes one, once for each address: of two at the same time, the second finds the first."""
    persona = _en_el_directorio(sesion, persona)
    for campo in ("nombre", "correo", "cargo", "telefono", "entidad", "entidad_nombre", "invitado"):
        setattr(nueva, campo, getattr(persona, campo))
    nueva.sesion, nueva.registrada_en = sesion, ahora
    nueva.fuera_de_cupo = _sin_lugar(sesion, persona.invitado)
    try:
        with transaction.atomic():
            nueva.save()
    except IntegrityError as choque:
        if primera := sesion.asistencias.validas().filter(correo=persona.correo).exclude(correo="").first():
            raise YaRegistrada(primera) from choque
        raise
    return nueva


def _en_el_directorio(sesion: Sesion, persona: Asistente) -> Asistente:
    """With its invitation, and the entity it names or, naming none, that of its invitation or of its domain."""
    correo = persona.correo.strip().lower()
    invitado = persona.invitado or invitado_con(sesion, correo)
    entidad = persona.entidad
    if entidad is None and persona.entidad_nombre:
        entidad = Entidad.objects.activas().llamada(persona.entidad_nombre)
    elif entidad is None:
        entidad = (invitado.entidad if invitado else None) or entidad_del_dominio(correo)
    return replace(persona, correo=correo, invitado=invitado, entidad=entidad)


def _sin_lugar(sesion: Sesion, invitado: Invitado | None) -> bool:
    """True for who had no place and came when the places were taken. Waits for the others who are being counted."""
    if sesion.cupo is None or (invitado and invitado.situacion == Invitado.Situacion.INVITADO):
        return False
    Sesion.objects.select_for_update(no_key=True, of=("self",)).get(pk=sesion.pk)
    return sesion.asistencias.validas().count() >= sesion.cupo
