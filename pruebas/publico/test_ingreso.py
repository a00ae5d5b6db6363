"""The phone page where who comes to a session registers."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.test import Client

from asiste.agenda import acciones, ingreso
from asiste.agenda.models import Asistencia, Sesion
from asiste.cuentas.models import Rol
from asiste.directorio.models import Dominio
from asiste.web.publico.agenda.views.ingreso import POR_PASE
from pruebas import fabricas, fabricas_agenda, fabricas_asistencia
from pruebas.fabricas_agenda import MANANA

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def reloj() -> Iterator[time_machine.Traveller]:
    """As the session begins."""
    with time_machine.travel(MANANA, tick=False) as quieto:
        yield quieto


@pytest.fixture
def sesion() -> Sesion:
    """A table of work of today, from ten to half past eleven."""
    return fabricas_agenda.sesion()


def leer(client: Client, sesion: Sesion, codigo: str = "") -> str:
    """The page that opens on scanning."""
    bueno = codigo or ingreso.codigo_en(sesion, datetime.now(tz=fabricas.BOGOTA))
    return client.get(f"/asistencia/{sesion.clave}/", {"c": bueno}).content.decode()


def pase_de(pagina: str) -> str:
    hallado = re.search(r'name="pase" value="([^"]+)"', pagina)
    assert hallado, pagina
    return hallado[1]


def enviar(client: Client, sesion: Sesion, **datos: object) -> str:
    """The form sent by who scans, having accepted the notice."""
    completo = {"pase": pase_de(leer(client, sesion)), "acepta": "on", **datos}
    return client.post(f"/asistencia/{sesion.clave}/", completo).content.decode()


def quien(client: Client, sesion: Sesion, correo: str, pase: str) -> str:
    """The fragment about an address."""
    return client.post(f"/asistencia/{sesion.clave}/quien/", {"correo": correo, "pase": pase}).content.decode()


@pytest.mark.disposicion("5-medios")
def test_al_invitado_le_basta_su_correo(client: Client, sesion: Sesion) -> None:
    invitado = fabricas_asistencia.invitado(sesion)
    pagina = enviar(client, sesion, correo=invitado.correo)
    unica = Asistencia.objects.get()
    assert (unica.invitado, unica.medio, unica.nombre) == (invitado, "codigo", invitado.nombre)
    assert "<h1>Asistencia registrada</h1>" in pagina


def test_a_quien_solo_sabe_un_correo_no_se_le_muestra_el_nombre_completo(client: Client, sesion: Sesion) -> None:
    invitado = fabricas_asistencia.invitado(sesion)
    pagina = enviar(client, sesion, correo=invitado.correo)
    assert ("Jairo E. C." in pagina, "Castellanos" in pagina) == (True, False)


def test_al_escribir_el_correo_dice_a_quien_reconocio(client: Client, sesion: Sesion) -> None:
    invitado = fabricas_asistencia.invitado(sesion)
    fragmento = quien(client, sesion, invitado.correo, pase_de(leer(client, sesion)))
    assert f"Le reconocimos: Jairo E. C., {fabricas.entidad().corto}" in fragmento
    assert "No soy yo o mis datos cambiaron" in fragmento


def test_sin_javascript_se_comprueba_el_correo_con_un_boton(client: Client, sesion: Sesion) -> None:
    enlace = fabricas.enlace("sed", nombre="Ana Ruiz Gil")
    pagina = enviar(client, sesion, correo=enlace.correo, comprobar="si")
    assert "Le reconocimos: Ana R. G." in pagina
    assert f'value="{enlace.correo}"' in pagina
    assert not Asistencia.objects.exists()


def test_sin_haber_leido_el_codigo_no_se_pregunta_por_nadie(client: Client, sesion: Sesion) -> None:
    invitado = fabricas_asistencia.invitado(sesion)
    assert "Le reconocimos" not in quien(client, sesion, invitado.correo, "inventado")


def test_quien_prueba_muchos_correos_deja_de_recibir_nombres(client: Client, sesion: Sesion) -> None:
    invitado, pase = fabricas_asistencia.invitado(sesion), pase_de(leer(client, sesion))
    vistos = ["Le reconocimos" in quien(client, sesion, invitado.correo, pase) for _ in range(POR_PASE + 2)]
    assert vistos == [True] * POR_PASE + [False] * 2


def test_a_quien_no_se_conoce_se_le_piden_nombre_y_entidad(client: Client, sesion: Sesion) -> None:
    pagina = enviar(client, sesion, correo="nadie@nada.co")
    assert "No encontramos ese correo en la lista: escriba su nombre." in pagina
    assert "Elija su entidad, o escríbala abajo." in pagina
    assert not Asistencia.objects.exists()


def test_quien_viene_sin_invitacion_queda_con_lo_que_escribio(client: Client, sesion: Sesion) -> None:
    datos = {"nombre": "Ana Ruiz", "entidad_nombre": "Universidad Nacional", "cargo": "Docente", "telefono": "300"}
    pagina = enviar(client, sesion, correo="Ana@UNAL.edu.co", **datos)
    unica = Asistencia.objects.get()
    assert (unica.correo, unica.entidad, unica.invitado) == ("ana@unal.edu.co", None, None)
    assert {campo: getattr(unica, campo) for campo in datos} == datos
    assert "Ana Ruiz<br>Universidad Nacional" in pagina


def test_el_dominio_de_una_sola_entidad_la_propone(client: Client, sesion: Sesion) -> None:
    entidad = fabricas.entidad("idu")
    Dominio.objects.create(entidad=entidad, dominio="unica.gov.co")
    fragmento = quien(client, sesion, "ana@unica.gov.co", pase_de(leer(client, sesion)))
    assert f'<option value="{entidad.pk}" selected>' in fragmento


def test_quien_cambio_de_cargo_lo_escribe_y_lo_demas_se_sabe(client: Client, sesion: Sesion) -> None:
    invitado = fabricas_asistencia.invitado(sesion)
    enviar(client, sesion, correo=invitado.correo, cargo="Directora")
    unica = Asistencia.objects.get()
    assert (unica.nombre, unica.cargo, unica.entidad) == (invitado.nombre, "Directora", invitado.entidad)


def test_sin_autorizar_no_se_registra(client: Client, sesion: Sesion) -> None:
    invitado = fabricas_asistencia.invitado(sesion)
    pagina = enviar(client, sesion, correo=invitado.correo, acepta="")
    assert "Sin su autorización no podemos registrarle" in pagina
    assert not Asistencia.objects.exists()


def test_registrarse_otra_vez_dice_desde_cuando_estaba(
    client: Client, sesion: Sesion, reloj: time_machine.Traveller
) -> None:
    invitado = fabricas_asistencia.invitado(sesion)
    enviar(client, sesion, correo=invitado.correo)
    reloj.move_to(MANANA + timedelta(minutes=5))
    pagina = enviar(client, sesion, correo=invitado.correo)
    assert "Su asistencia ya estaba registrada a las 10:00\xa0a.\xa0m." in pagina
    assert Asistencia.objects.count() == 1


def test_un_codigo_vencido_pide_leerlo_de_nuevo(client: Client, sesion: Sesion) -> None:
    viejo = ingreso.codigo_en(sesion, MANANA - timedelta(minutes=5))
    assert "Lea otra vez el código" in leer(client, sesion, viejo)


def test_quien_tarda_mas_de_quince_minutos_lee_otra_vez(
    client: Client, sesion: Sesion, reloj: time_machine.Traveller
) -> None:
    pase = pase_de(leer(client, sesion))
    reloj.move_to(MANANA + timedelta(minutes=16))
    datos = {"pase": pase, "acepta": "on", "correo": "a@b.co", "nombre": "Ana", "entidad_nombre": "U"}
    pagina = client.post(f"/asistencia/{sesion.clave}/", datos).content.decode()
    assert "Lea otra vez el código" in pagina
    assert not Asistencia.objects.exists()


def test_quien_leyo_a_tiempo_entra_aunque_ya_cerrara(
    client: Client, sesion: Sesion, reloj: time_machine.Traveller
) -> None:
    reloj.move_to(ingreso.cierra_en(sesion))
    pase = pase_de(leer(client, sesion))
    reloj.move_to(ingreso.cierra_en(sesion) + timedelta(minutes=5))
    datos = {"pase": pase, "acepta": "on", "correo": "a@b.co", "nombre": "Ana", "entidad_nombre": "U"}
    client.post(f"/asistencia/{sesion.clave}/", datos)
    assert Asistencia.objects.count() == 1


@pytest.mark.parametrize(
    ("cuando", "dice"),
    [
        (MANANA - timedelta(hours=2), "Abre el viernes 20\xa0nov 2026, 9:30\xa0a.\xa0m."),
        (MANANA + timedelta(hours=3), "Cerró el viernes 20\xa0nov 2026, 12:30\xa0p.\xa0m."),
    ],
)
def test_fuera_de_sus_horas_dice_cuando(
    client: Client, sesion: Sesion, reloj: time_machine.Traveller, cuando: datetime, dice: str
) -> None:
    reloj.move_to(cuando)
    assert dice in leer(client, sesion)


def test_si_se_cancela_mientras_se_registran_lo_dice_y_conserva_lo_registrado(client: Client, sesion: Sesion) -> None:
    enviar(client, sesion, correo="a@b.co", nombre="Ana", entidad_nombre="U")
    pase = pase_de(leer(client, sesion))
    autor = fabricas.usuario(rol=Rol.ASESOR)
    acciones.cancelar(sesion=sesion, motivo="Se fue la luz", autor=autor, ahora=MANANA)
    datos = {"pase": pase, "acepta": "on", "correo": "c@b.co", "nombre": "Eva", "entidad_nombre": "U"}
    pagina = client.post(f"/asistencia/{sesion.clave}/", datos).content.decode()
    assert "«Se fue la luz»" in pagina
    assert "su registro se conserva" in pagina
    assert list(Asistencia.objects.values_list("nombre", flat=True)) == ["Ana"]


def test_quien_llega_sin_cupo_se_registra_y_lo_sabe(client: Client) -> None:
    sesion = fabricas_agenda.sesion(cupo=1)
    fabricas_asistencia.asistencia(sesion)
    pagina = enviar(client, sesion, correo="a@b.co", nombre="Ana", entidad_nombre="U")
    assert "El cupo ya estaba completo" in pagina
    assert Asistencia.objects.get(correo="a@b.co").fuera_de_cupo


def test_el_enlace_de_papel_no_prueba_que_se_estuvo_en_la_sala(client: Client, sesion: Sesion) -> None:
    pase = pase_de(leer(client, sesion, ingreso.codigo_fijo(sesion)))
    datos = {"pase": pase, "acepta": "on", "correo": "a@b.co", "nombre": "Ana", "entidad_nombre": "U"}
    client.post(f"/asistencia/{sesion.clave}/", datos)
    assert Asistencia.objects.get().medio == "enlace"


def test_el_codigo_escrito_lleva_a_su_sesion(client: Client, sesion: Sesion) -> None:
    codigo = ingreso.codigo_en(sesion, MANANA)
    respuesta = client.get("/a/", {"codigo": f"{codigo[:3]} {codigo[3:]}".upper()})
    destino = urlsplit(respuesta.headers["Location"])
    assert destino.path == f"/asistencia/{sesion.clave}/"
    assert "Registrar mi asistencia</button>" in leer(client, sesion, parse_qs(destino.query)["c"][0])


def test_un_codigo_que_nadie_muestra_se_dice(client: Client, sesion: Sesion) -> None:
    assert "Ese código ya no está en pantalla" in client.get("/a/", {"codigo": "aaa aaa"}).content.decode()


def test_una_direccion_que_no_es_de_ninguna_sesion_no_existe(client: Client) -> None:
    assert client.get("/asistencia/nohayninguna/").status_code == 404


def test_nada_de_esto_se_guarda_en_el_camino(client: Client, sesion: Sesion) -> None:
    respuesta = client.get(f"/asistencia/{sesion.clave}/", {"c": ingreso.codigo_en(sesion, MANANA)})
    assert "no-store" in respuesta.headers["Cache-Control"]
    assert respuesta.headers["Referrer-Policy"] == "same-origin"


def test_por_el_enlace_del_chat_solo_se_reconoce_a_los_invitados(client: Client, sesion: Sesion) -> None:
    contacto = fabricas.enlace(nombre="Jairo Enrique Castellanos")
    pase = pase_de(leer(client, sesion, ingreso.codigo_fijo(sesion)))
    assert "Le reconocimos" not in quien(client, sesion, contacto.correo, pase)


def test_un_telefono_no_registra_a_una_multitud(client: Client, sesion: Sesion) -> None:
    pase = pase_de(leer(client, sesion))
    for numero in range(7):
        enviar(
            client, sesion, correo=f"uno{numero}@ejemplo.co", nombre=f"Uno {numero}", entidad_nombre="Otra", pase=pase
        )
    assert Asistencia.objects.count() == 5
