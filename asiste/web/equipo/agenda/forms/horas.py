"""Looking for an hour, the hours of each adviser and offering some of them."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from asiste.agenda.acciones.propuestas import Oferta
from asiste.agenda.intervalos import Intervalo
from asiste.agenda.models import HorarioAsesor
from asiste.calendario.termino import BOGOTA
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Entidad, Funcionario
from asiste.portafolio.models import Medio, Modalidad
from asiste.solicitudes.alcance import dependencias_de
from asiste.solicitudes.models import Solicitud
from asiste.web.equipo.forms.campos import Elegir, PersonaField, dia, ofrecer, renglon

DURACIONES = (
    *((30, "Media hora"), (45, "45 minutos"), (60, "1 hora"), (90, "1 hora y media"), (120, "2 horas")),
    *((180, "3 horas"), (240, "4 horas")),
)
EXTREMOS = ("desde", "hasta")
UN_ANIO = timedelta(days=365)
Dia = HorarioAsesor.Dia


class VariasPersonas(forms.ModelMultipleChoiceField[Funcionario]):
    """People of the team, each with the initials of the office."""

    def label_from_instance(self, obj: Funcionario) -> str:
        """«Laura Ortiz · STDI»."""
        return f"{obj} · {obj.dependencia.sigla}"


class PersonasForm(forms.Form):
    """Who leads and who goes along."""

    dirige = PersonaField("Quién dirige", "Elija quién dirige.")
    acompanan = VariasPersonas(None, label="Quiénes acompañan", required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, **opciones: Any) -> None:
        super().__init__(*args, **opciones)
        activos = Funcionario.objects.filter(usuario__is_active=True).select_related("usuario", "dependencia")
        personas = activos.order_by("usuario__nombre", "id")
        ofrecer(self, dirige=personas, acompanan=personas)

    @property
    def personas(self) -> list[Funcionario]:
        """All of them, once, the one who leads first."""
        datos = self.cleaned_data
        return list({una.pk: una for una in (datos["dirige"], *datos["acompanan"])}.values())


class HuecosForm(PersonasForm):
    """Who, how long and from when; travels in the address."""

    minutos = forms.TypedChoiceField(label="Cuánto dura", choices=DURACIONES, coerce=int, initial=60)
    desde = dia("Desde", "Escriba desde qué día.")
    field_order = ("dirige", "minutos", "desde", "acompanan")

    def clean_desde(self) -> date:
        """Today at the earliest, and within a year."""
        elegido: date = self.cleaned_data["desde"]
        hoy = timezone.localdate()
        if elegido > hoy + UN_ANIO:
            raise forms.ValidationError("Busque dentro del próximo año.")
        return max(elegido, hoy)

    def momento(self) -> datetime:
        """From when to look: the day from its beginning, and never the past."""
        return max(timezone.now(), datetime.combine(self.cleaned_data["desde"], time(), BOGOTA))


class HorarioForm(forms.Form):
    """Two spans for each weekday; all empty is to attend in the service hours."""

    PARTES = (("manana", "Mañana"), ("tarde", "Tarde"))

    def __init__(self, *, funcionario: Funcionario, **opciones: Any) -> None:
        super().__init__(initial=_inicial(funcionario), **opciones)
        for numero in Dia.values:
            for clave, parte in self.PARTES:
                for extremo in EXTREMOS:
                    self.fields[f"d{numero}-{clave}-{extremo}"] = forms.TimeField(
                        label=f"{parte}, {extremo}",
                        required=False,
                        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
                        error_messages={"invalid": "Escriba la hora, por ejemplo 08:30."},
                    )

    def clean(self) -> dict[str, Any]:
        """Both ends of each span, in order."""
        datos: dict[str, Any] = super().clean() or {}
        for campo, desde, hasta in self._pares(datos):
            if (desde is None) != (hasta is None):
                self.add_error(f"{campo}-hasta", "Escriba las dos horas, o ninguna.")
            elif desde and hasta and hasta <= desde:
                self.add_error(f"{campo}-hasta", "Debe ser posterior a la hora inicial.")
        return datos

    def franjas(self) -> list[HorarioAsesor]:
        """The spans that were written."""
        return [
            HorarioAsesor(dia=int(campo[1]), inicia=desde, termina=hasta)
            for campo, desde, hasta in self._pares(self.cleaned_data)
            if desde and hasta
        ]

    def dias(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        """Each weekday with its four fields."""
        for numero, nombre in Dia.choices:
            claves = [f"d{numero}-{parte}-{extremo}" for parte, _ in self.PARTES for extremo in EXTREMOS]
            yield str(nombre), [self[clave] for clave in claves]

    def _pares(self, datos: dict[str, Any]) -> Iterator[tuple[str, time | None, time | None]]:
        for numero in Dia.values:
            for clave, _ in self.PARTES:
                campo = f"d{numero}-{clave}"
                yield campo, datos.get(f"{campo}-desde"), datos.get(f"{campo}-hasta")


def _inicial(funcionario: Funcionario) -> dict[str, time]:
    """The spans that are kept, the first of each day in the morning and the next one in the afternoon."""
    inicial: dict[str, time] = {}
    for franja in funcionario.horario.order_by("dia", "inicia", "id"):
        primera = f"d{franja.dia}-manana-desde" not in inicial and franja.inicia.hour < 12
        clave = f"d{franja.dia}-{'manana' if primera else 'tarde'}"
        inicial |= {f"{clave}-desde": franja.inicia, f"{clave}-hasta": franja.termina}
    return inicial


class FranjasField(forms.Field):
    """Hours as they travel in an address: «2026-11-20T10:00/2026-11-20T11:00», in Bogotá."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value: Any) -> list[Intervalo]:
        """The hours. Raises ValidationError when one is not understood."""
        try:
            return [_intervalo(uno) for uno in value or []]
        except ValueError as mala:
            raise forms.ValidationError("Una de las horas no se entiende. Búsquelas otra vez.") from mala


class PropuestaForm(PersonasForm):
    """Hours to be offered: what for, where, to whom and until when. Who leads is of the person's own offices."""

    franja = FranjasField(error_messages={"required": "Elija al menos una hora."})
    titulo = renglon("De qué trata", "Escriba de qué trata.")
    modalidad = forms.ModelChoiceField(
        Modalidad.objects.order_by("orden", "id"),
        empty_label="Elija…",
        error_messages={"required": "Elija la modalidad."},
    )
    medio = forms.ChoiceField(label="Medio", choices=Medio, widget=forms.RadioSelect, initial=Medio.VIRTUAL)
    lugar = renglon("Lugar", required=False)
    enlace_virtual = forms.URLField(
        label="Enlace de la reunión virtual",
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text="Si aún no lo tiene, agréguelo a la sesión cuando elijan la hora.",
        error_messages={"invalid": "Escriba la dirección completa, con https://."},
    )
    entidad = Elegir(Entidad.objects.activas(), "Ninguna", label="Entidad")
    nombre = renglon("A quién se ofrece", "Escriba el nombre.")
    correo = forms.EmailField(
        label="Su correo",
        error_messages={"required": "Escriba el correo.", "invalid": "Escriba un correo válido, con arroba."},
    )
    hasta = dia("Puede elegir hasta el", "Escriba hasta cuándo puede elegir.", help_text="Hasta el final de ese día.")

    def __init__(self, *, usuario: Usuario, **opciones: Any) -> None:
        super().__init__(**opciones)
        propias = dependencias_de(usuario)
        activos = Funcionario.objects.filter(usuario__is_active=True, dependencia__in=propias)
        ofrecer(self, dirige=activos.select_related("usuario", "dependencia").order_by("usuario__nombre", "id"))

    def oferta(self, solicitud: Solicitud | None) -> Oferta:
        """What is offered."""
        datos = self.cleaned_data
        sueltos = ("titulo", "modalidad", "medio", "lugar", "enlace_virtual", "entidad", "nombre", "correo", "dirige")
        fin_del_dia = datetime.combine(datos["hasta"], time(23, 59), BOGOTA)
        ultima = max(una.inicia for una in datos["franja"])
        return Oferta(
            **{campo: datos[campo] for campo in sueltos},
            acompanan=[una for una in self.personas if una != datos["dirige"]],
            vence_en=min(fin_del_dia, ultima),
            solicitud=solicitud,
        )

    def horas(self) -> Sequence[Intervalo]:
        """The hours chosen, as they came, to be shown; none when they are not understood."""
        try:
            return sorted(_intervalo(uno) for uno in self["franja"].value() or [])
        except ValueError:
            return []


def en_direccion(hueco: Intervalo) -> str:
    """An hour as it travels in an address."""
    inicia, termina = (timezone.localtime(momento, BOGOTA) for momento in (hueco.inicia, hueco.termina))
    return f"{inicia:%Y-%m-%dT%H:%M}/{termina:%Y-%m-%dT%H:%M}"


def _intervalo(escrito: str) -> Intervalo:
    """The hour that an address names. Raises ValueError."""
    inicia, termina = (datetime.fromisoformat(parte).replace(tzinfo=BOGOTA) for parte in escrito.split("/"))
    return Intervalo(inicia, termina)
