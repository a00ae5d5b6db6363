"""One session for several requests."""

from typing import Any

from django import forms

from asiste.directorio.models import Funcionario
from asiste.oferta.consultas.afinidad import EN_GRUPO
from asiste.portafolio.models import Modalidad, Tema
from asiste.solicitudes.models import Toma
from asiste.web.equipo.forms.campos import ofrecer, parrafos, renglon
from asiste.web.equipo.oferta.forms.encuentro import EncuentroForm


class GrupoForm(EncuentroForm):
    """One session for several requests on a topic."""

    titulo = renglon("Título", "Escriba el título.")
    modalidad = forms.ModelChoiceField[Any](
        None, label="Modalidad", empty_label="Elija…", error_messages={"required": "Elija la modalidad."}
    )
    motivo = forms.ChoiceField(
        label="Motivo", required=False, choices=[("", "Ninguna está fuera de turno"), *Toma.Motivo.choices]
    )
    explicacion = parrafos(
        "Explicación",
        "",
        renglones=2,
        required=False,
        help_text="Queda a la vista del equipo y de cada entidad.",
    )

    def __init__(self, *, tema: Tema, persona: Funcionario | None, **opciones: Any) -> None:
        direccion = tema.dependencia.direccion
        inicial = {"titulo": tema.nombre, "dirige": persona}
        super().__init__(direccion=direccion, initial=inicial, **opciones)
        admiten = Modalidad.objects.filter(dependencias=direccion, clave__in=EN_GRUPO)
        ofrecer(self, modalidad=admiten.order_by("orden", "id"))
