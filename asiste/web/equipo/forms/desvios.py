"""What takes a request off its straight way: pauses, extensions, transfers, unions and the like."""

from typing import Any, cast

from django import forms

from asiste.cuentas.models import Usuario
from asiste.directorio.models import Dependencia, Funcionario
from asiste.solicitudes import permisos
from asiste.solicitudes.models import CambioCalendario, Solicitud
from asiste.solicitudes.models.consultas import RADICADO, SolicitudQuerySet
from asiste.web.equipo.forms.campos import DependenciaField, Elegir, dia, ofrecer, parrafos, renglon
from asiste.web.equipo.forms.tramite import activos


class InformacionForm(forms.Form):
    """What the entity has to send."""

    texto = parrafos(
        "Qué falta",
        "Escriba qué falta.",
        renglones=8,
        help_text="Lo recibe la entidad por correo, con la fecha hasta la que puede contestar.",
    )


class MotivoForm(forms.Form):
    """Why, and nothing else."""

    motivo = parrafos(
        "Motivo", "Escriba el motivo.", renglones=4, help_text="Queda en el expediente y lo ve la entidad."
    )


class ProrrogaForm(forms.Form):
    """How many business days, and why."""

    dias = forms.IntegerField(
        label="Días hábiles que se agregan",
        min_value=1,
        error_messages={
            "required": "Escriba cuántos días hábiles se agregan.",
            "invalid": "Escriba un número entero.",
            "min_value": "Agregue al menos un día.",
        },
    )
    motivo = parrafos("Motivo", "Escriba por qué se necesita más tiempo.", renglones=4, help_text="Lo lee la entidad.")

    def __init__(self, *, solicitud: Solicitud, **opciones: Any) -> None:
        super().__init__(**opciones)
        quedan = solicitud.dias - solicitud.prorroga
        campo = self.fields["dias"]
        campo.widget.attrs |= {"max": quedan, "class": "control-corto"}
        campo.help_text = f"Hasta {quedan}: el plazo no pasa del doble (Ley 1755 de 2015, art. 14)."


class TrasladoForm(forms.Form):
    """Which office of the SDFI must attend it."""

    dependencia = DependenciaField("Dependencia que la recibe", "Elija la dependencia.")
    asesor = Elegir(None, "Quien atiende allí a la entidad", label="Persona que la recibe")
    motivo = parrafos("Motivo", "Escriba por qué le corresponde.", renglones=4, help_text="Lo lee la entidad.")

    def __init__(self, *, solicitud: Solicitud, **opciones: Any) -> None:
        super().__init__(**opciones)
        oficinas = Dependencia.objects.exclude(tipo=Dependencia.Tipo.SUBSECRETARIA).exclude(pk=solicitud.dependencia_id)
        personas = Funcionario.objects.filter(usuario__is_active=True).exclude(solicitudes=solicitud)
        ofrecer(
            self,
            dependencia=oficinas.order_by("orden", "id"),
            asesor=personas.select_related("usuario", "dependencia").order_by("usuario__nombre", "id"),
        )

    def clean(self) -> dict[str, Any]:
        """The person must be of that office, or of one under it or over it."""
        datos: dict[str, Any] = super().clean() or {}
        oficina, asesor = datos.get("dependencia"), datos.get("asesor")
        if oficina and asesor and asesor not in activos(oficina.direccion):
            self.add_error("asesor", f"{asesor} no trabaja en {oficina.direccion}.")
        return datos


class RemisionForm(forms.Form):
    """Which entity outside the SDFI must attend it."""

    destino = renglon("Entidad competente", "Escriba a qué entidad se traslada.")
    correo = forms.EmailField(
        label="Correo de esa entidad",
        required=False,
        help_text="Si lo escribe, recibe la solicitud con sus anexos.",
        error_messages={"invalid": "Escriba un correo válido, con arroba."},
    )
    motivo = parrafos("Motivo", "Escriba por qué no es competencia de la SDFI.", renglones=4)


class OtraSolicitudField(forms.CharField):
    """A radicado of another request among those the person sees; its value is the request."""

    def __init__(self, rotulo: str, **opciones: Any) -> None:
        self.visibles: SolicitudQuerySet = Solicitud.objects.none()
        falta = {"required": "Escriba el radicado de la otra solicitud."}
        super().__init__(
            label=rotulo, max_length=20, error_messages=falta, help_text="Por ejemplo: AT-2026-87", **opciones
        )

    def clean(self, value: Any) -> Any:
        """The request with that number. Raises `ValidationError` when there is none in sight."""
        escrito = super().clean(value)
        if not RADICADO.match(escrito):
            raise forms.ValidationError("Escriba el radicado como AT-2026-87.")
        otra = self.visibles.buscar(escrito).order_by("pk").first()
        if otra is None:
            raise forms.ValidationError(f"No encontramos {escrito.strip().upper()} entre las que usted ve.")
        return otra


class VinculoForm(forms.Form):
    """Another request that has to do with this one."""

    otra = OtraSolicitudField("Radicado de la otra")

    def __init__(self, *, visibles: SolicitudQuerySet, **opciones: Any) -> None:
        super().__init__(**opciones)
        cast(OtraSolicitudField, self.fields["otra"]).visibles = visibles


class UnionForm(forms.Form):
    """The request that will attend both, and why."""

    principal = OtraSolicitudField("Radicado de la que atiende las dos")
    motivo = parrafos("Motivo", "Escriba por qué se unen.", renglones=3, help_text="Lo lee la entidad.")

    def __init__(self, *, visibles: SolicitudQuerySet, usuario: Usuario, **opciones: Any) -> None:
        super().__init__(**opciones)
        self.usuario = usuario
        cast(OtraSolicitudField, self.fields["principal"]).visibles = visibles

    def clean_principal(self) -> Solicitud:
        """It must be one that the person works on too: nobody gives work to others by uniting."""
        principal: Solicitud = self.cleaned_data["principal"]
        if not permisos.puede_tramitar(self.usuario, principal):
            raise forms.ValidationError(
                f"{principal} la tramita {principal.asesor or principal.dependencia}: pídale que las una."
            )
        return principal


class DivisionForm(forms.Form):
    """What goes to the new request."""

    asunto = renglon("Asunto de la nueva solicitud", "Escriba el asunto de la nueva solicitud.")
    texto = parrafos("Lo que se atiende en ella", "Escriba qué se atiende en la nueva solicitud.", renglones=5)
    temas = forms.TypedMultipleChoiceField(
        label="Temas que pasan a la nueva",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Elija al menos un tema."},
    )

    def __init__(self, *, solicitud: Solicitud, **opciones: Any) -> None:
        super().__init__(**opciones)
        suyos = solicitud.temas.order_by("orden", "id")
        campo = cast(forms.TypedMultipleChoiceField, self.fields["temas"])
        campo.choices = [(tema.pk, tema.nombre) for tema in suyos]


class RespuestaTemaForm(forms.Form):
    """What is answered on a topic."""

    texto = parrafos("Respuesta sobre el tema", "Escriba la respuesta sobre el tema.", renglones=8)


class CambioForm(forms.Form):
    """A day that stops counting, or that counts again."""

    sentido = forms.ChoiceField(
        label="Qué cambia",
        choices=CambioCalendario.Sentido.choices,
        widget=forms.RadioSelect,
        initial=CambioCalendario.Sentido.AGREGAR,
        error_messages={"required": "Elija qué cambia."},
    )
    fecha = dia("Día", "Escriba el día.")
    motivo = renglon("Motivo", "Escriba el motivo.", help_text="Por ejemplo: día cívico.")
    acto = renglon("Norma o acto administrativo", "Escriba la norma o el acto.", help_text="Tipo, número y fecha.")
