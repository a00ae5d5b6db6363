"""What the person may see that asks almost the same as what is being written."""

from datetime import datetime

from asiste.cuentas.models import Usuario
from asiste.solicitudes.alcance import solicitudes_de_entidad
from asiste.solicitudes.models import Solicitud
from asiste.solicitudes.parecidas import parecidas
from asiste.web.entidad.forms.solicitud import SolicitudForm


def a(form: SolicitudForm, usuario: Usuario, ahora: datetime) -> list[Solicitud]:
    """Requests of the entities of the person, or of the address itself, like the one in the form; never of others."""
    return parecidas(form.para_comparar(usuario.email), entre=solicitudes_de_entidad(usuario), cuando=ahora)
