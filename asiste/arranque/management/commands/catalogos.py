"""`asiste catalogos`."""

from typing import Any

from django.core.management.base import BaseCommand

from asiste.agenda.carga import cargar_formatos
from asiste.archivo.carga import cargar_indicadores
from asiste.conocimiento.carga import cargar_sinonimos
from asiste.directorio.carga import cargar_directorio
from asiste.directorio.models import Dependencia
from asiste.oferta.carga import cargar_oferta
from asiste.portafolio.carga import cargar_portafolio


class Command(BaseCommand):
    """Loads the seed catalogues; what the administration changed stays."""

    help = (
        "Carga entidades, dependencias, temas, modalidades, niveles, canales, acuerdos, estrategias, sinónimos e "
        "indicadores."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints how many rows were added."""
        nuevas = cargar_directorio()
        dependencias = dict(Dependencia.objects.values_list("clave", "pk"))
        nuevas += cargar_portafolio(dependencias) + cargar_oferta(dependencias) + cargar_formatos(dependencias)
        nuevas += cargar_sinonimos() + cargar_indicadores()
        self.stdout.write(f"Catálogos: {nuevas} filas nuevas.")
