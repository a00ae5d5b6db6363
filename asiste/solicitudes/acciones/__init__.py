"""What can be done with a request. Each action opens its transaction and leaves an actuación."""

from asiste.solicitudes.acciones.articulacion import encargar_tema, responder_tema
from asiste.solicitudes.acciones.base import ReglaIncumplida
from asiste.solicitudes.acciones.borradores import (
    SinBorrador,
    agregar_borrador,
    descartar_borrador,
    guardar_borrador,
    quitar_anexo,
    radicar_borrador,
)
from asiste.solicitudes.acciones.calendario import cambiar_calendario, deshacer_cambio, previsualizar
from asiste.solicitudes.acciones.cierre import NoAtendida, SinEvidencia, agregar_evidencia, atender, cerrar
from asiste.solicitudes.acciones.compartir import compartir
from asiste.solicitudes.acciones.conceptos import registrar_concepto
from asiste.solicitudes.acciones.continuidad import escribir_de_nuevo
from asiste.solicitudes.acciones.copias import sacar_copia
from asiste.solicitudes.acciones.correspondencia import anotar, avisar_rebote, responder
from asiste.solicitudes.acciones.desvios import anular, prorrogar, reabrir, trasladar, trasladar_fuera
from asiste.solicitudes.acciones.fila import (
    FilaVacia,
    MotivoRequerido,
    YaTomada,
    tomar_fuera_de_turno,
    tomar_siguiente,
)
from asiste.solicitudes.acciones.lotes import anotar_en_lote, reasignar_en_lote
from asiste.solicitudes.acciones.niveles import dar_nivel
from asiste.solicitudes.acciones.plantillas import guardar_plantilla, retirar_plantilla
from asiste.solicitudes.acciones.presencia import marcar_presencia
from asiste.solicitudes.acciones.radicacion import Pedido, Reglas, radicar, radicar_varias
from asiste.solicitudes.acciones.recepcion import Aporte, agregar_mensaje, agregar_mensajes
from asiste.solicitudes.acciones.redaccion import (
    Guardado,
    consumir_redaccion,
    descartar_redaccion,
    guardar_redaccion,
)
from asiste.solicitudes.acciones.reparto import (
    cambiar_solicitante,
    identificar_entidad,
    poner_temas,
    reasignar,
)
from asiste.solicitudes.acciones.sesiones import registrar_sesion
from asiste.solicitudes.acciones.suspension import desistir, reanudar, suspender
from asiste.solicitudes.acciones.vinculos import dividir, fusionar, separar, vincular
from asiste.solicitudes.acciones.vistas import borrar_vista, cambiar_vista, guardar_vista
from asiste.solicitudes.adjuntos import ArchivoNombrado

__all__ = [
    "Aporte",
    "ArchivoNombrado",
    "FilaVacia",
    "Guardado",
    "MotivoRequerido",
    "NoAtendida",
    "Pedido",
    "ReglaIncumplida",
    "Reglas",
    "SinBorrador",
    "SinEvidencia",
    "YaTomada",
    "agregar_borrador",
    "agregar_evidencia",
    "agregar_mensaje",
    "agregar_mensajes",
    "anotar",
    "anotar_en_lote",
    "anular",
    "atender",
    "avisar_rebote",
    "borrar_vista",
    "cambiar_calendario",
    "cambiar_solicitante",
    "cambiar_vista",
    "cerrar",
    "compartir",
    "consumir_redaccion",
    "dar_nivel",
    "descartar_borrador",
    "descartar_redaccion",
    "deshacer_cambio",
    "desistir",
    "dividir",
    "encargar_tema",
    "escribir_de_nuevo",
    "fusionar",
    "guardar_borrador",
    "guardar_plantilla",
    "guardar_redaccion",
    "guardar_vista",
    "identificar_entidad",
    "marcar_presencia",
    "poner_temas",
    "previsualizar",
    "prorrogar",
    "quitar_anexo",
    "radicar",
    "radicar_borrador",
    "radicar_varias",
    "reabrir",
    "reanudar",
    "reasignar",
    "reasignar_en_lote",
    "registrar_concepto",
    "registrar_sesion",
    "responder",
    "responder_tema",
    "retirar_plantilla",
    "sacar_copia",
    "separar",
    "suspender",
    "tomar_fuera_de_turno",
    "tomar_siguiente",
    "trasladar",
    "trasladar_fuera",
    "vincular",
]
