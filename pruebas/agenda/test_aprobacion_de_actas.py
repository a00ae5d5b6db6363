"""From the draft to the sealed document."""

import shutil
import subprocess
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pytest_django import Settings

from asiste.agenda import acciones
from asiste.agenda.actas.aprobadores import Aprobador, aprobador, candidatos
from asiste.agenda.models import Acta, Aprobacion, VersionActa
from asiste.directorio.models import Funcionario
from asiste.documentos.models import Archivo, Documento
from asiste.documentos.sello import leer_sello
from asiste.escritura.acciones import OtraVersion
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.models import Actuacion, Solicitud
from pruebas import fabricas
from pruebas.agenda import actas
from pruebas.documentos.fotos import png
from pruebas.fabricas import AHORA

pytestmark = pytest.mark.django_db


@pytest.fixture
def laura() -> Funcionario:
    """Who leads."""
    return fabricas.funcionario("stdi")


def bytes_de(archivo: Archivo) -> bytes:
    with archivo.abrir() as abierto:
        return bytes(abierto.read())


def texto(pdf: bytes) -> str:
    return "\n".join(pagina.extract_text() for pagina in PdfReader(BytesIO(pdf)).pages)


@pytest.mark.disposicion("7.1.2-visita")
def test_un_informe_sin_recomendaciones_ni_conclusiones_no_pasa(laura: Funcionario) -> None:
    acta = actas.empezada(laura, modalidad="visita")
    for clave in ("objetivo", "desarrollo", "hallazgos"):
        actas.escribir(acta, laura, clave, "Texto")
    actas.escribir(acta, laura, "conclusiones", " \n ")
    with pytest.raises(ReglaIncumplida, match=r"^Falta escribir: Recomendaciones, Conclusiones\.$"):
        actas.enviar(acta, laura)


def test_con_un_texto_sin_unir_no_pasa(laura: Funcionario) -> None:
    acta = actas.escrita(laura)
    with pytest.raises(OtraVersion):
        acciones.guardar_seccion(
            acta=acta, clave="desarrollo", texto="Otro", version=0, autor=laura.usuario, ahora=AHORA
        )
    with pytest.raises(ReglaIncumplida, match="Laura Ortiz tiene en «Desarrollo» un texto sin unir"):
        actas.enviar(acta, laura)


def test_la_aprueba_quien_dirige_y_alguien_mas(laura: Funcionario) -> None:
    acta = actas.escrita(laura)
    dirige, carlos = candidatos(acta.sesion)
    assert (dirige.dirige, carlos.correo) == (True, actas.CORREO)
    for elegidos, falta in (([carlos], "Quien dirige"), ([dirige], "al menos a una persona más")):
        with pytest.raises(ReglaIncumplida, match=falta):
            acciones.pasar_a_aprobacion(acta=acta, aprueban=elegidos, autor=laura.usuario, ahora=AHORA)


def test_a_la_entidad_le_llega_un_enlace_y_al_equipo_su_pagina(laura: Funcionario) -> None:
    de_laura, de_carlos = actas.por_aprobar(laura)
    enlaces = {mensaje.para: mensaje.texto for mensaje in Mensaje.objects.filter(clave__startswith="acta-aprobar")}
    assert f"/equipo/agenda/aprobaciones/{de_laura.pk}/" in enlaces[laura.usuario.email]
    assert "/actas/aprobar/" in enlaces[de_carlos.correo]


def test_alguien_del_equipo_escrito_a_mano_aprueba_en_la_plataforma(laura: Funcionario) -> None:
    diana = fabricas.funcionario("stdi", nombre="Diana Pérez")
    assert aprobador(nombre="Diana", correo=f" {diana.usuario.email.upper()} ").usuario == diana.usuario


def test_el_codigo_y_la_asistencia_van_dentro_de_lo_que_se_aprueba(laura: Funcionario) -> None:
    version = actas.por_aprobar(laura)[0].version
    dice = texto(bytes_de(version.archivo))
    assert [
        dato for dato in (version.codigo, "Lista de asistencia", "Carlos Peña", "Texto de") if dato not in dice
    ] == []


def test_mientras_falte_alguien_no_se_expide(laura: Funcionario) -> None:
    pedida = actas.por_aprobar(laura)[0]
    acta = acciones.aprobar(aprobacion=pedida, ahora=AHORA)
    assert (acta.estado, Documento.objects.count()) == (Acta.Estado.EN_APROBACION, 0)


@pytest.mark.disposicion("7.1.2-visita")
def test_aprobado_por_todos_se_sella_y_es_evidencia_de_sus_solicitudes(laura: Funcionario) -> None:
    abierta = fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE, asesor=laura)
    cerrada = fabricas.solicitud(estado=Solicitud.Estado.CERRADA, asesor=laura)
    acta = actas.aprobada(laura, modalidad="visita", solicitudes=[abierta, cerrada])
    documento = acta.documento
    assert documento is not None
    assert acta.estado == Acta.Estado.APROBADA
    evidencias = Actuacion.objects.filter(tipo=Actuacion.Tipo.EVIDENCIA)
    assert [(una.solicitud, una.anexos.get().archivo) for una in evidencias] == [(abierta, documento.archivo)]


@pytest.mark.disposicion("7.1.2-visita")
def test_lo_aprobado_dias_despues_de_la_sesion_llega_a_la_solicitud_ya_atendida(laura: Funcionario) -> None:
    atendida = fabricas.solicitud(estado=Solicitud.Estado.ATENDIDA, asesor=laura)
    acta = actas.aprobada(laura, solicitudes=[atendida])
    assert acta.documento is not None
    [evidencia] = atendida.actuaciones.filter(tipo=Actuacion.Tipo.EVIDENCIA)
    assert evidencia.anexos.get().archivo == acta.documento.archivo
    atendida.refresh_from_db()
    assert atendida.estado == Solicitud.Estado.ATENDIDA


def test_lo_expedido_empieza_por_lo_que_se_aprobo_y_su_sello_vale(laura: Funcionario) -> None:
    acta = actas.aprobada(laura)
    version = VersionActa.objects.get()
    assert acta.documento is not None
    sellado, aprobado = bytes_de(acta.documento.archivo), bytes_de(version.archivo)
    sello = leer_sello(sellado)
    assert (sellado[: len(aprobado)] == aprobado, sello and sello.integro) == (True, True)
    assert (acta.documento.codigo, acta.documento.reservado) == (version.codigo, True)
    assert [quien.nombre for quien in acta.documento.quienes] == ["Laura Ortiz", "Carlos Peña"]


def test_programas_de_otros_dan_por_bueno_el_informe_con_fotos(laura: Funcionario, tmp_path: Path) -> None:
    if not (shutil.which("pdfsig") and shutil.which("qpdf")):
        pytest.skip("no hay pdfsig y qpdf (en Debian, paquetes poppler-utils y qpdf)")
    acta = actas.escrita(laura, modalidad="visita")
    acciones.agregar_fotos(acta=acta, fotos=[("a.png", png())], descripcion="El depósito")
    acta = actas.aprobar(actas.enviar(acta, laura))
    assert acta.documento is not None
    ruta = tmp_path / "informe.pdf"
    ruta.write_bytes(bytes_de(acta.documento.archivo))
    dicen = [
        subprocess.run([*orden, str(ruta)], capture_output=True, text=True, check=False).stdout
        for orden in (["pdfsig", "-nocert"], ["qpdf", "--check"], ["pdfinfo"], ["pdfinfo", "-meta"])
    ]
    esperado = ["Signature is Valid.", "No syntax or stream encoding errors", "Tagged:          yes", "<pdfaid:part>2<"]
    assert [frase for frase, dice in zip(esperado, dicen, strict=True) if frase not in dice] == []


def test_se_avisa_a_quienes_asistieron_con_un_enlace_para_leerlo(laura: Funcionario) -> None:
    acta = actas.escrita(laura)
    actas.asiste(acta.sesion, nombre="Marcela Duarte", correo="marcela@shd.gov.co")
    actas.aprobar(actas.enviar(acta, laura))
    avisos = Mensaje.objects.filter(asunto="Acta de «Mapa de procesos»")
    assert {aviso.para for aviso in avisos} == {laura.usuario.email, actas.CORREO, "marcela@shd.gov.co"}
    assert all("/actas/leer/" in aviso.texto for aviso in avisos)


def test_devolverla_la_deja_otra_vez_en_redaccion_con_su_motivo(laura: Funcionario) -> None:
    pedida = actas.por_aprobar(laura)[1]
    acta = acciones.devolver(aprobacion=pedida, motivo=" Falta el punto 3 ", ahora=AHORA)
    aviso = Mensaje.objects.get(clave__startswith="acta-devuelta")
    assert (acta.estado, aviso.para, "Falta el punto 3" in aviso.texto) == (
        Acta.Estado.BORRADOR,
        laura.usuario.email,
        True,
    )


def test_devolver_exige_decir_por_que(laura: Funcionario) -> None:
    with pytest.raises(ReglaIncumplida, match="Escriba por qué lo devuelve"):
        acciones.devolver(aprobacion=actas.por_aprobar(laura)[0], motivo=" ", ahora=AHORA)


def test_lo_que_espera_a_quien_no_responde_se_retoma_y_su_enlace_ya_no_espera(laura: Funcionario) -> None:
    de_laura, de_carlos = actas.por_aprobar(laura)
    jefe = fabricas.usuario(nombre="Marta Gil")
    acta = acciones.retomar(acta=de_laura.version.acta, motivo=" Correo equivocado ", autor=jefe, ahora=AHORA)
    assert acta.estado == Acta.Estado.BORRADOR
    dichas = Aprobacion.objects.order_by("id").values_list("nombre", "estado", "comentario")
    assert list(dichas) == [
        ("Laura Ortiz", "pendiente", ""),
        ("Carlos Peña", "pendiente", ""),
        ("Marta Gil", "devuelta", "Correo equivocado"),
    ]
    assert [uno.para for uno in Mensaje.objects.filter(clave__startswith="acta-devuelta")] == [laura.usuario.email]
    assert not Aprobacion.objects.completas().get(pk=de_carlos.pk).por_decidir
    with pytest.raises(ReglaIncumplida, match="Ya no espera su aprobación"):
        acciones.aprobar(aprobacion=de_carlos, ahora=AHORA)
    assert {una.version.numero for una in actas.enviar(acta, laura)} == {2}


def test_quien_la_habia_aprobado_la_retoma_con_su_nombre(laura: Funcionario) -> None:
    de_laura = actas.por_aprobar(laura)[0]
    acta = acciones.aprobar(aprobacion=de_laura, ahora=AHORA)
    acciones.retomar(acta=acta, motivo="Falta el punto 3", autor=laura.usuario, ahora=AHORA)
    dichas = Aprobacion.objects.order_by("id").values_list("nombre", "estado")
    assert list(dichas) == [("Laura Ortiz", "devuelta"), ("Carlos Peña", "pendiente")]
    assert not Mensaje.objects.filter(clave__startswith="acta-devuelta").exists()


def test_no_se_retoma_sin_motivo_ni_lo_que_no_espera_ni_lo_que_todos_aprobaron(
    laura: Funcionario, settings: Settings
) -> None:
    pedidas = actas.por_aprobar(laura)
    acta = pedidas[0].version.acta
    comunes: dict[str, Any] = {"acta": acta, "autor": laura.usuario, "ahora": AHORA}
    with pytest.raises(ReglaIncumplida, match="Escriba por qué"):
        acciones.retomar(motivo=" ", **comunes)
    settings.SELLO_DE_PRUEBA = False
    actas.aprobar(pedidas)
    with pytest.raises(ReglaIncumplida, match="solo falta el sello"):
        acciones.retomar(motivo="Falta", **comunes)
    settings.SELLO_DE_PRUEBA = True
    acciones.expedir_pendientes(ahora=AHORA)
    with pytest.raises(ReglaIncumplida, match="Ya no espera aprobación"):
        acciones.retomar(motivo="Falta", **comunes)


def test_lo_que_se_aprobo_de_una_version_no_vale_para_la_siguiente(laura: Funcionario) -> None:
    de_laura, de_carlos = actas.por_aprobar(laura)
    acciones.aprobar(aprobacion=de_laura, ahora=AHORA)
    acta = acciones.devolver(aprobacion=de_carlos, motivo="Falta", ahora=AHORA)
    actas.enviar(acta, laura)
    estados = Aprobacion.objects.order_by("id").values_list("version__numero", "estado")
    assert list(estados) == [(1, "aprobada"), (1, "devuelta"), (2, "pendiente"), (2, "pendiente")]


def test_nadie_aprueba_dos_veces_ni_una_version_vieja(laura: Funcionario) -> None:
    de_laura, de_carlos = actas.por_aprobar(laura)
    acciones.aprobar(aprobacion=de_laura, ahora=AHORA)
    with pytest.raises(ReglaIncumplida, match="Ya no espera su aprobación"):
        acciones.aprobar(aprobacion=de_laura, ahora=AHORA)
    acciones.devolver(aprobacion=de_carlos, motivo="Falta", ahora=AHORA)
    with pytest.raises(ReglaIncumplida, match="Ya no espera su aprobación"):
        acciones.aprobar(aprobacion=de_carlos, ahora=AHORA)


def test_si_no_se_puede_sellar_lo_aprobado_espera_y_se_expide_despues(laura: Funcionario, settings: Settings) -> None:
    pedidas = actas.por_aprobar(laura)
    settings.SELLO_DE_PRUEBA = False
    acta = actas.aprobar(pedidas)
    assert (acta.estado, acciones.expedir_pendientes(ahora=AHORA)) == (Acta.Estado.EN_APROBACION, 0)
    settings.SELLO_DE_PRUEBA = True
    assert acciones.expedir_pendientes(ahora=AHORA + timedelta(minutes=10)) == 1
    assert acciones.expedir_pendientes(ahora=AHORA + timedelta(minutes=20)) == 0


def test_el_mismo_correo_no_aprueba_por_dos(laura: Funcionario) -> None:
    acta = actas.escrita(laura)
    dirige = candidatos(acta.sesion)[0]
    doble = Aprobador("Otra", dirige.correo)
    with pytest.raises(ReglaIncumplida, match="al menos a una persona más"):
        acciones.pasar_a_aprobacion(acta=acta, aprueban=[dirige, doble], autor=laura.usuario, ahora=AHORA)
