"""Reading the mailboxes, and raising the alarm when one fails or falls silent."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from asiste.calendario.lectura import cargar
from asiste.calendario.models import JornadaAtencion
from asiste.correo.acciones.mensajes import recibir
from asiste.correo.catalogo import Catalogo, leer_catalogo
from asiste.correo.imap import BuzonCaido, Conexion, FallaDelBuzon, conectar
from asiste.correo.models import BuzonImap, MensajeEntrante, SaludBuzon
from asiste.correo.vigilancia import alarma_de, frase_de, limites
from asiste.cuentas.models import Rol, Usuario
from asiste.notificaciones.acciones import encolar

OLVIDO = timedelta(days=1)
LOTE = 200  # messages of one reading; the rest waits for the next one, a minute later
ALARMAS = {
    SaludBuzon.Alarma.FALLA: "{error}\n\nLos mensajes siguen en el servidor y se radicarán con su hora real.",
    SaludBuzon.Alarma.SILENCIO: "Puede ser que nadie haya escrito, o que los mensajes se estén quedando en otra parte.",
}


def leer_buzon(*, buzon: BuzonImap, ahora: datetime) -> int:
    """Receives what is in the inbox and returns how many messages; tells how it went in the mailbox's `salud`.

    Each message is committed before it is moved on the server: who dies between the two finds it again, and
    `recibir` gives back what it gave before. One bad message never stops the others. The loss of our own
    database or files is raised, and the messages stay on the server. Disposición: 5-canales.
    """
    salud = _intentar(buzon, ahora)
    llegadas: list[datetime] = []
    fallas: list[str] = []
    try:
        with conectar(buzon) as conexion:
            catalogo = leer_catalogo()
            for uid in conexion.pendientes()[:LOTE]:
                try:
                    llegadas.extend(_recibir_uno(conexion, uid, buzon, catalogo, ahora))
                except BuzonCaido:
                    raise
                except FallaDelBuzon as falla:
                    fallas.append(str(falla))
    except FallaDelBuzon as falla:
        fallas.append(str(falla))
    _anotar(salud, llegadas, fallas[0] if fallas else "", ahora)
    return len(llegadas)


def _recibir_uno(conexion: Conexion, uid: str, buzon: BuzonImap, catalogo: Catalogo, ahora: datetime) -> list[datetime]:
    """When the mailbox got the message; nothing if it was not there any more."""
    entregado = conexion.traer(uid)
    if entregado is None:
        return []
    mensaje = recibir(
        crudo=entregado.crudo,
        nombre=f"{buzon.canal.valor} · {uid}",
        ahora=ahora,
        buzon=buzon.canal,
        catalogo=catalogo,
        recibido_en=entregado.recibido_en,
    )
    espera = mensaje.resultado == MensajeEntrante.Resultado.CUARENTENA
    conexion.mover(uid, buzon.por_revisar if espera else buzon.procesados)
    return [entregado.recibido_en]


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
    """One mail to each person for each incident."""
    texto = ALARMAS[SaludBuzon.Alarma(salud.alarma)].format(error=salud.error)
    for persona in _responsables(salud.buzon):
        encolar(
            clave=f"buzon-{salud.pk}-{salud.alarma}-{ahora:%Y%m%d%H%M%S}-{persona.pk}",
            para=persona.email,
            asunto=frase_de(salud),
            texto=f"{frase_de(salud)}.\n\n{texto}\n\n{settings.URL_PUBLICA}/equipo/buzones/\n",
            ahora=ahora,
        )


def _responsables(buzon: BuzonImap) -> list[Usuario]:
    """The administration, and who heads the office of the mailbox or the one above it."""
    oficina = buzon.canal.dependencia
    oficinas = [oficina.pk, oficina.padre_id or oficina.pk]
    dirigen = Q(rol__in=[Rol.DIRECCION, Rol.SUBDIRECCION], funcionario__dependencia__in=oficinas)
    return list(Usuario.objects.filter(dirigen | Q(rol=Rol.ADMINISTRACION), is_active=True).order_by("pk"))
