"""A book comes in whole, tells nobody, and is undone whole."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest
from django.db import connection
from pytest_django import Settings

from asiste.notificaciones.models import Mensaje
from asiste.solicitudes import acciones
from asiste.solicitudes.acciones import ReglaIncumplida, importar
from asiste.solicitudes.acciones.importaciones import RevisionCambiada, aplicar, deshacer
from asiste.solicitudes.acciones.libros import leer_cabecera, proponer_columnas
from asiste.solicitudes.models import Consecutivo, Importacion, Solicitud
from pruebas import fabricas, libros
from pruebas.arnes.hilos import a_la_vez
from pruebas.libros import excel, fila, importado, leido, revisado

con_base = pytest.mark.django_db
LUEGO = fabricas.AHORA + timedelta(hours=1)
DOS = (fila(), fila(numero="2", recibida="10/02/2024", atendida="12/02/2024"))


def deshecho(libro: Importacion, motivo: str = "Era el libro de otro año.") -> int:
    """Undoes it an hour later."""
    return deshacer(importacion=libro, motivo=motivo, autor=libro.creada_por, ahora=LUEGO)


@con_base
def test_cada_una_recibe_numero_de_su_anio_despues_del_ultimo_y_conserva_el_suyo() -> None:
    Consecutivo.objects.create(id=2025, ultimo=417)
    libro = importado(excel(*DOS))
    numeros = libro.solicitudes.order_by("importacion_fila").values_list("radicado", "radicado_siga")
    assert list(numeros) == [("AT-2025-418", "1-2025-386"), ("AT-2024-1", "2")]


@con_base
def test_a_nadie_se_le_avisa() -> None:
    titulos = (*libros.TITULOS, "Correo")
    importado(excel((*fila(), "carlos.pena@shd.gov.co"), titulos=titulos))
    assert (Solicitud.objects.get().solicitante_correo, Mensaje.objects.count()) == ("carlos.pena@shd.gov.co", 0)


@con_base
def test_la_linea_de_tiempo_dice_de_donde_vino_y_la_entidad_no_lo_ve() -> None:
    titulos = (*libros.TITULOS, "Observaciones")
    caso = importado(excel((*fila(), "Insisten mucho"), titulos=titulos)).solicitudes.get()
    constancia = caso.actuaciones.get(tipo="importada")
    relato = "De «BASE ASISTENCIAS 2025.xlsx», fila 2. Su número allá: 1-2025-386.\n\nInsisten mucho"
    assert (constancia.texto, constancia.visible_entidad, constancia.autor_nombre) == (relato, False, "Marta Gil")


@con_base
def test_con_un_error_no_entra_ninguna() -> None:
    libro = revisado(excel(fila(), fila(numero="2", entidad="Nadie sabe")))
    with pytest.raises(ReglaIncumplida):
        aplicar(importacion=libro, autor=libro.creada_por, ahora=LUEGO)
    assert Solicitud.objects.count() == 0


@con_base
def test_lo_que_ya_entro_no_entra_otra_vez() -> None:
    primero = importado(excel(fila()))
    otro = revisado(excel(fila(), fila(numero="2")), autor=primero.creada_por)
    repetida = ["Es AT-2025-1: mismo número y misma entidad."]
    assert leido(otro) == [(2, "repetida", repetida), (3, "entra", [])]


@con_base
def test_lo_revisado_que_cambio_no_entra_y_se_revisa_de_nuevo() -> None:
    libro = revisado(excel(fila()))
    importado(excel(fila()), autor=libro.creada_por)
    with pytest.raises(RevisionCambiada):
        aplicar(importacion=libro, autor=libro.creada_por, ahora=LUEGO)
    importar.pedir(importacion=libro, tarea=Importacion.Tarea.APLICAR, autor=libro.creada_por, ahora=LUEGO)
    libro.refresh_from_db()
    assert (libro.aplicada_en, libro.cuentas["repetida"], libro.fallo[:31]) == (
        None,
        1,
        "Desde la revisión cambió algo: ",
    )


@con_base
def test_deshacer_anula_todas_con_su_motivo_y_sin_correos() -> None:
    libro = importado(excel(*DOS))
    assert deshecho(libro) == 2
    assert set(libro.solicitudes.values_list("estado", "cerrada_en")) == {("anulada", LUEGO)}
    motivo = "Se deshizo la importación: Era el libro de otro año."
    assert {caso.actuaciones.get(tipo="anulada").texto for caso in libro.solicitudes.all()} == {motivo}
    assert Mensaje.objects.count() == 0


@con_base
def test_lo_deshecho_conserva_sus_numeros_y_el_libro_puede_entrar_otra_vez() -> None:
    libro = importado(excel(fila()))
    deshecho(libro)
    otro = importado(excel(fila()), autor=libro.creada_por, ahora=LUEGO)
    assert otro.solicitudes.get().radicado == "AT-2025-2"
    assert Solicitud.objects.get(radicado="AT-2025-1").estado == "anulada"


@con_base
def test_no_se_deshace_lo_que_alguien_ya_trabajo_y_dice_cual() -> None:
    libro = importado(excel(*DOS))
    caso = libro.solicitudes.get(anio=2025)
    acciones.anotar(solicitud=caso, texto="Llamaron", autor=libro.creada_por, ahora=LUEGO)
    with pytest.raises(ReglaIncumplida, match=r"ya se trabajó en AT-2025-1\. Anule"):
        deshecho(libro)
    assert set(libro.solicitudes.values_list("estado", flat=True)) == {"cerrada"}


@con_base
@pytest.mark.parametrize("motivo", ["", "  "])
def test_deshacer_exige_motivo(motivo: str) -> None:
    libro = importado(excel(fila()))
    with pytest.raises(ReglaIncumplida):
        deshecho(libro, motivo)


@con_base
def test_no_se_deshace_dos_veces() -> None:
    libro = importado(excel(fila()))
    deshecho(libro)
    with pytest.raises(ReglaIncumplida):
        deshecho(libro)


@con_base
def test_lo_largo_lo_hace_el_trabajador_y_repetirlo_no_cambia_nada(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importar, "CORTO", 0)
    libro = revisado(excel(fila()))
    assert (libro.tarea, libro.revisada_en) == ("revisar", None)
    assert [importar.atender_pedidas(ahora=LUEGO) for _ in range(2)] == [1, 0]
    libro.refresh_from_db()
    assert (libro.tarea, libro.entran) == ("", 1)


@con_base
def test_mientras_se_trabaja_en_un_libro_no_se_le_pide_otra_cosa(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importar, "CORTO", 0)
    libro = revisado(excel(fila()))
    with pytest.raises(ReglaIncumplida, match="espere a que termine"):
        importar.pedir(importacion=libro, tarea=Importacion.Tarea.REVISAR, autor=libro.creada_por, ahora=LUEGO)


@con_base
def test_un_problema_de_la_plataforma_no_deja_el_libro_ocupado(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    libro = revisado(excel(fila()))
    monkeypatch.setattr(settings, "MEDIA_ROOT", "/nada")
    with pytest.raises(OSError, match="nada"):
        importar.pedir(importacion=libro, tarea=Importacion.Tarea.REVISAR, autor=libro.creada_por, ahora=LUEGO)
    libro.refresh_from_db()
    assert (libro.tarea, libro.fallo) == ("", importar.INESPERADO)


@con_base
def test_las_columnas_se_recuerdan_para_los_mismos_titulos_de_la_dependencia() -> None:
    libro = importado(excel(fila()))
    libro.columnas["0"] = "observaciones"
    libro.save()
    nuevo = libros.recibido(excel(fila()), autor=libro.creada_por)
    propuesta = proponer_columnas(nuevo, leer_cabecera(nuevo)[1])
    assert (propuesta.recordada, propuesta.columnas[0]) == (True, "observaciones")


def test_dos_personas_que_importan_lo_mismo_a_la_vez_no_lo_repiten(base_real: str) -> None:
    contenido = excel(*(fila(numero=str(numero)) for numero in range(1, 21)))
    uno = revisado(contenido)
    otro = revisado(contenido, autor=uno.creada_por)

    def intentar(libro: Importacion, ahora: datetime) -> Any:
        try:
            return len(aplicar(importacion=libro, autor=uno.creada_por, ahora=ahora))
        except RevisionCambiada:
            return "cambió"

    resultados = a_la_vez([partial(intentar, libro, LUEGO) for libro in (uno, otro)])
    assert sorted(map(str, resultados)) == ["20", "cambió"]
    assert sorted(Solicitud.objects.values_list("numero", flat=True)) == list(range(1, 21))


def test_el_trabajo_que_otro_ya_hace_no_se_empieza(base_real: str) -> None:
    libro = revisado(excel(fila()))
    Importacion.objects.filter(pk=libro.pk).update(tarea="aplicar")

    def intentar() -> bool:
        return importar.atender(importacion=libro, ahora=LUEGO)

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s, %s)", [importar.FAMILIA, libro.pk])
        ocupado = a_la_vez([intentar])
        cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [importar.FAMILIA, libro.pk])
    assert (ocupado, a_la_vez([intentar, intentar]).count(True)) == ([False], 1)
    assert Solicitud.objects.count() == 1


@con_base
def test_lo_atendido_no_deja_temas_por_responder() -> None:
    encargo = importado(excel(fila())).solicitudes.get().temas_a_cargo.get()
    assert (encargo.estado, f"{encargo.respondido_en:%d/%m/%Y}") == ("respondido", "20/03/2025")
