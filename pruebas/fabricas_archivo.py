"""What a test of the focalised assistance needs to exist, made through the same actions as in production."""

from datetime import datetime
from typing import Any

from asiste.archivo import acciones
from asiste.archivo.models import Fase, LineaAccion, PlanFocalizado
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Enlace, Funcionario
from pruebas import fabricas, fabricas_agenda
from pruebas.fabricas import AHORA

ANIO = AHORA.year


def asesora(nombre: str = "Diana Pérez", oficina: str = "ssda") -> Funcionario:
    """An adviser of the archive."""
    return fabricas.funcionario(oficina, nombre=nombre)


def plan(*, entidad: str = "sdh", asesor: Funcionario | None = None, **cambios: Any) -> PlanFocalizado:
    """A plan in preparation, without lines."""
    quien = asesor or asesora()
    datos: dict[str, Any] = {"vigencia": ANIO, "autor": quien.usuario, "ahora": AHORA} | cambios
    return acciones.crear_plan(entidad=fabricas.entidad(entidad), asesor=quien, **datos)


def datos(**cambios: Any) -> acciones.DatosLinea:
    """Retention tables, by a table of work and a concept; any field may be changed."""
    de_siempre: dict[str, Any] = {
        "tema": fabricas.tema("ddab-valoracion"),
        "nombre": "Actualizar la tabla de retención",
        "eje": "Tablas de retención",
        "servicios": [fabricas_agenda.modalidad("mesa"), fabricas_agenda.modalidad("visita")],
    }
    return acciones.DatosLinea(**de_siempre | cambios)


def linea(de: PlanFocalizado, nombre: str = "Actualizar la tabla de retención", **cambios: Any) -> LineaAccion:
    """A line to be agreed."""
    return acciones.agregar_linea(plan=de, datos=datos(nombre=nombre, **cambios))


def enlace(entidad: str = "sdh", *temas: str, nombre: str = "Carlos Peña") -> Enlace:
    """A contact of an entity, of those topics or of none."""
    contacto = fabricas.enlace(entidad, nombre=nombre)
    contacto.temas.set([fabricas.tema(clave) for clave in temas])
    return contacto


def propuesto(*nombres: str, entidad: str = "sdh", **cambios: Any) -> PlanFocalizado:
    """A plan sent to its entity, with those lines or with one."""
    if not Enlace.objects.filter(entidad__clave=entidad).exists():
        enlace(entidad)
    nuevo = plan(entidad=entidad, **cambios)
    for nombre in nombres or ("Actualizar la tabla de retención",):
        linea(nuevo, nombre)
    return acciones.proponer(plan=nuevo, autor=nuevo.asesor.usuario, ahora=AHORA)


def acordado(*nombres: str, ahora: datetime = AHORA, quien: Usuario | None = None, **cambios: Any) -> PlanFocalizado:
    """A plan that the entity accepted, with those lines or with one."""
    suyo = propuesto(*nombres, **cambios)
    return acciones.acordar(plan=suyo, version=suyo.version, autor=quien or contacto(suyo), ahora=ahora)


def contacto(de: PlanFocalizado) -> Usuario:
    """Who answers for the entity of a plan."""
    return fabricas.cuenta(Enlace.objects.filter(entidad=de.entidad).order_by("id")[0])


def en_curso(**cambios: Any) -> LineaAccion:
    """The line of an agreed plan."""
    suya: LineaAccion = acordado(**cambios).lineas.get()
    return suya


def evidencia(de: LineaAccion, nombre: str = "acta.pdf") -> None:
    """A file that shows what was done in its phase."""
    prueba = acciones.Prueba(archivos=[fabricas.archivo(nombre, nombre.encode())])
    autor = de.plan.asesor.usuario
    acciones.agregar_evidencia(linea=de, descripcion="Acta de la mesa", prueba=prueba, autor=autor, ahora=AHORA)


def llevar(de: LineaAccion, hasta: Fase) -> LineaAccion:
    """Walks the line, with evidence and conclusions, until it is in that phase."""
    actual = de
    while actual.fase != hasta:
        desde = actual.en_fase
        evidencia(actual, f"{desde}.pdf")
        autor = de.plan.asesor.usuario
        actual = acciones.avanzar(linea=actual, desde=desde, conclusion="Se hizo.", autor=autor, ahora=AHORA)
    return actual


def cerrado(*nombres: str, **cambios: Any) -> PlanFocalizado:
    """A plan whose cycle ended with nothing finished."""
    suyo = acordado(*nombres, **cambios)
    porques = {una.pk: "Faltó tiempo." for una in suyo.lineas.order_by("id")}
    autor = suyo.asesor.usuario
    return acciones.cerrar(plan=suyo, lecciones="Empezar antes.", porques=porques, autor=autor, ahora=AHORA)
