"""Cases of every kind for measuring: what each one was, step by step, until today."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from asiste.calendario.models import JornadaAtencion
from asiste.calendario.termino import BOGOTA, inicio_del_termino
from asiste.demo.ciudad import CANALES, RECIENTE, RESPUESTA, Ciudad
from asiste.demo.redaccion import Redactor
from asiste.directorio.models import Entidad, Funcionario
from asiste.portafolio.models import DIAS_MAXIMOS, Medio, Tema
from asiste.solicitudes.models import Actuacion, Solicitud, Toma

PRIMER_DIA = date(2016, 1, 4)
ABRE, CIERRA = 7 * 60, 18 * 60  # minutes of the day between which requests arrive
PRORROGA = 5  # business days
TIPO, ESTADO = Actuacion.Tipo, Solicitud.Estado
LLEVA_A = {
    TIPO.RADICADA: ESTADO.POR_TOMAR,
    TIPO.TOMADA: ESTADO.EN_TRAMITE,
    TIPO.FUERA_DE_TURNO: ESTADO.EN_TRAMITE,
    TIPO.SUSPENDIDA: ESTADO.SUSPENDIDA,
    TIPO.REANUDADA: ESTADO.EN_TRAMITE,
    TIPO.ATENDIDA: ESTADO.ATENDIDA,
    TIPO.CERRADA: ESTADO.CERRADA,
    TIPO.TRASLADADA: ESTADO.TRASLADADA,
    TIPO.DESISTIDA: ESTADO.DESISTIDA,
    TIPO.ANULADA: ESTADO.ANULADA,
    TIPO.FUSIONADA: ESTADO.FUSIONADA,
}
FINES = [TIPO.CERRADA] * 92 + [TIPO.TRASLADADA] * 2 + [TIPO.DESISTIDA] * 2 + [TIPO.ANULADA] + [TIPO.FUSIONADA] * 3
AVANCES = (TIPO.NOTA, TIPO.RECIBIDA, TIPO.EVIDENCIA)
Paso = tuple[Actuacion.Tipo, datetime, str]


@dataclass(slots=True)
class Caso:
    """A case as rows of its tables, without their keys; `pasos` are those that have happened."""

    solicitud: dict[str, Any]
    temas: list[Tema]
    asesor: Funcionario | None
    pasos: list[Paso]
    entidad: int

    @property
    def estado(self) -> str:
        """Where its last step left it."""
        estado: str = self.solicitud["estado"]
        return estado


@dataclass(frozen=True, slots=True)
class Asunto:
    """What all the cases of an entity about the same matter share."""

    entidad: Entidad
    tema: Tema
    asesor: Funcionario | None
    pide: str
    firma: str
    campos: dict[str, Any]


class Casos:
    """Makes so many cases between the first day and now, in their order of arrival.

    What it needs from the database is read at the start: a case can be made while its table is being written.
    """

    def __init__(self, ciudad: Ciudad, cantidad: int) -> None:
        self.ciudad, self.azar, self.cantidad = ciudad, ciudad.azar, cantidad
        self.redactor = Redactor(ciudad.azar)
        self.jornada = JornadaAtencion.objects.de_cada_fecha()
        self.asuntos = [[self._asunto(asunto, entidad) for entidad in ciudad.entidades] for asunto in ciudad.asuntos]

    def __iter__(self) -> Iterator[Caso]:
        return (self._caso(llegada) for llegada in self._llegadas())

    def _llegadas(self) -> Iterator[datetime]:
        """Spread evenly over the business days, each at some minute of its day."""
        ciudad, hoy = self.ciudad, self.ciudad.ahora.astimezone(BOGOTA).date()
        total = (hoy - ciudad.desde).days
        dias = [ciudad.desde + timedelta(days=dia) for dia in range(total)]
        habiles = [dia for dia in dias if ciudad.calendario.es_habil(dia)]
        for numero, dia in enumerate(habiles):
            cuantas = self.cantidad * (numero + 1) // len(habiles) - self.cantidad * numero // len(habiles)
            inicio = datetime.combine(dia, time(), BOGOTA)
            segundos = sorted(self.azar.randrange(ABRE * 60, CIERRA * 60) for _ in range(cuantas))
            yield from (inicio + timedelta(seconds=segundo) for segundo in segundos)

    def _caso(self, llegada: datetime) -> Caso:
        asunto = self.azar.choice(self.azar.choice(self.asuntos))
        texto = f"Buen día:\n\n{asunto.pide} {self.redactor.parrafo()}\n\nCordial saludo,\n{asunto.firma}"
        pasos = self._pasos(llegada, texto, asunto.asesor)
        solicitud = {
            **asunto.campos,
            **self._termino(llegada, pasos),
            **_hitos(pasos),
            "canal": self.azar.choice(CANALES).value,
            "medio": self.azar.choice(Medio.values),
            "texto": texto,
        }
        return Caso(solicitud, self._temas(asunto.tema), asunto.asesor, pasos, asunto.entidad.pk)

    def _asunto(self, asunto: dict[str, Any], entidad: Entidad) -> Asunto:
        enlace, tema = self.ciudad.enlaces[entidad.pk], self.ciudad.temas[asunto["tema"]]
        asesor = self.ciudad.asesor_de(tema, entidad)
        campos = {
            "direccion_id": tema.dependencia.direccion.pk,
            "dependencia_id": (asesor or tema).dependencia_id,
            "asesor_id": asesor and asesor.pk,
            "entidad_id": entidad.pk,
            "entidad_nombre": entidad.nombre,
            "sector_id": entidad.sector_id,
            "solicitante_nombre": enlace.nombre,
            "solicitante_correo": enlace.email,
            "asunto": asunto["asunto"],
            "modalidad_id": self.ciudad.modalidades[asunto["modalidad"]].pk,
        }
        return Asunto(entidad, tema, asesor, asunto["texto"], f"{enlace.nombre}\n{entidad.nombre}", campos)

    def _temas(self, tema: Tema) -> list[Tema]:
        """Its own, and seldom another one, maybe of another office."""
        otro = self.ciudad.temas[self.azar.choice(self.ciudad.asuntos)["tema"]]
        return [tema, otro] if self.azar.random() < 0.15 and otro != tema else [tema]

    def _termino(self, llegada: datetime, pasos: list[Paso]) -> dict[str, Any]:
        """Term and due date, as the log tells them."""
        momentos = {tipo: momento.astimezone(BOGOTA).date() for tipo, momento, _ in pasos}
        calendario, recibida = self.ciudad.calendario, momentos[TIPO.RADICADA]
        inicia = inicio_del_termino(llegada, self.jornada(recibida), calendario)
        prorroga = PRORROGA if TIPO.PRORROGADA in momentos else 0
        pausa = 0
        if TIPO.REANUDADA in momentos:
            pausa = calendario.contar(momentos[TIPO.SUSPENDIDA], momentos[TIPO.REANUDADA])
        return {
            "recibida_en": llegada,
            "radicada_en": llegada,
            "inicia_el": inicia,
            "dias": DIAS_MAXIMOS,
            "prorroga": prorroga,
            "vence_el": calendario.sumar(inicia, DIAS_MAXIMOS + prorroga + pausa),
        }

    def _pasos(self, llegada: datetime, texto: str, asesor: Funcionario | None) -> list[Paso]:
        """Its history until now; the first step is always there."""
        pasos: list[Paso] = [(TIPO.RADICADA, llegada, texto)]
        if asesor:
            pasos += [(TIPO.ASIGNADA, llegada, f"A {asesor}, por el sector."), *self._tramite(llegada, asesor)]
        return [paso for paso in pasos if paso[1] <= self.ciudad.ahora]

    def _tramite(self, llegada: datetime, asesor: Funcionario) -> Iterator[Paso]:
        azar, despues = self.azar, self.ciudad.despues
        fin = azar.choice(FINES)
        momento = self.ciudad.en_su_turno(llegada, 1 + asesor.pk % 2)
        if fin in {TIPO.ANULADA, TIPO.FUSIONADA}:
            yield fin, momento, "Es la misma solicitud que otra."
            return
        yield self._toma(llegada, momento)
        if llegada > self.ciudad.ahora - RECIENTE and azar.random() < 0.1:
            return  # stuck, so that there is something overdue
        for tipo in azar.sample(AVANCES, azar.choice([0, 0, 0, 1, 1, 2])):
            momento = despues(momento, 1)
            yield tipo, momento, self.redactor.parrafo()
        if fin == TIPO.DESISTIDA or azar.random() < 0.05:
            yield TIPO.SUSPENDIDA, (momento := despues(momento, 1)), "Falta el documento que anuncia la solicitud."
            momento = despues(momento, 23 if fin == TIPO.DESISTIDA else azar.randrange(1, 9))
            yield (fin, momento, "") if fin == TIPO.DESISTIDA else (TIPO.REANUDADA, momento, "La entidad respondió.")
        if fin == TIPO.TRASLADADA:
            yield fin, despues(momento, 1), "Le corresponde a la Secretaría Distrital de Planeación."
        if fin == TIPO.CERRADA:
            yield from self._cierre(momento)

    def _toma(self, llegada: datetime, momento: datetime) -> Paso:
        if self.azar.random() < 0.015:
            return TIPO.FUERA_DE_TURNO, llegada + timedelta(minutes=40), "Se inundó el depósito de archivo."
        return TIPO.TOMADA, momento, ""

    def _cierre(self, momento: datetime) -> Iterator[Paso]:
        azar, despues = self.azar, self.ciudad.despues
        if azar.random() < 0.02:
            yield TIPO.PRORROGADA, (momento := despues(momento, 1)), "El concepto requiere una visita más."
        momento = despues(momento, azar.choice([1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 8, 12]))
        yield TIPO.RESPUESTA, momento, f"{RESPUESTA} {self.redactor.parrafo()}"
        yield TIPO.ATENDIDA, (momento := momento + timedelta(minutes=azar.randrange(2, 40))), ""
        yield TIPO.CERRADA, despues(momento, azar.choice([0, 1, 1, 2, 5])), ""


def _hitos(pasos: list[Paso]) -> dict[str, Any]:
    """State of a case and the moments that go with it."""
    estado = next(LLEVA_A[tipo] for tipo, _, _ in reversed(pasos) if tipo in LLEVA_A)
    momentos = {tipo: momento for tipo, momento, _ in pasos}
    return {
        "estado": estado.value,
        "suspendida_en": momentos[TIPO.SUSPENDIDA] if estado == ESTADO.SUSPENDIDA else None,
        "primera_respuesta_en": momentos.get(TIPO.RESPUESTA),
        "atendida_en": momentos.get(TIPO.ATENDIDA),
        "cerrada_en": pasos[-1][1] if estado in Solicitud.TERMINADOS else None,
    }


def toma_de(caso: Caso) -> dict[str, Any] | None:
    """How it was taken from the line, or None while it waits."""
    for tipo, momento, texto in caso.pasos:
        if tipo in {TIPO.TOMADA, TIPO.FUERA_DE_TURNO} and caso.asesor:
            fuera = tipo == TIPO.FUERA_DE_TURNO
            motivo = Toma.Motivo.RIESGO.value if fuera else ""
            return {"asesor_id": caso.asesor.pk, "momento": momento, "motivo": motivo, "explicacion": texto}
    return None
