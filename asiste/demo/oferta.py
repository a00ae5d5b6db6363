"""The plans of the year of the demo city, with sessions held, who came to them, and one that is being convoked."""

import random
import tomllib
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from asiste.agenda.acciones import DatosPublico
from asiste.agenda.models import Asistencia, Invitado, Sesion
from asiste.calendario.lectura import cargar
from asiste.calendario.termino import BOGOTA
from asiste.directorio.models import Dependencia, Enlace, Funcionario, Sector
from asiste.oferta import acciones
from asiste.oferta.models import Actividad, Estrategia, Plan
from asiste.portafolio.models import Medio, Modalidad, Tema

DIRECTORES = {"dddi": "dddi", "ddab": "ddab", "ddri": "ddri"}
LUGARES = ("Archivo de Bogotá, auditorio", "Edificio Liévano, sala 3", "Imprenta Distrital, salón múltiple")
HORAS = (time(8), time(10))
DIA = 12  # of the month, or the business day that follows


def planear(equipo: dict[str, Funcionario], ahora: datetime) -> int:
    """Approved plans of the three direcciones and how many sessions they have had."""
    with (Path(__file__).parent / "planes.toml").open("rb") as archivo:
        filas: list[dict[str, Any]] = tomllib.load(archivo)["actividad"]
    anio, azar, cuantas = ahora.astimezone(BOGOTA).year, random.Random(2026), 0
    for clave, director in DIRECTORES.items():
        direccion, jefe = Dependencia.objects.get(clave=clave), equipo[director].usuario
        plan = acciones.crear_plan(direccion=direccion, vigencia=anio, autor=jefe, ahora=ahora)
        propias = [(fila, _actividad(plan, fila, equipo, ahora)) for fila in filas if fila["direccion"] == clave]
        acciones.aprobar(plan=plan, autor=jefe, ahora=datetime(anio, 1, 1, 8, tzinfo=BOGOTA))
        cuantas += sum(_realizar(actividad, fila, azar, ahora) for fila, actividad in propias)
        for fila, actividad in propias:
            if fila.get("convoca"):
                _ajustar(actividad, equipo[director], ahora)
                _convocar(actividad, ahora)
    return cuantas


def _actividad(plan: Plan, fila: dict[str, Any], equipo: dict[str, Funcionario], ahora: datetime) -> Actividad:
    responsable = equipo[fila["responsable"]]
    return acciones.agregar(
        plan=plan,
        datos=acciones.DatosActividad(
            **{campo: fila[campo] for campo in ("titulo", "descripcion", "meses", "meta_sesiones", "meta_entidades")},
            temas=list(Tema.objects.filter(clave__in=fila["temas"]).order_by("orden")),
            estrategia=Estrategia.objects.get(dependencia=plan.direccion, nombre=fila["estrategia"]),
            modalidad=Modalidad.objects.get(clave=fila["modalidad"]),
            publico=DatosPublico(
                todas=fila.get("todas", False),
                sectores=list(Sector.objects.filter(clave__in=fila.get("sectores", ())).order_by("orden")),
                naturalezas=fila.get("naturalezas", ()),
            ),
            responsable=responsable,
        ),
        autor=responsable.usuario,
        ahora=ahora,
    )


def _realizar(actividad: Actividad, fila: dict[str, Any], azar: random.Random, ahora: datetime) -> int:
    """The sessions of its past months, each with a part of the target; how many."""
    dias = [_dia(actividad.plan.vigencia, mes) for mes in actividad.meses if mes not in fila.get("sin_sesion", ())]
    pasados = [dia for dia in dias if datetime.combine(dia, HORAS[1], BOGOTA) < ahora]
    for sesion in _programar(actividad, pasados, ahora):
        enlaces = _enlaces(actividad, sesion)
        vienen = azar.sample(enlaces, len(enlaces) * fila["asisten"] // 100)
        _invitar(sesion, enlaces, ahora)
        _asistir(sesion, vienen)
        Sesion.objects.filter(pk=sesion.pk).update(estado=Sesion.Estado.REALIZADA, realizada_en=sesion.termina)
    return len(pasados)


def _convocar(actividad: Actividad, ahora: datetime) -> None:
    """Its next session, for those that have not come yet."""
    desde = ahora.astimezone(BOGOTA).date()
    dia = cargar(desde, desde + timedelta(days=40)).sumar(desde, 8)
    if dia.year != actividad.plan.vigencia:
        return
    for sesion in _programar(actividad, [dia], ahora):
        acciones.dirigir_a_las_que_faltan(actividad=actividad, sesion=sesion, tambien_invitadas=True)


def _ajustar(actividad: Actividad, jefe: Funcionario, ahora: datetime) -> None:
    """A change after the approval, with its reason."""
    datos = acciones.DatosActividad(
        titulo=actividad.titulo,
        descripcion=actividad.descripcion,
        temas=list(actividad.temas.order_by("orden")),
        estrategia=actividad.estrategia,
        modalidad=actividad.modalidad,
        publico=DatosPublico.de(actividad.publico),
        meses=actividad.meses,
        responsable=actividad.responsable,
        meta_sesiones=actividad.meta_sesiones,
        meta_entidades=actividad.meta_entidades + 5,
    )
    motivo = "El comité de gestión y desempeño pidió llegar a más entidades."
    acciones.cambiar(actividad=actividad, datos=datos, motivo=motivo, autor=jefe.usuario, ahora=ahora)


def _programar(actividad: Actividad, dias: Sequence[date], ahora: datetime) -> list[Sesion]:
    encuentro = acciones.Encuentro(
        dirige=actividad.responsable,
        medio=Medio.PRESENCIAL.value,
        lugar=LUGARES[actividad.pk % len(LUGARES)],
    )
    horas = [(datetime.combine(dia, HORAS[0], BOGOTA), datetime.combine(dia, HORAS[1], BOGOTA)) for dia in dias]
    return acciones.programar_actividad(
        actividad=actividad, horas=horas, encuentro=encuentro, autor=actividad.responsable.usuario, ahora=ahora
    )


def _enlaces(actividad: Actividad, sesion: Sesion) -> list[Enlace]:
    """A contact of each entity of the target, by entity."""
    por_entidad = {uno.entidad_id: uno for uno in actividad.publico.enlaces_objetivo(sesion.inicia.date())}
    return [por_entidad[clave] for clave in sorted(por_entidad)]


def _invitar(sesion: Sesion, enlaces: Iterable[Enlace], ahora: datetime) -> None:
    Invitado.objects.bulk_create(
        Invitado(
            sesion=sesion,
            enlace=uno,
            entidad_id=uno.entidad_id,
            nombre=uno.nombre,
            cargo=uno.cargo,
            correo=uno.correo,
            origen=Invitado.Origen.CONVOCATORIA,
            creado_en=ahora,
        )
        for uno in enlaces
    )


def _asistir(sesion: Sesion, enlaces: Iterable[Enlace]) -> None:
    Asistencia.objects.bulk_create(
        Asistencia(
            sesion=sesion,
            nombre=uno.nombre,
            cargo=uno.cargo,
            correo=uno.correo,
            entidad_id=uno.entidad_id,
            medio=Asistencia.Medio.CODIGO,
            llegada_en=sesion.inicia,
            registrada_en=sesion.inicia,
            aviso_aceptado_en=sesion.inicia,
        )
        for uno in enlaces
    )


def _dia(anio: int, mes: int) -> date:
    """The business day of the session of a month."""
    dia = date(anio, mes, DIA)
    return cargar(dia, dia + timedelta(days=20)).siguiente_habil(dia)
