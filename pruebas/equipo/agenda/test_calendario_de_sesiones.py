"""The agenda by month, by week and as a list."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from asiste.agenda import acciones
from asiste.agenda.models import Serie, Sesion
from asiste.cuentas.models import Rol
from asiste.directorio.models import Funcionario
from pruebas import fabricas, fabricas_agenda
from pruebas.equipo.test_consultas import MAXIMO, coste

AGENDA = "/equipo/agenda/"
MANANA = fabricas_agenda.MANANA
UN_DIA = timedelta(days=1)


def dias(respuesta: Any) -> dict[date, Any]:
    return {dia.fecha: dia for semana in respuesta.context["semanas"] for dia in semana}


def en_lista(navegador: Client, **pedido: str) -> list[Sesion]:
    respuesta = navegador.get(AGENDA, {"vista": "lista"} | pedido)
    return [una for _, suyas in respuesta.context["dias"] for una in suyas]


def test_el_mes_tiene_semanas_enteras_con_las_sesiones_en_su_dia(navegador: Client, sesion: Sesion) -> None:
    vistos = dias(navegador.get(AGENDA))
    assert (min(vistos), max(vistos), len(vistos)) == (date(2026, 10, 26), date(2026, 12, 6), 42)
    assert [fecha for fecha, dia in vistos.items() if dia.sesiones] == [date(2026, 11, 20)]
    assert vistos[date(2026, 11, 20)].sesiones == [sesion]


def test_los_dias_no_habiles_dicen_por_que(navegador: Client) -> None:
    vistos = dias(navegador.get(AGENDA))
    assert [(dia.porque, dia.habil) for dia in (vistos[date(2026, 11, cual)] for cual in (16, 17, 21))] == [
        ("Independencia de Cartagena", False),
        ("", True),
        ("", False),
    ]


def test_un_anio_sin_festivos_cargados_se_ve_igual(navegador: Client) -> None:
    assert len(dias(navegador.get(AGENDA, {"dia": "2099-02-01"}))) == 35


def test_la_semana_va_de_lunes_a_domingo(navegador: Client, sesion: Sesion) -> None:
    respuesta = navegador.get(AGENDA, {"vista": "semana"})
    vistos = dias(respuesta)
    assert (min(vistos), max(vistos)) == (date(2026, 11, 16), date(2026, 11, 22))
    periodo = respuesta.context["periodo"]
    assert (periodo.anterior, periodo.siguiente) == (date(2026, 11, 12), date(2026, 11, 26))


@pytest.mark.parametrize(
    ("dia", "vecinos"),
    [
        ("2026-01-31", (date(2025, 12, 1), date(2026, 2, 1))),
        ("2026-12-15", (date(2026, 11, 1), date(2027, 1, 1))),
        ("2100-12-31", (date(2100, 11, 1), date(2101, 1, 1))),
    ],
)
def test_las_flechas_llevan_al_mes_vecino(navegador: Client, dia: str, vecinos: tuple[date, date]) -> None:
    periodo = navegador.get(AGENDA, {"dia": dia}).context["periodo"]
    assert (periodo.anterior, periodo.siguiente) == vecinos


@pytest.mark.parametrize("pedido", [{"dia": "ayer"}, {"dia": "0001-01-01"}, {"dia": "9999-12-31"}, {"vista": "siglo"}])
def test_una_direccion_mal_escrita_muestra_el_mes_de_hoy(navegador: Client, pedido: dict[str, str]) -> None:
    periodo = navegador.get(AGENDA, pedido).context["periodo"]
    assert (str(periodo.vista), periodo.dia) == ("mes", fabricas.AHORA.date())


def test_en_un_dia_muy_lleno_se_dice_cuantas_mas_hay(asesora: Funcionario) -> None:
    for numero in range(6):
        fabricas_agenda.sesion(dirige=asesora, inicia=MANANA + numero * timedelta(hours=1), minutos=30)
    dia = dias(fabricas.sesion(asesora.usuario).get(AGENDA))[date(2026, 11, 20)]
    assert (len(dia.sesiones), dia.sobran) == (4, 2)


def test_la_lista_va_desde_hoy_por_dia(navegador: Client, asesora: Funcionario, sesion: Sesion) -> None:
    fabricas_agenda.sesion(dirige=asesora, inicia=MANANA - 3 * UN_DIA)
    despues = fabricas_agenda.sesion(dirige=asesora, inicia=MANANA + 3 * UN_DIA)
    assert en_lista(navegador) == [sesion, despues]


def test_la_asesora_entra_a_las_suyas_y_puede_ver_las_de_todos(navegador: Client, sesion: Sesion) -> None:
    ajena = fabricas_agenda.sesion(dirige=fabricas.funcionario("stdi", nombre="Otro"), inicia=MANANA + UN_DIA)
    assert (en_lista(navegador), en_lista(navegador, quien="todas")) == ([sesion], [sesion, ajena])


def test_quien_dirige_entra_a_todas_las_de_su_arbol(directora: Client, sesion: Sesion) -> None:
    fabricas_agenda.sesion(dirige=fabricas.funcionario("ssda", nombre="Ajeno"))
    assert en_lista(directora) == [sesion]


def test_se_filtra_por_oficina_modalidad_y_estado(directora: Client, asesora: Funcionario, sesion: Sesion) -> None:
    de_la_dddi = fabricas.funcionario("dddi", nombre="Otro")
    visita = fabricas_agenda.sesion(dirige=de_la_dddi, modalidad=fabricas_agenda.modalidad("visita"))
    acciones.cancelar(sesion=visita, motivo="Sala", autor=de_la_dddi.usuario, ahora=fabricas.AHORA)
    condiciones = [
        {"dependencia": str(asesora.dependencia_id)},
        {"modalidad": str(visita.modalidad_id)},
        {"estado": "cancelada"},
        {"modalidad": str(visita.modalidad_id), "estado": "programada"},
    ]
    assert [en_lista(directora, **una) for una in condiciones] == [[sesion], [visita], [visita], []]


def test_una_oficina_ajena_no_filtra_y_se_dice(navegador: Client, sesion: Sesion) -> None:
    ajena = str(fabricas.dependencia("ddab").pk)
    form = navegador.get(AGENDA, {"dependencia": ajena}).context["form"]
    assert (form.perdidas(), en_lista(navegador, dependencia=ajena)) == (["Dependencia"], [sesion])


@pytest.mark.parametrize("palabra", ["ALGUN MAPA", "lievano", "ciclo", "AT"])
def test_las_palabras_se_buscan_en_cualquier_fecha(navegador: Client, asesora: Funcionario, palabra: str) -> None:
    caso = fabricas.solicitud(dependencia=asesora.dependencia)
    serie = Serie.objects.create(nombre="Ciclo 2026", dependencia=asesora.dependencia)
    vieja = fabricas_agenda.sesion(
        dirige=asesora, inicia=MANANA - 60 * UN_DIA, titulo="Algún mapa", serie=serie, solicitudes=[caso]
    )
    fabricas_agenda.sesion(dirige=asesora, titulo="Otra cosa", lugar="Sala")
    assert en_lista(navegador, q=caso.radicado.lower() if palabra == "AT" else palabra) == [vieja]


def test_el_menu_cuenta_las_sesiones_de_hoy(navegador: Client, asesora: Funcionario, sesion: Sesion) -> None:
    hoy = [fabricas_agenda.sesion(dirige=asesora, inicia=fabricas.AHORA + n * timedelta(hours=2)) for n in (1, 2)]
    acciones.cancelar(sesion=hoy[0], motivo="Sala", autor=asesora.usuario, ahora=fabricas.AHORA)
    menu = navegador.get("/equipo/").context["menu_equipo"][0]["items"]
    assert [(entrada["texto"], entrada["cuenta"]) for entrada in menu if entrada["texto"] == "Agenda"] == [
        ("Agenda", 1)
    ]


def test_el_caso_muestra_sus_sesiones_y_de_ahi_se_programa_otra(navegador: Client, asesora: Funcionario) -> None:
    caso = fabricas.solicitud(asesor=asesora)
    primera = fabricas_agenda.sesion(dirige=asesora, solicitudes=[caso])
    segunda = fabricas_agenda.sesion(dirige=asesora, solicitudes=[caso], inicia=MANANA + UN_DIA)
    respuesta = navegador.get(f"/equipo/solicitudes/{caso.radicado}/")
    assert list(respuesta.context["sesiones"]) == [segunda, primera]
    assert f"/equipo/agenda/nueva/?solicitud={caso.radicado}" in respuesta.content.decode()


@pytest.mark.parametrize("vista", ["mes", "semana", "lista"])
def test_la_agenda_cuesta_lo_mismo_con_una_sesion_que_con_tres(
    navegador: Client, asesora: Funcionario, sesion: Sesion, vista: str
) -> None:
    ruta = f"{AGENDA}?vista={vista}&quien=todas"
    con_una = coste(navegador, ruta)
    for numero in (1, 2):
        otro = fabricas.funcionario("stdi", nombre=f"Otro {numero}")
        fabricas_agenda.sesion(dirige=otro, acompanan=[asesora], inicia=MANANA + numero * UN_DIA)
    assert coste(navegador, ruta) == con_una
    assert con_una <= MAXIMO


def test_quien_ve_todo_ve_las_de_todas_las_direcciones(sesion: Sesion) -> None:
    del_archivo = fabricas_agenda.sesion(dirige=fabricas.funcionario("ssda", nombre="Diana"), inicia=MANANA + UN_DIA)
    sdfi = fabricas.funcionario("sdfi", nombre="Subsecretaria", rol=Rol.SDFI)
    assert en_lista(fabricas.sesion(sdfi.usuario)) == [sesion, del_archivo]
