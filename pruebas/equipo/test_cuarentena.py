"""Messages held back."""

import pytest
from django.test import Client
from django.urls import reverse

from asiste.correo.models import MensajeEntrante
from asiste.cuentas.models import Rol
from asiste.portafolio.models import Canal
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas

LISTA = reverse("equipo:cuarentena")
CRUDO = b"From: Ana <ana@correo.example>\nTo: mipgdistrito@alcaldiabogota.gov.co\nSubject: Factura\n\nAbra el archivo"


def retener(oficina: str | None = "dddi", crudo: bytes = CRUDO, texto: str = "Abra el archivo") -> MensajeEntrante:
    """A message held back, of the mailbox of an office or of none."""
    return MensajeEntrante.objects.create(
        crudo=fabricas.archivo(contenido=crudo).archivo,
        guardado_en=fabricas.AHORA,
        resultado=MensajeEntrante.Resultado.CUARENTENA,
        motivo="Parece una suplantación.",
        buzon=Canal.objects.buzones().filter(dependencia__clave=oficina).first() if oficina else None,
        de_nombre="Ana",
        de_correo="ana@correo.example",
        asunto="Factura",
        texto=texto,
        avisos=["El adjunto es un programa."],
    )


@pytest.fixture
def retenido(db: None) -> MensajeEntrante:
    """One in the mailbox of the DDDI."""
    return retener()


def ver(nombre: str, mensaje: MensajeEntrante) -> str:
    return reverse(f"equipo:{nombre}", args=[mensaje.pk])


def test_lista_los_de_sus_buzones_y_los_de_ninguno(radicadora: Client, retenido: MensajeEntrante) -> None:
    retener("ddab", b"otro buzon")
    de_ninguno = retener(None, b"sin buzon")
    assert radicadora.get(LISTA).context["pagina"].filas == [retenido, de_ninguno]


def test_sin_mensajes_lo_dice(radicadora: Client) -> None:
    assert "No hay mensajes en cuarentena" in radicadora.get(LISTA).content.decode()


def test_se_ve_como_texto_con_sus_advertencias(radicadora: Client) -> None:
    mensaje = retener(texto="<a href='http://malo.example'>Pague</a>")
    pagina = radicadora.get(ver("mensaje-retenido", mensaje)).content.decode()
    assert "&lt;a href=" in pagina
    assert "El adjunto es un programa." in pagina
    assert "Parece una suplantación." in pagina


def test_el_original_se_descarga_inerte(radicadora: Client, retenido: MensajeEntrante) -> None:
    respuesta = radicadora.get(ver("original-retenido", retenido))
    assert respuesta.getvalue() == CRUDO
    assert respuesta.headers["Content-Disposition"] == f'attachment; filename="mensaje-{retenido.pk}.eml"'


def test_se_radica_en_la_dependencia_elegida(radicadora: Client, retenido: MensajeEntrante) -> None:
    oficina = fabricas.dependencia("stdi")
    respuesta = radicadora.post(ver("radicacion", retenido), {"dependencia": oficina.pk})
    retenido.refresh_from_db()
    solicitud = Solicitud.objects.get()
    assert (retenido.resultado, retenido.solicitud) == (MensajeEntrante.Resultado.RADICADO, solicitud)
    assert (solicitud.asunto, solicitud.dependencia) == ("Factura", oficina)
    assert respuesta.headers["Location"] == reverse("equipo:solicitud", args=[solicitud.radicado])


def test_propone_la_dependencia_de_su_buzon(radicadora: Client, retenido: MensajeEntrante) -> None:
    form = radicadora.get(ver("radicacion", retenido)).context["form"]
    assert form.initial["dependencia"] == fabricas.dependencia("dddi").pk


def test_no_se_radica_en_una_dependencia_ajena(radicadora: Client, retenido: MensajeEntrante) -> None:
    respuesta = radicadora.post(ver("radicacion", retenido), {"dependencia": fabricas.dependencia("ddab").pk})
    assert list(respuesta.context["form"].errors) == ["dependencia"]
    assert not Solicitud.objects.exists()


def test_se_descarta_con_motivo_y_se_conserva(radicadora: Client, retenido: MensajeEntrante) -> None:
    radicadora.post(ver("descarte", retenido), {"motivo": "Publicidad"})
    retenido.refresh_from_db()
    assert retenido.resultado == MensajeEntrante.Resultado.DESCARTADO
    assert retenido.motivo == "Parece una suplantación.\nDescartado por Yolanda Castro: Publicidad"
    assert radicadora.get(LISTA).context["pagina"].filas == []


def test_no_se_descarta_sin_motivo(radicadora: Client, retenido: MensajeEntrante) -> None:
    respuesta = radicadora.post(ver("descarte", retenido), {"motivo": ""})
    assert respuesta.context["form"].errors == {"motivo": ["Escriba por qué se descarta."]}


@pytest.mark.parametrize("nombre", ["mensaje-retenido", "original-retenido", "radicacion", "descarte"])
def test_el_de_otra_direccion_no_existe(retenido: MensajeEntrante, nombre: str) -> None:
    archivero = fabricas.sesion(fabricas.funcionario("ddab", nombre="Fabio", rol=Rol.RADICADOR).usuario)
    assert archivero.get(ver(nombre, retenido)).status_code == 404
