"""A session to be called, or changed."""

from datetime import date, datetime, time
from typing import Any, cast

from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone

from asiste.agenda.acciones import Datos
from asiste.agenda.models import Serie, Sesion
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Dependencia, Entidad, Funcionario
from asiste.portafolio.models import Medio, Modalidad, Tema
from asiste.solicitudes.alcance import dependencias_de, solicitudes_del_equipo
from asiste.solicitudes.models import Solicitud
from asiste.web.equipo.agenda.forms.campos import DireccionWebField, HoraField
from asiste.web.equipo.agenda.forms.grupos import Grupo, en_grupos, temas_por_oficina, varias
from asiste.web.equipo.agenda.forms.radicados import RadicadosField
from asiste.web.equipo.agenda.previa import Impedimento, impedimentos, raro_ese_dia
from asiste.web.equipo.forms.campos import DependenciaField, Elegir, PersonaField, dia, ofrecer, parrafos, renglon
from asiste.web.equipo.forms.publico import PublicoForm

POR_ESCRITO = "concepto"  # the modality that is written: it needs no session
FALTA_DONDE = {
    Medio.PRESENCIAL: ("lugar", "Escriba el lugar."),
    Medio.VIRTUAL: ("enlace_virtual", "Escriba el enlace de la reunión."),
    Medio.TELEFONICA: ("telefono", "Escriba el teléfono al que se llama."),
}
SOBRA = {
    Medio.PRESENCIAL: ("telefono",),
    Medio.VIRTUAL: ("lugar", "telefono"),
    Medio.TELEFONICA: ("lugar", "enlace_virtual"),
}
TAL_CUAL = ("titulo", "objetivo", "modalidad", "medio", "lugar", "enlace_virtual", "telefono", "dependencia", "dirige")
TAMBIEN = ("cupo", "abierta", "serie", "serie_nueva", "acompanan", "direcciones", "temas")


class SesionForm(PublicoForm):
    """All that a session is. Who cannot be there, and what is odd about its day, is told before anything is written."""

    titulo = renglon("Título", "Escriba el título.")
    objetivo = parrafos("Objetivo", "", renglones=3, required=False)
    dependencia = DependenciaField("Dependencia que la presta", "Elija la dependencia.")
    modalidad = forms.ModelChoiceField(
        Modalidad.objects.exclude(clave=POR_ESCRITO).order_by("orden", "id"),
        label="Modalidad",
        empty_label="Elija…",
        error_messages={"required": "Elija la modalidad."},
    )
    temas = varias(Tema.objects.solicitables(), "Temas")
    dia = dia("Día", "Escriba el día.")
    empieza = HoraField("Empieza", "Escriba a qué hora empieza.")
    termina = HoraField("Termina", "Escriba a qué hora termina.")
    confirmado = forms.BooleanField(label="Sí, programarla ese día", required=False)
    medio = forms.ChoiceField(
        label="Cómo es",
        choices=Medio.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Elija cómo es."},
    )
    lugar = renglon("Lugar", required=False)
    enlace_virtual = DireccionWebField(label="Enlace de la reunión virtual", required=False)
    telefono = forms.CharField(label="Teléfono al que se llama", max_length=60, required=False)
    dirige = PersonaField("La dirige", "Elija quién la dirige.")
    acompanan = varias(Funcionario.objects.none(), "La acompañan")
    direcciones = varias(Dependencia.objects.direcciones(), "Otras direcciones que participan")
    cupo = forms.IntegerField(
        label="Cupo de personas", required=False, min_value=1, max_value=32_000, help_text="Vacío: sin límite."
    )
    abierta = forms.BooleanField(
        label="Abierta al público", required=False, help_text="Aparece en el portal y cualquiera se inscribe."
    )
    solicitudes = RadicadosField(
        "Solicitudes que atiende", help_text="Radicados separados por comas: AT-2026-418, AT-2026-420."
    )
    serie = Elegir(None, "Ninguna", label="Hace parte de la serie")
    serie_nueva = renglon("O de una serie nueva, llamada", required=False)

    def __init__(self, *, usuario: Usuario, sesion: Sesion | None = None, **opciones: Any) -> None:
        super().__init__(use_required_attribute=False, **opciones)
        self.usuario, self.sesion = usuario, sesion
        self.impedimentos: list[Impedimento] = []
        self.raro = ""
        ya = {sesion.dependencia_id} if sesion else set()
        oficinas = dependencias_de(usuario) | ya
        propias = Dependencia.objects.filter(pk__in=oficinas).exclude(tipo=Dependencia.Tipo.SUBSECRETARIA)
        self.equipo = _equipo(sesion)
        suyos = Q(dependencia__in=oficinas) | Q(pk__in=sesion.encargados.values("funcionario") if sesion else [])
        ofrecer(
            self,
            dependencia=propias.select_related("padre").order_by("orden", "id"),
            dirige=self.equipo.filter(suyos),
            acompanan=self.equipo,
            serie=Serie.objects.filter(dependencia__in=oficinas).order_by("nombre", "id"),
        )
        if len(suyas := {una.direccion.pk for una in propias.select_related("padre")}) == 1:
            ofrecer(self, direcciones=Dependencia.objects.direcciones().exclude(pk__in=suyas))
        atiende = list(sesion.solicitudes.order_by("recibida_en", "id")) if sesion else []
        cast(RadicadosField, self.fields["solicitudes"]).de(usuario, atiende)
        self.ajenas = _que_no_ve(usuario, atiende)

    def temas_por_oficina(self) -> list[Grupo]:
        """The topics, by office."""
        return temas_por_oficina(self["temas"])

    def temas_de_enlaces(self) -> list[Grupo]:
        """The topics by which the contacts are reached, by office."""
        return temas_por_oficina(self["publico_temas"])

    def entidades_por_sector(self) -> list[Grupo]:
        """The entities, by sector."""
        activas = Entidad.objects.activas().select_related("sector").order_by("sector__orden", "nombre", "id")
        return en_grupos(
            self["publico_entidades"], activas, lambda una: una.sector or "Sin sector", lambda una: una.sigla
        )

    def equipo_por_oficina(self) -> list[Grupo]:
        """Who may accompany, by office."""
        return en_grupos(self["acompanan"], self.equipo, lambda una: una.dependencia, lambda una: una.cargo)

    def clean(self) -> dict[str, Any]:
        """Rules that join several fields."""
        datos: dict[str, Any] = super().clean() or {}
        if datos.get("medio"):
            self._revisar_donde(datos, Medio(datos["medio"]))
        if oficina := datos.get("dependencia"):
            self._revisar_oficina(datos, oficina.direccion)
        if datos.get("serie") and datos.get("serie_nueva"):
            self.add_error("serie_nueva", "Deje solo una: la serie que ya existe o la nueva.")
        if not self.errors.keys() & {"dia", "empieza", "termina"}:
            self._revisar_cuando(datos)
        return datos

    def _revisar_donde(self, datos: dict[str, Any], medio: Medio) -> None:
        """What the way of meeting asks for is there; what it does not use is left out."""
        for campo in SOBRA[medio]:
            datos[campo] = ""
        campo, falta = FALTA_DONDE[medio]
        if not datos.get(campo) and campo not in self.errors:
            self.add_error(campo, falta)

    def _revisar_oficina(self, datos: dict[str, Any], direccion: Dependencia) -> None:
        modalidad = datos.get("modalidad")
        if modalidad and not modalidad.dependencias.filter(pk=direccion.pk).exists():
            self.add_error("modalidad", f"La {direccion} no ofrece «{modalidad}».")
        datos["direcciones"] = [una for una in datos.get("direcciones") or [] if una != direccion]

    def _revisar_cuando(self, datos: dict[str, Any]) -> None:
        """The hours, the day, and who has something else then."""
        if datos["termina"] <= datos["empieza"]:
            self.add_error("termina", "Debe terminar después de empezar.")
            return
        datos["inicia"], datos["hasta"] = (
            _momento(datos["dia"], datos["empieza"]),
            _momento(datos["dia"], datos["termina"]),
        )
        cambia = self.sesion is None or self.sesion.inicia != datos["inicia"]
        self.raro = raro_ese_dia(datos["dia"]) if cambia else ""
        if self.raro and not datos.get("confirmado"):
            self.add_error("dia", f"{self.raro} Si es correcto, confírmelo abajo.")
        personas = [una for una in (datos.get("dirige"), *(datos.get("acompanan") or [])) if una]
        self.impedimentos = impedimentos(self.usuario, personas, datos["inicia"], datos["hasta"], menos=self.sesion)
        if self.impedimentos:
            self.add_error("empieza", "A esa hora no todos pueden: vea abajo con qué se cruza.")

    def datos(self) -> Datos:
        """The session, once valid. What it attended and this person does not see stays with it."""
        dicho = self.cleaned_data
        return Datos(
            inicia=dicho["inicia"],
            termina=dicho["hasta"],
            destinatarios=self.datos_publico(),
            solicitudes=[*dicho["solicitudes"], *self.ajenas],
            **{campo: dicho[campo] for campo in (*TAL_CUAL, *TAMBIEN)},
        )


def _momento(dia: date, hora: time) -> datetime:
    """That hour of that day, in Bogotá."""
    return timezone.make_aware(datetime.combine(dia, hora))


def _equipo(sesion: Sesion | None) -> QuerySet[Funcionario]:
    """Everybody active of the team, and who is already in charge."""
    ya = sesion.encargados.values("funcionario") if sesion else []
    activos = Funcionario.objects.filter(Q(usuario__is_active=True) | Q(pk__in=ya))
    return activos.select_related("usuario", "dependencia").order_by("dependencia__orden", "usuario__nombre", "id")


def _que_no_ve(usuario: Usuario, solicitudes: list[Solicitud]) -> list[Solicitud]:
    if not solicitudes:
        return []
    numeros = [una.pk for una in solicitudes]
    visibles = set(solicitudes_del_equipo(usuario).filter(pk__in=numeros).values_list("pk", flat=True))
    return [una for una in solicitudes if una.pk not in visibles]
