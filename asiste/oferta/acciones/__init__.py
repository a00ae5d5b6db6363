"""What can be done with the yearly offer. Each action opens its transaction."""

from asiste.oferta.acciones.actividades import DatosActividad, agregar, cambiar, retirar
from asiste.oferta.acciones.estrategias import guardar_estrategia
from asiste.oferta.acciones.grupos import Grupo, programar_grupo
from asiste.oferta.acciones.planes import aprobar, cerrar, crear_plan, entrar_en_ejecucion
from asiste.oferta.acciones.programacion import Encuentro, dirigir_a_las_que_faltan, programar_actividad
from asiste.oferta.acciones.recurrentes import agregar_recurrente
from asiste.oferta.acciones.vinculos import repetir_sesion, vincular

__all__ = [
    "DatosActividad",
    "Encuentro",
    "Grupo",
    "agregar",
    "agregar_recurrente",
    "aprobar",
    "cambiar",
    "cerrar",
    "crear_plan",
    "dirigir_a_las_que_faltan",
    "entrar_en_ejecucion",
    "guardar_estrategia",
    "programar_actividad",
    "programar_grupo",
    "repetir_sesion",
    "retirar",
    "vincular",
]
