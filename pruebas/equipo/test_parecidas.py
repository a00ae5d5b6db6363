"""On the case of the team: others that ask almost the same, to compare and unite."""

from django.test import Client
from django.urls import reverse

from asiste.directorio.models import Funcionario
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas

CORREO = Solicitud.Canal.CORREO


def avisadas(navegador: Client, caso: Solicitud) -> list[Solicitud]:
    return list(navegador.get(reverse("equipo:solicitud", args=[caso.radicado])).context["parecidas"])


def test_avisa_venga_por_donde_venga(navegador: Client, asesora: Funcionario) -> None:
    formulario = fabricas.solicitud(asesor=asesora)
    correo = fabricas.solicitud(dependencia=asesora.dependencia, canal=CORREO)
    assert (avisadas(navegador, correo), avisadas(navegador, formulario)) == ([formulario], [correo])


def test_dice_a_cual_y_de_cuando_y_lleva_a_comparar(navegador: Client, asesora: Funcionario) -> None:
    antes = fabricas.solicitud(asesor=asesora)
    despues = fabricas.solicitud(dependencia=asesora.dependencia, canal=CORREO)
    pagina = navegador.get(reverse("equipo:solicitud", args=[despues.radicado])).content.decode()
    assert f"Se parece a {antes}, del 19\xa0nov" in pagina
    assert f'href="{reverse("equipo:comparacion", args=[despues.radicado, antes.radicado])}"' in pagina
    assert f'{reverse("equipo:union", args=[despues.radicado])}?con={antes}"' in pagina


def test_no_avisa_de_lo_que_esta_fuera_de_su_arbol(navegador: Client, asesora: Funcionario) -> None:
    fabricas.solicitud(dependencia=fabricas.dependencia("ddab"), temas=[])
    assert avisadas(navegador, fabricas.solicitud(asesor=asesora)) == []


def test_en_una_que_ya_se_atendio_no_hay_nada_que_decidir(navegador: Client, asesora: Funcionario) -> None:
    fabricas.solicitud(asesor=asesora)
    atendida = fabricas.solicitud(
        dependencia=asesora.dependencia,
        asesor=asesora,
        estado=Solicitud.Estado.ATENDIDA,
        entidad=fabricas.entidad("idu"),
    )
    assert avisadas(navegador, atendida) == []


def test_compara_con_la_mas_antigua_primero(navegador: Client, asesora: Funcionario) -> None:
    antes = fabricas.solicitud(asesor=asesora)
    despues = fabricas.solicitud(dependencia=asesora.dependencia)
    pagina = navegador.get(reverse("equipo:comparacion", args=[despues.radicado, antes.radicado]))
    assert pagina.context["ambas"] == [antes, despues]
    assert f"Unir a {antes}" in pagina.content.decode()


def test_no_se_compara_con_una_ajena(navegador: Client, asesora: Funcionario) -> None:
    propia = fabricas.solicitud(asesor=asesora)
    ajena = fabricas.solicitud(dependencia=fabricas.dependencia("ddab"), temas=[])
    for par in ([propia, ajena], [ajena, propia]):
        ruta = reverse("equipo:comparacion", args=[una.radicado for una in par])
        assert navegador.get(ruta).status_code == 404
