"""Which publications to see, in which order."""

from typing import Any

from django import forms
from django.db.models import Q

from asiste.conocimiento.consultas import apoyadas_en_lo_que_no_rige
from asiste.conocimiento.models import Publicacion, PublicacionQuerySet
from asiste.cuentas.models import Usuario
from asiste.portafolio.models import Tema
from asiste.web.equipo.acceso import dependencias_visibles
from asiste.web.equipo.forms.campos import Elegir, ofrecer

CITAN = "citan"
ESTADOS = [("", "Todas"), *Publicacion.Estado.choices, (CITAN, "Se apoyan en algo que no rige")]
ORDENES = {"": ("-publicada_en", "-id"), "usos": ("-usos_n", "-id"), "titulo": ("titulo", "id")}


class FiltroForm(forms.Form):
    """Conditions of the list, which travel in the address."""

    q = forms.CharField(
        label="Número o palabras",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Número, título o resumen"}),
    )
    clase = forms.ChoiceField(label="Qué es", required=False, choices=[("", "Todo"), *Publicacion.Clase.choices])
    dependencia = Elegir(label="Dependencia")
    tema = Elegir(Tema.objects.filter(activo=True).order_by("nombre", "id"), "Todos", label="Tema")
    estado = forms.ChoiceField(label="Cómo está", required=False, choices=ESTADOS)
    orden = forms.ChoiceField(
        label="Orden",
        required=False,
        choices=[("", "Lo último publicado"), ("usos", "Lo más usado"), ("titulo", "Por título")],
    )

    def __init__(self, datos: Any, usuario: Usuario) -> None:
        super().__init__(datos, use_required_attribute=False)
        ofrecer(self, dependencia=dependencias_visibles(usuario))
        for campo in self.fields.values():
            campo.widget.attrs["class"] = "control-chico"

    def filtrar(self, publicaciones: PublicacionQuerySet) -> PublicacionQuerySet:
        """Those that meet every condition that was understood."""
        datos = self.elegido()
        if texto := datos.get("q"):
            dice = Q(titulo__unaccent__icontains=texto) | Q(resumen__unaccent__icontains=texto)
            publicaciones = publicaciones.filter(dice | Q(numero__icontains=texto))
        if tema := datos.get("tema"):
            suyas = Publicacion.temas.through.objects.filter(Q(tema=tema) | Q(tema__padre=tema))
            publicaciones = publicaciones.filter(pk__in=suyas.values("publicacion"))
        if datos.get("estado") == CITAN:
            publicaciones = publicaciones.filter(apoyadas_en_lo_que_no_rige())
        elif estado := datos.get("estado"):
            publicaciones = publicaciones.filter(estado=estado)
        iguales = {campo: datos[campo] for campo in ("clase", "dependencia") if datos.get(campo)}
        return publicaciones.filter(**iguales)

    @property
    def en_orden(self) -> tuple[str, ...]:
        """The order asked for."""
        return ORDENES[self.elegido().get("orden", "")]

    def elegido(self) -> dict[str, Any]:
        """The conditions that were understood."""
        self.is_valid()
        return {campo: valor for campo, valor in self.cleaned_data.items() if valor}
