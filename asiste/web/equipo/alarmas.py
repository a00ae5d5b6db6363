"""What is wrong with the mail, said on every page to who can have it mended."""

from dataclasses import dataclass

from django.utils import timezone

from asiste.correo.models import SaludBuzon
from asiste.correo.vigilancia import SIN_INTENTAR, frase_de
from asiste.cuentas.models import Usuario
from asiste.solicitudes import alcance
from asiste.web.equipo.permisos import puede_ver_buzones
from asiste.web.interfaz.templatetags.interfaz import momento


@dataclass(frozen=True, slots=True)
class Alarma:
    """A sentence, and what is known about it."""

    titulo: str
    texto: str


def alarmas_de(usuario: Usuario) -> list[Alarma]:
    """Mailboxes of the person's tree that fail, are silent or are not being read. One query while all goes well."""
    if not puede_ver_buzones(usuario):
        return []
    malas = list(SaludBuzon.objects.con_novedad(timezone.now() - SIN_INTENTAR))
    oficinas = alcance.dependencias_de(usuario) if malas else set()
    return [_alarma(salud) for salud in malas if salud.buzon.canal.dependencia_id in oficinas]


def _alarma(salud: SaludBuzon) -> Alarma:
    if not salud.alarma_desde:
        buzon = salud.buzon.canal.valor
        return Alarma(
            f"Nadie está leyendo el buzón {buzon}",
            f"El último intento fue el {momento(salud.ultimo_intento_en)}: el trabajador está detenido. "
            "Los mensajes siguen en el servidor.",
        )
    if not salud.error:
        return Alarma(frase_de(salud), "Compruebe que los mensajes no se estén quedando en otra parte.")
    return Alarma(f"{frase_de(salud)} desde el {momento(salud.falla_desde)}", salud.error)
