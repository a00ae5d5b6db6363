"""The process that imports dies, or there are two of them: nothing is lost and nothing comes twice."""

from functools import partial
from pathlib import Path

from django.utils import timezone

from asiste.correo.lotes import LOTE
from asiste.correo.models import MensajeEntrante
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.models import Anexo, Consecutivo, Solicitud
from pruebas.correo.redaccion import correo, escribir, importar
from pruebas.fallas.procesos import (
    alguien_espera_un_candado,
    cuenta,
    entorno,
    esperar,
    importacion,
    matar,
    numeracion_detenida,
    proceso,
    terminar,
)

LOGOS = [("logo.png", b"\x89PNG logo" * 50), ("sello.png", b"\x89PNG sello" * 50)]
DESPACHADOS = "SELECT count(*) FROM correo_mensajeentrante WHERE resultado <> 'pendiente'"


def cartas(cuantas: int) -> list[bytes]:
    """Mails of several people; each brings the same two pictures, in one order or the other."""
    return [
        correo(asunto=f"Solicitud {n}", de=f"persona{n}@shd.gov.co", anexos=LOGOS[:: 1 if n % 2 else -1])
        for n in range(cuantas)
    ]


def van_hechas(base: str, cuantas: int) -> bool:
    """Whether so many messages at least were dispatched."""
    return cuenta(base, DESPACHADOS) >= cuantas


def comprobar_que_estan_todas(cuantas: int) -> None:
    """Each mail is one request with its files and one acknowledgement; the numbers go from 1 without a gap."""
    numeros = list(Solicitud.objects.order_by("numero").values_list("numero", flat=True))
    assert numeros == list(range(1, cuantas + 1))
    assert Consecutivo.objects.get().ultimo == cuantas
    assert {s.asunto for s in Solicitud.objects.all()} == {f"Solicitud {n}" for n in range(cuantas)}
    assert sorted(Mensaje.objects.values_list("clave", "para")) == sorted(
        (f"acuse-{s.radicado}", s.solicitante_correo) for s in Solicitud.objects.all()
    )
    assert MensajeEntrante.objects.filter(resultado="radicado").count() == cuantas
    assert MensajeEntrante.objects.count() == cuantas
    assert Anexo.objects.count() == cuantas * len(LOGOS)


def test_los_bytes_quedan_guardados_aunque_muera_antes_de_radicarlos(base_real: str, tmp_path: Path) -> None:
    carpeta = escribir(tmp_path / "correos", *cartas(1))
    with (
        numeracion_detenida(base_real, timezone.localdate().year),
        proceso(*importacion(carpeta), entorno=entorno(tmp_path, base=base_real)) as uno,
    ):
        esperar(lambda: alguien_espera_un_candado(base_real), mientras=uno)
        matar(uno)
    guardado = MensajeEntrante.objects.get()
    assert guardado.resultado == "pendiente"
    with guardado.crudo.abrir() as archivo:
        assert archivo.read() == (carpeta / "001.eml").read_bytes()
    assert importar(carpeta)[0][1] == "radicado"
    comprobar_que_estan_todas(1)


def test_la_importacion_que_muere_tres_veces_no_pierde_ni_repite(base_real: str, tmp_path: Path) -> None:
    cuantas = 3 * LOTE + 10
    carpeta = escribir(tmp_path / "correos", *cartas(cuantas))
    for hechas in (1, LOTE + 1, 2 * LOTE + 1):
        with proceso(*importacion(carpeta), entorno=entorno(tmp_path, base=base_real)) as uno:
            esperar(partial(van_hechas, base_real, hechas), mientras=uno)
            matar(uno)
        assert hechas <= Solicitud.objects.count() < cuantas
    lineas = importar(carpeta)
    assert [linea[1] for linea in lineas[:-1]] == ["radicado"] * cuantas
    comprobar_que_estan_todas(cuantas)
    assert importar(carpeta) == lineas


def test_dos_importaciones_a_la_vez_dan_lo_mismo_que_una(base_real: str, tmp_path: Path) -> None:
    cuantas = LOTE + 30
    carpeta = escribir(tmp_path / "correos", *cartas(cuantas))
    ambiente = entorno(tmp_path, base=base_real)
    with (
        proceso(*importacion(carpeta), entorno=ambiente) as uno,
        proceso(*importacion(carpeta), entorno=ambiente) as otro,
    ):
        lineas, repetidas = terminar(uno), terminar(otro)
    assert lineas == repetidas == importar(carpeta)
    assert [linea[:2] for linea in lineas[:-1]] == [[f"{n:03}.eml", "radicado"] for n in range(1, cuantas + 1)]
    comprobar_que_estan_todas(cuantas)
