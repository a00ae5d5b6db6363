from pathlib import Path

import pytest

from asiste.correo.fuentes import archivos_en, mensajes_de

SOBRE = b"From ana@shd.gov.co Tue Nov 17 10:00:00 2026\n"


def nombres(ruta: Path) -> list[str]:
    return [archivo.relative_to(ruta).as_posix() for archivo in archivos_en(ruta)]


def partes(archivo: Path, contenido: bytes) -> list[bytes]:
    archivo.write_bytes(contenido)
    return [crudo for _, crudo in mensajes_de(archivo)]


def test_de_una_carpeta_salen_los_mensajes_por_nombre_y_nada_mas(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for nombre in ("2.eml", "1.EML", "b/0.eml", "README.md", "esperado.toml", "sin-extension"):
        (tmp_path / nombre).write_bytes(b"Subject: x\n\n")
    (tmp_path / "caja.mbox").write_bytes(SOBRE + b"Subject: x\n\n")
    (tmp_path / "Inbox").write_bytes(SOBRE + b"Subject: x\n\n")
    assert nombres(tmp_path) == ["1.EML", "2.eml", "Inbox", "b/0.eml", "caja.mbox"]


def test_de_un_maildir_salen_los_entregados(tmp_path: Path) -> None:
    for carpeta in ("cur", "new", "tmp"):
        (tmp_path / carpeta).mkdir()
        (tmp_path / carpeta / f"1763391600.M1P1.{carpeta}:2,S").write_bytes(b"Subject: x\n\n")
    assert nombres(tmp_path) == ["cur/1763391600.M1P1.cur:2,S", "new/1763391600.M1P1.new:2,S"]


def test_un_archivo_dado_se_lee_como_sea_que_se_llame(tmp_path: Path) -> None:
    archivo = tmp_path / "mensaje.txt"
    archivo.write_bytes(b"Subject: x\r\n\r\nHola\r\n")
    assert list(archivos_en(archivo)) == [archivo]
    assert list(mensajes_de(archivo)) == [("mensaje.txt", b"Subject: x\r\n\r\nHola\r\n")]


def test_un_mbox_se_parte_y_numera_sus_mensajes(tmp_path: Path) -> None:
    archivo = tmp_path / "caja.mbox"
    archivo.write_bytes(SOBRE + b"Subject: uno\n\nHola\n\n" + SOBRE + b"Subject: dos\n\nAdi\xc3\xb3s\n")
    assert list(mensajes_de(archivo)) == [
        ("caja.mbox#1", b"Subject: uno\n\nHola\n"),
        ("caja.mbox#2", b"Subject: dos\n\nAdi\xc3\xb3s\n"),
    ]


def test_los_renglones_citados_del_mbox_vuelven_a_ser_lo_que_eran(tmp_path: Path) -> None:
    cuerpo = b"Subject: x\n\n>From Bogota, con afecto\n>>From lejos\n> From aqui\n"
    assert partes(tmp_path / "caja.mbox", SOBRE + cuerpo) == [
        b"Subject: x\n\nFrom Bogota, con afecto\n>From lejos\n> From aqui\n"
    ]


@pytest.mark.parametrize(
    "parrafo",
    [
        b"\n\nFrom the entity we ask for help.\n",
        b"\nFrom ana@shd.gov.co Tue Nov 17 10:00:00 2026\n",
    ],
    ids=["sin-fecha", "sin-renglon-en-blanco"],
)
def test_un_parrafo_que_empieza_por_from_no_parte_el_mensaje(parrafo: bytes, tmp_path: Path) -> None:
    mensaje = b"Subject: x\n\nBuenas tardes:" + parrafo
    assert partes(tmp_path / "caja.mbox", SOBRE + mensaje) == [mensaje]


def test_el_mbox_de_takeout_y_el_de_thunderbird_tambien_se_parten(tmp_path: Path) -> None:
    takeout = b"From 1763391600@xxx Tue Nov 17 10:00:00 +0000 2026\r\nSubject: uno\r\n\r\nHola\r\n\r\n"
    thunderbird = b"From - Tue Nov 17 10:00:00 2026\r\nSubject: dos\r\n\r\nHola\r\n"
    assert partes(tmp_path / "Inbox", takeout + thunderbird) == [
        b"Subject: uno\r\n\r\nHola\r\n",
        b"Subject: dos\r\n\r\nHola\r\n",
    ]


def test_un_mensaje_suelto_puede_traer_su_renglon_from(tmp_path: Path) -> None:
    crudo = SOBRE + b"Subject: x\n\nFrom ana@shd.gov.co Tue Nov 17 10:00:00 2026\n"
    assert partes(tmp_path / "uno.eml", crudo) == [crudo]


def test_un_mbox_vacio_no_trae_mensajes(tmp_path: Path) -> None:
    assert partes(tmp_path / "caja.mbox", b"") == []


def test_el_nombre_se_puede_escribir_y_guardar(tmp_path: Path) -> None:
    archivo = tmp_path / "solicitud\udcf3n\tA\nB.eml"
    archivo.write_bytes(b"Subject: x\n\n")
    assert [nombre for nombre, _ in mensajes_de(archivo)] == ["solicitud\ufffdn A B.eml"]
