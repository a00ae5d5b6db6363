"""Repeating a session on other days."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from asiste.agenda.acciones import Copia
from asiste.agenda.models import Sesion
from asiste.agenda.repeticiones import MAXIMO, Cada, Fecha, fechas_de
from asiste.calendario.dias import FueraDelCalendario
from asiste.calendario.lectura import cargar
from asiste.web.equipo.forms.campos import dia, renglon


class RepeticionForm(forms.Form):
    """From which day on, how often and how many times; and what is copied. Valid, it has its `fechas`."""

    cada = forms.ChoiceField(
        label="Cada cuánto",
        choices=Cada.choices,
        initial=Cada.SEMANA,
        widget=forms.RadioSelect,
        error_messages={"required": "Diga cada cuánto."},
    )
    desde = dia("La primera, el día", "Escriba el día de la primera.")
    veces = forms.IntegerField(
        label="Cuántas",
        min_value=1,
        max_value=MAXIMO,
        required=False,
        help_text="Las que se agregan a esta.",
    )
    serie = renglon("Nombre de la serie", required=False)
    orden = forms.BooleanField(label="Con el mismo orden del día", required=False, initial=True)
    material = forms.BooleanField(label="Con el mismo material", required=False, initial=True)
    solicitudes = forms.BooleanField(label="Para las mismas solicitudes", required=False)

    def __init__(self, sesion: Sesion, **opciones: Any) -> None:
        siguiente = timezone.localdate(sesion.inicia) + timedelta(days=7)
        inicial = {"desde": siguiente, "veces": 3, "serie": sesion.titulo}
        super().__init__(initial=inicial, use_required_attribute=False, **opciones)
        if sesion.serie_id:
            del self.fields["serie"]
        self.fechas: list[Fecha] = []

    def clean(self) -> dict[str, Any]:
        """The days, moved to business ones."""
        datos: dict[str, Any] = super().clean() or {}
        if self.errors:
            return datos
        cada = Cada(datos["cada"])
        if cada != Cada.UNA_VEZ and not datos.get("veces"):
            self.add_error("veces", "Escriba cuántas.")
        elif datos["desde"] < timezone.localdate():
            self.add_error("desde", "Ese día ya pasó.")
        else:
            self._calcular(datos["desde"], cada, datos.get("veces") or 1)
        return datos

    def _calcular(self, desde: date, cada: Cada, veces: int) -> None:
        try:
            calendario = cargar(desde, desde + timedelta(days=31 * (veces + 1)))
            self.fechas = fechas_de(desde, cada, veces, calendario)
        except (FueraDelCalendario, OverflowError) as falta:
            texto = str(falta) if isinstance(falta, FueraDelCalendario) else "Ese día está demasiado lejos."
            self.add_error("desde", texto)

    def nombre_de_serie(self) -> str:
        """The series they make; empty for a single copy."""
        datos = self.cleaned_data
        return "" if datos["cada"] == Cada.UNA_VEZ else str(datos.get("serie", ""))

    def copia(self) -> Copia:
        """What goes on to the new sessions, once valid."""
        return Copia(**{campo: self.cleaned_data[campo] for campo in ("orden", "material", "solicitudes")})
