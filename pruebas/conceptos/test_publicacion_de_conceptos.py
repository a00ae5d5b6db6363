"""From the signed concept to the bank, or set apart."""

import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from asiste.conceptos.acciones.publicacion import guardar_ficha_publica, publicar_concepto, reservar_concepto
from asiste.conceptos.acciones.tachaduras import decidir_dato, deshacer_tachadura, prever_relacion, suprimir_pasaje
from asiste.conceptos.documento_publico import componer_version_publica
from asiste.conceptos.models import Concepto, Tachadura
from asiste.conocimiento.acciones.publicaciones import NoSePublica
from asiste.conocimiento.busqueda import buscar
from asiste.conocimiento.models import Publicacion
from asiste.cuentas.models import Rol, Usuario
from asiste.documentos.palabras import palabras_de
from asiste.solicitudes.acciones import ReglaIncumplida
from pruebas import fabricas
from pruebas.conceptos import casos
from pruebas.fabricas import AHORA
from pruebas.fabricas_conceptos import publicacion

pytestmark = [pytest.mark.django_db, pytest.mark.disposicion("7.1.3-banco-conceptos")]
TEXTO = "La señora de la C.C. 52.345.678 puede escribir a ana@b.co. Procede crear un proceso."


def firmado(analisis: str = TEXTO, **cambios: Any) -> Concepto:
    """A signed concept of the STDI."""
    borrador = casos.escrito(**cambios)
    casos.escribir(borrador, "analisis", analisis)
    casos.firmado(casos.por_firmar(borrador))
    return Concepto.objects.get(pk=borrador.pk)


def autor(concepto: Concepto) -> Usuario:
    assert concepto.firma is not None
    return concepto.firma.usuario


def listo(**cambios: Any) -> Concepto:
    """With its card written and every datum taken out."""
    concepto = firmado(**cambios)
    con_ficha(concepto)
    for pasaje in ("52.345.678", "ana@b.co"):
        decidir_dato(concepto=concepto, pasaje=pasaje, autor=autor(concepto), ahora=AHORA)
    return concepto


def con_ficha(concepto: Concepto, *, resumen: str = "Cuándo se crea un proceso nuevo.") -> None:
    guardar_ficha_publica(
        concepto=concepto,
        titulo="¿Hay que crear un proceso?",
        resumen=resumen,
        temas=[fabricas.tema()],
        autor=autor(concepto),
        ahora=AHORA,
    )


def publicar(concepto: Concepto) -> Publicacion:
    return publicar_concepto(concepto=concepto, autor=autor(concepto), ahora=AHORA)


def test_la_version_publica_llega_al_banco_sin_datos_personales() -> None:
    concepto = listo()
    puesta = publicar(concepto)
    concepto.refresh_from_db()
    assert (concepto.destino, concepto.publicacion) == (Concepto.Destino.PUBLICO, puesta)
    assert (puesta.numero, puesta.titulo, puesta.fecha) == (concepto.numero, "¿Hay que crear un proceso?", AHORA.date())
    assert list(puesta.temas.all()) == [fabricas.tema()]
    todo = puesta.html + puesta.texto
    assert [dato in todo for dato in ("52.345.678", "ana@b.co", "[cédula suprimida]")] == [False, False, True]


def test_en_la_version_publica_firma_quien_firmo_con_el_cargo_de_entonces() -> None:
    concepto = firmado()
    jefe, documento = autor(concepto).funcionario, concepto.documento
    assert documento is not None
    jefe.cargo, jefe.usuario.nombre = "Profesional que se trasladó", "Otro Nombre"
    jefe.save()
    jefe.usuario.save()
    pdf = BytesIO(componer_version_publica(Concepto.objects.get(pk=concepto.pk), version_de(concepto)))
    dice = " ".join(" ".join(pagina.extract_text() for pagina in PdfReader(pdf).pages).split())
    firma = documento.quienes[0]
    assert [uno in dice for uno in (firma.nombre, firma.cargo, jefe.cargo, "Otro Nombre")] == [True, True, False, False]


def version_de(concepto: Concepto) -> dict[str, Any]:
    """What the version that was signed says."""
    contenido: dict[str, Any] = concepto.versiones.get(numero=concepto.version).contenido
    return contenido | {"responsables": []}


def test_lo_publicado_se_encuentra_con_palabras_llanas() -> None:
    puesta = publicar(listo())
    assert list(buscar("crear procesos", Publicacion.objects.visibles())) == [puesta]


def test_lo_firmado_sigue_reservado_y_no_cambia() -> None:
    concepto = listo()
    documento = concepto.documento
    assert documento is not None
    huella = documento.huella
    publicar(concepto)
    documento.refresh_from_db()
    assert (documento.reservado, documento.huella) == (True, huella)


def test_el_pdf_publico_no_dice_los_datos_y_lleva_al_firmado(tmp_path: Path) -> None:
    concepto = listo()
    archivo = publicar(concepto).archivo
    assert archivo is not None
    assert concepto.documento is not None
    with archivo.abrir() as abierto:
        palabras = palabras_de(abierto)
    assert [dato in palabras for dato in ("52.345.678", "ana@b.co", "Versión pública", concepto.documento.codigo)] == [
        False,
        False,
        True,
        True,
    ]


def test_pdfinfo_no_halla_en_el_pdf_publico_quien_lo_hizo(tmp_path: Path) -> None:
    archivo = publicar(listo()).archivo
    assert archivo is not None
    with archivo.abrir() as abierto:
        (tmp_path / "publico.pdf").write_bytes(abierto.read())
    orden = ["pdfinfo", str(tmp_path / "publico.pdf")]
    dice = subprocess.run(orden, capture_output=True, text=True, check=True).stdout
    informe = dict(linea.split(":", 1) for linea in dice.splitlines())
    campos = ("Author", "Tagged", "JavaScript", "Custom Metadata")
    assert [informe[campo].strip() for campo in campos] == ["Asiste", "yes", "no", "no"]


def test_mientras_quede_un_dato_por_decidir_no_se_publica() -> None:
    concepto = firmado()
    con_ficha(concepto)
    decidir_dato(concepto=concepto, pasaje="52.345.678", autor=autor(concepto), ahora=AHORA)
    with pytest.raises(ReglaIncumplida, match="Queda un dato personal por decidir"):
        publicar(concepto)


def test_sin_ficha_no_se_publica() -> None:
    with pytest.raises(ReglaIncumplida, match="título, resumen y temas"):
        publicar(firmado())


@pytest.mark.parametrize("palabras", ["la SEÑORA de la", "CARLOS PENA"])
def test_si_la_ficha_dice_lo_suprimido_no_se_publica_y_se_dice_que_palabra(palabras: str) -> None:
    concepto = listo()
    suprimir_pasaje(concepto=concepto, pasaje="La señora de la", autor=autor(concepto), ahora=AHORA)
    con_ficha(concepto, resumen=f"Lo que preguntó {palabras} entidad.")
    with pytest.raises(ReglaIncumplida) as regla:
        publicar(concepto)
    assert str(regla.value) == f"El resumen trae «{palabras}», que no debe leerse: quítelo."


def test_un_concepto_sin_firmar_no_se_publica() -> None:
    borrador = casos.escrito()
    with pytest.raises(ReglaIncumplida, match="ya no está como usted lo vio"):
        publicar_concepto(concepto=borrador, autor=borrador.proyecta.usuario, ahora=AHORA)


def test_no_se_publica_dos_veces() -> None:
    concepto = listo()
    publicar(concepto)
    with pytest.raises(ReglaIncumplida, match="Ya está publicado"):
        publicar(concepto)


def test_un_dato_se_conserva_con_su_razon_y_se_vuelve_a_decidir() -> None:
    concepto = firmado()
    datos: dict[str, Any] = {"concepto": concepto, "pasaje": " ana@b.co ", "autor": autor(concepto), "ahora": AHORA}
    conservado = decidir_dato(**datos, motivo="Es el buzón de la entidad")
    assert (conservado.tacha, conservado.motivo, conservado.clase) == (False, "Es el buzón de la entidad", "correo")
    suprimido = decidir_dato(**datos)
    assert (suprimido.pk, suprimido.tacha, suprimido.motivo) == (conservado.pk, True, "")
    deshacer_tachadura(tachadura=suprimido)
    assert not Tachadura.objects.exists()


def test_no_se_decide_lo_que_nadie_propuso() -> None:
    concepto = firmado()
    with pytest.raises(ReglaIncumplida, match="no está en el concepto"):
        decidir_dato(concepto=concepto, pasaje="otro@b.co", autor=autor(concepto), ahora=AHORA)


def test_un_pasaje_se_suprime_a_mano() -> None:
    concepto = listo()
    suprimir_pasaje(concepto=concepto, pasaje="La  señora de\nla", autor=autor(concepto), ahora=AHORA)
    assert "[dato suprimido] C.C. [cédula suprimida]" in publicar(concepto).texto


@pytest.mark.parametrize(
    ("pasaje", "error"),
    [("señor de la", "cópielas tal como se leen"), ("a", "entre 3 y 500"), ("x" * 501, "entre 3 y 500")],
)
def test_un_pasaje_que_no_esta_se_dice(pasaje: str, error: str) -> None:
    concepto = firmado()
    with pytest.raises(ReglaIncumplida, match=error):
        suprimir_pasaje(concepto=concepto, pasaje=pasaje, autor=autor(concepto), ahora=AHORA)


def test_al_publicar_hace_con_los_otros_lo_previsto() -> None:
    vieja = publicacion(dependencia=fabricas.dependencia("stdi"), fecha=date(2025, 1, 1))
    concepto = listo()
    for tipo in ("reitera", "sin-efecto"):
        prever_relacion(concepto=concepto, tipo=tipo, destino=vieja, autor=concepto.proyecta.usuario)
    publicar(concepto)
    vieja.refresh_from_db()
    assert (vieja.estado, vieja.motivo) == ("no-vigente", f"Lo dejó sin efecto {concepto.numero}.")


def test_si_una_relacion_no_puede_ser_nada_se_publica() -> None:
    ajena = publicacion(fecha=date(2025, 1, 1))
    concepto = listo()
    subsecretaria = fabricas.usuario(rol=Rol.SDFI)
    prever_relacion(concepto=concepto, tipo="sin-efecto", destino=ajena, autor=subsecretaria)
    with pytest.raises(NoSePublica, match="la misma dirección"):
        publicar_concepto(concepto=concepto, autor=subsecretaria, ahora=AHORA)
    concepto.refresh_from_db()
    assert (concepto.destino, Publicacion.objects.count()) == (Concepto.Destino.PENDIENTE, 1)


def test_se_reserva_con_motivo_y_despues_se_puede_publicar() -> None:
    concepto = listo()
    with pytest.raises(ReglaIncumplida, match="Escriba por qué se reserva"):
        reservar_concepto(concepto=concepto, motivo=" ", autor=autor(concepto), ahora=AHORA)
    reservado = reservar_concepto(concepto=concepto, motivo="Trae datos de salud", autor=autor(concepto), ahora=AHORA)
    assert (reservado.destino, reservado.reserva) == (Concepto.Destino.RESERVADO, "Trae datos de salud")
    publicar(concepto)
    concepto.refresh_from_db()
    pasos = list(concepto.pasos.order_by("id").values_list("tipo", flat=True))[-2:]
    assert (concepto.destino, concepto.reserva, pasos) == (Concepto.Destino.PUBLICO, "", ["reservado", "publicado"])
