"""What the sheet of a case says, in words."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from django.utils import dateformat, timezone

from asiste.calendario.libro import Libro, Renglon
from asiste.solicitudes.copia.piezas import CABEN
from asiste.solicitudes.models import Actuacion, Solicitud
from asiste.solicitudes.plazo import Plazo, cuenta_de

SIGUE = "\n\n[Sigue: el texto completo va en el archivo «{}».]"


def en_dia(valor: date) -> str:
    """«jueves 26 de noviembre de 2026», in Bogotá time."""
    local = timezone.localtime(valor) if isinstance(valor, datetime) else valor
    return dateformat.format(local, r"l j \d\e F \d\e Y").lower()


def en_momento(valor: datetime | None) -> str:
    """«2026-11-26 10:17», in Bogotá time; a midnight is a date whose time nobody knows; empty without a value."""
    if not valor:
        return ""
    local = timezone.localtime(valor)
    return f"{local:%Y-%m-%d}" if local.time() == time.min else f"{local:%Y-%m-%d %H:%M}"


def dia_de_corte(solicitud: Solicitud, hoy: date) -> date:
    """Day on which the sheet sees the case: today, or when it ended. With it, an ended case is always told alike."""
    return timezone.localdate(solicitud.cerrada_en) if solicitud.cerrada_en else hoy


def datos_de_la_hoja(
    solicitud: Solicitud,
    actuaciones: Iterable[Actuacion],
    nombres: Mapping[str, str],
    *,
    corte: date,
    para_entidad: bool,
) -> dict[str, Any]:
    """Content of the sheet. `nombres` are those of the files by the key of their piece."""
    plazo, libro = cuenta_de(solicitud, corte)
    return {
        "titulo": f"Solicitud {solicitud.radicado}",
        "asunto": solicitud.asunto,
        "corte": f"Como estaba el {en_dia(corte)}. Horas de Bogotá.",
        "datos": [par for par in _datos(solicitud, plazo) if par[1]],
        "texto": _corto(solicitud.texto, nombres.get("pedido", "")),
        "detalles": [par for par in _detalles(solicitud) if par[1]],
        **_temas(solicitud, para_entidad=para_entidad),
        "cuenta": _cuenta(libro),
        "renglones": [_renglon(renglon) for renglon in libro.renglones],
        "actuaciones": [_actuacion(una, nombres, para_entidad=para_entidad) for una in actuaciones],
    }


def _datos(solicitud: Solicitud, plazo: Plazo) -> list[tuple[str, str]]:
    return [
        ("Radicado", solicitud.radicado),
        ("Radicado de SIGA", solicitud.radicado_siga),
        ("Contingencia", solicitud.contingencia),
        ("Estado", solicitud.get_estado_display()),
        ("Entidad", solicitud.quien_pide),
        ("Sector", str(solicitud.sector or "")),
        ("Solicita", solicitud.solicitante_nombre),
        ("Cargo", solicitud.solicitante_cargo),
        ("Correo", solicitud.solicitante_correo),
        ("Canal", solicitud.get_canal_display()),
        ("Modalidad", str(solicitud.modalidad or "")),
        ("Medio", solicitud.get_medio_display()),
        ("Nivel", str(solicitud.nivel or "")),
        ("Folios", str(solicitud.folios or "")),
        ("Dependencia", str(solicitud.dependencia)),
        ("Asesor", str(solicitud.asesor or "")),
        ("Recibida", en_momento(solicitud.recibida_en)),
        ("Radicada", en_momento(solicitud.radicada_en)),
        ("Primera respuesta", en_momento(solicitud.primera_respuesta_en)),
        ("Atendida", en_momento(solicitud.atendida_en)),
        ("Terminó", en_momento(solicitud.cerrada_en)),
        ("Vence", f"{en_dia(solicitud.vence_el)} · {plazo.frase}"),
    ]


def _detalles(solicitud: Solicitud) -> list[tuple[str, str]]:
    otras = solicitud.participantes.order_by("nombre", "pk")
    return [
        ("Logística", solicitud.logistica),
        ("Términos en que se requiere la respuesta", solicitud.terminos),
        ("También participan", "\n".join(entidad.nombre for entidad in otras)),
    ]


def _temas(solicitud: Solicitud, *, para_entidad: bool) -> dict[str, Any]:
    """Topics; for the team, also who answers for each and what was answered."""
    encargos = solicitud.temas_a_cargo.select_related("tema", "dependencia", "responsable__usuario")
    en_orden = encargos.order_by("tema__orden", "pk")
    if para_entidad:
        return {"titulos_de_temas": ["Tema"], "temas": [[uno.tema.nombre] for uno in en_orden]}
    filas = [[u.tema.nombre, u.quien_responde, u.get_estado_display(), u.respuesta] for u in en_orden]
    return {"titulos_de_temas": ["Tema", "Responde", "Estado", "Respuesta"], "temas": filas}


def _cuenta(libro: Libro) -> str:
    suma = libro.suma
    vence = f"Vence el {en_dia(libro.vence)}." if libro.vence else "Está en pausa: el vencimiento espera."
    return (
        f"Término de {libro.dias} días hábiles. De los {suma.calendario} días calendario después de la recepción, "
        f"{suma.habiles} son hábiles, {suma.fin_semana} de fin de semana, {suma.festivo} no hábiles "
        f"y {suma.pausa} en pausa. {vence}"
    )


def _renglon(renglon: Renglon) -> list[str]:
    numero = str(renglon.numero) if renglon.numero else ""
    return [en_dia(renglon.fecha), renglon.trato.rotulo, numero, renglon.nota, renglon.fuente]


def _actuacion(una: Actuacion, nombres: Mapping[str, str], *, para_entidad: bool) -> dict[str, Any]:
    interna = "" if para_entidad or una.visible_entidad else " · la entidad no la ve"
    return {
        "momento": en_momento(una.momento),
        "tipo": una.get_tipo_display() + (f" · {una.otra}" if una.otra and not para_entidad else ""),
        "quien": una.autor_nombre + interna,
        "texto": _corto(una.texto, nombres.get(f"texto-{una.pk}", "")),
        "anexos": [nombres[clave] for anexo in una.anexos.all() if (clave := f"anexo-{anexo.pk}") in nombres],
    }


def _corto(texto: str, archivo: str) -> str:
    return texto[:CABEN] + SIGUE.format(archivo) if archivo else texto
