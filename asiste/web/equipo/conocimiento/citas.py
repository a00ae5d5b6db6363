"""Where a publication was of use."""

from dataclasses import dataclass

from django.urls import reverse

from asiste.agenda.alcance import sesiones_del_equipo
from asiste.conocimiento.models import Publicacion, Uso
from asiste.cuentas.models import Usuario
from asiste.solicitudes.alcance import solicitudes_del_equipo

ULTIMAS = 20
DE_SESION = "sesion-"


@dataclass(frozen=True, slots=True)
class Cita:
    """One use of a publication: what it was in words, and its page, empty when the person may not open it."""

    uso: Uso
    donde: str
    url: str


def citas_de(usuario: Usuario, publicacion: Publicacion) -> list[Cita]:
    """The last answers and sessions where it was used, the newest first. Three queries."""
    usos = publicacion.usos.exclude(referencia="").select_related("entidad").order_by("-momento", "-id")
    ultimos = list(usos[:ULTIMAS])
    radicados = [uso.referencia for uso in ultimos if uso.clase != Uso.Clase.SESION]
    casos = solicitudes_del_equipo(usuario).filter(radicado__in=radicados).order_by()
    paginas = {uno: reverse("equipo:solicitud", args=[uno]) for uno in casos.values_list("radicado", flat=True)}
    numeros = [uso.referencia.removeprefix(DE_SESION) for uso in ultimos if uso.clase == Uso.Clase.SESION]
    sesiones = sesiones_del_equipo(usuario).filter(pk__in=[uno for uno in numeros if uno.isdecimal()]).order_by()
    titulos = dict(sesiones.values_list("pk", "titulo"))
    paginas |= {f"{DE_SESION}{pk}": reverse("equipo:sesion", args=[pk]) for pk in titulos}
    nombres = {f"{DE_SESION}{pk}": titulo for pk, titulo in titulos.items()}
    return [Cita(uso, nombres.get(uso.referencia, uso.referencia), paginas.get(uso.referencia, "")) for uso in ultimos]
