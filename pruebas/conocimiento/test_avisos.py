"""Telling by mail what is published on the searches that people keep."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import DatabaseError

from asiste.conocimiento import correos
from asiste.conocimiento.acciones import alertas
from asiste.conocimiento.acciones.alertas import (
    MARGEN,
    MAXIMAS,
    NoSeGuarda,
    avisar_de_lo_nuevo,
    guardar_busqueda,
    olvidar_retiradas,
    retirar_busquedas,
)
from asiste.conocimiento.acciones.publicaciones import publicar
from asiste.conocimiento.filtros import Filtros
from asiste.conocimiento.models import BusquedaGuardada, Publicacion
from asiste.notificaciones.acciones import anotar_rebote
from asiste.notificaciones.models import Mensaje
from pruebas import fabricas, fabricas_conceptos

pytestmark = pytest.mark.django_db
HORA = timedelta(hours=1)
DIA = timedelta(days=1)
LUEGO = fabricas.AHORA + HORA


def busqueda(consulta: str = "", correo: str = "ana@ejemplo.gov.co") -> BusquedaGuardada:
    """Somebody is told of what is published from the moment of the factories on."""
    return guardar_busqueda(correo=correo, consulta=consulta, ahora=fabricas.AHORA)


def publicada(tras: timedelta = HORA, **cambios: Any) -> Publicacion:
    """Something published some time after the searches were kept."""
    contenido = fabricas_conceptos.contenido(**cambios)
    return publicar(contenido=contenido, autor=fabricas.usuario(), ahora=fabricas.AHORA + tras)


def textos() -> list[str]:
    """What was written, in order."""
    return list(Mensaje.objects.order_by("id").values_list("texto", flat=True))


@pytest.mark.disposicion("7.1.3-banco-conceptos")
def test_se_avisa_de_lo_que_se_publica_sobre_una_busqueda() -> None:
    busqueda("q=eliminar")
    una = publicada(titulo="Eliminación de correos")
    publicada(titulo="Comisiones", resumen="Viajes", texto="Viáticos", html="")
    assert avisar_de_lo_nuevo(ahora=LUEGO + HORA) == 1
    (texto,) = textos()
    assert (f"/conocimiento/{una.clave}/" in texto, "Comisiones" in texto) == (True, False)


def test_lo_que_ya_estaba_no_se_avisa() -> None:
    publicada(tras=-HORA)
    busqueda()
    assert avisar_de_lo_nuevo(ahora=LUEGO) == 0


def test_a_cada_persona_se_le_escribe_una_vez_al_dia_y_nada_se_pierde() -> None:
    busqueda()
    publicada(titulo="Primera")
    avisar_de_lo_nuevo(ahora=LUEGO + HORA)
    publicada(2 * HORA, titulo="Segunda")
    assert [avisar_de_lo_nuevo(ahora=fabricas.AHORA + tras) for tras in (3 * HORA, DIA)] == [0, 1]
    assert ["Segunda" in texto for texto in textos()] == [False, True]


def test_varias_busquedas_de_una_persona_van_en_un_correo() -> None:
    for consulta in ("clase=concepto", "q=eliminar", "clase=guia"):
        busqueda(consulta)
    publicada()
    avisar_de_lo_nuevo(ahora=LUEGO + HORA)
    assert [texto.count("SU BÚSQUEDA") for texto in textos()] == [2]


def test_lo_que_se_publica_en_este_instante_se_deja_para_la_siguiente() -> None:
    busqueda()
    publicada()
    assert [avisar_de_lo_nuevo(ahora=LUEGO + espera) for espera in (timedelta(0), MARGEN)] == [0, 1]


def test_de_lo_retirado_no_se_avisa() -> None:
    busqueda()
    una = publicada()
    Publicacion.objects.filter(pk=una.pk).update(estado="retirada", motivo="Tenía datos personales")
    assert avisar_de_lo_nuevo(ahora=LUEGO + HORA) == 0


def test_lo_que_solo_tiene_algunas_de_las_palabras_no_se_avisa() -> None:
    busqueda("q=eliminar+vitelas")
    publicada(titulo="Eliminación de correos")
    assert avisar_de_lo_nuevo(ahora=LUEGO + HORA) == 0


def test_cuando_son_muchas_el_correo_las_cuenta_todas_y_lleva_a_la_busqueda() -> None:
    busqueda("clase=concepto")
    for _ in range(9):
        publicada()
    avisar_de_lo_nuevo(ahora=LUEGO + HORA)
    correo = Mensaje.objects.get()
    resto = f"Y 3 más. Véalas todas en:\n{settings.URL_PUBLICA}/conocimiento/?clase=concepto&orden=fecha"
    assert (correo.asunto, correo.texto.count("/conocimiento/c-"), resto in correo.texto) == (
        "9 publicaciones nuevas en el banco de conceptos",
        6,
        True,
    )


def test_cuando_son_demasiadas_no_se_cuentan(monkeypatch: pytest.MonkeyPatch) -> None:
    for modulo in (alertas, correos):
        monkeypatch.setattr(modulo, "SE_CUENTAN", 7)
    busqueda()
    for _ in range(9):
        publicada()
    avisar_de_lo_nuevo(ahora=LUEGO + HORA)
    correo = Mensaje.objects.get()
    assert (correo.asunto, "Y muchas más. Véalas" in correo.texto) == (
        "Más de 7 publicaciones nuevas en el banco de conceptos",
        True,
    )


def test_el_correo_trae_como_retirarse_con_un_clic() -> None:
    busqueda()
    publicada()
    avisar_de_lo_nuevo(ahora=LUEGO + HORA)
    mensaje = Mensaje.objects.get()
    assert "/avisos-del-banco/retirar/" in mensaje.baja
    assert mensaje.baja in mensaje.texto


def test_a_donde_no_llega_el_correo_no_se_escribe() -> None:
    busqueda()
    anotar_rebote(correo="ana@ejemplo.gov.co", motivo="No existe", permanente=True, mensaje=None, ahora=fabricas.AHORA)
    publicada()
    assert avisar_de_lo_nuevo(ahora=LUEGO + HORA) == 0


def test_quien_se_retira_no_recibe_mas_y_su_correo_se_borra_al_mes() -> None:
    una = busqueda()
    retirar_busquedas(busquedas=[una.pk], ahora=fabricas.AHORA)
    publicada()
    assert avisar_de_lo_nuevo(ahora=LUEGO + HORA) == 0
    assert [olvidar_retiradas(ahora=fabricas.AHORA + tras) for tras in (29 * DIA, 31 * DIA)] == [0, 1]


def test_quien_conserva_otra_busqueda_puede_retirarse_con_un_correo_viejo() -> None:
    vieja = busqueda("q=eliminar")
    busqueda("q=conservar")
    retirar_busquedas(busquedas=[vieja.pk], ahora=fabricas.AHORA)
    assert olvidar_retiradas(ahora=fabricas.AHORA + 31 * DIA) == 0


def test_pedir_dos_veces_lo_mismo_guarda_uno() -> None:
    assert busqueda("q=eliminar", "Ana@Ejemplo.gov.co") == busqueda("q=eliminar")


def test_quien_se_retiro_puede_volver() -> None:
    una = busqueda()
    retirar_busquedas(busquedas=[una.pk], ahora=fabricas.AHORA)
    assert busqueda() != una


def test_un_correo_no_guarda_busquedas_sin_fin() -> None:
    for numero in range(MAXIMAS):
        busqueda(f"q={numero}")
    with pytest.raises(NoSeGuarda, match=r"Ya tiene 10 avisos\."):
        busqueda("q=otra")


def test_muchos_con_la_misma_busqueda_no_cuestan_mas_que_uno(django_assert_max_num_queries: Any) -> None:
    for numero in range(5):
        busqueda("q=eliminar", f"p{numero}@ejemplo.gov.co")
    publicada()
    with django_assert_max_num_queries(70):
        assert avisar_de_lo_nuevo(ahora=LUEGO + HORA) == 5


def test_si_una_busqueda_falla_los_demas_reciben_su_aviso(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    busqueda("q=mala", correo="ana@ejemplo.gov.co")
    busqueda(correo="luis@ejemplo.gov.co")
    publicada()
    leer = Filtros.de_consulta

    def leer_o_fallar(consulta: str) -> Filtros:
        if consulta == "q=mala":
            raise DatabaseError("syntax error in tsquery")
        return leer(consulta)

    monkeypatch.setattr(Filtros, "de_consulta", leer_o_fallar)
    assert avisar_de_lo_nuevo(ahora=LUEGO + HORA) == 1
    assert [registro.levelname for registro in caplog.records] == ["ERROR"]
