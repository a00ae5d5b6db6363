"""What can be done with a session. Each action opens its transaction."""

from asiste.agenda.acciones.actas import (
    agregar_fotos,
    empezar_acta,
    guardar_datos,
    marcar_presencia_en_acta,
    retirar_foto,
)
from asiste.agenda.acciones.aprobaciones import (
    aprobar,
    devolver,
    enviar_otro_enlace,
    expedir_acta,
    expedir_pendientes,
    pasar_a_aprobacion,
    retomar,
)
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
from asiste.agenda.acciones.material import agregar_del_banco, agregar_material, quitar_material
from asiste.agenda.acciones.orden import agregar_punto, cambiar_punto, marcar_punto, mover_punto, quitar_punto
from asiste.agenda.acciones.publico import DatosPublico, guardar_publico
from asiste.agenda.acciones.recordatorios import recordar
from asiste.agenda.acciones.respuestas import RespuestaSinSesion, bloquear_respondidas, registrar_respuesta, responder
from asiste.agenda.acciones.secciones import guardar_seccion
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
    "agregar_del_banco",
    "agregar_fotos",
    "agregar_invitado",
    "agregar_material",
    "agregar_punto",
    "anotar_asistencia",
    "aprobar",
    "bloquear_respondidas",
    "bloquear_sesion",
    "cambiar",
    "cambiar_punto",
    "cancelar",
    "convocar",
    "convocar_pendientes",
    "decidir_invitado",
    "devolver",
    "dirigir_a",
    "empezar_acta",
    "encargados_de",
    "enviar_otro_enlace",
    "exigir_pendiente",
    "expedir_acta",
    "expedir_pendientes",
    "guardar_datos",
    "guardar_publico",
    "guardar_seccion",
    "horas_en",
    "iniciar",
    "marcar_ingreso",
    "marcar_presencia_en_acta",
    "marcar_punto",
    "mover_punto",
    "pasar_a_aprobacion",
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
    "retirar_foto",
    "retirar_invitado",
    "retomar",
    "terminar",
]
