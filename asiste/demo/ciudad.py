"""Three years of requests, in every state, around today."""

import random
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from asiste.calendario.dias import Calendario
from asiste.calendario.lectura import cargar
from asiste.calendario.termino import BOGOTA
from asiste.cuentas.models import Usuario
from asiste.demo.archivos import lo_que_envia, lo_que_se_responde
from asiste.directorio.consultas import elegir_asesor
from asiste.directorio.models import AsesorAsignado, Entidad, Funcionario
from asiste.portafolio.models import Medio, Modalidad, Tema
from asiste.solicitudes.acciones.historico import CasoHistorico
from asiste.solicitudes.acciones.radicacion import Pedido
from asiste.solicitudes.adjuntos import ArchivoNombrado
from asiste.solicitudes.models import Solicitud, Toma

CANALES = [Solicitud.Canal.CORREO] * 7 + [Solicitud.Canal.FORMULARIO] * 3 + [Solicitud.Canal.VENTANILLA]
RECIENTE = timedelta(days=21)
TARDE = 0.3  # share of cases that may be late
CON_ARCHIVOS = timedelta(days=60)  # older ones have none: making them takes a while
TRAEN_ARCHIVOS = 0.3  # share of the others
RESPUESTA = (
    "Buen día:\n\nRevisamos su solicitud. Adjuntamos las orientaciones y quedamos atentos a la sesión de "
    "seguimiento.\n\nCordial saludo."
)


class Ciudad:
    """Makes the cases. The same seed and day give the same city."""

    def __init__(
        self, *, ahora: datetime, enlaces: dict[int, Usuario], desde: date | None = None, semilla: int = 2026
    ) -> None:
        """Reads the catalogues once; `enlaces` is the contact of each entity, `desde` by default two years ago."""
        self.ahora = ahora
        self.desde = desde or date(ahora.year - 2, 1, 2)
        self.azar, self.otro_azar = random.Random(semilla), random.Random(semilla)  # files do not change the rest
        self.enlaces = enlaces
        self.calendario: Calendario = cargar(self.desde, date(ahora.year + 1, 12, 31))
        self.entidades = list(Entidad.objects.filter(pk__in=enlaces).select_related("sector").order_by("clave"))
        self.temas = {tema.clave: tema for tema in Tema.objects.select_related("dependencia__padre", "padre")}
        self.modalidades = {modalidad.clave: modalidad for modalidad in Modalidad.objects.all()}
        with (Path(__file__).parent / "asuntos.toml").open("rb") as archivo:
            self.asuntos: list[dict[str, Any]] = tomllib.load(archivo)["asunto"]
        self.repartidos = frozenset(AsesorAsignado.objects.exclude(tema=None).values_list("tema_id", flat=True))
        self.asesores: dict[tuple[int, frozenset[int | None], int], Funcionario | None] = {}

    def casos(self) -> Iterator[CasoHistorico]:
        """Cases of two whole years and of this one until now."""
        for llegada in self._llegadas():
            yield self._caso(llegada)

    def _llegadas(self) -> Iterator[datetime]:
        hoy = self.ahora.astimezone(BOGOTA).date()
        dia = self.desde
        while dia <= hoy:
            if self.calendario.es_habil(dia):
                for _ in range(self.azar.choice([1, 2, 3, 3, 4, 4])):
                    momento = datetime.combine(dia, time(7), BOGOTA) + timedelta(minutes=self.azar.randrange(660))
                    if momento < self.ahora:
                        yield momento
            dia += timedelta(days=1)

    def _caso(self, llegada: datetime) -> CasoHistorico:
        asunto = self.azar.choice(self.asuntos)
        tema = self.temas[asunto["tema"]]
        entidad = self.azar.choice(self.entidades)
        asesor = self.asesor_de(tema, entidad)
        pedido, historia = self._pedido(llegada, asunto, tema, entidad), self._historia(llegada, asesor)
        if llegada > self.ahora - CON_ARCHIVOS and self.otro_azar.random() < TRAEN_ARCHIVOS:
            pedido = replace(pedido, anexos=self._archivos(pedido, entidad))
            if historia.get("respuesta") and asesor:
                historia["anexos"] = self._orientaciones(pedido, entidad, asesor, historia["respondida_en"])
        return CasoHistorico(pedido=pedido, asesor=asesor, **historia)

    def _archivos(self, pedido: Pedido, entidad: Entidad) -> list[ArchivoNombrado]:
        return lo_que_envia(
            self.otro_azar,
            entidad,
            asunto=pedido.asunto,
            texto=pedido.texto.partition("\n\nCordial saludo")[0],
            firma=f"{pedido.solicitante_nombre}\n{entidad.nombre}",
            dia=pedido.recibida_en.astimezone(BOGOTA).date(),
        )

    def _orientaciones(
        self, pedido: Pedido, entidad: Entidad, asesor: Funcionario, cuando: datetime
    ) -> list[ArchivoNombrado]:
        dia = cuando.astimezone(BOGOTA).date()
        return lo_que_se_responde(entidad, asunto=pedido.asunto, firma=f"{asesor}\n{asesor.dependencia}", dia=dia)

    def _pedido(self, llegada: datetime, asunto: dict[str, Any], tema: Tema, entidad: Entidad) -> Pedido:
        enlace = self.enlaces[entidad.pk]
        return Pedido(
            canal=self.azar.choice(CANALES),
            dependencia=tema.dependencia,
            recibida_en=llegada,
            asunto=asunto["asunto"],
            texto=f"Buen día:\n\n{asunto['texto']}\n\nCordial saludo,\n{enlace.nombre}\n{entidad.nombre}",
            solicitante_nombre=enlace.nombre,
            solicitante_correo=enlace.email,
            entidad=entidad,
            temas=[tema],
            modalidad=self.modalidades[asunto["modalidad"]],
            medio=self.azar.choice([Medio.VIRTUAL, Medio.VIRTUAL, Medio.PRESENCIAL]),
        )

    def asesor_de(self, tema: Tema, entidad: Entidad) -> Funcionario | None:
        """Who would get it today, or None."""
        propia = entidad if entidad.sector is None else None
        clave = (tema.dependencia_id, self.repartidos & {tema.pk, tema.padre_id}, entidad.sector_id or -entidad.pk)
        if clave not in self.asesores:
            self.asesores[clave] = elegir_asesor(
                dependencia=tema.dependencia.direccion,
                entidad=propia,
                sector=entidad.sector,
                temas=[tema],
                hoy=self.ahora.astimezone(BOGOTA).date(),
            ).asesor
        return self.asesores[clave]

    def _historia(self, llegada: datetime, asesor: Funcionario | None) -> dict[str, Any]:
        """Moments of a case: most in time, some late, a few out of turn; the newest are still open."""
        if asesor is None:
            return {}
        tomada = self.en_su_turno(llegada, 1 + asesor.pk % 2)
        atendida = self.despues(
            tomada, self.azar.choice([2, 3, 4, 5, 5, 6, 6, 7, 7, 8] + [10, 12, 14] * (self.azar.random() < TARDE))
        )
        if llegada > self.ahora - RECIENTE and self.azar.random() < TARDE / 2:
            atendida = self.ahora + RECIENTE  # some of the newest are stuck, so that there is something overdue
        cerrada = self.despues(atendida, self.azar.choice([0, 1, 1, 2, 5]))
        historia: dict[str, Any] = {}
        if tomada < self.ahora:
            historia = {"tomada_en": tomada}
            if self.azar.random() < 0.015:
                historia |= {
                    "tomada_en": llegada + timedelta(minutes=40),
                    "motivo": Toma.Motivo.RIESGO,
                    "explicacion": "Se inundó el depósito de archivo.",
                }
        if atendida < self.ahora:
            historia |= {"respondida_en": atendida, "respuesta": RESPUESTA, "atendida_en": atendida}
        if cerrada < self.ahora:
            historia |= {"cerrada_en": cerrada}
        return historia

    def en_su_turno(self, llegada: datetime, habiles: int) -> datetime:
        """The same wait for all the requests of an adviser keeps the order of arrival."""
        local = llegada.astimezone(BOGOTA)
        inicio = datetime.combine(self.calendario.sumar(local.date(), habiles), time(8), BOGOTA)
        return inicio + timedelta(minutes=(local.hour * 60 + local.minute - 420) / 2)

    def despues(self, momento: datetime, habiles: int) -> datetime:
        """Some hour of the business day that comes so many later."""
        dia = momento.astimezone(BOGOTA).date()
        otro = self.calendario.sumar(dia, habiles) if habiles else dia
        hora = datetime.combine(otro, time(8), BOGOTA) + timedelta(minutes=self.azar.randrange(480))
        return max(hora, momento + timedelta(minutes=self.azar.randrange(5, 60)))
