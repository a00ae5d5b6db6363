from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import DataError, connection
from django.utils import timezone

from asiste.correo.acciones import descartar_cuarentena, radicar_cuarentena
from asiste.correo.hilos import Hilos
from asiste.correo.lectura import MensajeLeido
from asiste.correo.models import MensajeEntrante
from asiste.cuentas.models import Rol, Usuario
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas
from pruebas.correo.redaccion import correo, escribir, importar, llega, resultados

pytestmark = pytest.mark.django_db
Llega = Callable[[bytes], MensajeEntrante]
SIN_BUZON = {"Delivered-To": "", "To": "varios@ejemplo.co"}


@pytest.fixture
def entra(tmp_path: Path) -> Llega:
    """Imports a mail and returns what is kept of it."""
    return lambda crudo: llega(crudo, tmp_path)


@pytest.fixture
def radicadora() -> Usuario:
    """Who looks at the quarantine."""
    return fabricas.usuario(nombre="Rosa Díaz", rol=Rol.RADICADOR)


@pytest.mark.parametrize(
    ("crudo", "motivo"),
    [
        (b"", "El archivo está vacío."),
        (bytes(range(256)) * 40, "No parece un mensaje de correo: no trae cabeceras."),
        (b"Subject: Hola\r\n\r\nSin remitente", "El mensaje no trae un remitente con dirección de correo."),
        (b"From: a@shd.gov.co\r\n\r\n", "El mensaje llegó sin asunto, sin texto y sin anexos."),
        (correo(cabeceras=SIN_BUZON), "No llegó a ningún buzón oficial conocido."),
    ],
    ids=["vacio", "basura", "sin-remitente", "sin-nada", "sin-buzon"],
)
def test_lo_que_no_se_puede_radicar_espera_a_una_persona_con_su_motivo(entra: Llega, crudo: bytes, motivo: str) -> None:
    mensaje = entra(crudo)
    assert (mensaje.resultado, mensaje.motivo, mensaje.solicitud) == ("cuarentena", motivo, None)
    with mensaje.crudo.abrir() as archivo:
        assert archivo.read() == crudo


def test_un_mensaje_malo_no_detiene_a_los_que_siguen(tmp_path: Path) -> None:
    escribir(tmp_path, correo(), b"\x00\xff" * 500, correo(), b"", correo())
    assert resultados(tmp_path) == ["radicado", "cuarentena", "radicado", "cuarentena", "radicado"]


def test_lo_que_falla_por_dentro_queda_en_cuarentena_y_en_el_registro(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    escribir(tmp_path, correo(asunto="Falla"), correo(asunto="Pasa"))
    monkeypatch.setattr(Hilos, "citados", _fallar_si("Falla"))
    assert importar(tmp_path)[0][1:] == ["cuarentena", "Falló al procesarlo: lo revisa una persona."]
    assert [registro.exc_info is not None for registro in caplog.records] == [True]
    retenido = MensajeEntrante.objects.en_cuarentena().get()
    assert (retenido.asunto, retenido.de_correo) == ("Falla", "ana.ruiz@shd.gov.co")
    assert Solicitud.objects.get().asunto == "Pasa"


def _fallar_si(asunto: str) -> Callable[..., list[Solicitud]]:
    def citados(_hilos: Hilos, leido: MensajeLeido) -> list[Solicitud]:
        if leido.asunto == asunto:
            raise DataError("value too long")
        return []

    return citados


def test_un_texto_enorme_se_radica_entero(entra: Llega) -> None:
    texto = " ".join(f"palabra{numero}" for numero in range(90_000))
    mensaje = entra(correo(texto=texto))
    assert mensaje.resultado == "radicado"
    assert " ".join(Solicitud.objects.get().texto.split()) == texto


def test_un_nombre_larguisimo_se_radica_recortado(entra: Llega) -> None:
    crudo = correo(asunto="Hola").replace(b"Ana Ruiz", b"Ana " * 90)
    assert entra(crudo).resultado == "radicado"
    assert len(Solicitud.objects.get().solicitante_nombre) == 200


def test_lo_que_es_demasiado_para_la_base_no_detiene_la_importacion(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    demasiado = "SELECT to_tsvector(string_agg(md5(n::text), ' ')) FROM generate_series(1, 60000) n"
    monkeypatch.setattr(
        "asiste.correo.acciones.despachos.radicar_varias", lambda **_: connection.cursor().execute(demasiado)
    )
    escribir(tmp_path, correo(), correo())
    assert [linea[1:] for linea in importar(tmp_path)[:-1]] == [
        ["cuarentena", "Es demasiado grande para procesarlo: lo revisa una persona."]
    ] * 2


def test_a_la_cuarentena_no_se_le_contesta(entra: Llega) -> None:
    entra(correo(cabeceras=SIN_BUZON))
    assert Mensaje.objects.count() == 0


def test_lo_retenido_se_radica_a_mano_con_quien_pide_y_sin_acuse(entra: Llega, radicadora: Usuario) -> None:
    mensaje = entra(correo(asunto="Consulta", cabeceras=SIN_BUZON))
    ahora = timezone.now()
    caso = radicar_cuarentena(mensaje=mensaje, dependencia=fabricas.dependencia("ddri"), autor=radicadora, ahora=ahora)
    assert (caso.dependencia.clave, caso.asunto, caso.entidad) == ("ddri", "Consulta", fabricas.entidad("sdh"))
    mensaje.refresh_from_db()
    assert (mensaje.resultado, mensaje.solicitud) == ("radicado", caso)
    assert (mensaje.revisado_por, mensaje.revisado_en) == (radicadora, ahora)
    assert Mensaje.objects.count() == 0


def test_lo_ilegible_se_radica_a_mano_con_el_original_de_anexo(entra: Llega, radicadora: Usuario) -> None:
    mensaje = entra(b"\x00\xff" * 500)
    caso = radicar_cuarentena(
        mensaje=mensaje, dependencia=fabricas.dependencia(), autor=radicadora, ahora=timezone.now()
    )
    assert caso.asunto == "Mensaje que no se pudo leer"
    assert [(anexo.nombre, anexo.archivo_id) for anexo in caso.anexos.all()] == [
        ("mensaje-original.eml", mensaje.crudo_id)
    ]


def test_lo_descartado_guarda_quien_cuando_y_por_que(entra: Llega, radicadora: Usuario) -> None:
    mensaje, ahora = entra(correo(cabeceras=SIN_BUZON)), timezone.now()
    descartar_cuarentena(mensaje=mensaje, motivo=" Publicidad. ", autor=radicadora, ahora=ahora)
    mensaje.refresh_from_db()
    assert (mensaje.resultado, mensaje.revisado_por, mensaje.revisado_en) == ("descartado", radicadora, ahora)
    assert mensaje.motivo == "No llegó a ningún buzón oficial conocido.\nDescartado por Rosa Díaz: Publicidad."
    assert not MensajeEntrante.objects.en_cuarentena().exists()


def test_no_se_descarta_sin_motivo(entra: Llega, radicadora: Usuario) -> None:
    with pytest.raises(ReglaIncumplida, match="Escriba por qué se descarta"):
        descartar_cuarentena(mensaje=entra(b""), motivo=" ", autor=radicadora, ahora=timezone.now())


def test_lo_que_otro_ya_resolvio_no_se_resuelve_dos_veces(entra: Llega, radicadora: Usuario) -> None:
    mensaje, ahora = entra(b""), timezone.now()
    descartar_cuarentena(mensaje=mensaje, motivo="Vacío", autor=radicadora, ahora=ahora)
    with pytest.raises(ReglaIncumplida, match="Otra persona ya resolvió este mensaje"):
        radicar_cuarentena(mensaje=mensaje, dependencia=fabricas.dependencia(), autor=radicadora, ahora=ahora)


def test_lo_que_se_resolvio_a_mano_no_vuelve_al_importar(tmp_path: Path, radicadora: Usuario) -> None:
    escribir(tmp_path, correo(cabeceras=SIN_BUZON), b"basura")
    importar(tmp_path)
    primero, segundo = MensajeEntrante.objects.order_by("id")
    ahora = timezone.now()
    caso = radicar_cuarentena(mensaje=primero, dependencia=fabricas.dependencia(), autor=radicadora, ahora=ahora)
    descartar_cuarentena(mensaje=segundo, motivo="No dice nada", autor=radicadora, ahora=ahora)
    assert [linea[1:] for linea in importar(tmp_path)[:-1]] == [
        ["radicado", caso.radicado],
        ["cuarentena", f"{segundo.motivo} Descartado por Rosa Díaz: No dice nada"],
    ]


def test_lo_que_el_calendario_no_alcanza_espera_y_no_se_puede_radicar(entra: Llega, radicadora: Usuario) -> None:
    mensaje = entra(correo(cabeceras={"Received": "from a by b; Thu, 01 Jul 2004 10:00:00 -0500"}))
    assert (mensaje.resultado, mensaje.motivo) == ("cuarentena", "El calendario no tiene los festivos de 2004.")
    with pytest.raises(ReglaIncumplida, match="El calendario no tiene los festivos de 2004"):
        radicar_cuarentena(mensaje=mensaje, dependencia=fabricas.dependencia(), autor=radicadora, ahora=timezone.now())
