"""The form «Solicitar asistencia técnica»."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, ClassVar, cast

from django import forms
from django.db.models import Model
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from asiste.cuentas.models import Usuario
from asiste.directorio.models import Dependencia, Enlace
from asiste.portafolio.models import CON_NIVELES, Medio, Modalidad, Tema
from asiste.solicitudes.acciones import Pedido
from asiste.solicitudes.alcance import entidades_de
from asiste.solicitudes.models import Borrador, Solicitud
from asiste.solicitudes.parecidas import Escrito
from asiste.web.entidad.catalogo import (
    OTRA,
    Catalogos,
    Faceta,
    Tarjeta,
    facetas_de_entidades,
    facetas_de_temas,
    opciones_por_sector,
    tarjetas_de_modalidades,
)
from asiste.web.entidad.forms.nivel import ConNivel
from asiste.web.interfaz.archivos import ArchivosField, guardados
from asiste.web.interfaz.borradores import sin_nulos, subidos
from asiste.web.interfaz.posturas import CAMPO

LARGO = 20_000  # characters
NO_SIGUE = "Una de las opciones ya no está en la lista. Revise lo marcado."
NO_ESTA = "Elija una opción de la lista."


def _parrafo(rotulo: str, ayuda: str, filas: int, **opciones: Any) -> forms.CharField:
    mensajes = {"max_length": "El texto tiene más de 20.000 caracteres. Acórtelo o adjúntelo como archivo."}
    return forms.CharField(
        label=rotulo,
        help_text=ayuda,
        max_length=LARGO,
        widget=forms.Textarea(attrs={"rows": filas}),
        error_messages=mensajes | opciones.pop("mensajes", {}),
        **opciones,
    )


def _lista(rotulo: str, *, control: type[forms.Widget], mensaje: str = "", **opciones: Any) -> forms.ChoiceField:
    mensajes = {"required": mensaje or NO_ESTA, "invalid_choice": NO_ESTA}
    return forms.ChoiceField(label=rotulo, widget=control, error_messages=mensajes, **opciones)


def _varias(
    rotulo: str, campo: type[forms.MultipleChoiceField] = forms.MultipleChoiceField
) -> forms.MultipleChoiceField:
    mensajes = {"invalid_choice": NO_SIGUE}
    return campo(label=rotulo, required=False, widget=forms.CheckboxSelectMultiple, error_messages=mensajes)


class MarcadosField(forms.MultipleChoiceField):
    """Options of a long list: the form looks up those that were marked, and the others are read only to be shown."""

    def valid_value(self, value: str) -> bool:
        """Left to the form."""
        return True


class SolicitudForm(ConNivel):
    """What an entity needs. It starts from the draft of the person, and says every fault in a sentence."""

    entidad = _lista("Entidad", control=forms.Select, mensaje="Elija su entidad.")
    entidad_nombre = forms.CharField(
        label="¿Cuál es su entidad?",
        required=False,
        max_length=200,
        help_text="Solo si no aparece en la lista.",
        error_messages={"max_length": "Escriba el nombre en menos de 200 caracteres."},
    )
    nombre = forms.CharField(
        label="Su nombre completo",
        max_length=200,
        error_messages={"required": "Escriba su nombre.", "max_length": "Escríbalo en menos de 200 caracteres."},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    cargo = forms.CharField(
        label="Su cargo",
        max_length=200,
        error_messages={"required": "Escriba su cargo.", "max_length": "Escríbalo en menos de 200 caracteres."},
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    asunto = forms.CharField(
        label="Asunto",
        max_length=120,
        help_text="En una frase de hasta 120 caracteres.",
        error_messages={
            "required": "Escriba el asunto.",
            "max_length": "El asunto tiene %(show_value)d caracteres y caben 120. Deje el detalle para abajo.",
        },
    )
    texto = _parrafo(
        "Su requerimiento, con el mayor detalle posible",
        "Qué pasó, qué norma o instrumento aplica y para qué necesita la respuesta. Al menos 40 caracteres.",
        7,
        min_length=40,
        mensajes={
            "required": "Describa lo que necesita.",
            "min_length": "Describa lo que necesita con al menos 40 caracteres; lleva %(show_value)d.",
        },
    )
    temas = _varias("Temas", MarcadosField)
    direccion = _lista(
        "¿No encuentra el tema?",
        control=forms.Select,
        required=False,
        help_text="Elija la dirección y, al tomar la solicitud, el asesor lo precisa con usted.",
    )
    modalidad = _lista("Modalidad preferida", control=forms.RadioSelect, required=False)
    medio = _lista("Medio", control=forms.Select, required=False, choices=[("", "Sin preferencia"), *Medio.choices])
    participantes = _varias("Otras entidades que participan")
    logistica = _parrafo(
        "Condiciones logísticas",
        "Fechas posibles, cuántas personas asistirían, ingreso al edificio, ajustes de accesibilidad.",
        3,
        required=False,
    )
    terminos = _parrafo(
        "Términos en que requiere la respuesta",
        "Si la necesita para una fecha o de una forma en particular, díganos cuál y por qué.",
        3,
        required=False,
    )
    anexos = ArchivosField(label="Agregar archivos")

    SIN_GUARDAR: ClassVar = {"anexos", CAMPO}

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        files: MultiValueDict[str, Any] | None = None,
        *,
        usuario: Usuario,
        borrador: Borrador,
        tema: str = "",
    ) -> None:
        self.catalogos = Catalogos()
        self.marcados: Mapping[str, Tema] = {}
        self.propias = {str(entidad.pk): entidad for entidad in entidades_de(usuario).select_related("sector")}
        inicial = borrador.datos if data is not None else self._datos_de(usuario) | borrador.datos
        if tema and not borrador.datos:
            inicial["temas"] = [pk for pk, elegible in self.catalogos.temas.items() if elegible.clave == tema]
        super().__init__(data, files, initial=inicial, use_required_attribute=False)
        self._ofrecer()
        self.contar(borrador)

    def _datos_de(self, usuario: Usuario) -> dict[str, Any]:
        """What is known of the person: from the directory of contacts, else from the account."""
        enlaces = Enlace.objects.vigentes(timezone.localdate()).filter(correo=usuario.email)
        enlace = enlaces.order_by("-desde", "-id").first()
        nombre, cargo = (enlace.nombre, enlace.cargo) if enlace else (usuario.nombre, "")
        return {"nombre": nombre, "cargo": cargo, "entidad": next(iter(self.propias), "")}

    def _ofrecer(self) -> None:
        """Fills the lists from the catalogues, when they are shown or something is chosen from them."""
        propias = [(pk, entidad.nombre) for pk, entidad in self.propias.items()]
        listas: dict[str, Callable[[], list[Any]]] = {
            "entidad": lambda: propias or self._ajenas(),
            "temas": lambda: [(pk, _nombre_de(tema)) for pk, tema in self.catalogos.temas.items()],
            "direccion": lambda: [("", "Elija la dirección…"), *_nombres(self.catalogos.direcciones)],
            "modalidad": lambda: [*_nombres(self.catalogos.modalidades), ("", "Lo que sugiera el asesor")],
            "participantes": lambda: _nombres(self.catalogos.entidades),
        }
        if len(propias) == 1:
            self.fields["entidad"].widget = forms.HiddenInput()
            self.initial["entidad"] = propias[0][0]
        if propias:
            del self.fields["entidad_nombre"]
        for nombre, opciones in listas.items():
            cast(forms.ChoiceField, self.fields[nombre]).choices = opciones

    def _ajenas(self) -> list[Any]:
        """For who is no contact of any entity."""
        todas = opciones_por_sector(self.catalogos.entidades.values())
        return [("", "Elija su entidad…"), *todas, (OTRA, "Mi entidad no aparece")]

    def contar(self, borrador: Borrador) -> None:
        """Counts the files of the draft against the limit."""
        self.contar_archivos(subidos(borrador))

    @property
    def facetas(self) -> list[Faceta]:
        """The topics, folded by dirección."""
        return facetas_de_temas(self["temas"], self.catalogos.temas.values())

    @property
    def tarjetas(self) -> list[Tarjeta]:
        """The modalities, as cards."""
        return tarjetas_de_modalidades(
            self["modalidad"], self.catalogos.modalidades, self.catalogos.direcciones.values()
        )

    @property
    def facetas_de_participantes(self) -> list[Faceta]:
        """The entities that may take part, folded by sector."""
        return facetas_de_entidades(self["participantes"], self.catalogos.entidades.values())

    def escrito(self) -> dict[str, Any]:
        """What was typed, right or wrong, as a draft keeps it."""
        return {nombre: sin_nulos(self[nombre].value()) for nombre in self.fields if nombre not in self.SIN_GUARDAR}

    def para_comparar(self, correo: str) -> Escrito:
        """What is typed so far, to look for requests that ask the same."""
        dicho = self.escrito()
        propia = self.propias.get(dicho["entidad"] or "")
        return Escrito(
            entidad_id=propia.pk if propia else None,
            correo=correo,
            asunto=dicho["asunto"] or "",
            texto=dicho["texto"] or "",
        )

    def clean_temas(self) -> list[str]:
        """Only topics one may ask about."""
        claves: list[str] = self.cleaned_data["temas"]
        hallados = self.catalogos.temas_marcados(claves) if claves else {}
        if set(claves) - hallados.keys():
            raise forms.ValidationError(NO_SIGUE, code="invalid_choice")
        self.marcados = hallados
        return claves

    def clean(self) -> dict[str, Any]:
        """Rules that join several fields."""
        datos = self.cleaned_data
        if datos.get("entidad") == OTRA and not datos.get("entidad_nombre"):
            self.add_error("entidad_nombre", "Escriba el nombre de su entidad.")
        dependencia = self._dependencia()
        if dependencia is None:
            if not self.errors.keys() & {"temas", "direccion"}:
                self.add_error("temas", "Marque al menos un tema. Si no encuentra el suyo, elija la dirección.")
            return datos
        direccion = dependencia.direccion
        if direccion.clave == CON_NIVELES:
            self.revisar_postura(datos)
        self.exigir_cupo(datos)
        modalidad = self._modalidad()
        if modalidad and direccion not in modalidad.dependencias.all():
            self.add_error(
                "modalidad", f"La {direccion} no ofrece «{modalidad}». Elija otra o lo que sugiera el asesor."
            )
        return datos

    def _dependencia(self) -> Dependencia | None:
        """Office that takes the request: that of the first topic, or the dirección chosen."""
        if self.marcados:
            return next(iter(self.marcados.values())).dependencia
        elegida = self.cleaned_data.get("direccion")
        return self.catalogos.direcciones.get(elegida) if elegida else None

    def _modalidad(self) -> Modalidad | None:
        elegida = self.cleaned_data.get("modalidad")
        return self.catalogos.modalidades.get(elegida) if elegida else None

    def pedido(self, *, correo: str, ahora: datetime) -> Pedido:
        """The request to file, once valid, with the files sent now; one not theirs goes as a name, for the triage."""
        datos, dependencia = self.cleaned_data, cast(Dependencia, self._dependencia())
        propia = self.propias.get(datos["entidad"])
        dicha = propia or self.catalogos.entidades.get(datos["entidad"])
        con_nivel = dependencia.direccion.clave == CON_NIVELES
        return Pedido(
            canal=Solicitud.Canal.FORMULARIO,
            dependencia=dependencia,
            recibida_en=ahora,
            asunto=datos["asunto"],
            texto=datos["texto"],
            solicitante_correo=correo,
            solicitante_nombre=datos["nombre"],
            solicitante_cargo=datos["cargo"],
            entidad=propia,
            entidad_nombre=dicha.nombre if dicha else datos["entidad_nombre"],
            temas=list(self.marcados.values()),
            modalidad=self._modalidad(),
            medio=datos["medio"],
            nivel=self.nivel() if con_nivel else None,
            participantes=[self.catalogos.entidades[pk] for pk in datos["participantes"]],
            logistica=datos["logistica"],
            terminos=datos["terminos"],
            anexos=[*guardados(datos["anexos"]), *guardados(datos[CAMPO], postura=True)],
        )


def _nombres(opciones: Mapping[str, Model]) -> list[tuple[str, str]]:
    return [(pk, str(opcion)) for pk, opcion in opciones.items()]


def _nombre_de(tema: Tema) -> str:
    es_componente = tema.tipo == Tema.Tipo.COMPONENTE
    return f"Todo el componente {tema.nombre}" if es_componente else tema.nombre
