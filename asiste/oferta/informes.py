"""The plan and the coverage as documents in PDF/A-2a and PDF/UA-1."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils import dateformat

from asiste.directorio.models import Entidad
from asiste.documentos.pdf import componer
from asiste.oferta.consultas.ambito import Ambito
from asiste.oferta.consultas.ejecucion import Ejecucion, total_de
from asiste.oferta.consultas.matriz import Matriz
from asiste.oferta.models import Plan
from asiste.oferta.retrato import meses_en_palabras, publico_en_palabras


def componer_plan(plan: Plan, filas: Sequence[Ejecucion], hoy: date) -> bytes:
    """The plan with its goals and how each activity goes; the withdrawn ones apart."""
    total = total_de(filas)
    en_plan = [fila for fila in filas if fila.actividad.retirada_en is None]
    datos: dict[str, Any] = {
        "titulo": f"Plan anual de asistencia técnica {plan.vigencia}",
        "direccion": str(plan.direccion),
        "corte": f"{plan.get_estado_display()} · versión {plan.version} · con corte al {_en_dia(hoy)}",
        "resumen": [
            ["Actividades", str(total.actividades)],
            ["Sesiones realizadas", f"{total.sesiones} de {total.meta_sesiones}"],
            ["Cumplidas", str(total.cumplidas)],
            ["Atrasadas", str(total.atrasadas)],
        ],
        "actividades": [_actividad(fila) for fila in en_plan],
        "retiradas": [str(fila.actividad) for fila in filas if fila.actividad.retirada_en],
        "balance": plan.balance,
    }
    return componer("plan", datos, fecha=hoy)


def componer_cobertura(ambito: Ambito, matriz: Matriz, entidades: Sequence[Entidad], hoy: date) -> bytes:
    """The matrix with its topics numbered, and the entities nobody assisted."""
    datos: dict[str, Any] = {
        "titulo": f"Cobertura de la asistencia técnica {ambito.vigencia}",
        "direccion": str(ambito.direccion),
        "corte": f"Con corte al {_en_dia(hoy)}",
        "temas": [
            [str(numero), str(tema), f"{alcanzadas} de {len(entidades)}"]
            for numero, (tema, alcanzadas) in enumerate(zip(matriz.temas, matriz.alcanzadas(), strict=True), start=1)
        ],
        "filas": [
            [entidad.corto, *(f"{celda.sesiones}/{celda.solicitudes}" if celda.total else "" for celda in celdas)]
            for entidad, celdas in matriz.filas(entidades)
            if any(celda.total for celda in celdas)
        ],
        "sin_asistencia": [
            str(entidad) for entidad, celdas in matriz.filas(entidades) if not any(celda.total for celda in celdas)
        ],
    }
    return componer("cobertura", datos, fecha=hoy)


def _actividad(fila: Ejecucion) -> list[str]:
    actividad = fila.actividad
    porque = f"\nNo se cumplió: {actividad.por_que_no}" if actividad.por_que_no else ""
    return [
        f"{actividad}\n{actividad.estrategia}{porque}",
        "; ".join(sorted(str(tema) for tema in actividad.temas.all())),
        f"{actividad.modalidad}\n{publico_en_palabras(actividad.publico)}",
        meses_en_palabras(actividad.meses),
        str(actividad.responsable),
        f"{fila.realizadas} de {actividad.meta_sesiones}",
        f"{fila.entidades} de {actividad.meta_entidades}",
        fila.situacion.label,
    ]


def _en_dia(hoy: date) -> str:
    return dateformat.format(hoy, r"j \d\e F \d\e Y").lower()
