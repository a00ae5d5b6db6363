"""What the entity brings to the archive, asked in plain words: of it depends the service level."""

from collections.abc import Mapping
from typing import Any

from django import forms

from asiste.portafolio.models import Nivel
from asiste.portafolio.niveles import AUTOGESTION, CON_POSTURA, EN_PALABRAS, SIN_POSTURA
from asiste.web.interfaz.posturas import ConPostura

NIVELES = {"si": CON_POSTURA, "no": SIN_POSTURA, "consulta": AUTOGESTION}
NO_SE_RADICA = "Para consultar no hace falta radicar. Si no encuentra lo que busca, vuelva y elija otra respuesta."
FALTA = "Responda esta pregunta: el Archivo de Bogotá la necesita para asignar el nivel."


class ConNivel(ConPostura):
    """The question and, for who brings a stance, its document. Disposición: 7.1.3-ans-niveles."""

    postura = forms.ChoiceField(
        label="¿Con qué llega su entidad?",
        widget=forms.RadioSelect,
        required=False,
        choices=[(clave, EN_PALABRAS[numero]) for clave, numero in NIVELES.items()],
        error_messages={"invalid_choice": "Elija una opción de la lista."},
    )

    def revisar_postura(self, datos: Mapping[str, Any]) -> None:
        """The archive needs its level; what is only consulted is not filed."""
        numero = NIVELES.get(datos.get("postura") or "")
        if numero is None:
            self.add_error("postura", FALTA)
        elif numero == AUTOGESTION:
            self.add_error("postura", NO_SE_RADICA)
        elif numero == CON_POSTURA:
            self.exigir_postura(datos)

    def nivel(self) -> Nivel | None:
        """The level of what was answered, once valid."""
        return Nivel.objects.filter(numero=NIVELES[self.cleaned_data["postura"]]).first()
