"""What came on paper or by phone, to be filed."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, ClassVar

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from asiste.cuentas.models import Usuario
from asiste.directorio.models import Dependencia, Entidad
from asiste.portafolio.models import CON_NIVELES, Medio, Modalidad, Nivel, Tema
from asiste.portafolio.niveles import CON_POSTURA
from asiste.solicitudes.acciones import Pedido
from asiste.solicitudes.models import Borrador, Solicitud
from asiste.solicitudes.parecidas import Escrito
from asiste.web.equipo.acceso import dependencias_visibles
from asiste.web.equipo.forms.campos import (
    DependenciaField,
    Elegir,
    GrupoDeTemas,
    NivelField,
    ofrecer,
    por_oficina,
    renglon,
)
from asiste.web.equipo.forms.entidades import EntidadField
from asiste.web.interfaz.archivos import ArchivosField
from asiste.web.interfaz.borradores import sin_nulos, subidos
from asiste.web.interfaz.posturas import CAMPO, ConPostura
from asiste.web.interfaz.templatetags.interfaz import hora

SIN_EXPLICAR = timedelta(days=7)  # received longer ago, only a contingency explains why it had no number
RELOJ = "%Y-%m-%dT%H:%M"


class VentanillaForm(ConPostura):
    """A request as someone else brought it. It starts from the draft of the person who files."""

    canal = forms.ChoiceField(
        label="Llegó por",
        choices=[(uno.value, uno.label) for uno in (Solicitud.Canal.VENTANILLA, Solicitud.Canal.TELEFONO)],
        widget=forms.RadioSelect,
        error_messages={"required": "Diga por dónde llegó."},
    )
    recibida_en = forms.DateTimeField(
        label="Cuándo se recibió",
        help_text="Desde aquí cuenta el plazo.",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=RELOJ),
        error_messages={"required": "Escriba cuándo se recibió.", "invalid": "Escriba día, mes, año y hora."},
    )
    dependencia = DependenciaField("Dependencia que la recibe", "Elija la dependencia que la recibe.")
    entidad = EntidadField("Entidad", help_text="Nombre, nombre anterior o sigla. Sin ella queda por identificar.")
    fuera_de_lista = forms.BooleanField(
        label="No está en el directorio: radicar con ese nombre y dejarla por identificar", required=False
    )
    nombre = renglon("Quién la firma o llama", "Escriba el nombre de quien solicita.")
    cargo = renglon("Cargo", required=False)
    correo = forms.EmailField(
        label="Correo electrónico",
        required=False,
        help_text="Sin correo no hay acuse: entregue el comprobante impreso.",
        error_messages={"invalid": "Escriba un correo válido, con arroba, o déjelo vacío."},
    )
    asunto = forms.CharField(label="Asunto", max_length=250, error_messages={"required": "Escriba el asunto."})
    texto = forms.CharField(
        label="Qué pide",
        required=False,
        max_length=50_000,
        help_text="Un resumen basta si adjunta el documento.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    temas = forms.ModelMultipleChoiceField(
        Tema.objects.solicitables(), label="Temas", required=False, widget=forms.CheckboxSelectMultiple
    )
    modalidad = Elegir(Modalidad.objects.order_by("orden", "id"), "La que sugiera el asesor", label="Modalidad")
    medio = forms.ChoiceField(label="Medio", required=False, choices=[("", "Sin preferencia"), *Medio.choices])
    nivel = NivelField(required=False, empty_label="No aplica: no es del Archivo de Bogotá")
    participantes = forms.ModelMultipleChoiceField(
        Entidad.objects.activas(),
        label="Otras entidades que participan",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    folios = forms.IntegerField(label="Folios", required=False, min_value=1, max_value=9999)
    radicado_siga = forms.CharField(label="Radicado de SIGA", required=False, max_length=40)
    contingencia = forms.CharField(
        label="Número de contingencia",
        required=False,
        max_length=40,
        help_text="Solo si se recibió mientras Asiste no funcionaba. Exige adjuntar la planilla o el documento.",
    )
    anexos = ArchivosField(label="Documentos escaneados")

    SIN_GUARDAR: ClassVar = {"anexos", CAMPO}

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        files: MultiValueDict[str, Any] | None = None,
        *,
        usuario: Usuario,
        borrador: Borrador,
        inicial: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(data, files, initial={**(inicial or {}), **borrador.datos}, use_required_attribute=False)
        oficinas = dependencias_visibles(usuario).exclude(tipo=Dependencia.Tipo.SUBSECRETARIA)
        ofrecer(self, dependencia=oficinas)
        self.con_niveles = oficinas.filter(Q(clave=CON_NIVELES) | Q(padre__clave=CON_NIVELES)).exists()
        self.fields[CAMPO].label = "Postura técnica de la entidad"
        self.contar(borrador)

    def contar(self, borrador: Borrador) -> None:
        """Counts the files of the draft against the limit."""
        self.contar_archivos(subidos(borrador))

    def grupos(self) -> list[GrupoDeTemas]:
        """The topics by office."""
        return por_oficina(self["temas"])

    def escrito(self) -> dict[str, Any]:
        """What was typed, right or wrong, as a draft keeps it."""
        return {nombre: sin_nulos(self[nombre].value()) for nombre in self.fields if nombre not in self.SIN_GUARDAR}

    def para_comparar(self) -> Escrito:
        """What is typed so far, to look for requests that ask the same."""
        dicho = self.escrito()
        entidad = self.cleaned_data.get("entidad")
        return Escrito(
            entidad_id=entidad.pk if entidad else None,
            correo=dicho["correo"] or "",
            asunto=dicho["asunto"] or "",
            texto=dicho["texto"] or "",
        )

    def clean_recibida_en(self) -> datetime:
        """Never later than now."""
        recibida: datetime = self.cleaned_data["recibida_en"]
        if recibida > (ahora := timezone.now()):
            raise forms.ValidationError(f"No puede ser después de ahora: son las {hora(ahora)}")
        return recibida

    def clean_contingencia(self) -> str:
        """One way of writing each number."""
        return " ".join(str(self.cleaned_data["contingencia"]).upper().split())

    def clean(self) -> dict[str, Any]:
        """Rules that join several fields."""
        datos: dict[str, Any] = super().clean() or {}
        self._revisar_entidad(datos)
        hay_archivos = self.con_archivos or bool(datos.get("anexos") or datos.get(CAMPO))
        self.exigir_cupo(datos)
        if not datos.get("texto") and not hay_archivos:
            self.add_error("texto", "Escriba lo que pide o adjunte el documento.")
        if datos.get("contingencia"):
            if not hay_archivos:
                self.add_error("anexos", "Adjunte la planilla o el documento que prueba la contingencia.")
        elif datos.get("recibida_en") and timezone.now() - datos["recibida_en"] > SIN_EXPLICAR:
            self.add_error("contingencia", "Se recibió hace más de una semana: escriba el número de contingencia.")
        if dependencia := datos.get("dependencia"):
            self._revisar_nivel(dependencia.direccion, datos)
            self._revisar_modalidad(dependencia.direccion, datos.get("modalidad"))
        return datos

    def _revisar_entidad(self, datos: dict[str, Any]) -> None:
        """A name that is in no list is kept when the person says so."""
        if datos.get("fuera_de_lista") and self.has_error("entidad", "ninguna"):
            del self.errors["entidad"]
            datos["entidad"] = None
            datos["entidad_nombre"] = " ".join(str(self.escrito()["entidad"]).split())

    def _revisar_nivel(self, direccion: Dependencia, datos: dict[str, Any]) -> None:
        nivel: Nivel | None = datos.get("nivel")
        if direccion.clave != CON_NIVELES:
            if nivel:
                self.add_error("nivel", f"La {direccion} no maneja niveles: déjelo en «No aplica».")
        elif nivel is None:
            self.add_error("nivel", "Elija el nivel: de él depende el plazo en el Archivo de Bogotá.")
        elif nivel.numero == CON_POSTURA:
            self.exigir_postura(datos)

    def _revisar_modalidad(self, direccion: Dependencia, modalidad: Modalidad | None) -> None:
        if modalidad and not modalidad.dependencias.filter(pk=direccion.pk).exists():
            self.add_error("modalidad", f"La {direccion} no ofrece «{modalidad}».")

    def pedido(self) -> Pedido:
        """The request to file, once valid; its files are in the draft."""
        datos = self.cleaned_data
        iguales = ("dependencia", "recibida_en", "entidad", "asunto", "texto", "modalidad", "medio", "nivel")
        tal_cual = ("folios", "radicado_siga", "contingencia", "temas", "participantes")
        return Pedido(
            canal=Solicitud.Canal(datos["canal"]),
            solicitante_nombre=datos["nombre"],
            solicitante_cargo=datos["cargo"],
            solicitante_correo=datos["correo"],
            entidad_nombre=datos.get("entidad_nombre", ""),
            **{campo: datos[campo] for campo in (*iguales, *tal_cual)},
        )
