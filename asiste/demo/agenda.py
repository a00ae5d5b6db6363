"""Sessions around today in the demo city, made by the actions that people use when people would have."""

from datetime import datetime, time, timedelta

from asiste.agenda import acciones
from asiste.agenda.acciones.compromisos import Acuerdo, acordar
from asiste.agenda.models import Asistencia, Invitado, Sesion
from asiste.agenda.reconocimiento import Asistente
from asiste.calendario.lectura import cargar
from asiste.calendario.termino import BOGOTA
from asiste.directorio.models import Enlace, Funcionario
from asiste.portafolio.models import Medio, Modalidad
from asiste.solicitudes.models import Solicitud

PUNTOS = (
    ("Apertura y acuerdos de la sesión", 10),
    ("Qué cambió en la entidad", 20),
    ("Revisión frente a los lineamientos", 40),
    ("Compromisos y cierre", 20),
)
ACTIVIDADES = ("Enviar el mapa de procesos vigente", "Compartir la matriz de procesos homologados")
RESPUESTAS = (Invitado.Respuesta.ASISTE, Invitado.Respuesta.TAL_VEZ, Invitado.Respuesta.ASISTE)


class Agenda:
    """One session held, those to come, one open to all and one called off."""

    def __init__(self, *, equipo: dict[str, Funcionario], ahora: datetime) -> None:
        """Reads the calendar once."""
        self.equipo, self.ahora, self.hoy = equipo, ahora, ahora.astimezone(BOGOTA).date()
        self.calendario = cargar(self.hoy - timedelta(days=40), self.hoy + timedelta(days=40))

    def programar(self) -> int:
        """Makes them; how many."""
        laura, diana, ramiro = (self.equipo[clave] for clave in ("lortiz", "dperez", "rquevedo"))
        anteayer = self._momento(-2, 10)
        realizadas = [self._realizar(laura, caso, anteayer) for caso in self._casos(laura, anteayer)[:1]]
        proximos = self._casos(laura, self.ahora)[:2]
        venideras = [self._venidera(laura, caso, self._momento(1 + dia, 14)) for dia, caso in enumerate(proximos)]
        del_archivo = [(uno, caso) for uno in (diana, ramiro) for caso in self._casos(uno, self.ahora)]
        visitas = [self._venidera(uno, caso, self._momento(3, 10), "visita") for uno, caso in del_archivo[:1]]
        cancelada = self._sesion(laura, "taller", self._momento(4, 14), "Taller de simplificación de trámites")
        motivo = "La sala está en mantenimiento; se programará de nuevo."
        acciones.cancelar(sesion=cancelada, motivo=motivo, autor=laura.usuario, ahora=self.ahora)
        self._sesion(
            diana, "jornada", self._momento(6, 14), "Tablas de retención: lo que cambia", abierta=True, cupo=80
        )
        return len([*realizadas, *venideras, *visitas]) + 2

    def _casos(self, asesor: Funcionario, cuando: datetime) -> list[Solicitud]:
        """Taken before that moment and still in hand, of entities with contacts; those with most days left go first."""
        suyos = Solicitud.objects.filter(
            asesor=asesor, estado=Solicitud.Estado.EN_TRAMITE, toma__momento__lt=cuando - timedelta(days=1)
        )
        con_enlaces = suyos.filter(entidad__in=Enlace.objects.vigentes(self.hoy).values("entidad"))
        return list(con_enlaces.select_related("entidad").order_by("-vence_el", "id"))

    def _momento(self, habiles: int, hora: int) -> datetime:
        """An hour of the business day that is so many away."""
        dia = self.calendario.sumar(self.hoy, habiles) if habiles > 0 else self.calendario.restar(self.hoy, -habiles)
        return datetime.combine(dia, time(hora), BOGOTA)

    def _sesion(
        self,
        quien: Funcionario,
        modalidad: str,
        inicia: datetime,
        titulo: str,
        caso: Solicitud | None = None,
        *,
        abierta: bool = False,
        cupo: int | None = None,
    ) -> Sesion:
        datos = acciones.Datos(
            titulo=titulo,
            modalidad=Modalidad.objects.get(clave=modalidad),
            medio=Medio.PRESENCIAL.value,
            lugar="Edificio Liévano, sala 3",
            inicia=inicia,
            termina=inicia + timedelta(minutes=90),
            dependencia=quien.dependencia,
            dirige=quien,
            solicitudes=[caso] if caso else [],
            abierta=abierta,
            cupo=cupo,
        )
        antes = min(self.ahora, inicia - timedelta(hours=20))
        sesion = acciones.programar(datos=datos, autor=quien.usuario, ahora=antes)
        for punto, minutos in PUNTOS:
            acciones.agregar_punto(sesion=sesion, titulo=punto, minutos=minutos)
        return sesion

    def _venidera(self, quien: Funcionario, caso: Solicitud, inicia: datetime, modalidad: str = "mesa") -> Sesion:
        """Convoked, and some have answered."""
        titulo = f"{caso.asunto}: {caso.entidad.corto if caso.entidad else caso.quien_pide}"
        sesion = self._sesion(quien, modalidad, inicia, titulo[:200], caso)
        enlaces = list(Enlace.objects.vigentes(self.hoy).filter(entidad=caso.entidad).order_by("id"))
        antes = sesion.creada_en
        acciones.convocar(sesion=sesion, enlaces=enlaces, autor=quien.usuario, ahora=antes)
        invitados = sesion.invitados.filter(entidad=caso.entidad).order_by("id")
        for invitado, respuesta in zip(invitados, RESPUESTAS, strict=False):
            acciones.responder(
                invitado=invitado, respuesta=respuesta, via=Invitado.Via.ENLACE, comentario="", ahora=antes
            )
        return sesion

    def _realizar(self, quien: Funcionario, caso: Solicitud, inicia: datetime) -> Sesion:
        """Held: who came, what was taken on, and its request attended."""
        sesion = self._venidera(quien, caso, inicia)
        for invitado in sesion.invitados.filter(entidad=caso.entidad).select_related("entidad").order_by("id"):
            persona = Asistente(
                nombre=invitado.nombre, correo=invitado.correo, cargo=invitado.cargo, entidad=invitado.entidad
            )
            acciones.registrarse(sesion=sesion, persona=persona, medio=Asistencia.Medio.CODIGO, ahora=inicia)
        for dias, actividad in enumerate(ACTIVIDADES):
            acuerdo = Acuerdo(
                actividad=actividad,
                vence_el=self.calendario.sumar(self.hoy, 1 + 3 * dias),
                responsable_nombre=caso.solicitante_nombre,
                responsable_correo=caso.solicitante_correo,
                entidad=caso.entidad,
            )
            acordar(sesion=sesion, acuerdo=acuerdo, autor=quien.usuario, ahora=sesion.termina)
        acciones.iniciar(sesion=sesion)
        for punto in sesion.puntos.order_by("orden"):
            acciones.marcar_punto(punto=punto, tratado=True)
        acciones.terminar(sesion=sesion, autor=quien.usuario, ahora=sesion.termina)
        return sesion
