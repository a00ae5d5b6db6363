"""What a person may do with a plan or with a line, in the order of use."""

from asiste.archivo import permisos
from asiste.archivo.models import LineaAccion, PlanFocalizado
from asiste.cuentas.models import Usuario
from asiste.web.equipo.expediente import Accion

Situacion = LineaAccion.Situacion


def acciones_del_plan(usuario: Usuario, plan: PlanFocalizado) -> list[Accion]:
    """Of a plan."""
    if plan.terminado or not permisos.puede_llevar(usuario, plan):
        return []
    datos = Accion("Asesor y propósito", "editar", "equipo:plan-focalizado-datos")
    descartar = [Accion("Descartarlo", "x", "equipo:plan-focalizado-descarte")] if plan.nunca_acordado else []
    if plan.por_responder:
        return [Accion("Retirar la propuesta", "reanudar", "equipo:plan-focalizado-retoma"), datos, *descartar]
    cerrar = [Accion("Cerrar el ciclo", "candado", "equipo:plan-focalizado-cierre")] if plan.en_marcha else []
    propone = "Proponer los cambios" if plan.en_marcha else "Proponer a la entidad"
    return [
        Accion("Agregar una línea", "mas", "equipo:linea-nueva"),
        Accion(propone, "correo", "equipo:plan-focalizado-propuesta"),
        *cerrar,
        datos,
        *descartar,
    ]


def acciones_de_linea(usuario: Usuario, linea: LineaAccion) -> list[Accion]:
    """Of a line."""
    plan = linea.plan
    if plan.terminado or not permisos.puede_llevar(usuario, plan):
        return []
    return [*_del_ciclo(linea), *_del_acuerdo(linea)]


def _del_ciclo(linea: LineaAccion) -> list[Accion]:
    if not linea.plan.en_marcha or not linea.en_curso:
        return []
    siguiente = linea.en_fase.siguiente
    avanza = "Terminar la línea" if siguiente == "terminada" else f"Pasar a «{siguiente.label}»"
    sigue = [
        Accion("Agregar evidencia", "adjunto", "equipo:linea-evidencia"),
        Accion(avanza, "check-c", "equipo:linea-fase"),
    ]
    regreso = [Accion("Regresar a otra fase", "reanudar", "equipo:linea-regreso")] if linea.en_fase.anteriores else []
    comenta = Accion("Comentar", "comentario", "equipo:linea-comentario")
    return [*([] if linea.terminada else sigue), comenta, *regreso]


def _del_acuerdo(linea: LineaAccion) -> list[Accion]:
    if not linea.plan.en_preparacion:
        return []
    if linea.situacion == Situacion.PROPUESTA:
        return [
            Accion("Cambiar la línea", "editar", "equipo:linea-cambio"),
            Accion("Quitarla", "x", "equipo:linea-retiro"),
        ]
    if linea.situacion == Situacion.POR_RETIRAR:
        return [Accion("Dejarla en el plan", "reanudar", "equipo:linea-permanencia")]
    return [Accion("Proponer retirarla", "x", "equipo:linea-retiro")] if linea.en_curso else []
