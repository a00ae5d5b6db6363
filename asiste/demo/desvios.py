"""A few cases of the demo city that do not go straight: paused, extended, united, with several people, transferred."""

from datetime import datetime, timedelta

from asiste.directorio.models import Funcionario
from asiste.portafolio.models import Tema
from asiste.solicitudes import acciones
from asiste.solicitudes.models import Solicitud

ESPERA = timedelta(days=45)  # more than the month an entity has to answer


def desviar(*, lejos_de: Funcionario, ahora: datetime) -> int:
    """Takes some open cases off the straight way, none of `lejos_de`, and returns how many."""
    abiertas = Solicitud.objects.filter(estado=Solicitud.Estado.EN_TRAMITE).exclude(asesor=lejos_de)
    pasos = [_suspender, _prorrogar, _articular, _unir, _anular, _remitir, _suspender]
    casos = list(abiertas.select_related("asesor__usuario").order_by("-vence_el", "id")[: len(pasos)])
    for caso, paso in zip(casos, pasos, strict=False):
        paso(caso, ahora)
    for numero, olvidada in enumerate(_olvidadas(lejos_de, ahora)):
        autor = lejos_de.usuario
        acciones.reabrir(solicitud=olvidada, motivo="La entidad pidió precisar.", ahora=ahora - ESPERA, autor=autor)
        _suspender(olvidada, ahora - ESPERA)
        if numero:
            acciones.desistir(solicitud=olvidada, motivo="La entidad no contestó.", autor=autor, ahora=ahora)
    return len(casos)


def _olvidadas(asesor: Funcionario, ahora: datetime) -> list[Solicitud]:
    """Two closed long ago, which come back and then wait for their entity."""
    cerradas = Solicitud.objects.filter(estado="cerrada", cerrada_en__lt=ahora - 2 * ESPERA, asesor=asesor)
    return list(cerradas.select_related("asesor__usuario").order_by("-cerrada_en", "id")[:2])


def _suspender(caso: Solicitud, ahora: datetime) -> None:
    if caso.asesor:
        texto = "Para responder necesitamos el acto administrativo que adopta la estructura vigente."
        acciones.suspender(solicitud=caso, texto=texto, autor=caso.asesor.usuario, ahora=ahora)


def _prorrogar(caso: Solicitud, ahora: datetime) -> None:
    if caso.asesor:
        motivo = "Se espera el concepto de otra dependencia."
        acciones.prorrogar(solicitud=caso, dias=4, motivo=motivo, autor=caso.asesor.usuario, ahora=ahora)


def _articular(caso: Solicitud, ahora: datetime) -> None:
    if caso.asesor is None:
        return
    autor = caso.asesor.usuario
    digital = Tema.objects.get(clave="gobierno-digital")
    acciones.poner_temas(solicitud=caso, temas=[*caso.temas.all(), digital], autor=autor, ahora=ahora)
    encargo = caso.temas_a_cargo.select_related("tema__dependencia", "solicitud").get(tema=digital)
    acciones.encargar_tema(tema_solicitud=encargo, lider=digital.lider, autor=autor, ahora=ahora)


def _unir(caso: Solicitud, ahora: datetime) -> None:
    esperan = Solicitud.objects.filter(estado=Solicitud.Estado.POR_TOMAR)
    principal = esperan.exclude(pk=caso.pk).order_by("recibida_en", "id").first()
    if caso.asesor and principal:
        acciones.fusionar(
            solicitud=caso,
            principal=principal,
            motivo="Piden lo mismo: se responden juntas.",
            autor=caso.asesor.usuario,
            ahora=ahora,
        )


def _anular(caso: Solicitud, ahora: datetime) -> None:
    if caso.asesor:
        acciones.anular(solicitud=caso, motivo="La entidad la envió por error.", autor=caso.asesor.usuario, ahora=ahora)


def _remitir(caso: Solicitud, ahora: datetime) -> None:
    if caso.asesor:
        acciones.trasladar_fuera(
            solicitud=caso,
            destino="Archivo General de la Nación",
            motivo="Pide una evaluación que compete al Consejo Territorial.",
            autor=caso.asesor.usuario,
            ahora=ahora,
        )
