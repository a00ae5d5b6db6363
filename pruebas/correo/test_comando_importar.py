import mailbox
import re
from datetime import datetime
from pathlib import Path

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import OperationalError

from asiste.correo.models import MensajeEntrante
from asiste.solicitudes.models import Solicitud
from pruebas.correo.redaccion import BUZON, correo, escribir, importar, resultados
from pruebas.fabricas import BOGOTA

pytestmark = pytest.mark.django_db
DDRI = "ddri@alcaldiabogota.gov.co"


@pytest.fixture
def tres() -> list[bytes]:
    return [correo(asunto=f"Solicitud {numero}") for numero in range(3)]


def asuntos() -> list[str]:
    return list(Solicitud.objects.order_by("id").values_list("asunto", flat=True))


def buzon_del_unico() -> str:
    """Mailbox of the only message there is."""
    return MensajeEntrante.objects.values_list("buzon__valor", flat=True).get() or ""


@pytest.mark.disposicion("5-canales")
def test_una_carpeta_se_importa_en_el_orden_de_sus_nombres(tres: list[bytes], tmp_path: Path) -> None:
    lineas = importar(escribir(tmp_path, *tres))
    anio = datetime.now(BOGOTA).year
    assert lineas[:-1] == [[f"{n:03}.eml", "radicado", f"AT-{anio}-{n}"] for n in (1, 2, 3)]
    assert asuntos() == ["Solicitud 0", "Solicitud 1", "Solicitud 2"]


def test_el_resumen_lo_cuenta_todo(tres: list[bytes], tmp_path: Path) -> None:
    basura, maquina = b"\x00\x01", correo(cabeceras={"Auto-Submitted": "auto-replied"})
    ultimo = importar(escribir(tmp_path, *tres, tres[0], basura, maquina))[-1]
    assert ultimo == [
        "6 recibidos: 3 radicados, 0 agregados, 1 duplicados, 1 automáticos, 0 rebotes, 1 en cuarentena, 0 perdidos"
    ]


def test_un_mbox_se_importa_entero(tres: list[bytes], tmp_path: Path) -> None:
    caja = mailbox.mbox(tmp_path / "caja.mbox")
    for crudo in tres:
        caja.add(crudo)
    caja.close()
    assert [linea[:2] for linea in importar(tmp_path)[:-1]] == [[f"caja.mbox#{n}", "radicado"] for n in (1, 2, 3)]
    assert asuntos() == ["Solicitud 0", "Solicitud 1", "Solicitud 2"]


def test_un_maildir_se_importa_entero(tres: list[bytes], tmp_path: Path) -> None:
    caja = mailbox.Maildir(tmp_path / "Maildir")
    for crudo in tres:
        caja.add(crudo)
    assert resultados(tmp_path / "Maildir") == ["radicado"] * 3


def test_archivos_y_carpetas_se_dan_juntos(tres: list[bytes], tmp_path: Path) -> None:
    carpeta = escribir(tmp_path / "a", *tres[:2])
    suelto = escribir(tmp_path / "b", tres[2]) / "001.eml"
    assert resultados(suelto, carpeta) == ["radicado"] * 3
    assert asuntos() == ["Solicitud 2", "Solicitud 0", "Solicitud 1"]


def test_una_ruta_que_no_existe_se_dice_antes_de_importar_nada(tres: list[bytes], tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=re.escape(f"No existe {tmp_path}/otra.")):
        importar(escribir(tmp_path, *tres), tmp_path / "otra")
    assert MensajeEntrante.objects.count() == 0


def test_los_mismos_bytes_en_dos_archivos_son_una_solicitud(tmp_path: Path) -> None:
    crudo = correo()
    lineas = importar(escribir(tmp_path, crudo, crudo))
    assert [linea[1] for linea in lineas[:-1]] == ["radicado", "duplicado"]
    assert lineas[0][2] == lineas[1][2]
    assert importar(tmp_path) == lineas
    assert Solicitud.objects.count() == 1


@pytest.mark.parametrize("escrito", [BUZON, "DDRI@alcaldiabogota.gov.co "])
def test_el_buzon_dado_recibe_lo_que_no_dice_a_donde_llego(escrito: str, tmp_path: Path) -> None:
    importar(
        escribir(tmp_path, correo(cabeceras={"Delivered-To": "", "To": "varios@ejemplo.co", "Received": ""})),
        buzon=escrito,
    )
    assert buzon_del_unico() == escrito.strip().lower()


def test_donde_lo_entrego_el_servidor_manda_sobre_el_buzon_dado(tmp_path: Path) -> None:
    importar(escribir(tmp_path, correo(buzon=BUZON)), buzon=DDRI)
    assert buzon_del_unico() == BUZON


def test_el_buzon_dado_manda_sobre_los_destinatarios(tmp_path: Path) -> None:
    crudo = correo(cabeceras={"Delivered-To": "", "Received": "", "Cc": DDRI})
    importar(escribir(tmp_path, crudo), buzon=DDRI)
    assert buzon_del_unico() == DDRI


def test_un_buzon_que_no_es_oficial_no_se_acepta(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"otro@ejemplo\.co no es un buzón oficial\. Son: ddri@"):
        importar(escribir(tmp_path, correo()), buzon="otro@ejemplo.co")


def test_lo_que_no_se_pudo_leer_se_cuenta_y_falla_al_final(
    tres: list[bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    escribir(tmp_path, *tres)
    (tmp_path / "002.eml").unlink()
    (tmp_path / "002.eml").symlink_to("/proc/self/mem")  # its first byte cannot be read, by root either
    with pytest.raises(CommandError, match=r"No se pudieron leer: 002\.eml\."):
        call_command("correo", "importar", str(tmp_path))
    assert capsys.readouterr().out.splitlines()[-1] == (
        "3 recibidos: 2 radicados, 0 agregados, 0 duplicados, 0 automáticos, 0 rebotes, 0 en cuarentena, 1 perdidos"
    )


@pytest.mark.parametrize("falla", [OperationalError("server closed the connection"), OSError("No space left")])
def test_sin_base_o_sin_disco_se_dice_que_hacer(
    falla: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    escribir(tmp_path, correo())

    def fallar(**_: object) -> None:
        raise falla

    with monkeypatch.context() as parche:
        parche.setattr("asiste.correo.acciones.despachos.radicar_varias", fallar)
        with pytest.raises(CommandError, match="Repita después la misma orden: nada se pierde ni se duplica"):
            importar(tmp_path)
    assert MensajeEntrante.objects.get().resultado == "pendiente"
    assert resultados(tmp_path) == ["radicado"]


@pytest.mark.parametrize(
    ("momento", "radicado"),
    [
        (datetime(2026, 12, 31, 23, 59, tzinfo=BOGOTA), "AT-2026-1"),
        (datetime(2027, 1, 1, 0, 1, tzinfo=BOGOTA), "AT-2027-1"),
    ],
)
def test_el_numero_lleva_el_anio_en_que_se_radica(momento: datetime, radicado: str, tmp_path: Path) -> None:
    with time_machine.travel(momento, tick=False):
        assert importar(escribir(tmp_path, correo()))[0][2] == radicado


def test_lo_que_llega_con_fecha_futura_se_recibe_ahora(tmp_path: Path) -> None:
    ahora = datetime(2026, 11, 19, 10, tzinfo=BOGOTA)
    with time_machine.travel(ahora, tick=False):
        importar(escribir(tmp_path, correo(cabeceras={"Received": "from a by b; Tue, 17 Nov 2099 10:00:00 -0500"})))
    assert Solicitud.objects.get().recibida_en == ahora
