"""Texts with fields that fill themselves."""

import pytest

from asiste.solicitudes import acciones, plantillas
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.models import Plantilla, Solicitud
from pruebas import fabricas

pytestmark = pytest.mark.django_db


def guardar(clave: str = "dddi", nombre: str = "Saludo", texto: str = "Buen día") -> Plantilla:
    return acciones.guardar_plantilla(dependencia=fabricas.dependencia(clave), nombre=nombre, texto=texto)


def test_los_campos_se_llenan_con_los_datos_del_caso() -> None:
    caso = fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE)
    texto = "{solicitante}, {cargo} de {entidad}: {radicado}, del {recibida}, vence el {vence}. {asesor}"
    assert plantillas.rellenar(texto, caso) == (
        f"Carlos Peña, Profesional de Secretaría Distrital de Hacienda: {caso.radicado}, "
        "del 19 de noviembre de 2026, vence el 3 de diciembre de 2026. Laura Ortiz"
    )


def test_todos_los_campos_tienen_valor_en_un_caso_completo() -> None:
    caso = fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE)
    todos = "".join(f"{{{nombre}}}\n" for nombre in plantillas.CAMPOS)
    lleno = plantillas.rellenar(todos, caso)
    assert (lleno.count("\n"), "falta" in lleno, "{" in lleno) == (len(plantillas.CAMPOS), False, False)


def test_lo_que_falta_se_dice_entre_corchetes() -> None:
    caso = fabricas.solicitud(solicitante_cargo="")
    assert plantillas.rellenar("Señor {cargo}", caso) == "Señor [falta: cargo de quien pide]"


def test_un_dato_con_llaves_no_se_vuelve_a_llenar() -> None:
    caso = fabricas.solicitud(asunto="Sobre {radicado}")
    assert plantillas.rellenar("{asunto}", caso) == "Sobre {radicado}"


@pytest.mark.parametrize(
    ("texto", "dicho"),
    [
        ("{fecha}", "El campo {fecha} no existe."),
        ("{radicado.anio}", "El campo {radicado.anio} no existe."),
        ("{radicado!r} {0}", "El campo {radicado!r} no existe. El campo {0} no existe."),
        ("{}", "El campo {} no existe."),
        ("{radicado", "Hay una llave sin pareja: cada campo va entre { y }."),
        ("radicado}", "Hay una llave sin pareja: cada campo va entre { y }."),
        ("{{radicado}}", "Hay una llave sin pareja: cada campo va entre { y }."),
    ],
)
def test_un_campo_que_no_existe_o_no_cierra_no_se_guarda(texto: str, dicho: str) -> None:
    with pytest.raises(ReglaIncumplida) as regla:
        guardar(texto=texto)
    assert (str(regla.value), Plantilla.objects.count()) == (dicho, 0)


def test_dos_textos_de_una_oficina_no_se_llaman_igual() -> None:
    guardar()
    with pytest.raises(ReglaIncumplida, match="DDDI ya tiene un texto con ese nombre"):
        guardar(texto="Otro")
    guardar("ddab")
    assert Plantilla.objects.count() == 2


def test_una_oficina_ve_los_suyos_y_los_de_arriba_y_no_los_retirados() -> None:
    for clave in ("sdfi", "dddi", "stdi", "imprenta", "ddab"):
        guardar(clave, f"De {clave}")
    acciones.retirar_plantilla(plantilla=guardar("stdi", "Retirado"))
    vistos = [plantilla.nombre for plantilla in Plantilla.objects.para(fabricas.dependencia("stdi"))]
    assert vistos == ["De stdi", "De dddi", "De sdfi"]


def test_guardar_un_texto_retirado_lo_vuelve_a_usar() -> None:
    texto = guardar()
    acciones.retirar_plantilla(plantilla=texto)
    acciones.guardar_plantilla(dependencia=texto.dependencia, nombre="Saludo", texto="Buenas", plantilla=texto)
    assert list(Plantilla.objects.values_list("texto", "activa")) == [("Buenas", True)]
