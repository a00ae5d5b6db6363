"""Sample data of the gallery of components, which doubles as visual test."""

from dataclasses import dataclass
from typing import Any

from django import forms

from asiste.web.interfaz.templatetags.interfaz import dias_habiles, nombres_de_iconos


@dataclass(frozen=True, slots=True)
class Pieza:
    """A section of the gallery: its anchor, which also names its template; its title; where it lives; its use."""

    id: str
    nombre: str
    archivo: str
    uso: str

    @property
    def plantilla(self) -> str:
        """Template that shows the component."""
        return f"interfaz/componentes/{self.id}.html"


PIEZAS = [
    Pieza(
        "color",
        "Color",
        "tokens.css",
        "Cobalto para actuar y ubicar; amarillo solo para foco, hoy y búsqueda. Lo demás, siempre con ícono y palabra.",
    ),
    Pieza(
        "letra",
        "Letra",
        "base.css",
        "Títulos, botones y rótulos en Nunito Sans; lectura en Verdana o su equivalente. Cifras siempre tabulares.",
    ),
    Pieza(
        "espacio",
        "Espacio e íconos",
        "layout.css",
        "Escala de 4 px. Íconos propios de trazo 1,75; los anillos dicen cuánto avanzó un trámite.",
    ),
    Pieza(
        "botones",
        "Botones",
        "boton.css",
        "Uno primario por pantalla o tarjeta. Si no se puede usar, se explica por qué al lado; no se esconde.",
    ),
    Pieza(
        "estados",
        "Estados e insignias",
        "interfaz/estado.html",
        "data-estado es el valor del modelo: la plantilla no traduce colores.",
    ),
    Pieza(
        "plazos",
        "Plazos",
        "interfaz/plazo.html",
        "Siempre en días hábiles y con palabras. El medidor parte la barra en los días del término (atributo max).",
    ),
    Pieza(
        "cuenta",
        "Cuenta del plazo",
        "cuenta.css",
        "Cada fecha dice cómo se trató y por qué. Debajo va la misma cuenta como lista, con fuente.",
    ),
    Pieza(
        "turno",
        "Turno",
        "turno.css",
        "El primer lugar de la fila es la acción principal; los demás se ven en orden. Saltar el turno exige motivo.",
    ),
    Pieza(
        "campos",
        "Campos",
        "interfaz/campo.html",
        "Rótulo, ayuda, error y control, en ese orden. El error dice qué hacer.",
    ),
    Pieza(
        "opciones",
        "Opciones",
        "campo.css",
        "Todo el renglón es el blanco. La tarjeta se usa cuando la opción necesita explicación.",
    ),
    Pieza(
        "errores",
        "Errores",
        "interfaz/resumen_errores.html",
        "Va antes del título, recibe el foco y enlaza a cada campo. El título de la pestaña empieza por “Error:”.",
    ),
    Pieza("avisos", "Avisos", "interfaz/aviso.html", "Para lo que afecta la página entera. Máximo uno por pantalla."),
    Pieza(
        "tarjetas",
        "Tarjetas",
        "tarjeta.css",
        "Agrupan; no decoran. A ras cuando contienen tabla, suave para apoyo, marcada para lo principal.",
    ),
    Pieza(
        "tablas",
        "Tablas",
        "tabla.css",
        "Con título y cifras a la derecha. Se vuelven fichas cuando su marco mide menos de 592 px.",
    ),
    Pieza("listas", "Listas y datos", "lista.css", "Pares de dato y valor, agenda con fecha y archivos."),
    Pieza(
        "linea",
        "Línea de tiempo",
        "linea-tiempo.css",
        "Lo hecho con línea continua, lo pendiente cortada. Cada hecho dice quién, cuándo y en qué día del plazo.",
    ),
    Pieza(
        "indicadores", "Indicadores", "indicador.css", "Valor, tendencia en el tiempo, meta y veredicto con palabras."
    ),
    Pieza(
        "graficas",
        "Gráficas",
        "grafica.css",
        "SVG en la página, título que dice la conclusión y la tabla de datos debajo.",
    ),
    Pieza(
        "navegacion",
        "Navegación",
        "navegacion.css",
        "Migas, pestañas como enlaces, pasos del ciclo, páginas y menú de acciones.",
    ),
    Pieza(
        "revision",
        "Revisión y firma",
        "documento.css",
        "Observaciones ancladas al texto y bloque de verificación pública.",
    ),
    Pieza(
        "vacio",
        "Vacío y espera",
        "interfaz/vacio.html",
        "El vacío dice qué hacer. La espera conserva la forma de lo que viene.",
    ),
]
COLORES = [
    ("--marca-fondo", "acción"),
    ("--superficie-3", "selección"),
    ("--superficie", "tarjeta"),
    ("--superficie-2", "hundido"),
    ("--fondo", "página"),
    ("--acento", "foco, hoy"),
    ("--exito-linea", "cumple"),
    ("--alerta-linea", "atención"),
    ("--peligro-linea", "vencido"),
    ("--texto", "texto"),
    ("--texto-2", "secundario"),
    ("--borde-control", "borde de control"),
]
ESTADOS = [
    ("por-tomar", "Por tomar"),
    ("asignada", "Asignada"),
    ("en-tramite", "En trámite"),
    ("suspendida", "Suspendida"),
    ("en-revision", "En revisión"),
    ("para-firma", "Para firma"),
    ("atendida", "Atendida"),
    ("cerrada", "Cerrada"),
    ("trasladada", "Trasladada"),
    ("desistida", "Desistida"),
    ("fusionada", "Unida a otra"),
    ("anulada", "Anulada"),
    ("programada", "Programada"),
    ("en-curso", "En curso"),
    ("realizada", "Realizada"),
    ("cancelada", "Cancelada"),
]
PLAZOS = [
    ("holgado", dias_habiles(7)),
    ("proximo", dias_habiles(2)),
    ("hoy", dias_habiles(0)),
    ("vencida", dias_habiles(-2)),
    ("pausa", "en pausa desde el 19 nov"),
    ("cumplida", "atendida en 6 días"),
]


class Muestra(forms.Form):
    """One field of each kind."""

    normal = forms.CharField(required=False)
    con_ayuda = forms.CharField(help_text="Como aparece en el directorio.")
    con_error = forms.EmailField(error_messages={"invalid": "Escriba un correo con arroba"})
    lista = forms.ChoiceField(choices=[("m", "Mañana"), ("t", "Tarde")])
    fecha = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}))
    fijo = forms.CharField(label="Deshabilitado", disabled=True, initial="No editable", required=False)
    largo = forms.CharField(label="Texto largo", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    archivos = forms.FileField(
        label="Agregar archivos",
        required=False,
        help_text="Hasta 20 MB en total.",
        widget=forms.FileInput(attrs={"data-tamano-maximo": 20 * 1024 * 1024}),
    )
    casilla = forms.BooleanField(required=False, help_text="Es opcional y puede retirarse cuando quiera.")
    una = forms.ChoiceField(label="Una sola", choices=[("s", "Sí"), ("n", "No")], widget=forms.RadioSelect)
    varias = forms.MultipleChoiceField(
        choices=[("1", "Integridad"), ("2", "Trámites")], required=False, widget=forms.CheckboxSelectMultiple
    )


DATOS = {"normal": "Texto", "con_ayuda": "Texto", "con_error": "jairo.ejemplo", "lista": "m", "una": "s"}


def contexto() -> dict[str, Any]:
    """What `interfaz/componentes.html` shows."""
    return {
        "piezas": PIEZAS,
        "colores": COLORES,
        "estados": ESTADOS,
        "plazos": PLAZOS,
        "iconos": sorted(nombres_de_iconos()),
        "muestra": Muestra(DATOS),
        "pagina": {"anterior": "a", "siguiente": "b"},
    }
