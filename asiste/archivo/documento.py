"""The plan as a document in PDF/A-2a and PDF/UA-1, with its agreement."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from asiste.archivo.avance import avance_de
from asiste.archivo.lectura import lineas_para_el_equipo, lineas_para_la_entidad, pasos_de, retiradas_de
from asiste.archivo.models import LineaAccion, PasoPlan, PlanFocalizado
from asiste.archivo.retrato import en_su_componente, servicios_de
from asiste.documentos.pdf import componer
from asiste.solicitudes.copia.hoja import en_dia


def componer_plan(plan: PlanFocalizado, *, ahora: datetime, para_entidad: bool = False) -> bytes:
    """The plan as it is now; for its entity, without what has not been proposed to it."""
    lineas = lineas_para_la_entidad(plan) if para_entidad else lineas_para_el_equipo(plan)
    datos: dict[str, Any] = {
        "titulo": f"Plan de asistencia técnica focalizada {plan.vigencia}",
        "entidad": str(plan.entidad),
        "corte": f"{plan.get_estado_display()}. Con corte al {en_dia(ahora)}.",
        "datos": _datos(plan, lineas),
        "proposito": plan.proposito,
        "anterior": plan.anterior.lecciones if plan.anterior else "",
        "lineas": [_linea(linea) for linea in lineas],
        "retiradas": [f"{linea}: {linea.retiro}" for linea in retiradas_de(plan)],
        "acuerdo": _acuerdo(plan),
        "pasos": [_paso(paso) for paso in pasos_de(plan)[::-1] if paso.tipo != PasoPlan.Tipo.CREADO],
        "lecciones": plan.lecciones,
    }
    return componer("focalizado", datos, fecha=timezone.localdate(ahora))


def _datos(plan: PlanFocalizado, lineas: list[LineaAccion]) -> list[tuple[str, str]]:
    avance = avance_de(lineas)
    pares = [
        ("Entidad", str(plan.entidad)),
        ("Sector", str(plan.entidad.sector or "")),
        ("Dependencia", plan.dependencia.nombre),
        ("Asesor", str(plan.asesor)),
        ("Avance", f"{avance.por_ciento} %: {avance.terminadas} de {avance.lineas} líneas terminadas"),
    ]
    return [par for par in pares if par[1]]


def _linea(linea: LineaAccion) -> list[str]:
    estado = linea.get_fase_display() if linea.en_curso else linea.get_situacion_display()
    porque = f"\nNo terminó: {linea.por_que_no}" if linea.por_que_no else ""
    return [f"{linea}{porque}", en_su_componente(linea), linea.eje or "–", servicios_de(linea), estado]


def _paso(paso: PasoPlan) -> list[str]:
    que = f"{paso.get_tipo_display()}\nVersión {paso.version}"
    return [en_dia(paso.momento), que, str(paso.autor), paso.texto]


def _acuerdo(plan: PlanFocalizado) -> str:
    """Who accepted, for whom and when."""
    if not plan.acordado_en:
        return "La entidad todavía no lo ha aceptado."
    hora = f"{timezone.localtime(plan.acordado_en):%H:%M}"
    dicho = f"{plan.acordado_por} lo aceptó por {plan.entidad} el {en_dia(plan.acordado_en)} a las {hora}."
    return f"{dicho} Hay cambios propuestos que esperan su respuesta." if plan.cambios_en else dicho
