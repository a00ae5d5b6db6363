"""Writing, sending and approving minutes in the work space."""

from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from asiste.agenda import acciones
from asiste.agenda.models import Acta, Aprobacion, SeccionActa
from asiste.directorio.models import Funcionario
from asiste.escritura.acciones import OtraVersion
from asiste.web.equipo.escritos.dos_versiones import marca_de
from pruebas import fabricas, fabricas_agenda
from pruebas.agenda import actas
from pruebas.documentos.fotos import jpeg, png
from pruebas.fabricas import AHORA


def pagina(cliente: Client, acta: Acta, resto: str = "") -> str:
    return cliente.get(f"/equipo/agenda/{acta.sesion_id}/acta/{resto}").content.decode()


def guardar(cliente: Client, acta: Acta, texto: str, version: int, **cabeceras: str) -> str:
    ruta = f"/equipo/agenda/{acta.sesion_id}/acta/secciones/desarrollo/"
    datos = {"desarrollo-texto": texto, "desarrollo-version": version}
    return cliente.post(ruta, datos, headers=cabeceras, follow=True).content.decode()


def visto(acta: Acta) -> dict[str, object]:
    """What the page of the two versions says of those that it shows."""
    return {"unida-version": 1, "aparte": marca_de(acta.secciones.get(aparte=True))}


def test_la_sesion_ofrece_empezar_y_despues_escribir(navegador: Client, asesora: Funcionario) -> None:
    sesion = fabricas_agenda.sesion(dirige=asesora)
    assert "Empezar el acta" in navegador.get(f"/equipo/agenda/{sesion.pk}/").content.decode()
    navegador.post(f"/equipo/agenda/{sesion.pk}/acta/inicio/")
    assert '<textarea name="desarrollo-texto"' in navegador.get(f"/equipo/agenda/{sesion.pk}/").content.decode()


@pytest.mark.disposicion("7.1.2-visita")
def test_de_una_visita_se_ofrece_el_informe(navegador: Client, asesora: Funcionario) -> None:
    sesion = fabricas_agenda.sesion(dirige=asesora, modalidad=fabricas_agenda.modalidad("visita"))
    assert "Empezar el informe" in navegador.get(f"/equipo/agenda/{sesion.pk}/").content.decode()


def test_lo_que_se_escribe_se_guarda_solo_y_dice_su_version(navegador: Client, asesora: Funcionario) -> None:
    acta = actas.empezada(asesora)
    linea = guardar(navegador, acta, "Se revisó el mapa.", 0, **{"HX-Request": "true"})
    assert 'name="desarrollo-version"' in linea
    assert 'value="1"' in linea
    assert SeccionActa.objects.get(clave="desarrollo").texto == "Se revisó el mapa."


def test_sin_javascript_el_boton_guarda_y_vuelve(navegador: Client, asesora: Funcionario) -> None:
    assert "Guardamos «Desarrollo»." in guardar(navegador, actas.empezada(asesora), "Se revisó.", 0)


def test_un_guardado_tardio_muestra_las_dos_versiones_y_deja_unirlas(navegador: Client, asesora: Funcionario) -> None:
    diana = fabricas.funcionario("stdi", nombre="Diana Pérez")
    acta = actas.empezada(asesora)
    actas.escribir(acta, diana, "desarrollo", "Lo de Diana.")
    choque = guardar(navegador, acta, "Lo de Laura.", 0)
    assert "<del>Diana</del>" in choque
    assert "Diana Pérez cambió este texto mientras usted escribía. Compare las dos versiones." in choque
    ruta = f"/equipo/agenda/{acta.sesion_id}/acta/secciones/desarrollo/versiones/"
    navegador.post(ruta, {"cual": "unida", "unida-texto": "Lo de Diana.\r\nLo de Laura.", **visto(acta)})
    assert list(acta.secciones.values_list("texto", "aparte")) == [("Lo de Diana.\nLo de Laura.", False)]


def test_quedarse_con_la_otra_olvida_la_propia(navegador: Client, asesora: Funcionario) -> None:
    diana = fabricas.funcionario("stdi", nombre="Diana Pérez")
    acta = actas.empezada(asesora)
    actas.escribir(acta, diana, "desarrollo", "Lo de Diana.")
    guardar(navegador, acta, "Lo de Laura.", 0)
    ruta = f"/equipo/agenda/{acta.sesion_id}/acta/secciones/desarrollo/versiones/"
    navegador.post(ruta, {"cual": "otra", **visto(acta)})
    assert list(acta.secciones.values_list("texto", "aparte")) == [("Lo de Diana.", False)]


def test_lo_que_otra_persona_dejo_aparte_se_ve_y_se_decide(navegador: Client, asesora: Funcionario) -> None:
    diana = fabricas.funcionario("stdi", nombre="Diana Pérez")
    acta = actas.empezada(asesora)
    actas.escribir(acta, asesora, "desarrollo", "Lo de Laura.")
    with pytest.raises(OtraVersion):
        acciones.guardar_seccion(
            acta=acta, clave="desarrollo", texto="Lo de Diana.", version=0, autor=diana.usuario, ahora=AHORA
        )
    assert "Lo que Diana Pérez escribió" in pagina(navegador, acta)
    ruta = f"/equipo/agenda/{acta.sesion_id}/acta/secciones/desarrollo/versiones/"
    navegador.post(ruta, {"cual": "propia", **visto(acta)})
    assert list(acta.secciones.values_list("texto", "aparte")) == [("Lo de Diana.", False)]


def test_lo_que_cambio_mientras_se_comparaba_no_se_olvida(navegador: Client, asesora: Funcionario) -> None:
    acta = actas.empezada(asesora)
    actas.escribir(acta, fabricas.funcionario("stdi", nombre="Diana Pérez"), "desarrollo", "Lo de Diana.")
    guardar(navegador, acta, "Lo de Laura.", 0)
    antes = visto(acta)
    guardar(navegador, acta, "Lo de Laura, y más.", 0)
    ruta = f"/equipo/agenda/{acta.sesion_id}/acta/secciones/desarrollo/versiones/"
    assert "Compare de nuevo." in navegador.post(ruta, {"cual": "otra", **antes}, follow=True).content.decode()
    assert acta.secciones.get(aparte=True).texto == "Lo de Laura, y más."


def test_lo_escrito_cuando_ya_se_envio_dice_donde_quedo(navegador: Client, asesora: Funcionario) -> None:
    acta = actas.por_aprobar(asesora)[0].version.acta
    linea = guardar(navegador, acta, "Tarde", 1, **{"HX-Request": "true"})
    assert "Ya no se escribe en el acta: está por aprobar. Lo que escribió quedó aparte." in linea


def test_dice_quien_mas_escribe_y_que(navegador: Client, asesora: Funcionario) -> None:
    diana = fabricas.funcionario("stdi", nombre="Diana Pérez")
    acta = actas.empezada(asesora)
    actas.escribir(acta, diana, "conclusiones", "Van dos conceptos.")
    dice = "<strong>Diana Pérez</strong> está escribiendo «Conclusiones»"
    assert dice in pagina(navegador, acta)
    otra_vez = f"/equipo/agenda/{acta.sesion_id}/acta/presentes/?hay={diana.usuario_id}%C2%ABConclusiones%C2%BB"
    assert (otra_vez in pagina(navegador, acta), navegador.get(otra_vez).status_code) == (True, 204)


def test_una_seccion_que_no_existe_no_tiene_pagina(navegador: Client, asesora: Funcionario) -> None:
    acta = actas.empezada(asesora)
    ruta = f"/equipo/agenda/{acta.sesion_id}/acta/secciones/hallazgos/"
    assert navegador.post(ruta).status_code == HTTPStatus.NOT_FOUND


def test_quien_solo_mira_la_lee_y_no_la_escribe(asesora: Funcionario) -> None:
    companero = fabricas.sesion(fabricas.funcionario("stdi", nombre="Compañero").usuario)
    acta = actas.escrita(asesora)
    leida = pagina(companero, acta)
    assert ("Texto de desarrollo." in leida, "<textarea" in leida) == (True, False)
    ruta = f"/equipo/agenda/{acta.sesion_id}/acta/secciones/desarrollo/"
    assert companero.post(ruta).status_code == HTTPStatus.FORBIDDEN


def test_lo_que_falta_se_dice_sobre_el_formulario(navegador: Client, asesora: Funcionario) -> None:
    acta = actas.empezada(asesora)
    ruta = f"/equipo/agenda/{acta.sesion_id}/acta/aprobacion/"
    dice = navegador.post(ruta, {"aprueban": [actas.CORREO]}).content.decode()
    assert "Falta escribir: Objetivo, Desarrollo." in dice


def test_se_envia_a_quienes_se_elige_y_a_otra_persona(navegador: Client, asesora: Funcionario) -> None:
    acta = actas.escrita(asesora)
    otra = {"nombre": "Ana Ruiz", "cargo": "Jefe", "correo": "Ana@shd.gov.co"}
    navegador.post(f"/equipo/agenda/{acta.sesion_id}/acta/aprobacion/", {"aprueban": [actas.CORREO], **otra})
    pedidas = list(Aprobacion.objects.order_by("id").values_list("correo", flat=True))
    assert pedidas == [asesora.usuario.email, actas.CORREO, "ana@shd.gov.co"]


def test_un_nombre_sin_correo_no_se_pierde_en_silencio(navegador: Client, asesora: Funcionario) -> None:
    acta = actas.escrita(asesora)
    ruta = f"/equipo/agenda/{acta.sesion_id}/acta/aprobacion/"
    dice = navegador.post(ruta, {"aprueban": [actas.CORREO], "nombre": "Ana Ruiz"}).content.decode()
    assert dice.count("Escriba el nombre y el correo, o ninguno de los dos.") == 2


def test_quien_dirige_aprueba_en_la_plataforma(navegador: Client, asesora: Funcionario) -> None:
    pedida = actas.por_aprobar(asesora)[0]
    ruta = f"/equipo/agenda/aprobaciones/{pedida.pk}/"
    assert "Texto de desarrollo." in navegador.get(ruta).content.decode()
    navegador.post(ruta, {"decision": "aprobar"})
    assert "Usted lo aprobó" in navegador.get(ruta).content.decode()


def test_devolver_sin_decir_por_que_se_explica(navegador: Client, asesora: Funcionario) -> None:
    pedida = actas.por_aprobar(asesora)[0]
    dice = navegador.post(f"/equipo/agenda/aprobaciones/{pedida.pk}/", {"decision": "devolver"}).content.decode()
    assert dice.count("Escriba por qué lo devuelve.") == 2


def test_el_motivo_de_la_devolucion_se_ve_al_volver_a_escribir(navegador: Client, asesora: Funcionario) -> None:
    pedida = actas.por_aprobar(asesora)[1]
    acta = acciones.devolver(aprobacion=pedida, motivo="Falta el punto tres.", ahora=AHORA)
    assert "Falta el punto tres." in pagina(navegador, acta)


def test_la_historia_muestra_lo_que_cambio_desde_la_version_enviada(navegador: Client, asesora: Funcionario) -> None:
    pedida = actas.por_aprobar(asesora)[1]
    acta = acciones.devolver(aprobacion=pedida, motivo="Falta", ahora=AHORA)
    actas.escribir(acta, asesora, "desarrollo", "Texto de desarrollo completo.")
    historia = pagina(navegador, acta, "historia/")
    assert ("<ins> completo</ins>" in historia, "devolvió" in historia) == (True, True)


def test_por_aprobar_se_vuelve_a_redactar_con_su_motivo_a_la_vista(navegador: Client, asesora: Funcionario) -> None:
    acta = actas.por_aprobar(asesora)[0].version.acta
    ruta = f"/equipo/agenda/{acta.sesion_id}/acta/retoma/"
    assert f'href="{ruta}"' in pagina(navegador, acta)
    assert "Escriba por qué se vuelve a redactar." in navegador.post(ruta, {"motivo": " "}).content.decode()
    dice = navegador.post(ruta, {"motivo": "El correo de Carlos era otro."}, follow=True).content.decode()
    assert ("El correo de Carlos era otro." in dice, "<textarea" in dice, f'href="{ruta}"' in dice) == (
        True,
        True,
        False,
    )


def test_quien_solo_mira_no_la_vuelve_a_redactar(asesora: Funcionario) -> None:
    companero = fabricas.sesion(fabricas.funcionario("stdi", nombre="Compañero").usuario)
    acta = actas.por_aprobar(asesora)[0].version.acta
    assert "retoma/" not in pagina(companero, acta)
    ruta = f"/equipo/agenda/{acta.sesion_id}/acta/retoma/"
    assert companero.post(ruta, {"motivo": "No"}).status_code == HTTPStatus.FORBIDDEN


def test_lo_aprobado_se_descarga_sellado(navegador: Client, asesora: Funcionario) -> None:
    acta = actas.aprobada(asesora)
    assert acta.documento is not None
    respuesta = navegador.get(f"/equipo/agenda/{acta.sesion_id}/acta/documento/")
    with acta.documento.archivo.abrir() as abierto:
        assert respuesta.getvalue() == abierto.read()


def test_las_fotos_se_suben_se_ven_y_se_quitan(navegador: Client, asesora: Funcionario) -> None:
    acta = actas.empezada(asesora, modalidad="visita")
    ruta = f"/equipo/agenda/{acta.sesion_id}/acta/fotos/"
    archivos = [SimpleUploadedFile("a.jpg", jpeg(exif=(1, b"GPS"))), SimpleUploadedFile("b.png", png())]
    dice = navegador.post(ruta, {"fotos": archivos, "descripcion": "El depósito"}, follow=True).content.decode()
    assert "Agregamos 2 fotos." in dice
    primera, segunda = acta.fotos.order_by("id")
    vista = navegador.get(f"{ruta}{primera.pk}/")
    assert (vista.content, vista["Content-Type"], vista["X-Content-Type-Options"]) == (jpeg(), "image/jpeg", "nosniff")
    navegador.post(f"{ruta}{segunda.pk}/retiro/")
    assert list(acta.fotos.all()) == [primera]


def test_lo_que_no_es_una_foto_dice_cual_y_por_que(navegador: Client, asesora: Funcionario) -> None:
    acta = actas.empezada(asesora, modalidad="visita")
    datos = {"fotos": [SimpleUploadedFile("informe.pdf", b"%PDF-1.7")], "descripcion": "El depósito"}
    dice = navegador.post(f"/equipo/agenda/{acta.sesion_id}/acta/fotos/", datos).content.decode()
    assert "«informe.pdf» no es una foto JPEG o PNG." in dice


def test_los_datos_de_la_entidad_se_guardan(navegador: Client, asesora: Funcionario) -> None:
    acta = actas.empezada(asesora, modalidad="visita")
    navegador.post(f"/equipo/agenda/{acta.sesion_id}/acta/datos/", {"representante": "Ana Ruiz", "tipo": "Inicial"})
    assert Acta.objects.get().datos == {"representante": "Ana Ruiz", "tipo": "Inicial"}


def test_el_borrador_se_ve_en_pdf(navegador: Client, asesora: Funcionario) -> None:
    acta = actas.escrita(asesora)
    respuesta = navegador.get(f"/equipo/agenda/{acta.sesion_id}/acta/borrador/")
    assert (respuesta.getvalue()[:5], respuesta["Content-Type"]) == (b"%PDF-", "application/pdf")
