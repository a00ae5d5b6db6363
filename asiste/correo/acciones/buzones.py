"""Reading the mailboxes, and raising the alarm when one fails or falls silent."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from asiste.calendario.lectura import cargar
from asiste.calendario.models import JornadaAtencion
from asiste.correo.acciones.mensajes import Llegado, recibir_lote
from asiste.correo.imap import BuzonCaido, Conexion, Entregado, FallaDelBuzon, conectar
from asiste.correo.lotes import en_lotes
from asiste.correo.models import BuzonImap, MensajeEntrante, SaludBuzon
from asiste.correo.vigilancia import alarma_de, frase_de, limites
from asiste.cuentas.models import Rol, Usuario
from asiste.notificaciones.acciones import encolar

OLVIDO = timedelta(days=1)
POR_LECTURA = 200  # messages; the rest waits for the next reading, a minute later
ALARMAS = {
    SaludBuzon.Alarma.FALLA: "{error}\n\nLos mensajes siguen en el servidor y se radicarán con su hora real.",
    SaludBuzon.Alarma.SILENCIO: "Puede ser que nadie haya escrito, o que los mensajes se estén quedando en otra parte.",
}


def leer_buzon(*, buzon: BuzonImap, ahora: datetime) -> int:
    """Receives what is in the inbox and returns how many messages; tells how it went in the mailbox's `salud`.

    Each message is committed before it is moved on the server: who dies between the two finds it again, and
    `recibir_lote` gives back what it gave before. One bad message never stops the others. The loss of our own
    database or files is raised, and the messages stay on the server. Disposición: 5-canales.
    """
    salud = _intentar(buzon, ahora)
    llegadas: list[datetime] = []
    fallas: list[str] = []
    try:
        with conectar(buzon) as conexion:
            traidos = _traer(conexion, conexion.pendientes()[:POR_LECTURA], fallas)
            for lote in en_lotes(traidos, lambda traido: len(traido[1].crudo)):
                for uid, entregado, mensaje in _recibir(lote, buzon, ahora):
                    try:
                        conexion.mover(uid, _carpeta(mensaje, buzon))
                        llegadas.append(entregado.recibido_en)
                    except BuzonCaido:
                        raise
                    except FallaDelBuzon as falla:
                        fallas.append(str(falla))
    except FallaDelBuzon as falla:
        fallas.append(str(falla))
    _anotar(salud, llegadas, fallas[0] if fallas else "", ahora)
    return len(llegadas)


def _traer(conexion: Conexion, uids: Sequence[str], fallas: list[str]) -> Iterator[tuple[str, Entregado]]:
    """The messages that are still there; notes what fails, and ends before its time when the connection breaks."""
    for uid in uids:
        try:
            entregado = conexion.traer(uid)
        except FallaDelBuzon as falla:
            fallas.append(str(falla))
            if isinstance(falla, BuzonCaido):
                return
        else:
            if entregado:
                yield uid, entregado


def _recibir(
    lote: Sequence[tuple[str, Entregado]], buzon: BuzonImap, ahora: datetime
) -> Iterator[tuple[str, Entregado, MensajeEntrante]]:
    """Each one with what it became, once committed."""
    llegados = [
        Llegado(entregado.crudo, f"{buzon.canal.valor} · {uid}", entregado.recibido_en) for uid, entregado in lote
    ]
    recibidos = recibir_lote(lote=llegados, ahora=ahora, buzon=buzon.canal)
    for (uid, entregado), mensaje in zip(lote, recibidos, strict=True):
        yield uid, entregado, mensaje


def _carpeta(mensaje: MensajeEntrante, buzon: BuzonImap) -> str:
    """Where it goes on the server."""
    return buzon.por_revisar if mensaje.resultado == MensajeEntrante.Resultado.CUARENTENA else buzon.procesados


def _intentar(buzon: BuzonImap, ahora: datetime) -> SaludBuzon:
    """Notes that it is being read; who was not for a day is watched again from now on."""
    salud, nueva = SaludBuzon.objects.get_or_create(
        buzon=buzon, defaults={"ultimo_intento_en": ahora, "vigilado_desde": ahora}
    )
    if not nueva:
        if ahora - salud.ultimo_intento_en > OLVIDO:
            salud.vigilado_desde = ahora
        salud.ultimo_intento_en = ahora
        salud.save(update_fields=["ultimo_intento_en", "vigilado_desde"])
    return salud


def _anotar(salud: SaludBuzon, llegadas: list[datetime], error: str, ahora: datetime) -> None:
    """Keeps how a reading went; what was an alarm ends here when all went well."""
    salud.error = error
    salud.falla_desde = (salud.falla_desde or ahora) if error else None
    if not error:
        salud.ultimo_exito_en = ahora
    conocidos = [salud.ultimo_mensaje_en] if salud.ultimo_mensaje_en else []
    salud.ultimo_mensaje_en = max([*llegadas, *conocidos], default=None)
    salud.save(update_fields=["error", "falla_desde", "ultimo_exito_en", "ultimo_mensaje_en"])
    vigilar_buzones(ahora=ahora, solo=salud.buzon)


def vigilar_buzones(*, ahora: datetime, solo: BuzonImap | None = None) -> None:
    """Raises and clears the alarms; each incident is told once to the administration and to who heads the office.

    The pages show it as long as it lasts.
    """
    hoy = timezone.localdate(ahora)
    hasta = limites(
        ahora,
        calendario=cargar(hoy - timedelta(days=60), date(hoy.year, 12, 31)),
        jornada=JornadaAtencion.objects.vigente(hoy),
    )
    with transaction.atomic():
        salud = SaludBuzon.objects.vigiladas().select_for_update(of=("self",))
        for una in salud.filter(buzon=solo) if solo else salud:
            alarma = alarma_de(una, hasta)
            if alarma != una.alarma:
                una.alarma, una.alarma_desde = alarma, ahora if alarma else None
                una.save(update_fields=["alarma", "alarma_desde"])
                if alarma:
                    _avisar(una, ahora)


def _avisar(salud: SaludBuzon, ahora: datetime) -> None:
    """One mail to each person for each incident, in service hours; the pages show it at once."""
    texto = ALARMAS[SaludBuzon.Alarma(salud.alarma)].format(error=salud.error)
    for persona in _responsables(salud.buzon):
        encolar(
            clave=f"buzon-{salud.pk}-{salud.alarma}-{ahora:%Y%m%d%H%M%S}-{persona.pk}",
            para=persona.email,
            asunto=frase_de(salud),
            texto=f"{frase_de(salud)}.\n\n{texto}\n\n{settings.URL_PUBLICA}/equipo/buzones/\n",
            ahora=ahora,
            solo_en_jornada=True,
        )


def _responsables(buzon: BuzonImap) -> list[Usuario]:
    """The administration, and who heads the office of the mailbox or the one above it."""
    oficina = buzon.canal.dependencia
    oficinas = [oficina.pk, oficina.padre_id or oficina.pk]
    dirigen = Q(rol__in=[Rol.DIRECCION, Rol.SUBDIRECCION], funcionario__dependencia__in=oficinas)
    return list(Usuario.objects.filter(dirigen | Q(rol=Rol.ADMINISTRACION), is_active=True).order_by("pk"))
