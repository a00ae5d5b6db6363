"""What a test of the agenda needs to exist, made through the same actions as in production."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from asiste.agenda import acciones
from asiste.agenda.acciones.compromisos import Acuerdo, acordar
from asiste.agenda.acciones.horario import fijar_horario
from asiste.agenda.acciones.propuestas import Oferta, proponer
from asiste.agenda.intervalos import Intervalo
from asiste.agenda.models import Compromiso, HorarioAsesor, Invitado, Propuesta, Publico, Sesion
from asiste.directorio.models import Enlace, Entidad, Funcionario, Sector
from asiste.portafolio.models import Medio, Modalidad, Tema
from pruebas import fabricas

MANANA = fabricas.AHORA + timedelta(days=1)  # Friday 20 November 2026, 10:00 in Bogotá


def modalidad(clave: str = "mesa") -> Modalidad:
    """A modality of the catalogue."""
    return Modalidad.objects.get(clave=clave)


def publico(
    *,
    todas: bool = False,
    entidades: Collection[Entidad] = (),
    sectores: Iterable[Sector] = (),
    naturalezas: Collection[str] = (),
    temas: Collection[Tema] = (),
) -> Publico:
    """A target."""
    nuevo = Publico.objects.create(todas=todas, naturalezas=list(naturalezas))
    nuevo.entidades.set(entidades)
    nuevo.sectores.set(sectores)
    nuevo.temas.set(temas)
    return nuevo


def datos(*, dirige: Funcionario, inicia: datetime = MANANA, minutos: int = 90, **cambios: Any) -> acciones.Datos:
    """A table of work tomorrow at ten; any field of `Datos` may be changed."""
    de_siempre: dict[str, Any] = {
        "titulo": "Mapa de procesos",
        "modalidad": modalidad(),
        "medio": Medio.PRESENCIAL,
        "lugar": "Edificio Liévano, sala 3",
        "dependencia": dirige.dependencia,
    }
    termina = inicia + timedelta(minutes=minutos)
    return acciones.Datos(dirige=dirige, inicia=inicia, termina=termina, **de_siempre | cambios)


def sesion(*, dirige: Funcionario | None = None, ahora: datetime = fabricas.AHORA, **cambios: Any) -> Sesion:
    """A session called at `ahora` by who leads it, of the STDI unless told otherwise."""
    quien = dirige or fabricas.funcionario("stdi")
    return acciones.programar(datos=datos(dirige=quien, **cambios), autor=quien.usuario, ahora=ahora)


def horario(quien: Funcionario, *franjas: tuple[int, str, str]) -> None:
    """Hours of a person: ISO weekday, from and to."""
    fijar_horario(
        funcionario=quien,
        franjas=[
            HorarioAsesor(dia=dia, inicia=time.fromisoformat(desde), termina=time.fromisoformat(hasta))
            for dia, desde, hasta in franjas
        ],
    )


def propuesta(
    *, dirige: Funcionario | None = None, franjas: Collection[Intervalo] | None = None, **cambios: Any
) -> Propuesta:
    """Tomorrow at ten and at twelve, one hour each, offered to Carlos Peña until Monday; any field may be changed."""
    quien = dirige or fabricas.funcionario("stdi")
    if franjas is None:
        franjas = [Intervalo(MANANA + timedelta(hours=n), MANANA + timedelta(hours=n + 1)) for n in (0, 2)]
    de_siempre: dict[str, Any] = {
        "titulo": "Mapa de procesos",
        "modalidad": modalidad(),
        "medio": Medio.PRESENCIAL,
        "nombre": "Carlos Peña",
        "correo": "carlos.pena@shd.gov.co",
        "entidad": fabricas.entidad(),
        "vence_en": fabricas.AHORA + timedelta(days=4),
    }
    oferta = Oferta(dirige=quien, **de_siempre | cambios)
    return proponer(oferta=oferta, franjas=franjas, autor=quien.usuario, ahora=fabricas.AHORA)


def compromiso(*, de: Sesion | None = None, ahora: datetime = fabricas.AHORA, **cambios: Any) -> Compromiso:
    """Somebody of Hacienda has to send something the next Friday; any field of `Acuerdo` may be changed."""
    reunion = de or sesion()
    de_siempre: dict[str, Any] = {"actividad": "Enviar el mapa de procesos", "vence_el": date(2026, 11, 27)}
    if "responsable" not in cambios:
        de_siempre |= {
            "responsable_nombre": "Carlos Peña",
            "responsable_correo": "carlos.pena@shd.gov.co",
            "entidad": fabricas.entidad(),
        }
    autor = reunion.creada_por
    assert autor is not None
    return acordar(sesion=reunion, acuerdo=Acuerdo(**de_siempre | cambios), autor=autor, ahora=ahora)


def invitado(
    sesion: Sesion, *, correo: str = "ana.ruiz@shd.gov.co", nombre: str = "Ana Ruiz", **cambios: Any
) -> Invitado:
    """A person invited to a session, with the invitation in the calendar; any field may be changed."""
    de_siempre: dict[str, Any] = {"origen": Invitado.Origen.CONVOCATORIA, "secuencia_enviada": sesion.secuencia}
    datos = de_siempre | {"creado_en": fabricas.AHORA - timedelta(days=3)} | cambios
    return Invitado.objects.create(sesion=sesion, correo=correo, nombre=nombre, **datos)


def convocada(*enlaces: Enlace, **cambios: Any) -> Sesion:
    """A session to which those contacts are already invited, and their mails written."""
    nueva = sesion(**cambios)
    autor = nueva.creada_por or fabricas.usuario()
    acciones.convocar(sesion=nueva, enlaces=enlaces, autor=autor, ahora=fabricas.AHORA)
    acciones.convocar_pendientes(ahora=fabricas.AHORA)
    nueva.refresh_from_db()
    return nueva
