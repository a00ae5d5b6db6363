"""The same thing done to many requests at once."""

from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from asiste.cuentas.models import Rol
from asiste.directorio.models import Funcionario
from asiste.solicitudes import acciones
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.models import Actuacion, Lote, Solicitud
from pruebas import fabricas

NOTA, REASIGNACION, EXCEL = (reverse(f"equipo:lote-{cual}") for cual in ("nota", "reasignacion", "excel"))
TIPO = Actuacion.Tipo


@pytest.fixture
def casos(asesora: Funcionario) -> list[Solicitud]:
    """Two of hers, one in line and one closed."""
    return [
        fabricas.solicitud(asesor=asesora),
        fabricas.solicitud(asesor=asesora, estado=Solicitud.Estado.CERRADA, entidad=fabricas.entidad("idu")),
    ]


@pytest.fixture
def relevo(db: None) -> Funcionario:
    """Who takes over."""
    return fabricas.funcionario("stdi", nombre="Pedro Soto")


def marcadas(casos: list[Solicitud]) -> dict[str, Any]:
    return {"caso": [caso.radicado for caso in casos]}


def confirmar(navegador: Client, ruta: str, datos: dict[str, Any]) -> dict[str, Any]:
    """What the preview asks to send again to confirm."""
    previa = navegador.post(ruta, datos).context
    return datos | {"confirmar": previa["este"], "clave": str(previa["clave"])}


def notas() -> int:
    return Actuacion.objects.filter(tipo=TIPO.NOTA).count()


def test_primero_se_ve_lo_que_pasa_y_nada_cambia(
    directora: Client, casos: list[Solicitud], relevo: Funcionario
) -> None:
    datos = marcadas(casos) | {"asesor": relevo.pk, "motivo": "Vacaciones"}
    previstos = directora.post(REASIGNACION, datos).context["previstos"]
    assert [(caso.radicado, porque) for caso, porque in previstos] == [
        (casos[1].radicado, "Está cerrada: ya no se reasigna."),
        (casos[0].radicado, ""),
    ]
    assert not Actuacion.objects.filter(tipo=TIPO.REASIGNADA).exists()


def test_confirmada_cambia_las_que_se_puede(directora: Client, casos: list[Solicitud], relevo: Funcionario) -> None:
    datos = marcadas(casos) | {"asesor": relevo.pk, "motivo": "Vacaciones"}
    respuesta = directora.post(REASIGNACION, confirmar(directora, REASIGNACION, datos), follow=True)
    assert "Reasignación hecha en 1 solicitud." in respuesta.content.decode()
    assert list(Solicitud.objects.order_by("pk").values_list("asesor", flat=True)) == [relevo.pk, casos[1].asesor_id]


def test_enviarla_dos_veces_la_hace_una_vez(navegador: Client, casos: list[Solicitud]) -> None:
    datos = confirmar(navegador, NOTA, marcadas(casos) | {"texto": "Revisar el lunes."})
    for _ in range(2):
        assert navegador.post(NOTA, datos, follow=True).status_code == 200
    assert (notas(), Lote.objects.get().casos) == (2, 2)


def test_lo_que_se_confirma_es_lo_que_se_vio(directora: Client, casos: list[Solicitud], relevo: Funcionario) -> None:
    otro = fabricas.funcionario("stdi", nombre="Sara Gil")
    datos = confirmar(directora, REASIGNACION, marcadas(casos) | {"asesor": relevo.pk, "motivo": "Vacaciones"})
    assert directora.post(REASIGNACION, datos | {"asesor": otro.pk}).context["este"] == str(otro.pk)
    assert Lote.objects.count() == 0


def test_si_una_no_se_puede_no_se_hace_ninguna(casos: list[Solicitud], relevo: Funcionario) -> None:
    jefa = fabricas.funcionario("dddi", rol=Rol.DIRECCION).usuario
    with pytest.raises(ReglaIncumplida, match=f"{casos[1].radicado}: Está cerrada"):
        acciones.reasignar_en_lote(
            solicitudes=casos, asesor=relevo, motivo="Sí", autor=jefa, clave=uuid4(), ahora=fabricas.AHORA
        )
    assert not Actuacion.objects.filter(tipo=TIPO.REASIGNADA).exists()
    assert Lote.objects.count() == 0


def test_las_ajenas_no_entran_aunque_se_marquen(navegador: Client) -> None:
    ajena = fabricas.solicitud(dependencia=fabricas.dependencia("ddab"))
    respuesta = navegador.get(NOTA, marcadas([ajena]))
    assert respuesta.context["seleccion"].casos == []
    assert "No marcó ninguna solicitud" in respuesta.content.decode()


def test_quien_dirige_otra_oficina_sabe_por_que_no_puede(asesora: Funcionario, casos: list[Solicitud]) -> None:
    acciones.reasignar(
        solicitud=casos[0],
        asesor=fabricas.funcionario("dddi", nombre="Rosa Lugo"),
        motivo="Es de la dirección.",
        autor=asesora.usuario,
        ahora=fabricas.AHORA,
    )
    subdirector = fabricas.sesion(fabricas.funcionario("stdi", rol=Rol.SUBDIRECCION).usuario)
    previstos = subdirector.get(REASIGNACION, marcadas(casos[:1])).context["previstos"]
    assert [porque for _, porque in previstos] in ([], ["Es de DDDI: la reasigna quien dirige esa dependencia."])


def test_todas_las_del_filtro_son_las_que_la_lista_cumple(navegador: Client, casos: list[Solicitud]) -> None:
    datos = {"todas": "1", "pagina": "base", "consulta": "estado=cerrada"}
    assert navegador.get(NOTA, datos).context["seleccion"].casos == [casos[1]]
    de_la_bandeja = {"todas": "1", "pagina": "bandeja", "consulta": "vista=equipo"}
    assert navegador.get(NOTA, de_la_bandeja).context["seleccion"].casos == [casos[0]]


def test_si_son_demasiadas_lo_dice_y_toma_las_primeras(
    navegador: Client, casos: list[Solicitud], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("asiste.web.equipo.seleccion.MAXIMO", 1)
    respuesta = navegador.get(NOTA, {"todas": "1", "pagina": "base", "consulta": ""})
    assert respuesta.context["seleccion"].casos == [casos[1]]
    assert "Son 2: se toman las" in respuesta.content.decode()


def test_al_terminar_vuelve_a_la_lista_de_donde_salio(navegador: Client, casos: list[Solicitud]) -> None:
    datos = marcadas(casos) | {"texto": "Nota", "pagina": "bandeja", "consulta": "vista=equipo&plazo=vencida"}
    respuesta = navegador.post(NOTA, confirmar(navegador, NOTA, datos))
    assert respuesta.headers["Location"] == reverse("equipo:bandeja") + "?vista=equipo&plazo=vencida"


def test_el_excel_lleva_solo_las_marcadas(navegador: Client, casos: list[Solicitud]) -> None:
    libro = load_workbook(BytesIO(navegador.get(EXCEL, marcadas(casos[:1])).getvalue()), read_only=True)
    filas = list(libro.worksheets[0].iter_rows(min_row=2, max_col=1, values_only=True))
    libro.close()
    assert filas == [(casos[0].radicado,)]


def test_la_lista_ofrece_marcar_cada_fila(navegador: Client, casos: list[Solicitud]) -> None:
    pagina = navegador.get(reverse("equipo:base")).content.decode()
    assert pagina.count('name="caso"') == 2
    assert NOTA in pagina
    assert REASIGNACION not in pagina
