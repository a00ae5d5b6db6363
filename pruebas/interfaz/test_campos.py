"""Form fields drawn by `{{ field.as_field_group }}` and the summary of errors."""

from django import forms
from django.template.loader import render_to_string
from django.test.html import parse_html


class Ficha(forms.Form):
    """A field of each kind."""

    correo = forms.EmailField(help_text="El institucional.", error_messages={"required": "Escriba su correo"})
    tema = forms.ChoiceField(
        choices=[("t", "Trámites"), ("i", "Integridad")],
        widget=forms.RadioSelect,
        error_messages={"required": "Elija un tema"},
    )
    acepta = forms.BooleanField(label="Acepto", required=False, help_text="Puede retirarse.")
    anexos = forms.FileField(required=False)
    oculto = forms.CharField(widget=forms.HiddenInput, error_messages={"required": "Recargue la página"})


DATOS = {"correo": "a@ejemplo.gov.co", "tema": "t", "oculto": "1"}


def campo(nombre: str, datos: dict[str, str] | None = None) -> str:
    """Markup of a field, without data or with those given."""
    return str(Ficha(datos)[nombre].as_field_group())


def resumen(form: forms.Form) -> str:
    """Summary of errors of a form."""
    return render_to_string("interfaz/resumen_errores.html", {"form": form})


def test_el_control_lleva_la_clase_del_sistema_y_su_ayuda() -> None:
    esperado = parse_html(
        '<input type="email" name="correo" maxlength="320" required class="control" id="id_correo"'
        ' aria-describedby="id_correo_helptext">'
    )
    assert parse_html(campo("correo")).count(esperado) == 1


def test_el_control_con_error_lo_dice_y_lo_enlaza() -> None:
    esperado = parse_html(
        '<input type="email" name="correo" maxlength="320" required class="control" id="id_correo"'
        ' aria-invalid="true" aria-describedby="id_correo_helptext id_correo_error">'
    )
    assert parse_html(campo("correo", {})).count(esperado) == 1


def test_la_ayuda_y_el_error_van_antes_del_control() -> None:
    marcado = campo("correo", {})
    orden = [marcado.index(parte) for parte in ("<label", "campo-ayuda", "campo-error", "<input")]
    assert orden == sorted(orden)


def test_las_opciones_van_en_grupo_con_leyenda_y_destino_para_el_error() -> None:
    marcado = campo("tema", {})
    assert [marcado.count(parte) for parte in ("<legend", 'id="id_tema"', 'type="radio"')] == [1, 1, 2]


def test_la_casilla_pone_su_rotulo_al_lado() -> None:
    esperado = parse_html(
        '<label class="opcion" for="id_acepta"><input type="checkbox" name="acepta" id="id_acepta"'
        ' aria-describedby="id_acepta_helptext"><span>Acepto <small id="id_acepta_helptext">Puede retirarse.</small>'
        "</span></label>"
    )
    assert parse_html(campo("acepta")).count(esperado) == 1


def test_los_archivos_no_llevan_la_clase_de_caja() -> None:
    assert 'class="control"' not in campo("anexos")


def test_el_control_conserva_la_clase_que_ya_traia() -> None:
    form = Ficha()
    form.fields["correo"].widget.attrs["class"] = "control-corto"
    assert 'class="control control-corto"' in str(form["correo"].as_field_group())


def test_sin_errores_no_hay_resumen() -> None:
    assert resumen(Ficha(DATOS)).strip() == ""


def test_el_resumen_enlaza_cada_error_con_su_campo() -> None:
    marcado = parse_html(resumen(Ficha({"oculto": "1"})))
    enlaces = ['<a href="#id_correo">Correo: Escriba su correo</a>', '<a href="#id_tema">Tema: Elija un tema</a>']
    assert [marcado.count(parse_html(enlace)) for enlace in enlaces] == [1, 1]


def test_el_resumen_cuenta_los_datos_por_revisar() -> None:
    assert "Revise 3 datos antes de continuar" in resumen(Ficha({}))


def test_el_resumen_habla_en_singular() -> None:
    assert "Revise 1 dato antes de continuar" in resumen(Ficha({**DATOS, "correo": ""}))


def test_el_resumen_incluye_los_errores_sin_campo() -> None:
    form = Ficha(DATOS)
    form.add_error(None, "Ya hay una solicitud igual")
    assert parse_html(resumen(form)).count(parse_html("<li>Ya hay una solicitud igual</li>")) == 1
