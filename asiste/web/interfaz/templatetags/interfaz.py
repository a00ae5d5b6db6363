"""Icons, controls and Spanish of Colombia for the templates: `{% load interfaz %}`. Moments are told in Bogotá time."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.templatetags.static import static
from django.utils import dateformat, timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

SIMBOLOS = Path(__file__).parent.parent / "static" / "interfaz" / "iconos.svg"
KILO = 1024
MEDIODIA = 12
PARTICULAS = {"de", "del", "la", "las", "los", "y"}
SIN_CLASE = {"checkbox", "radioselect", "checkboxselectmultiple", "hidden"}


class IconoDesconocido(ValueError):
    """The drawing asked for is not in iconos.svg."""


@cache
def nombres_de_iconos() -> frozenset[str]:
    """Names of the drawings of iconos.svg, without the `i-` of their ids."""
    return frozenset(re.findall(r'<symbol id="i-([a-z-]+)"', SIMBOLOS.read_text(encoding="utf-8")))


@register.simple_tag
@cache
def icono(nombre: str) -> SafeString:
    """The drawing with that name, hidden from screen readers: the word goes beside it. Raises IconoDesconocido."""
    if nombre not in nombres_de_iconos():
        raise IconoDesconocido(nombre)
    url = static("interfaz/iconos.svg")
    return format_html('<svg class="icono" aria-hidden="true"><use href="{}#i-{}"/></svg>', url, nombre)


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """The control of a form field, with the class of the design system where the browser draws it as a box."""
    clases = field.field.widget.attrs.get("class", "")
    de_archivo = getattr(field.field.widget, "input_type", "") == "file"
    if field.widget_type not in SIN_CLASE and not de_archivo:
        clases = f"control {clases}".strip()
    return field.as_widget(attrs={"class": clases} if clases else None)


@register.filter
def resaltado(trozos: Iterable[Any], marca: str) -> SafeString:
    """The pieces of a text that is compared; those that only it has, inside `del` or `ins`."""
    piezas = (format_html("<{0}>{1}</{0}>", marca, uno.texto) if uno.solo else uno.texto for uno in trozos)
    return format_html_join("", "{}", ((pieza,) for pieza in piezas))


@register.filter
def cuenta_errores(form: BaseForm) -> int:
    """How many errors a bound form has."""
    return sum(len(errores) for errores in form.errors.values())


@register.filter
def tope(cuantos: int) -> str:
    """A count as the pages tell it: beyond ninety-nine nobody counts."""
    return str(cuantos) if cuantos <= 99 else "99+"


def _local(valor: date) -> date:
    """A moment in Bogotá time; a plain date as it is."""
    return timezone.localtime(valor) if isinstance(valor, datetime) else valor


@register.filter
def fecha(valor: date | None) -> str:
    """«jueves 26 de noviembre de 2026»; empty without a value."""
    return dateformat.format(_local(valor), r"l j \d\e F \d\e Y").lower() if valor else ""


@register.filter
def fecha_corta(valor: date | None) -> str:
    """«26 nov», or «26 nov 2025» when it is not of this year; empty without a value."""
    if not valor:
        return ""
    dia = _local(valor)
    formato = "j\xa0M" if dia.year == timezone.localdate().year else "j\xa0M\xa0Y"
    return dateformat.format(dia, formato).lower()


@register.filter
def hora(valor: datetime | None) -> str:
    """«10:17 a. m.»; empty without a value."""
    if not valor:
        return ""
    local = timezone.localtime(valor)
    return dateformat.format(local, "g:i") + ("\xa0a.\xa0m." if local.hour < MEDIODIA else "\xa0p.\xa0m.")


@register.filter
def hasta(inicia: datetime, termina: datetime) -> str:
    """«2:00 a 3:30 p. m.», or «11:00 a. m. a 1:00 p. m.» when noon is between them."""
    desde, fin = timezone.localtime(inicia), timezone.localtime(termina)
    juntas = (desde.hour < MEDIODIA) == (fin.hour < MEDIODIA)
    return f"{dateformat.format(desde, 'g:i') if juntas else hora(inicia)} a {hora(termina)}"


@register.filter
def momento(valor: datetime | None) -> str:
    """«jueves 5 nov 2026, 10:17 a. m.»; a midnight is a date whose time nobody knows; empty without a value."""
    if not valor:
        return ""
    local = timezone.localtime(valor)
    dia = dateformat.format(local, "l j\xa0M Y").lower()
    return dia if local.time() == time.min else f"{dia}, {hora(valor)}"


@register.filter
def cuando(valor: datetime) -> str:
    """«a las 10:42 a. m.» when it is today, else «el jueves 5 nov 2026, 10:42 a. m.»."""
    if timezone.localdate(valor) == timezone.localdate():
        return f"a las {hora(valor)}"
    return f"el {momento(valor)}"


@register.filter
def tamano(cantidad: int) -> str:
    """Bytes as «184 KB» or «1,2 MB» (steps of 1024; below a kilobyte, «512 bytes»)."""
    if cantidad < KILO:
        return f"{cantidad}\xa0bytes"
    if (kilos := round(cantidad / KILO)) < KILO:
        return f"{kilos}\xa0KB"
    unidad, pasos = ("MB", KILO**2) if kilos < KILO**2 else ("GB", KILO**3)
    return f"{cantidad / pasos:.1f}".removesuffix(".0").replace(".", ",") + f"\xa0{unidad}"


@register.filter
def dias_habiles(faltan: int) -> str:
    """Business days left in words: «faltan 3 días hábiles», «vence hoy», «vencida hace 2 días hábiles»."""
    if faltan == 0:
        return "vence hoy"
    cuenta = "1 día hábil" if abs(faltan) == 1 else f"{abs(faltan)} días hábiles"
    if faltan < 0:
        return f"vencida hace {cuenta}"
    return f"falta {cuenta}" if faltan == 1 else f"faltan {cuenta}"


@register.filter
def siglas(nombre: object) -> str:
    """Initials of the first two words of a name, without particles: «Laura Ortiz Bernal» is «LO»."""
    palabras = [palabra for palabra in str(nombre).split() if palabra.lower() not in PARTICULAS]
    return "".join(palabra[0] for palabra in palabras[:2]).upper()
