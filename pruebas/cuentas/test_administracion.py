"""The administration: only for its role, with the site's sign-in, and light on the database."""

import pytest
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.contrib.admin import ModelAdmin, site
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asiste.calendario.acciones import agregar_dia_no_habil
from asiste.correo.models import BuzonImap
from asiste.cuentas.models import Rol, Usuario
from asiste.directorio.acciones import asignar_asesor, encargar_oficina, registrar_ausencia
from asiste.directorio.models import AsesorAsignado, Enlace
from asiste.portafolio.models import Canal, Tema
from pruebas import fabricas
from pruebas.cuentas.conftest import AHORA, codigo_de_ahora, dar_contrasena

pytestmark = pytest.mark.django_db
HOY = AHORA.date()
INICIO = "/administracion/"
NUESTROS = [modelo for modelo in site._registry if modelo._meta.app_config.name.startswith("asiste.")]
EDITABLES = [
    modelo for modelo in NUESTROS if type(site._registry[modelo]).has_add_permission is ModelAdmin.has_add_permission
]
DE_LECTURA = [modelo for modelo in NUESTROS if modelo not in EDITABLES]


def pagina(modelo: type[Model], vista: str, *partes: object) -> str:
    """Address of a page of the administration of a table."""
    return reverse(f"admin:{modelo._meta.label_lower.replace('.', '_')}_{vista}", args=partes)


def consultas(client: Client, direccion: str) -> int:
    """How many queries a page asks."""
    with CaptureQueriesContext(
        connection,
    ) as hechas:
        assert client.get(direccion).status_code == 200
    return len(hechas)


@pytest.fixture
def dentro(client: Client, administradora: Usuario) -> Client:
    """The browser of the administration."""
    client.force_login(administradora)
    return client


@pytest.fixture
def reparto() -> None:
    """Two rows, at least, of everything the directory and the calendar keep."""
    uno, dos = (fabricas.funcionario(nombre=nombre) for nombre in ("Laura Ortiz", "Leo Paz"))
    for asesor, sustituto, clave in ((uno, dos, "sdh"), (dos, uno, "idu")):
        entidad = fabricas.enlace(clave).entidad
        registrar_ausencia(asesor=asesor, sustituto=sustituto, desde=HOY, hasta=HOY, motivo="Vacaciones")
        asignar_asesor(dependencia=asesor.dependencia, asesor=asesor, entidad=entidad, desde=HOY)
    for clave in ("stdi", "imprenta"):
        oficina, acto = fabricas.dependencia(clave), "Resolución 90 de 2026"
        encargar_oficina(
            dependencia=oficina, funcionario=uno, desde=HOY, acto=acto, autor=dos.usuario, ahora=fabricas.AHORA
        )
    for canal in Canal.objects.buzones()[:2]:
        BuzonImap.objects.create(canal=canal, servidor="imap.example", usuario=canal.valor)
    agregar_dia_no_habil(fecha=HOY, motivo="Día cívico", acto="Decreto 90 de 2026")


def test_pide_el_ingreso_de_siempre_con_segundo_paso(client: Client, administradora: Usuario) -> None:
    respuesta = client.get(INICIO, follow=True)
    assert respuesta.redirect_chain[-1][0] == "/cuenta/equipo/?next=/administracion/"
    dar_contrasena(client, administradora, siguiente=INICIO)
    respuesta = client.post("/cuenta/equipo/codigo/", {"code": codigo_de_ahora()})
    assert respuesta.headers["Location"] == INICIO
    assert client.get(INICIO).status_code == 200


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol != Rol.ADMINISTRACION])
def test_los_demas_roles_no_la_ven(client: Client, asesora: Usuario, rol: Rol) -> None:
    Usuario.objects.filter(pk=asesora.pk).update(rol=rol)
    client.force_login(asesora)
    assert client.get(INICIO, follow=True).status_code == 403


@pytest.mark.parametrize(
    "etiqueta",
    [
        "mfa.authenticator",
        "account.emailaddress",
        "socialaccount.socialapp",
        "auth.group",
        "procrastinate.procrastinatejob",
    ],
)
def test_los_secretos_y_los_grupos_no_estan(etiqueta: str) -> None:
    assert not site.is_registered(apps.get_model(etiqueta))


@pytest.mark.parametrize("modelo", NUESTROS, ids=lambda modelo: modelo._meta.label)
def test_toda_lista_abre_y_busca(dentro: Client, reparto: None, modelo: type[Model]) -> None:
    lista = pagina(modelo, "changelist")
    respuestas = [dentro.get(lista).status_code, dentro.get(lista, {"q": "AT-2026-1"}).status_code]
    assert respuestas == [200, 200]


@pytest.mark.parametrize("modelo", EDITABLES, ids=lambda modelo: modelo._meta.label)
def test_todo_catalogo_se_puede_agregar_y_cambiar(dentro: Client, reparto: None, modelo: type[Model]) -> None:
    assert dentro.get(pagina(modelo, "add")).status_code == 200
    fila = modelo._default_manager.order_by("pk").first()
    assert fila is not None
    assert dentro.get(pagina(modelo, "change", fila.pk)).status_code == 200


@pytest.mark.parametrize("modelo", DE_LECTURA, ids=lambda modelo: modelo._meta.label)
def test_lo_que_es_de_lectura_no_se_agrega(dentro: Client, modelo: type[Model]) -> None:
    assert dentro.get(pagina(modelo, "add")).status_code == 403


@pytest.mark.parametrize(
    "modelo",
    [modelo for modelo in EDITABLES if modelo._meta.app_label in {"directorio", "portafolio", "cuentas"}],
    ids=lambda modelo: modelo._meta.label,
)
def test_la_lista_cuesta_lo_mismo_con_una_fila_que_con_todas(
    dentro: Client, reparto: None, modelo: type[Model]
) -> None:
    primera = modelo._default_manager.order_by("pk").first()
    assert primera is not None
    assert modelo._default_manager.count() > 1
    lista = pagina(modelo, "changelist")
    consultas(dentro, lista)  # content types are read once
    assert consultas(dentro, f"{lista}?id={primera.pk}") == consultas(dentro, f"{lista}?id__gte=0")


@pytest.mark.parametrize(
    ("modelo", "campo"),
    [(AsesorAsignado, "asesor"), (AsesorAsignado, "tema"), (Enlace, "entidad"), (Tema, "dependencia")],
)
def test_la_busqueda_de_un_campo_no_pregunta_por_cada_resultado(
    dentro: Client, reparto: None, modelo: type[Model], campo: str
) -> None:
    datos = {"app_label": modelo._meta.app_label, "model_name": modelo._meta.model_name or "", "field_name": campo}
    with CaptureQueriesContext(connection) as hechas:
        respuesta = dentro.get(reverse("admin:autocomplete"), datos)
    assert len(respuesta.json()["results"]) > 1
    assert len(hechas) == 5  # session, person, second factor, how many, which


def test_se_crea_una_persona_sin_contrasena(dentro: Client) -> None:
    datos = {"email": "Leo@SG.gov.co", "nombre": "Leo Paz", "rol": "asesor", "is_active": "on"}
    assert dentro.post(pagina(Usuario, "add"), datos).status_code == 302
    leo = Usuario.objects.get(email="leo@sg.gov.co")
    assert (leo.nombre, leo.rol, leo.is_staff, leo.has_usable_password()) == ("Leo Paz", Rol.ASESOR, False, False)


def test_un_correo_repetido_se_explica(dentro: Client, asesora: Usuario) -> None:
    datos = {"email": asesora.email.upper(), "nombre": "Otra", "rol": "asesor", "is_active": "on"}
    errores = dentro.post(pagina(Usuario, "add"), datos).context["adminform"].form.errors
    assert list(errores) == ["email"]


def test_cambiar_el_rol_a_contacto_quita_su_contrasena(dentro: Client, asesora: Usuario) -> None:
    datos = {"email": asesora.email, "nombre": asesora.nombre, "rol": "enlace", "is_active": "on"}
    dentro.post(pagina(Usuario, "change", asesora.pk), datos)
    asesora.refresh_from_db()
    assert (asesora.rol, asesora.has_usable_password()) == (Rol.ENLACE, False)


def test_a_quien_pierde_el_telefono_se_le_quita_el_segundo_paso(dentro: Client, asesora: Usuario) -> None:
    datos = {"action": "quitar_segundo_factor", "_selected_action": [asesora.pk]}
    dentro.post(pagina(Usuario, "changelist"), datos)
    assert not Authenticator.objects.filter(user=asesora).exists()
