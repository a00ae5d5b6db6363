import pytest

from asiste.agenda import acciones
from asiste.agenda.models import Sesion
from asiste.cuentas.models import Rol
from asiste.solicitudes.acciones import ReglaIncumplida
from pruebas import fabricas, fabricas_agenda

pytestmark = pytest.mark.django_db


def con_puntos(*titulos: str) -> Sesion:
    """A session with those points."""
    sesion = fabricas_agenda.sesion()
    for titulo in titulos:
        acciones.agregar_punto(sesion=sesion, titulo=titulo, minutos=10)
    return sesion


def titulos(sesion: Sesion) -> list[str]:
    return list(sesion.puntos.order_by("orden").values_list("titulo", flat=True))


def test_los_puntos_quedan_en_el_orden_en_que_se_agregan() -> None:
    assert titulos(con_puntos("Apertura", "Procesos", "Cierre")) == ["Apertura", "Procesos", "Cierre"]


def test_un_punto_sube_un_lugar() -> None:
    sesion = con_puntos("Apertura", "Procesos", "Cierre")
    assert acciones.mover_punto(punto=sesion.puntos.get(titulo="Cierre"), sube=True) is True
    assert titulos(sesion) == ["Apertura", "Cierre", "Procesos"]


def test_el_primero_no_sube_mas() -> None:
    sesion = con_puntos("Apertura", "Cierre")
    assert acciones.mover_punto(punto=sesion.puntos.get(titulo="Apertura"), sube=True) is False
    assert titulos(sesion) == ["Apertura", "Cierre"]


def test_se_mueve_aunque_antes_se_haya_quitado_otro() -> None:
    sesion = con_puntos("Apertura", "Procesos", "Cierre")
    acciones.quitar_punto(punto=sesion.puntos.get(titulo="Procesos"))
    acciones.mover_punto(punto=sesion.puntos.get(titulo="Apertura"), sube=False)
    assert titulos(sesion) == ["Cierre", "Apertura"]


def test_un_punto_se_marca_solo_en_la_sesion_abierta() -> None:
    punto = con_puntos("Apertura").puntos.get()
    with pytest.raises(ReglaIncumplida) as regla:
        acciones.marcar_punto(punto=punto, tratado=True)
    assert str(regla.value) == "Los puntos se marcan cuando la sesión está abierta."
    acciones.iniciar(sesion=punto.sesion)
    assert acciones.marcar_punto(punto=punto, tratado=True).tratado is True


def test_el_orden_de_lo_cancelado_no_se_toca() -> None:
    sesion = con_puntos("Apertura")
    acciones.cancelar(
        sesion=sesion, motivo="Sala", autor=fabricas.usuario(rol=Rol.ASESOR), ahora=fabricas_agenda.MANANA
    )
    with pytest.raises(ReglaIncumplida, match="ya está cancelada"):
        acciones.agregar_punto(sesion=sesion, titulo="Otro", minutos=5)


@pytest.mark.parametrize(("con_archivo", "url"), [(False, ""), (True, "https://www.ejemplo.gov.co/curso")])
def test_el_material_es_un_archivo_o_un_enlace_y_solo_uno(con_archivo: bool, url: str) -> None:
    sesion, archivo = fabricas_agenda.sesion(), fabricas.archivo().archivo if con_archivo else None
    with pytest.raises(ReglaIncumplida) as regla:
        acciones.agregar_material(sesion=sesion, nombre="Guía", archivo=archivo, url=url)
    assert str(regla.value) == "Suba un archivo o escriba un enlace, y solo uno."
