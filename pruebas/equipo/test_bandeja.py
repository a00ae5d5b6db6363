"""The inbox: what is due, what follows and what the team carries."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from asiste.directorio.acciones import registrar_ausencia
from asiste.directorio.models import Funcionario
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas

AHORA = fabricas.AHORA
EN_TRAMITE = Solicitud.Estado.EN_TRAMITE
URL = reverse("equipo:bandeja")


def tomada(asesora: Funcionario, dias: int, estado: Solicitud.Estado = EN_TRAMITE) -> Solicitud:
    """One of hers, received that many calendar days ago."""
    return fabricas.solicitud(asesor=asesora, estado=estado, ahora=AHORA - timedelta(days=dias))


def grupos(navegador: Client, consulta: str = "") -> list[tuple[str, list[str]]]:
    """Title of each group and the numbers in it."""
    contexto = navegador.get(URL + consulta).context
    return [(grupo.titulo, [fila.solicitud.radicado for fila in grupo.filas]) for grupo in contexto["grupos"]]


@pytest.mark.disposicion("5-oportuna")
def test_mis_casos_van_por_vencimiento(navegador: Client, asesora: Funcionario) -> None:
    lejana, vencida, de_hoy, de_la_semana = (tomada(asesora, dias) for dias in (0, 30, 15, 14))
    por_cerrar = tomada(asesora, 20, Solicitud.Estado.ATENDIDA)
    assert grupos(navegador) == [
        ("Vencidas", [vencida.radicado]),
        ("Vence hoy", [de_hoy.radicado]),
        ("Esta semana", [de_la_semana.radicado]),
        ("Más adelante", [lejana.radicado]),
        ("Atendidas, por cerrar", [por_cerrar.radicado]),
    ]


def test_cada_fila_dice_su_plazo_y_lo_mide(navegador: Client, asesora: Funcionario) -> None:
    tomada(asesora, 14)
    pagina = navegador.get(URL).content.decode()
    assert "falta 1 día hábil" in pagina
    assert '<progress class="medidor"' in pagina
    assert "día 9 de 10" in pagina


def test_lo_cerrado_y_lo_de_otros_no_esta_en_lo_mio(navegador: Client, asesora: Funcionario) -> None:
    tomada(asesora, 3, Solicitud.Estado.CERRADA)
    fabricas.solicitud(asesor=fabricas.funcionario("stdi", nombre="Otro"), estado=EN_TRAMITE)
    respuesta = navegador.get(URL)
    assert respuesta.context["grupos"] == []
    assert "No tiene solicitudes a su cargo" in respuesta.content.decode()


def test_quien_reemplaza_ve_los_casos_del_ausente(navegador: Client, asesora: Funcionario) -> None:
    ausente = fabricas.funcionario("stdi", nombre="Hernando Salas")
    caso = fabricas.solicitud(asesor=ausente, estado=EN_TRAMITE)
    registrar_ausencia(asesor=ausente, sustituto=asesora, desde=AHORA.date(), hasta=AHORA.date(), motivo="Vacaciones")
    assert grupos(navegador) == [("Más adelante", [caso.radicado])]
    assert "Hernando Salas" in navegador.get(URL).content.decode()


@pytest.mark.disposicion("5-fifo")
def test_la_siguiente_es_la_que_llego_antes(navegador: Client, asesora: Funcionario) -> None:
    despues = fabricas.solicitud(asesor=asesora)
    antes = fabricas.solicitud(ahora=AHORA - timedelta(days=1))
    turno = navegador.get(URL).context["turno"]
    assert turno.primera.solicitud == antes
    assert turno.siguen == [despues]
    assert turno.espera == 1


def test_sin_nadie_en_la_fila_lo_dice(navegador: Client) -> None:
    assert "No hay nadie en la fila" in navegador.get(URL).content.decode()


def test_las_pestanas_cuentan_lo_que_espera(navegador: Client, asesora: Funcionario) -> None:
    tomada(asesora, 1)
    tomada(asesora, 1, Solicitud.Estado.ATENDIDA)
    fabricas.solicitud()
    fabricas.solicitud(dependencia=fabricas.dependencia("stdi"), entidad=fabricas.entidad("idu"))
    fabricas.solicitud(dependencia=fabricas.dependencia("ddab"))
    espera = navegador.get(URL).context["espera"]
    assert (espera.mias, espera.fila, espera.equipo) == (2, 2, 3)


def test_la_asesora_no_ve_las_pestanas_de_recepcion(navegador: Client) -> None:
    assert reverse("equipo:cuarentena") not in navegador.get(URL).content.decode()


def test_filtra_por_entidad_y_por_plazo(navegador: Client, asesora: Funcionario) -> None:
    vencida = tomada(asesora, 30)
    otra = fabricas.solicitud(asesor=asesora, estado=EN_TRAMITE, entidad=fabricas.entidad("idu"))
    assert grupos(navegador, "?plazo=vencida") == [("Vencidas", [vencida.radicado])]
    assert grupos(navegador, f"?entidad={otra.entidad_id}") == [("Más adelante", [otra.radicado])]


def test_un_filtro_que_no_se_entiende_no_filtra(navegador: Client, asesora: Funcionario) -> None:
    caso = tomada(asesora, 0)
    assert grupos(navegador, "?entidad=ninguna&plazo=pronto&despues=@@") == [("Más adelante", [caso.radicado])]


def test_la_directora_ve_la_carga_de_cada_persona(directora: Client, asesora: Funcionario) -> None:
    tomada(asesora, 30)
    fabricas.solicitud(asesor=asesora)
    fabricas.solicitud(entidad=fabricas.entidad("idu"))
    contexto = directora.get(URL).context
    cargas = [(str(una.persona or ""), una.por_tomar, una.en_tramite, una.vencidas) for una in contexto["carga"]]
    assert cargas == [("Laura Ortiz", 1, 1, 1), ("", 1, 0, 0)]
    assert (contexto["vencidas"], contexto["sin_asesor"]) == (1, 1)


def test_lo_que_espera_a_la_entidad_va_aparte_y_no_cuenta_como_vencido(directora: Client, asesora: Funcionario) -> None:
    en_pausa = tomada(asesora, 30, Solicitud.Estado.SUSPENDIDA)
    assert grupos(directora) == [("En pausa: esperan a la entidad", [en_pausa.radicado])]
    assert directora.get(URL).context["vencidas"] == 0


def test_la_directora_empieza_por_lo_del_equipo(directora: Client, asesora: Funcionario) -> None:
    caso = tomada(asesora, 0)
    assert grupos(directora) == [("Más adelante", [caso.radicado])]


def test_la_radicadora_empieza_por_lo_que_falta_clasificar(radicadora: Client) -> None:
    fabricas.solicitud(entidad=None, temas=[])
    assert "Identificar 1 entidad" in radicadora.get(URL).content.decode()


def test_las_cuentas_por_estado_abren_su_lista(navegador: Client, asesora: Funcionario) -> None:
    tomada(asesora, 3, Solicitud.Estado.CERRADA)
    contexto = navegador.get(URL).context
    assert [conteo["cuenta"] for conteo in contexto["por_estado"]] == [0, 0, 0, 1]
    enlace = f"{reverse('equipo:base')}?estado=cerrada&amp;asesor={asesora.pk}"
    assert enlace in navegador.get(URL).content.decode()
