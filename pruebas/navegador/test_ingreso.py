"""From the screen of the room to the list, with the phone of who comes."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from asiste.agenda import ingreso
from asiste.agenda.models import Asistencia, Sesion
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Funcionario
from pruebas import fabricas, fabricas_agenda, fabricas_asistencia
from pruebas.arnes.paginas import Vigilante, faltas_de_accesibilidad, sobra_a_lo_ancho


@pytest.fixture
def asesora(base_real: str) -> Funcionario:
    """Laura Ortiz, who leads the session."""
    return fabricas.funcionario("stdi")


@pytest.fixture
def sesion(asesora: Funcionario) -> Sesion:
    """A session that began ten minutes ago."""
    ahora = timezone.now()
    return fabricas_agenda.sesion(dirige=asesora, inicia=ahora - timedelta(minutes=10), ahora=ahora)


@pytest.fixture
def telefono(navegador: Browser, sitio: str) -> Iterator[Page]:
    """The phone of somebody who never signed in."""
    contexto = navegador.new_context(
        base_url=sitio, locale="es-CO", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    contexto.set_default_timeout(15_000)
    ventana = contexto.new_page()
    vigilante = Vigilante(ventana, sitio)
    yield ventana
    contexto.close()
    assert vigilante.faltas == []


def escanear(telefono: Page, sesion: Sesion) -> None:
    """Opens what the code of the screen says now."""
    telefono.goto(f"/asistencia/{sesion.clave}/?c={ingreso.codigo_en(sesion, timezone.now())}")


def sin_barreras(pagina: Page) -> None:
    assert faltas_de_accesibilidad(pagina) == []
    assert sobra_a_lo_ancho(pagina) == 0


@pytest.mark.disposicion("5-medios")
def test_el_invitado_se_registra_con_su_telefono(telefono: Page, sesion: Sesion) -> None:
    invitado = fabricas_asistencia.invitado(sesion)
    escanear(telefono, sesion)
    sin_barreras(telefono)
    telefono.get_by_label("Su correo institucional").fill(invitado.correo)
    telefono.get_by_label("Su correo institucional").blur()
    expect(telefono.get_by_text("Le reconocimos: Jairo E. C.")).to_be_visible()
    telefono.get_by_label("Autorizo el tratamiento").check()
    telefono.get_by_role("button", name="Registrar mi asistencia").click()
    expect(telefono.get_by_role("heading", name="Asistencia registrada")).to_be_visible()
    sin_barreras(telefono)
    assert Asistencia.objects.get().invitado == invitado


def test_quien_no_estaba_invitado_escribe_quien_es(telefono: Page, sesion: Sesion) -> None:
    escanear(telefono, sesion)
    telefono.get_by_label("Su correo institucional").fill("ana@nadie.co")
    telefono.get_by_label("Autorizo el tratamiento").check()
    expect(telefono.get_by_text("No encontramos ese correo")).to_be_visible()
    telefono.get_by_label("Nombre completo").fill("Ana Ruiz")
    telefono.get_by_label("Otra entidad u organización").fill("Universidad Nacional")
    sin_barreras(telefono)
    telefono.get_by_role("button", name="Registrar mi asistencia").click()
    expect(telefono.get_by_text("Universidad Nacional")).to_be_visible()
    assert Asistencia.objects.get().nombre == "Ana Ruiz"


def test_los_errores_se_leen_y_se_corrigen(telefono: Page, sesion: Sesion) -> None:
    escanear(telefono, sesion)
    telefono.get_by_role("button", name="Registrar mi asistencia").click()
    expect(telefono.get_by_role("alert").first).to_be_focused()
    sin_barreras(telefono)


def test_el_codigo_se_puede_escribir(telefono: Page, sesion: Sesion) -> None:
    telefono.goto("/a/")
    sin_barreras(telefono)
    telefono.get_by_label("Código").fill(ingreso.codigo_en(sesion, timezone.now()).upper())
    telefono.get_by_role("button", name="Continuar").click()
    expect(telefono.get_by_role("button", name="Registrar mi asistencia")).to_be_visible()


def test_una_camara_lee_lo_que_se_proyecta(
    pagina: Page, entrar: Callable[[Usuario], Page], asesora: Funcionario, sesion: Sesion, tmp_path: Path
) -> None:
    if shutil.which("zbarimg") is None:
        pytest.skip("no hay zbarimg (en Debian, paquete zbar-tools)")
    entrar(asesora.usuario).goto(f"/equipo/agenda/{sesion.pk}/ingreso/")
    sin_barreras(pagina)
    escrito = pagina.locator(".codigo-corto").inner_text()
    pagina.locator("svg.qr").screenshot(path=tmp_path / "qr.png")
    leido = subprocess.run(["zbarimg", "-q", tmp_path / "qr.png"], check=True, capture_output=True, text=True).stdout
    codigo = re.sub(r"\s", "", escrito).lower()
    assert leido.strip() == f"QR-Code:{settings.URL_PUBLICA}/asistencia/{sesion.clave}/?c={codigo}"


def test_la_pantalla_cambia_el_codigo_sola(
    pagina: Page, entrar: Callable[[Usuario], Page], asesora: Funcionario, sesion: Sesion
) -> None:
    pagina.clock.install()
    entrar(asesora.usuario).goto(f"/equipo/agenda/{sesion.pk}/ingreso/")
    expect(pagina.get_by_text("0 personas registradas")).to_be_visible()
    fabricas_asistencia.asistencia(sesion, ahora=timezone.now())
    pagina.clock.run_for(11_000)
    expect(pagina.get_by_text("1 persona registrada")).to_be_visible()
