"""Reviewing and signing in the work space."""

import hashlib

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from asiste.conceptos.acciones.observaciones import observar
from asiste.conceptos.acciones.revision import devolver
from asiste.conceptos.models import Concepto, EjemplarConcepto, VersionLeida
from asiste.cuentas.acciones import codigo_totp
from asiste.cuentas.models import Rol, Usuario
from asiste.solicitudes.acciones import anular
from pruebas import fabricas
from pruebas.conceptos import casos
from pruebas.fabricas import AHORA

pytestmark = pytest.mark.django_db


def revisor(concepto: Concepto) -> Usuario:
    assert concepto.revisa is not None
    return concepto.revisa.usuario


def pagina(cliente: Client, vista: str, *argumentos: int) -> str:
    return cliente.get(reverse(f"equipo:{vista}", args=argumentos)).content.decode()


def enviar(cliente: Client, vista: str, *argumentos: int, **datos: object) -> str:
    return cliente.post(reverse(f"equipo:{vista}", args=argumentos), datos, follow=True).content.decode()


def por_firmar() -> tuple[Concepto, Client]:
    concepto = casos.por_firmar()
    return concepto, fabricas.sesion(revisor(concepto))


def firmar(cliente: Client, concepto: Concepto, prueba: str, *, abrir: bool = True) -> str:
    cliente.get(reverse("equipo:concepto-firma", args=[concepto.pk]))
    ejemplar = EjemplarConcepto.objects.latest("id")
    if abrir:
        cliente.get(reverse("equipo:concepto-ejemplar", args=[concepto.pk, ejemplar.pk]))
    datos = {"ejemplar": ejemplar.pk, "huella": ejemplar.archivo.huella, "prueba": prueba}
    return enviar(cliente, "concepto-firma", concepto.pk, **datos)


def test_se_envia_a_revision_a_quien_se_elige() -> None:
    concepto, andres = casos.escrito(), casos.cabeza()
    cliente = fabricas.sesion(concepto.proyecta.usuario)
    assert "Le pedimos la revisión a Andrés Molina." in enviar(cliente, "concepto-envio", concepto.pk, revisa=andres.pk)


def test_quien_revisa_observa_un_pasaje_y_quien_escribe_lo_resuelve() -> None:
    concepto = casos.en_revision()
    datos = {"clave": "analisis", "pasaje": "no obliga a crear un proceso", "texto": "Cite la guía."}
    vista = enviar(fabricas.sesion(revisor(concepto)), "observacion-nueva", concepto.pk, **datos)
    assert ("Cite la guía." in vista, "1 por resolver de 1" in vista) == (True, True)
    puesta = concepto.observaciones.get()
    cliente = fabricas.sesion(concepto.proyecta.usuario)
    vista = enviar(cliente, "observacion-respuesta", concepto.pk, puesta.pk, respuesta="Se citó.")
    assert ("Se citó." in vista, "0 por resolver de 1" in vista) == (True, True)


def test_un_pasaje_que_no_esta_se_dice_y_lo_escrito_se_conserva() -> None:
    concepto = casos.en_revision()
    datos = {"clave": "analisis", "pasaje": "esto no está", "texto": "Cite la guía."}
    vista = enviar(fabricas.sesion(revisor(concepto)), "observacion-nueva", concepto.pk, **datos)
    assert ("Ese pasaje no está en «Análisis técnico»" in vista, "Cite la guía." in vista) == (True, True)


def test_se_avisa_que_el_pasaje_observado_cambio() -> None:
    concepto = casos.en_revision()
    quien = revisor(concepto)
    observar(concepto=concepto, clave="analisis", pasaje="no obliga", texto="¿Seguro?", autor=quien, ahora=AHORA)
    devolver(concepto=concepto, motivo="Vea la observación.", autor=quien, ahora=AHORA)
    cliente = fabricas.sesion(concepto.proyecta.usuario)
    assert "El pasaje cambió" not in pagina(cliente, "concepto", concepto.pk)
    casos.escribir(concepto, "analisis", "La creación sí obliga.")
    assert "El pasaje cambió desde la observación." in pagina(cliente, "concepto", concepto.pk)


def test_lo_devuelto_dice_quien_y_por_que() -> None:
    concepto = casos.en_revision()
    enviar(fabricas.sesion(revisor(concepto)), "concepto-devolucion", concepto.pk, motivo="Falta el marco.")
    vista = pagina(fabricas.sesion(concepto.proyecta.usuario), "concepto", concepto.pk)
    assert ("Andrés Molina lo devolvió" in vista, "Falta el marco." in vista) == (True, True)


@pytest.mark.disposicion("6.3-conceptos")
def test_se_firma_con_la_contrasena_lo_que_se_abrio() -> None:
    concepto, cliente = por_firmar()
    assert "Firmó el concepto C-DDDI-2026-1." in firmar(cliente, concepto, fabricas.CONTRASENA)


def test_tambien_se_firma_con_el_codigo_de_la_aplicacion() -> None:
    concepto, cliente = por_firmar()
    assert "Firmó el concepto C-DDDI-2026-1." in firmar(cliente, concepto, codigo_totp(fabricas.SECRETO, AHORA))


def test_abrir_el_ejemplar_entrega_sus_bytes_y_deja_constancia() -> None:
    concepto, cliente = por_firmar()
    pagina(cliente, "concepto-firma", concepto.pk)
    ejemplar = EjemplarConcepto.objects.get()
    respuesta = cliente.get(reverse("equipo:concepto-ejemplar", args=[concepto.pk, ejemplar.pk]))
    entregado = hashlib.sha256(respuesta.getvalue()).hexdigest()
    assert VersionLeida.objects.get(usuario=revisor(concepto)).huella == entregado == ejemplar.archivo.huella
    assert "Usted ya lo abrió." in pagina(cliente, "concepto-firma", concepto.pk)


@pytest.mark.parametrize(
    ("cabeceras", "estado"),
    [
        ({"Sec-Purpose": "prefetch;prerender"}, 403),
        ({"Purpose": "prefetch"}, 403),
        ({"Sec-Fetch-Dest": "iframe"}, 403),
        ({"Sec-Fetch-Dest": "document"}, 200),
    ],
)
def test_lo_que_pide_el_navegador_por_su_cuenta_no_es_una_lectura(cabeceras: dict[str, str], estado: int) -> None:
    concepto, cliente = por_firmar()
    pagina(cliente, "concepto-firma", concepto.pk)
    direccion = reverse("equipo:concepto-ejemplar", args=[concepto.pk, EjemplarConcepto.objects.get().pk])
    assert cliente.get(direccion, headers=cabeceras).status_code == estado
    assert VersionLeida.objects.exists() == (estado == 200)


@pytest.mark.parametrize("prueba", ["", "otra-clave", "000000"])
def test_sin_probar_quien_es_no_se_firma(prueba: str) -> None:
    concepto, cliente = por_firmar()
    assert "Esa no es su contraseña" in firmar(cliente, concepto, prueba)
    assert Concepto.objects.get().numero == ""


def test_sin_abrirlo_no_se_firma() -> None:
    concepto, cliente = por_firmar()
    assert "Abra primero el PDF" in firmar(cliente, concepto, fabricas.CONTRASENA, abrir=False)


def test_si_el_numero_lo_tomo_otro_se_muestra_el_ejemplar_nuevo() -> None:
    concepto, cliente = por_firmar()
    pagina(cliente, "concepto-firma", concepto.pk)
    ejemplar = EjemplarConcepto.objects.get()
    cliente.get(reverse("equipo:concepto-ejemplar", args=[concepto.pk, ejemplar.pk]))
    casos.firmado(entidad=fabricas.entidad("sed"))
    datos = {"ejemplar": ejemplar.pk, "huella": ejemplar.archivo.huella, "prueba": fabricas.CONTRASENA}
    vista = enviar(cliente, "concepto-firma", concepto.pk, **datos)
    assert "a este le toca el C-DDDI-2026-2. Ábralo de nuevo." in vista
    assert EjemplarConcepto.objects.latest("id").archivo.huella in vista


def test_si_no_se_puede_sellar_se_dice_y_nada_cambia(settings: Settings) -> None:
    concepto, cliente = por_firmar()
    settings.SELLO_DE_PRUEBA = False
    assert "No se pudo sellar y no se firmó nada." in firmar(cliente, concepto, fabricas.CONTRASENA)
    assert Concepto.objects.get().estado == "firma"


def test_el_ejemplar_de_otro_no_se_abre() -> None:
    concepto, cliente = por_firmar()
    pagina(cliente, "concepto-firma", concepto.pk)
    ejemplar, directora = EjemplarConcepto.objects.get(), casos.cabeza("dddi")
    ajena = fabricas.sesion(directora.usuario)
    assert ajena.get(reverse("equipo:concepto-ejemplar", args=[concepto.pk, ejemplar.pk])).status_code == 404


def test_con_muchos_intentos_hay_que_esperar() -> None:
    concepto, cliente = por_firmar()
    vistas = [firmar(cliente, concepto, "otra-clave") for _ in range(11)]
    assert "Hubo demasiados intentos." in vistas[-1]


def test_lo_firmado_se_descarga_y_dice_que_falta() -> None:
    firmado = casos.firmado(solicitante_correo="")
    cliente = fabricas.sesion(firmado.proyecta.usuario)
    vista = pagina(cliente, "concepto", firmado.pk)
    assert ("C-DDDI-2026-1" in vista, "Sin notificar: la solicitud no tiene correo." in vista) == (True, True)
    assert "Quedó notificado." in enviar(cliente, "concepto-entrega", firmado.pk, como="En físico.")
    respuesta = cliente.get(reverse("equipo:concepto-firmado", args=[firmado.pk]))
    assert (respuesta.headers["Content-Type"], respuesta.getvalue()[:5]) == ("application/pdf", b"%PDF-")


def test_se_dice_que_hoy_nadie_puede_firmarlo() -> None:
    concepto = casos.por_firmar()
    quien = revisor(concepto)
    quien.is_active = False
    quien.save()
    vista = pagina(fabricas.sesion(concepto.proyecta.usuario), "concepto", concepto.pk)
    assert "Hoy nadie puede firmarlo" in vista


def test_se_dice_que_la_solicitud_se_anulo_mientras_se_escribia() -> None:
    concepto, directora = casos.escrito(), casos.cabeza("dddi", rol=Rol.DIRECCION).usuario
    anular(solicitud=concepto.solicitud, motivo="Repetida.", autor=directora, ahora=AHORA)
    vista = pagina(fabricas.sesion(concepto.proyecta.usuario), "concepto", concepto.pk)
    assert "La solicitud se anuló: deje el concepto sin efecto." in vista


def test_el_encargado_de_otra_direccion_encuentra_lo_que_debe_firmar() -> None:
    concepto, encargado = casos.por_firmar(), fabricas.funcionario("ssda", nombre="Hernán Vélez")
    cliente = fabricas.sesion(encargado.usuario)
    assert cliente.get(reverse("equipo:concepto-firma", args=[concepto.pk])).status_code == 404
    assert concepto.revisa is not None
    casos.encargar(encargado, concepto.dependencia, autor=concepto.revisa)
    lista = cliente.get(reverse("equipo:conceptos"), {"de": "firmar"}).content.decode()
    assert (reverse("equipo:concepto", args=[concepto.pk]) in lista, "Por firmar" in lista) == (True, True)
    assert "Firmó el concepto C-DDDI-2026-1." in firmar(cliente, concepto, fabricas.CONTRASENA)


def test_la_entidad_ve_el_concepto_en_su_solicitud_y_lo_descarga() -> None:
    enlace = fabricas.enlace("sdh", correo="carlos.pena@shd.gov.co")
    firmado = casos.firmado()
    cliente = fabricas.sesion(fabricas.cuenta(enlace))
    caso = firmado.solicitud
    vista = cliente.get(reverse("entidad:solicitud", args=[caso.radicado])).content.decode()
    anexo = caso.anexos.get(nombre="Concepto C-DDDI-2026-1.pdf")
    respuesta = cliente.get(reverse("entidad:anexo", args=[anexo.pk]))
    assert "Concepto C-DDDI-2026-1.pdf" in vista
    assert firmado.documento is not None
    assert hashlib.sha256(respuesta.getvalue()).hexdigest() == firmado.documento.huella
