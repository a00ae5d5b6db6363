"""Plans of focalised assistance of the demo city, in every state, as the archive and its entities would have them."""

import tomllib
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from asiste.archivo import acciones
from asiste.archivo.models import Fase, LineaAccion, PlanFocalizado
from asiste.archivo.vinculables import sesiones_de, solicitudes_de
from asiste.calendario.termino import BOGOTA
from asiste.cuentas.models import Usuario
from asiste.demo.archivos import lo_que_se_responde
from asiste.directorio.models import Entidad, Funcionario
from asiste.portafolio.models import Modalidad, Tema
from asiste.solicitudes.adjuntos import ArchivoNombrado

CONCLUSIONES = {
    Fase.PLANEAR: "Quedaron el cronograma, los responsables y lo que la entidad debe tener listo.",
    Fase.HACER: "Se hizo lo previsto con las dependencias que se acordaron.",
    Fase.VERIFICAR: "Se revisó una muestra: nueve de cada diez expedientes cumplen.",
    Fase.ACTUAR: "Lo que sirvió quedó en el procedimiento de la entidad.",
}
PRUEBAS = {
    Fase.PLANEAR: "Lo que la entidad pidió al empezar",
    Fase.HACER: "Trabajo con las dependencias",
    Fase.VERIFICAR: "Informe de la muestra revisada",
    Fase.ACTUAR: "Procedimiento actualizado de la entidad",
}
RESPONDIERON = {"acordado", "cambios", "cerrado"}
EMPEZO, ACORDO, PASO, ANTES = 210, 200, 30, 365  # days; the last, when the cycle of before was agreed


class Focalizada:
    """Makes the plans of its list."""

    def __init__(self, *, equipo: Mapping[str, Funcionario], enlaces: Mapping[int, Usuario], ahora: datetime) -> None:
        """Reads the catalogues once."""
        self.equipo, self.enlaces, self.ahora = equipo, enlaces, ahora
        self.temas = {tema.clave: tema for tema in Tema.objects.filter(clave__startswith="ddab-")}
        self.servicios = {una.clave: una for una in Modalidad.objects.all()}
        with (Path(__file__).parent / "focalizada.toml").open("rb") as archivo:
            self.filas: list[dict[str, Any]] = tomllib.load(archivo)["plan"]

    def acordar(self) -> int:
        """All of them; how many."""
        for fila in self.filas:
            self._plan(fila)
        return len(self.filas)

    def _plan(self, fila: dict[str, Any]) -> None:
        entidad = Entidad.objects.get(clave=fila["entidad"])
        asesor, quien = self.equipo[fila["asesor"]], self.enlaces[entidad.pk]
        if fila["estado"] == "cambios":
            self._ciclo_anterior(entidad, asesor, quien, fila)
        plan = self._empezar(entidad, asesor, fila, self.ahora.astimezone(BOGOTA).year, self._hace(EMPEZO))
        if fila["estado"] == "borrador":
            return
        plan = acciones.proponer(plan=plan, autor=asesor.usuario, ahora=self._hace(EMPEZO))
        if fila["estado"] == "devuelto":
            acciones.pedir_cambios(plan=plan, version=1, texto=fila["reparos"], autor=quien, ahora=self._hace(ACORDO))
        if fila["estado"] in RESPONDIERON:
            plan = acciones.acordar(plan=plan, version=1, autor=quien, ahora=self._hace(ACORDO))
            self._recorrer(plan, fila)
        if fila["estado"] == "cambios":
            self._proponer_cambios(plan, fila)
        if fila["estado"] == "cerrado":
            self._cerrar(plan, fila, self._hace(20))

    def _empezar(
        self, entidad: Entidad, asesor: Funcionario, fila: dict[str, Any], vigencia: int, cuando: datetime
    ) -> PlanFocalizado:
        plan = acciones.crear_plan(
            entidad=entidad,
            vigencia=vigencia,
            asesor=asesor,
            proposito=fila.get("proposito", ""),
            autor=asesor.usuario,
            ahora=cuando,
            retomar=False,
        )
        for linea in fila["linea"]:
            acciones.agregar_linea(plan=plan, datos=self._datos(linea))
        return plan

    def _ciclo_anterior(self, entidad: Entidad, asesor: Funcionario, quien: Usuario, fila: dict[str, Any]) -> None:
        """The plan of the year before, closed with its lessons: its line, all but acting on what was checked."""
        hace_un_anio = self._hace(ANTES)
        vigencia = self.ahora.astimezone(BOGOTA).year - 1
        plan = self._empezar(entidad, asesor, fila | {"linea": fila["linea"][:1]}, vigencia, hace_un_anio)
        plan = acciones.proponer(plan=plan, autor=asesor.usuario, ahora=hace_un_anio)
        plan = acciones.acordar(plan=plan, version=1, autor=quien, ahora=hace_un_anio)
        for linea in plan.lineas.order_by("orden"):
            linea.plan = plan
            self._llevar(linea, Fase.ACTUAR, self._archivo(plan, ANTES), ANTES)
        self._cerrar(plan, fila, self._hace(EMPEZO + 10))

    def _recorrer(self, plan: PlanFocalizado, fila: dict[str, Any]) -> None:
        lineas = plan.lineas.order_by("orden")
        archivo = self._archivo(plan, ACORDO)
        for linea, hasta in zip(lineas, (Fase(una.get("fase", "planear")) for una in fila["linea"]), strict=True):
            linea.plan = plan
            self._llevar(linea, hasta, archivo, ACORDO)

    def _llevar(self, linea: LineaAccion, hasta: Fase, archivo: ArchivoNombrado, acordada: int) -> None:
        """Walks a line from so many days ago, a month for each phase, each with what shows it."""
        autor = linea.plan.asesor.usuario
        for desde in list(Fase)[: hasta.recorridas]:
            hace = acordada - PASO * (desde.recorridas + 1)
            acciones.agregar_evidencia(
                linea=linea,
                descripcion=PRUEBAS[desde],
                prueba=self._prueba(linea, desde, archivo, acordada),
                autor=autor,
                ahora=self._hace(hace),
            )
            acciones.avanzar(
                linea=linea,
                desde=desde,
                conclusion=CONCLUSIONES[desde],
                autor=autor,
                ahora=self._hace(hace - 3),
            )

    def _prueba(self, linea: LineaAccion, fase: Fase, archivo: ArchivoNombrado, acordada: int) -> acciones.Prueba:
        """A request or a session of the entity where there is one, since they are of this year; else a file."""
        entidad = linea.plan.entidad
        if acordada == ANTES:
            return acciones.Prueba(archivos=[archivo])
        if fase == Fase.HACER and (sesion := sesiones_de(entidad).order_by("inicia", "id").first()):
            return acciones.Prueba(sesion=sesion)
        if fase == Fase.PLANEAR and (caso := solicitudes_de(entidad).order_by("-recibida_en", "-id").first()):
            return acciones.Prueba(solicitud=caso)
        return acciones.Prueba(archivos=[archivo])

    def _proponer_cambios(self, plan: PlanFocalizado, fila: dict[str, Any]) -> None:
        for cambio in fila["cambio"]:
            acciones.agregar_linea(plan=plan, datos=self._datos(cambio))
        acciones.proponer(plan=plan, autor=plan.asesor.usuario, ahora=self._hace(3))

    def _cerrar(self, plan: PlanFocalizado, fila: dict[str, Any], cuando: datetime) -> None:
        porques = {una["nombre"]: una.get("por_que_no", "Siguió en el plan del año.") for una in fila["linea"]}
        acciones.cerrar(
            plan=plan,
            lecciones=fila["lecciones"].strip(),
            porques={linea.pk: porques[linea.nombre] for linea in acciones.sin_terminar(plan)},
            autor=plan.asesor.usuario,
            ahora=cuando,
        )

    def _hace(self, dias: int) -> datetime:
        """At ten in the morning of so many days ago, or of the Friday before."""
        dia = self.ahora.astimezone(BOGOTA).date() - timedelta(days=dias)
        return datetime.combine(dia - timedelta(days=max(0, dia.weekday() - 4)), time(10), BOGOTA)

    def _archivo(self, plan: PlanFocalizado, acordado: int) -> ArchivoNombrado:
        dia = self._hace(acordado).date()
        return lo_que_se_responde(plan.entidad, asunto="Informe de avance", firma=str(plan.asesor), dia=dia)[0]

    def _datos(self, fila: dict[str, Any]) -> acciones.DatosLinea:
        return acciones.DatosLinea(
            tema=self.temas[fila["tema"]],
            nombre=fila["nombre"],
            eje=fila.get("eje", ""),
            servicios=[self.servicios[clave] for clave in fila["servicios"]],
        )
