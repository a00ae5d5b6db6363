"""Changes of the calendar: seen before, applied at once to every open request, and undone the same way."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from asiste.calendario.acciones import agregar_dia_no_habil, retirar_dia
from asiste.calendario.dias import Calendario, FueraDelCalendario, Motivo, Tipo
from asiste.calendario.lectura import cargar
from asiste.calendario.models import DiaNoHabil, Festivo, JornadaAtencion
from asiste.cuentas.models import Usuario
from asiste.solicitudes.acciones.base import ReglaIncumplida
from asiste.solicitudes.historia import CAMPOS_DEL_TERMINO, Historia, calcular, historias_de
from asiste.solicitudes.models import Actuacion, CambioCalendario, Solicitud, VencimientoMovido

Sentido = CambioCalendario.Sentido


@dataclass(frozen=True, slots=True)
class Movida:
    """An open request whose due date a change would move; `solicitud` has the new one, not saved."""

    solicitud: Solicitud
    antes: date
    despues: date


def previsualizar(*, sentido: Sentido, fecha: date) -> list[Movida]:
    """The open requests that adding or taking away that day would move, by due date. Writes nothing."""
    return list(_movidas(_con_el_cambio(sentido, fecha), bloquear=False))


@transaction.atomic
def cambiar_calendario(
    *, sentido: Sentido, fecha: date, motivo: str, acto: str, autor: Usuario, ahora: datetime
) -> CambioCalendario:
    """Changes the calendar and the due date of every open request it moves; what already ended stays as it was.

    Raises `DiaNoHabilRechazado` when the day is already as asked, and `ReglaIncumplida` without reason or act.
    """
    return _aplicar(sentido=sentido, fecha=fecha, motivo=motivo, acto=acto, autor=autor, ahora=ahora, deshace=None)


@transaction.atomic
def deshacer_cambio(*, cambio: CambioCalendario, motivo: str, autor: Usuario, ahora: datetime) -> CambioCalendario:
    """Puts the calendar as it was before a change, by another one. Raises `ReglaIncumplida` if it was undone before."""
    if CambioCalendario.objects.filter(deshace=cambio).exists():
        raise ReglaIncumplida("Ese cambio ya se deshizo.")
    contrario = Sentido.QUITAR if cambio.sentido == Sentido.AGREGAR else Sentido.AGREGAR
    return _aplicar(
        sentido=contrario,
        fecha=cambio.fecha,
        motivo=motivo,
        acto=cambio.acto,
        autor=autor,
        ahora=ahora,
        deshace=cambio,
    )


def _aplicar(
    *,
    sentido: Sentido,
    fecha: date,
    motivo: str,
    acto: str,
    autor: Usuario,
    ahora: datetime,
    deshace: CambioCalendario | None,
) -> CambioCalendario:
    if not (motivo.strip() and acto.strip()):
        raise ReglaIncumplida("Escriba el motivo y el acto o la norma.")
    if sentido == Sentido.AGREGAR:
        agregar_dia_no_habil(fecha=fecha, motivo=motivo, acto=acto, ahora=ahora)
    else:
        retirar_dia(fecha=fecha, ahora=ahora)
    cambio = CambioCalendario.objects.create(
        sentido=sentido, fecha=fecha, motivo=motivo, acto=acto, autor=autor, aplicado_en=ahora, deshace=deshace
    )
    movidas = list(_movidas(_calendario(fecha), bloquear=True))
    Solicitud.objects.bulk_update([movida.solicitud for movida in movidas], CAMPOS_DEL_TERMINO, batch_size=500)
    VencimientoMovido.objects.bulk_create(
        (
            VencimientoMovido(cambio=cambio, solicitud=movida.solicitud, antes=movida.antes, despues=movida.despues)
            for movida in movidas
        ),
        batch_size=1000,
    )
    Actuacion.objects.bulk_create((_constancia(movida, cambio) for movida in movidas), batch_size=1000)
    return cambio


def _constancia(movida: Movida, cambio: CambioCalendario) -> Actuacion:
    que = "no cuenta" if cambio.sentido == Sentido.AGREGAR else "vuelve a contar"
    return Actuacion(
        solicitud=movida.solicitud,
        tipo=Actuacion.Tipo.CALENDARIO,
        momento=cambio.aplicado_en,
        autor=cambio.autor,
        autor_nombre=str(cambio.autor)[:200],
        texto=(
            f"El {cambio.fecha:%d/%m/%Y} {que}: {cambio.motivo} ({cambio.acto}). "
            f"Vencía el {movida.antes:%d/%m/%Y} y ahora vence el {movida.despues:%d/%m/%Y}."
        ),
        visible_entidad=True,
    )


def _movidas(calendario: Calendario, *, bloquear: bool) -> Iterator[Movida]:
    """Open requests whose due date is another under that calendar, with it written on them."""
    abiertas = Solicitud.objects.abiertas().defer("texto", "buscable").order_by("vence_el", "id")
    casos = list(abiertas.select_for_update(of=("self",)) if bloquear else abiertas.select_related("entidad"))
    historias = historias_de([caso.pk for caso in casos])
    jornada = JornadaAtencion.objects.de_cada_fecha()
    for caso in casos:
        antes, recibida = caso.vence_el, timezone.localdate(caso.recibida_en)
        try:
            calcular(caso, historias.get(caso.pk, Historia()), calendario, jornada(recibida))
        except FueraDelCalendario:
            continue  # a term that the table of holidays does not reach stays as it is
        if caso.vence_el != antes:
            yield Movida(caso, antes, caso.vence_el)


def _calendario(fecha: date) -> Calendario:
    """Wide enough for every open request."""
    return cargar(date(2015, 1, 1), date(max(fecha, timezone.localdate()).year + 1, 12, 31))


def _con_el_cambio(sentido: Sentido, fecha: date) -> Calendario:
    """The calendar as the change would leave it. Raises `ReglaIncumplida` when the day is already so."""
    actual = _calendario(fecha)
    fuera = any(tabla.objects.vigentes().filter(fecha=fecha).exists() for tabla in (DiaNoHabil, Festivo))
    if fuera == (sentido == Sentido.AGREGAR):
        raise ReglaIncumplida("Ese día ya no cuenta." if fuera else "Ese día ya cuenta.")
    if not fuera and not actual.es_habil(fecha):
        raise ReglaIncumplida("Los sábados y domingos ya son días no hábiles.")
    motivos = dict(actual.motivos)
    if fuera:
        motivos.pop(fecha, None)
    else:
        motivos[fecha] = Motivo("Propuesto", "", Tipo.NO_HABIL)
    return Calendario(motivos, desde=actual.desde, hasta=actual.hasta)
