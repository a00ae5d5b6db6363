"""What is shown as evidence of a phase, and what is said of a line."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from asiste.agenda.alcance import sesiones_del_equipo
from asiste.agenda.models import Sesion
from asiste.archivo.acciones import Prueba
from asiste.archivo.models import LineaAccion
from asiste.archivo.vinculables import conceptos_de, sesiones_de, solicitudes_de, vigencias_medidas
from asiste.conceptos.alcance import conceptos_del_equipo
from asiste.conceptos.models import Concepto
from asiste.cuentas.models import Usuario
from asiste.solicitudes.alcance import solicitudes_del_equipo
from asiste.solicitudes.models import Solicitud
from asiste.web.equipo.forms.campos import Elegir, ofrecer, parrafos
from asiste.web.interfaz.archivos import ArchivosField, guardados

NINGUNA, NINGUNO = "Ninguna", "Ninguno"


class SesionField(Elegir):
    """A session with its day."""

    def label_from_instance(self, obj: Any) -> str:
        """«18/11/2026 · Mesa de trabajo: Inventarios»."""
        return f"{timezone.localtime(obj.inicia):%d/%m/%Y} · {obj.modalidad}: {obj}"


class CasoField(Elegir):
    """A request or a concept, with what it is about."""

    def label_from_instance(self, obj: Any) -> str:
        """«AT-2026-18 · Inventarios documentales»."""
        return f"{obj} · {obj.asunto}"


class EvidenciaForm(forms.Form):
    """What it shows, what stands already and is linked, and files."""

    descripcion = forms.CharField(label="Qué muestra", max_length=250, error_messages={"required": "Diga qué muestra."})
    sesion = SesionField(None, NINGUNA, label="Mesa, visita u otra sesión")
    solicitud = CasoField(None, NINGUNA, label="Solicitud")
    concepto = CasoField(None, NINGUNO, label="Concepto")
    indicadores = forms.TypedChoiceField(
        label="Autodiagnóstico: indicadores del año", required=False, coerce=int, empty_value=None
    )
    archivos = ArchivosField(label="Archivos")

    def __init__(self, *, linea: LineaAccion, usuario: Usuario, **opciones: Any) -> None:
        super().__init__(**opciones)
        ofrecer(self, **_candidatos(linea, usuario))
        campo = self.fields["indicadores"]
        if isinstance(campo, forms.TypedChoiceField):
            anios = [(str(anio), str(anio)) for anio in vigencias_medidas(linea.plan.entidad)]
            campo.choices = [("", NINGUNO), *anios]

    def clean(self) -> dict[str, Any]:
        """Something has to show it."""
        datos: dict[str, Any] = super().clean() or {}
        que = ("sesion", "solicitud", "concepto", "indicadores", "archivos")
        if not self.errors and not any(datos.get(campo) for campo in que):
            self.add_error(None, "Elija qué lo muestra, o suba un archivo.")
        return datos

    def prueba(self) -> Prueba:
        """What the person chose, its files stored; once valid."""
        datos = {campo: valor for campo, valor in self.cleaned_data.items() if campo != "descripcion"}
        return Prueba(**datos | {"archivos": guardados(datos["archivos"])})


class ComentarioForm(forms.Form):
    """What is said of a line."""

    texto = parrafos("Comentario", "Escriba el comentario.", renglones=4, help_text="La entidad también lo lee.")


class RetiroDeEvidenciaForm(forms.Form):
    """Why it should not be there."""

    motivo = parrafos("Por qué se retira", "Escriba por qué se retira.", renglones=3, help_text="La entidad lo lee.")


def _candidatos(linea: LineaAccion, usuario: Usuario) -> dict[str, Any]:
    """What the person sees of that entity since the year before that of the plan, the last first."""
    entidad, desde = linea.plan.entidad, date(linea.plan.vigencia - 1, 1, 1)
    suyas, vistas, leidos = solicitudes_del_equipo(usuario), sesiones_del_equipo(usuario), conceptos_del_equipo(usuario)
    solicitudes = Solicitud.objects.filter(pk__in=solicitudes_de(entidad).values("pk"), recibida_en__date__gte=desde)
    sesiones = Sesion.objects.filter(pk__in=sesiones_de(entidad).values("pk"), inicia__date__gte=desde)
    conceptos = Concepto.objects.filter(pk__in=conceptos_de(entidad).values("pk"))
    return {
        "solicitud": solicitudes.filter(pk__in=suyas.values("pk")).order_by("-recibida_en", "-id"),
        "sesion": sesiones.filter(pk__in=vistas.values("pk")).select_related("modalidad").order_by("-inicia", "-id"),
        "concepto": conceptos.filter(pk__in=leidos.values("pk")).order_by("-firmado_en", "-id"),
    }
