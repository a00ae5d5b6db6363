"""What a test of the offer needs to exist, made through the same actions as in production."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from asiste.agenda.acciones import DatosPublico
from asiste.agenda.models import Asistencia, Invitado, Sesion
from asiste.cuentas.models import Rol
from asiste.directorio.models import Dependencia, Entidad, Funcionario
from asiste.oferta import acciones
from asiste.oferta.models import Actividad, Estrategia, Plan
from asiste.portafolio.models import Medio
from pruebas import fabricas, fabricas_agenda
from pruebas.fabricas import AHORA

ANIO = AHORA.year


def estrategia(clave: str = "dddi", nombre: str = "Gestión con resultados") -> Estrategia:
    """A strategy of a dirección, made once."""
    return Estrategia.objects.get_or_create(dependencia=fabricas.dependencia(clave), nombre=nombre)[0]


def director(clave: str = "dddi") -> Funcionario:
    """Who heads a dirección."""
    return fabricas.funcionario(clave, nombre="Marta Gil", rol=Rol.DIRECCION)


def plan(clave: str = "dddi", *, vigencia: int = ANIO, aprobado: bool = False, ahora: datetime = AHORA) -> Plan:
    """A plan; approved, with an activity."""
    jefe = director(clave).usuario
    nuevo = acciones.crear_plan(direccion=fabricas.dependencia(clave), vigencia=vigencia, autor=jefe, ahora=ahora)
    if not aprobado:
        return nuevo
    actividad(nuevo)
    return acciones.aprobar(plan=nuevo, autor=jefe, ahora=ahora)


def datos(responsable: Funcionario, **cambios: Any) -> acciones.DatosActividad:
    """A table of work on integrity for all, in March and June; any field may be changed."""
    oficina: Dependencia = responsable.dependencia
    de_siempre: dict[str, Any] = {
        "titulo": "Mesas de integridad",
        "temas": [fabricas.tema()],
        "estrategia": estrategia(oficina.direccion.clave),
        "modalidad": fabricas_agenda.modalidad(),
        "publico": DatosPublico(entidades=[fabricas.entidad("sdh"), fabricas.entidad("sed")]),
        "meses": [3, 6],
        "meta_sesiones": 2,
        "meta_entidades": 2,
        "responsable": responsable,
    }
    return acciones.DatosActividad(**de_siempre | cambios)


def actividad(
    en: Plan | None = None, *, responsable: Funcionario | None = None, motivo: str = "", **cambios: Any
) -> Actividad:
    """An activity of a plan, by who answers for it; without plan, of one that is approved and has only this one."""
    quien = responsable or fabricas.funcionario("stdi" if en is None else en.direccion.clave)
    suyo = en or plan()
    nueva = acciones.agregar(plan=suyo, datos=datos(quien, **cambios), autor=quien.usuario, ahora=AHORA, motivo=motivo)
    if en is None:
        acciones.aprobar(plan=suyo, autor=quien.usuario, ahora=AHORA)
        nueva.plan.refresh_from_db()
    return nueva


def encuentro(dirige: Funcionario, **cambios: Any) -> acciones.Encuentro:
    """In a room; any field may be changed."""
    de_siempre: dict[str, Any] = {"medio": Medio.PRESENCIAL, "lugar": "Sala 3"}
    return acciones.Encuentro(dirige=dirige, **de_siempre | cambios)


def programada(de: Actividad, inicia: datetime = fabricas_agenda.MANANA) -> Sesion:
    """A session of an activity, tomorrow at ten unless told otherwise."""
    horas = (inicia, inicia + timedelta(hours=2))
    quien = de.responsable
    return acciones.programar_actividad(
        actividad=de, horas=[horas], encuentro=encuentro(quien), autor=quien.usuario, ahora=AHORA
    )[0]


def realizada(de: Actividad, inicia: datetime, asisten: Collection[Entidad] = ()) -> Sesion:
    """A session of an activity that was held, and the entities that came."""
    sesion = programada(de, inicia)
    llevar_a_cabo(sesion, asisten)
    return sesion


def llevar_a_cabo(sesion: Sesion, asisten: Collection[Entidad] = ()) -> None:
    """Marks it held, with a person of each entity."""
    for una in asisten:
        asistencia(sesion, una)
    Sesion.objects.filter(pk=sesion.pk).update(estado=Sesion.Estado.REALIZADA, realizada_en=sesion.termina)


def asistencia(sesion: Sesion, entidad: Entidad | None) -> Asistencia:
    """Somebody of an entity came."""
    return Asistencia.objects.create(
        sesion=sesion,
        nombre="Ana Ruiz",
        entidad=entidad,
        medio=Asistencia.Medio.CODIGO,
        llegada_en=sesion.inicia,
        registrada_en=sesion.inicia,
        aviso_aceptado_en=sesion.inicia,
    )


def invitado(sesion: Sesion, entidad: Entidad, **cambios: Any) -> Invitado:
    """Somebody of an entity is invited."""
    de_siempre = {"origen": Invitado.Origen.CONVOCATORIA, "correo": f"{entidad.clave}@ejemplo.gov.co"}
    return Invitado.objects.create(
        sesion=sesion, entidad=entidad, nombre="Ana Ruiz", creado_en=AHORA, **de_siempre | cambios
    )
