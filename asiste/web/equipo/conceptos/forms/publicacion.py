"""How a concept will be shown in the bank, or why it will not."""

from django import forms

from asiste.conocimiento.models import Relacion
from asiste.web.equipo.agenda.forms.grupos import Grupo, temas_por_oficina
from asiste.web.equipo.forms.banco import DelBancoField
from asiste.web.equipo.forms.campos import parrafos, renglon
from asiste.web.equipo.forms.sin_datos import sin_datos
from asiste.web.equipo.forms.temas import temas_del_banco


class FichaPublicaForm(forms.Form):
    """Title, summary and topics."""

    titulo = renglon("Título", "Escriba el título.", help_text="Con las palabras de quien lo buscaría.")
    resumen = parrafos(
        "Resumen",
        "Escriba el resumen.",
        renglones=4,
        help_text="Qué se preguntó y qué se concluyó, en dos o tres frases.",
    )
    temas = temas_del_banco()

    def temas_por_oficina(self) -> list[Grupo]:
        """The topics, folded by office."""
        return temas_por_oficina(self["temas"])

    def clean_titulo(self) -> str:
        """Without personal data."""
        return sin_datos(self.cleaned_data["titulo"])

    def clean_resumen(self) -> str:
        """Without personal data."""
        return sin_datos(self.cleaned_data["resumen"])


class PrevistaForm(forms.Form):
    """What it does to another one."""

    tipo = forms.ChoiceField(label="Qué hace este concepto", choices=Relacion.Tipo.choices)
    destino = DelBancoField("Con cuál", falta="Diga con cuál.")


class ReservaForm(forms.Form):
    """Why nobody will read it but who asked for it."""

    motivo = renglon(
        "Por qué se reserva", "Escriba por qué se reserva.", help_text="La norma o la razón. Lo lee el equipo."
    )
