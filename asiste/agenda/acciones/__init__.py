"""What can be done with a session. Each action opens its transaction."""

from asiste.agenda.acciones.asistencia import (
    IngresoCerrado,
    YaRegistrada,
    anotar_asistencia,
    marcar_ingreso,
    registrarse,
    retirar_asistencia,
)
from asiste.agenda.acciones.convocatoria import Persona, agregar_invitado, convocar, decidir_invitado, retirar_invitado
from asiste.agenda.acciones.envios import convocar_pendientes
from asiste.agenda.acciones.material import agregar_material, quitar_material
from asiste.agenda.acciones.orden import agregar_punto, cambiar_punto, marcar_punto, mover_punto, quitar_punto
from asiste.agenda.acciones.publico import DatosPublico, guardar_publico
from asiste.agenda.acciones.recordatorios import recordar
from asiste.agenda.acciones.respuestas import RespuestaSinSesion, registrar_respuesta, responder
from asiste.agenda.acciones.series import Copia, encargados_de, horas_en, repetir
from asiste.agenda.acciones.sesiones import (
    Datos,
    Ocupado,
    bloquear_sesion,
    cambiar,
    cancelar,
    dirigir_a,
    exigir_pendiente,
    iniciar,
    programar,
)
from asiste.agenda.acciones.suscripciones import renovar_suscripcion
from asiste.agenda.acciones.terminacion import Efecto, SinAsistencia, SinInforme, terminar

__all__ = [
    "Copia",
    "Datos",
    "DatosPublico",
    "Efecto",
    "IngresoCerrado",
    "Ocupado",
    "Persona",
    "RespuestaSinSesion",
    "SinAsistencia",
    "SinInforme",
    "YaRegistrada",
    "agregar_invitado",
    "agregar_material",
    "agregar_punto",
    "anotar_asistencia",
    "bloquear_sesion",
    "cambiar",
    "cambiar_punto",
    "cancelar",
    "convocar",
    "convocar_pendientes",
    "decidir_invitado",
    "dirigir_a",
    "encargados_de",
    "exigir_pendiente",
    "guardar_publico",
    "horas_en",
    "iniciar",
    "marcar_ingreso",
    "marcar_punto",
    "mover_punto",
    "programar",
    "quitar_material",
    "quitar_punto",
    "recordar",
    "registrar_respuesta",
    "registrarse",
    "renovar_suscripcion",
    "repetir",
    "responder",
    "retirar_asistencia",
    "retirar_invitado",
    "terminar",
]
