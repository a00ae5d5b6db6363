"""The whole case in one file."""

from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.solicitudes.acciones import sacar_copia
from asiste.solicitudes.copia.piezas import Pieza
from asiste.web.equipo.acceso import Peticion, correos_de, solicitud_de, solo_equipo
from asiste.web.interfaz.archivos import zip_de_copia


@require_safe
@solo_equipo
def copia(request: Peticion, radicado: str) -> HttpResponseBase:
    """Everything of a case as a ZIP: internal notes and the mails as they came too."""
    caso = solicitud_de(request.user, radicado)
    correos = [
        Pieza(correo.guardado_en, f"correo-{correo.pk}", f"{correo.asunto}.eml", "Correo como llegó", correo.crudo)
        for correo in correos_de(caso).defer("texto")
    ]
    archivo = sacar_copia(
        solicitud=caso, usuario=request.user, para_entidad=False, correos=correos, ahora=timezone.now()
    )
    return zip_de_copia(archivo, caso.radicado)
