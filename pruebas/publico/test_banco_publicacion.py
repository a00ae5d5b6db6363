"""The page of a publication."""

from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asiste.conceptos.models import Concepto
from asiste.conocimiento.models import Publicacion, Relacion
from asiste.documentos.models import Documento
from pruebas import fabricas, fabricas_conceptos

pytestmark = pytest.mark.django_db


def pagina(client: Client, publicacion: Publicacion) -> str:
    """Its page."""
    return client.get(reverse("publicacion", args=[publicacion.clave])).content.decode()


def caida(estado: str = "no-vigente", motivo: str = "Cambió la norma", **cambios: Any) -> Publicacion:
    """One that no longer holds."""
    una = fabricas_conceptos.publicacion(**cambios)
    Publicacion.objects.filter(pk=una.pk).update(estado=estado, motivo=motivo)
    una.refresh_from_db()
    return una


def relacionar(origen: Publicacion, tipo: str, destino: Publicacion) -> None:
    """The later one does something to the earlier one."""
    Relacion.objects.create(origen=origen, tipo=tipo, destino=destino)


@pytest.mark.disposicion("7.1.3-banco-conceptos")
def test_la_pagina_trae_el_texto_con_su_formato(client: Client) -> None:
    una = fabricas_conceptos.publicacion(html="<h2>Conclusiones</h2><p>Se <strong>publica</strong>.</p>")
    assert "<h2>Conclusiones</h2><p>Se <strong>publica</strong>.</p>" in pagina(client, una)


@pytest.mark.disposicion("5-instrumentos")
def test_un_instrumento_lleva_a_donde_esta_y_dice_de_quien_es(client: Client) -> None:
    una = fabricas_conceptos.publicacion(
        clase="instrumento",
        numero="",
        formato="video",
        titulo="Cómo foliar",
        html="",
        texto="",
        enlace="https://www.archivogeneral.gov.co/foliar",
        de_quien="Archivo General de la Nación",
    )
    texto = pagina(client, una)
    assert 'href="https://www.archivogeneral.gov.co/foliar"' in texto
    assert ("Abrir video" in texto, "Archivo General de la Nación" in texto) == (True, True)


@pytest.mark.disposicion("7.1.3-lineas-tecnicas", "7.1.3-guia-proyectos")
@pytest.mark.parametrize("clase", ["linea", "guia"])
def test_las_lineas_y_las_guias_tienen_su_pagina(client: Client, clase: str) -> None:
    una = fabricas_conceptos.publicacion(clase=clase, numero="", titulo="Formulación de proyectos")
    assert "<h1>Formulación de proyectos</h1>" in pagina(client, una)


def test_lo_que_no_rige_dice_arriba_quien_lo_dejo_sin_efecto(client: Client) -> None:
    vieja, nueva = caida(numero="C-DDAB-2024-3"), fabricas_conceptos.publicacion(numero="C-DDAB-2026-900")
    relacionar(nueva, "sin-efecto", vieja)
    texto = pagina(client, vieja)
    assert "Este concepto no está vigente: quedó sin efecto por el concepto C-DDAB-2026-900" in texto
    assert texto.index("no está vigente") < texto.index("hoja-acto")


def test_lo_retirado_conserva_su_direccion_con_el_motivo_y_sin_el_texto(client: Client) -> None:
    una = caida("retirada", "Traía datos personales", html="<p>Cédula de Ana</p>", resumen="Caso de Ana")
    respuesta = client.get(reverse("publicacion", args=[una.clave]))
    texto = respuesta.content.decode()
    assert (respuesta.status_code, respuesta.headers["X-Robots-Tag"]) == (200, "noindex")
    assert ("Este concepto se retiró del banco" in texto, "Traía datos personales" in texto) == (True, True)
    assert [frase for frase in ("Cédula", "Caso de Ana") if frase in texto] == []


def test_lo_retirado_no_se_descarga(client: Client) -> None:
    una = caida("retirada", archivo=fabricas.archivo().archivo)
    assert client.get(reverse("publicacion-archivo", args=[una.clave])).status_code == 404


def test_las_relaciones_se_ven_por_los_dos_lados(client: Client) -> None:
    vieja, nueva = fabricas_conceptos.publicacion(), fabricas_conceptos.publicacion()
    relacionar(nueva, "aclara", vieja)
    assert f'Aclara <a href="/conocimiento/{vieja.clave}/"' in pagina(client, nueva)
    assert f'Aclarado por <a href="/conocimiento/{nueva.clave}/"' in pagina(client, vieja)


@pytest.mark.parametrize(("tipo", "dice"), [("modifica", "hace cambios"), ("aclara", "hace aclaraciones")])
def test_lo_que_otro_cambio_se_lee_con_el(client: Client, tipo: str, dice: str) -> None:
    vieja, nueva = fabricas_conceptos.publicacion(), fabricas_conceptos.publicacion(numero="C-DDAB-2026-900")
    relacionar(nueva, tipo, vieja)
    assert f"Léase con el concepto C-DDAB-2026-900, que {dice}" in pagina(client, vieja)


def test_quien_lee_algo_que_cita_lo_retirado_lo_sabe(client: Client) -> None:
    caida("retirada", "Se publicó por error", numero="C-DDAB-2024-3")
    una = fabricas_conceptos.publicacion(texto="Según el C-DDAB-2024-3, procede.")
    texto = pagina(client, una)
    assert "Se apoya en el concepto C-DDAB-2024-3, que se retiró" in texto
    assert "Se publicó por error" in texto


def test_quien_lee_algo_que_reitera_lo_que_ya_no_rige_lo_sabe(client: Client) -> None:
    una = fabricas_conceptos.publicacion()
    relacionar(una, "reitera", caida(numero="C-DDAB-2024-3"))
    assert "Se apoya en el concepto C-DDAB-2024-3, que ya no está vigente" in pagina(client, una)


def test_a_quien_dejo_otro_sin_efecto_no_se_le_avisa_de_lo_que_hizo(client: Client) -> None:
    una = fabricas_conceptos.publicacion(texto="Deja sin efecto el C-DDAB-2024-3.")
    relacionar(una, "sin-efecto", caida(numero="C-DDAB-2024-3"))
    assert "Se apoya en" not in pagina(client, una)


def test_las_relacionadas_son_vigentes_de_sus_temas_la_mas_parecida_primero(client: Client) -> None:
    temas = [fabricas.tema("ddab-digitalizacion")]
    una = fabricas_conceptos.publicacion(titulo="Digitalización certificada", temas=temas)
    lejana = fabricas_conceptos.publicacion(titulo="Escáneres", texto="", resumen="", temas=temas)
    parecida = fabricas_conceptos.publicacion(titulo="Digitalización de planos", temas=temas)
    caida(titulo="Digitalización vieja", temas=temas)
    fabricas_conceptos.publicacion(titulo="Digitalización ajena")
    texto = pagina(client, una).partition("Publicaciones relacionadas")[2].partition("</section>")[0]
    assert [cual for cual in ("Digitalización vieja", "Digitalización ajena") if cual in texto] == []
    assert texto.index(parecida.titulo) < texto.index(lejana.titulo)


def test_un_concepto_firmado_lleva_a_su_verificacion(client: Client) -> None:
    una = fabricas_conceptos.publicacion()
    documento = Documento.objects.create(
        codigo="K7QM-2XVB-9RTD",
        titulo="Concepto",
        emisor="Archivo de Bogotá",
        archivo=fabricas.archivo("firmado.pdf", b"%PDF-1.7 firmado").archivo,
        emitido_en=fabricas.AHORA,
    )
    quien = fabricas.funcionario("ssda")
    Concepto.objects.create(
        solicitud=fabricas.solicitud(),
        dependencia=una.dependencia,
        asunto=una.titulo,
        consulta="¿Cómo se elimina?",
        estado=Concepto.Estado.FIRMADO,
        proyecta=quien,
        firma=quien,
        creado_en=fabricas.AHORA,
        numero=una.numero,
        firmado_en=fabricas.AHORA,
        documento=documento,
        destino=Concepto.Destino.PUBLICO,
        publicacion=una,
    )
    assert f'href="{reverse("verificacion", args=[documento.codigo])}"' in pagina(client, una)


def test_la_pagina_dice_como_citarla_y_cual_es_su_direccion(client: Client) -> None:
    una = fabricas_conceptos.publicacion(numero="C-DDAB-2026-900")
    texto = pagina(client, una)
    assert (
        "Concepto C-DDAB-2026-900: Eliminación de documentos de archivo. 2 de marzo de 2026. "
        f"{settings.URL_PUBLICA}/conocimiento/c-ddab-2026-900/" in texto
    )
    assert f'<link rel="canonical" href="{settings.URL_PUBLICA}/conocimiento/c-ddab-2026-900/">' in texto


def test_el_numero_en_mayusculas_lleva_a_la_misma_pagina(client: Client) -> None:
    una = fabricas_conceptos.publicacion()
    respuesta = client.get(f"/conocimiento/{una.clave.upper()}/")
    assert (respuesta.status_code, respuesta.headers["Location"]) == (301, f"/conocimiento/{una.clave}/")


def test_el_archivo_publico_se_descarga(client: Client) -> None:
    una = fabricas_conceptos.publicacion(archivo=fabricas.archivo("a.pdf", b"%PDF-1.7 uno").archivo)
    respuesta = client.get(reverse("publicacion-archivo", args=[una.clave]))
    assert respuesta.getvalue() == b"%PDF-1.7 uno"
    assert respuesta.headers["Content-Disposition"] == f'attachment; filename="{una.clave}.pdf"'


def test_sin_archivo_no_hay_nada_que_descargar(client: Client) -> None:
    una = fabricas_conceptos.publicacion()
    assert client.get(reverse("publicacion-archivo", args=[una.clave])).status_code == 404


def test_la_pagina_cuesta_lo_mismo_con_mas_relaciones(client: Client) -> None:
    temas = [fabricas.tema("ddab-digitalizacion")]
    una = fabricas_conceptos.publicacion(temas=temas)
    costes = []
    for _ in range(3):
        relacionar(fabricas_conceptos.publicacion(temas=temas), "aclara", una)
        with CaptureQueriesContext(connection) as consultas:
            pagina(client, una)
        costes.append(len(consultas))
    assert len(set(costes)) == 1
    assert costes[0] <= 12
