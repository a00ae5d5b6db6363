"""Saved views of the lists."""

import pytest
from django.test import Client
from django.urls import reverse

from asiste.cuentas.models import Rol
from asiste.directorio.models import Funcionario
from asiste.solicitudes.acciones import ReglaIncumplida, guardar_vista
from asiste.solicitudes.models import Solicitud, Vista
from pruebas import fabricas

BASE, BANDEJA, VISTAS, NUEVA = (reverse(f"equipo:{cual}") for cual in ("base", "bandeja", "vistas", "vista-nueva"))


@pytest.fixture
def compartida(db: None) -> Vista:
    """One that the director of the DDDI shares, of her adviser of the STDI."""
    directora = fabricas.funcionario("dddi", nombre="Marta Gil", rol=Rol.DIRECCION)
    asesor = fabricas.funcionario("stdi", nombre="Iván Mora")
    return guardar_vista(
        pagina=Vista.Pagina.BASE,
        nombre="Las de Iván",
        consulta=f"asesor={asesor.pk}",
        usuario=directora.usuario,
        dependencia=directora.dependencia,
    )


def nombres(navegador: Client, ruta: str = BASE) -> list[str]:
    return [vista.nombre for vista in navegador.get(ruta).context["vistas"]]


def test_se_guarda_lo_que_la_lista_entendio(navegador: Client, asesora: Funcionario) -> None:
    ruta = f"{NUEVA}?pagina=base&estado=cerrada&recibida_desde=ayer&despues=x&otra=1"
    respuesta = navegador.post(ruta, {"nombre": "Cerradas"})
    vista = Vista.objects.get()
    assert (vista.consulta, vista.usuario, vista.dependencia) == ("estado=cerrada", asesora.usuario, None)
    assert respuesta.headers["Location"] == f"{BASE}?estado=cerrada"


def test_la_de_la_bandeja_recuerda_de_quien_son_los_casos(navegador: Client) -> None:
    navegador.post(f"{NUEVA}?pagina=bandeja&vista=equipo&plazo=vencida", {"nombre": "Vencidas"})
    assert Vista.objects.get().consulta == "vista=equipo&plazo=vencida"
    assert (nombres(navegador, BANDEJA), nombres(navegador)) == (["Vencidas"], [])


def test_la_abierta_se_distingue(navegador: Client) -> None:
    navegador.post(f"{NUEVA}?pagina=base&estado=cerrada", {"nombre": "Cerradas"})
    pagina = navegador.get(BASE, {"estado": "cerrada"}).content.decode()
    assert 'href="?estado=cerrada" aria-current="true">' in " ".join(pagina.split())


def test_un_nombre_no_se_repite(navegador: Client) -> None:
    ruta = f"{NUEVA}?pagina=base&estado=cerrada"
    navegador.post(ruta, {"nombre": "Todas"})
    assert "Ya tiene una vista con ese nombre." in navegador.post(ruta, {"nombre": "Todas"}).content.decode()
    assert Vista.objects.count() == 1


def test_solo_quien_dirige_comparte(navegador: Client, directora: Client) -> None:
    for cliente in (navegador, directora):
        cliente.post(f"{NUEVA}?pagina=base&estado=cerrada", {"nombre": "Todas", "compartir": "on"})
    assert list(Vista.objects.order_by("pk").values_list("dependencia__clave", flat=True)) == [None, "dddi"]


def test_la_compartida_la_ve_el_arbol_y_nadie_mas(compartida: Vista, navegador: Client) -> None:
    archivera = fabricas.sesion(fabricas.funcionario("ssda").usuario)
    assert (nombres(navegador), nombres(archivera)) == (["Las de Iván"], [])


def test_la_compartida_no_muestra_lo_que_la_persona_no_puede_ver(compartida: Vista) -> None:
    fabricas.solicitud(dependencia=fabricas.dependencia("ddab"))
    imprenta = fabricas.sesion(fabricas.funcionario("imprenta").usuario)
    assert [fila.solicitud for fila in imprenta.get(f"{BASE}?{compartida.consulta}").context["filas"]] == []


def test_una_condicion_que_ya_no_existe_se_dice_y_no_filtra(navegador: Client, asesora: Funcionario) -> None:
    caso = fabricas.solicitud(asesor=asesora)
    respuesta = navegador.get(f"{BASE}?asesor=999999&estado=por-tomar")
    assert [fila.solicitud for fila in respuesta.context["filas"]] == [caso]
    assert "que ya no existe o que usted no puede ver: Asesor." in respuesta.content.decode()


def test_se_cambia_de_nombre_y_se_deja_de_compartir(directora: Client) -> None:
    directora.post(f"{NUEVA}?pagina=base&estado=cerrada", {"nombre": "Todas", "compartir": "on"})
    vista = Vista.objects.get()
    directora.post(reverse("equipo:vista", args=[vista.pk]), {"nombre": "Todo"})
    vista.refresh_from_db()
    assert (vista.nombre, vista.dependencia) == ("Todo", None)


def test_se_borra_y_las_solicitudes_quedan(navegador: Client, asesora: Funcionario) -> None:
    fabricas.solicitud(asesor=asesora)
    navegador.post(f"{NUEVA}?pagina=base&estado=cerrada", {"nombre": "Todas"})
    navegador.post(reverse("equipo:vista-borrado", args=[Vista.objects.get().pk]))
    assert (Vista.objects.count(), Solicitud.objects.count()) == (0, 1)


def test_la_compartida_la_cambia_solo_quien_dirige_esa_oficina(compartida: Vista, navegador: Client) -> None:
    otra = fabricas.sesion(fabricas.funcionario("dddi", rol=Rol.DIRECCION).usuario)
    ruta = reverse("equipo:vista", args=[compartida.pk])
    assert (navegador.get(ruta).status_code, otra.get(ruta).status_code) == (404, 200)


def test_la_lista_de_vistas_dice_quien_ve_cada_una(compartida: Vista, navegador: Client) -> None:
    pagina = navegador.get(VISTAS).content.decode()
    dichos = ("Las de Iván", "Dirección Distrital de Desarrollo Institucional", "La guardó Marta Gil")
    assert [dicho for dicho in dichos if dicho not in pagina] == []


def test_sin_condiciones_no_hay_que_guardar(navegador: Client) -> None:
    respuesta = navegador.post(f"{NUEVA}?pagina=base", {"nombre": "Todas"})
    assert "Ponga primero alguna condición en la lista." in respuesta.content.decode()


def test_unas_condiciones_demasiado_largas_no_se_guardan(asesora: Funcionario) -> None:
    with pytest.raises(ReglaIncumplida):
        guardar_vista(pagina=Vista.Pagina.BASE, nombre="x", consulta="q" * 1001, usuario=asesora.usuario)
