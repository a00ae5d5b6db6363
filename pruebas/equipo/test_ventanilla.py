"""Filing what came on paper or by phone."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from asiste.cuentas.models import Rol
from asiste.directorio.models import Funcionario
from asiste.notificaciones.models import Mensaje
from asiste.portafolio.models import Modalidad, Nivel
from asiste.solicitudes.models import Actuacion, Borrador, Solicitud
from pruebas import fabricas

URL = reverse("equipo:radicar")
BORRADOR = reverse("equipo:radicar-borrador")
PDF = b"%PDF-1.7 oficio"


def escaneado(nombre: str = "oficio.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(nombre, PDF)


def datos(**cambios: Any) -> dict[str, Any]:
    """What a clerk types for an official letter of Hacienda received half an hour ago."""
    bien: dict[str, Any] = {
        "ficha": Borrador.objects.get().pk,
        "canal": "ventanilla",
        "recibida_en": "2026-11-19T09:30",
        "dependencia": fabricas.dependencia().pk,
        "entidad": "SDH",
        "nombre": "Carlos Peña",
        "cargo": "Jefe de planeación",
        "correo": "carlos.pena@shd.gov.co",
        "asunto": "Mapa de procesos",
        "texto": "Ajustar el mapa de procesos a la nueva estructura.",
        "temas": [fabricas.tema().pk],
        "folios": "3",
        "radicado_siga": "1-2026-4512",
    }
    return {campo: valor for campo, valor in (bien | cambios).items() if valor is not None}


def enviar(navegador: Client, **cambios: Any) -> Any:
    """Opens the form, fills it and sends it."""
    navegador.get(URL)
    return navegador.post(URL, datos(**cambios))


def errores(navegador: Client, **cambios: Any) -> dict[str, list[str]]:
    """What the form answers; nothing is filed."""
    form = enviar(navegador, **cambios).context["form"]
    assert Solicitud.objects.count() == 0
    return dict(form.errors)


@pytest.mark.disposicion("5-canales")
def test_radica_con_su_fecha_real_y_lleva_al_comprobante(radicadora: Client) -> None:
    respuesta = enviar(radicadora)
    nueva = Solicitud.objects.get()
    assert respuesta.headers["Location"] == reverse("equipo:comprobante", args=[nueva.radicado])
    assert (nueva.canal, nueva.entidad, nueva.folios, nueva.radicado_siga) == (
        "ventanilla",
        fabricas.entidad(),
        3,
        "1-2026-4512",
    )
    assert (nueva.recibida_en, nueva.radicada_en) == (fabricas.AHORA - timedelta(minutes=30), fabricas.AHORA)
    assert Mensaje.objects.filter(para="carlos.pena@shd.gov.co").count() == 1


def test_la_actuacion_dice_quien_la_radico(radicadora: Client) -> None:
    enviar(radicadora)
    radicada = Actuacion.objects.select_related("autor").get(tipo=Actuacion.Tipo.RADICADA)
    assert str(radicada.autor) == "Yolanda Castro"


def test_sin_correo_no_hay_acuse_y_el_comprobante_lo_dice(radicadora: Client) -> None:
    respuesta = enviar(radicadora, canal="telefono", correo="")
    assert Mensaje.objects.count() == 0
    assert "no salió acuse" in radicadora.get(respuesta.headers["Location"]).content.decode()


def test_el_expediente_dice_quien_la_pide_y_quien_la_radico(radicadora: Client) -> None:
    enviar(radicadora)
    ficha = radicadora.get(reverse("equipo:solicitud", args=[Solicitud.objects.get().radicado])).content.decode()
    assert "<span>· Carlos Peña</span><span>· la radicó Yolanda Castro</span>" in ficha


def test_radicar_y_seguir_conserva_el_canal_y_la_dependencia(radicadora: Client) -> None:
    stdi = fabricas.dependencia("stdi").pk
    respuesta = enviar(radicadora, canal="telefono", dependencia=stdi, seguir="")
    nueva = Solicitud.objects.get()
    siguiente = radicadora.get(respuesta.headers["Location"])
    form = siguiente.context["form"]
    assert (form["canal"].value(), form["dependencia"].value(), form["asunto"].value()) == ("telefono", str(stdi), None)
    assert f"Quedó radicada {nueva}" in siguiente.content.decode()


@pytest.mark.parametrize(
    ("escrita", "clave"),
    [
        ("Secretaría Distrital de Hacienda", "sdh"),
        ("secretaria distrital de hacienda", "sdh"),
        ("idu", "idu"),
        ("Desarrollo Urbano IDU", None),
        ("metrovivienda", "renobo"),
        ("  IDPAC ", "idpac"),
    ],
)
def test_la_entidad_se_dice_por_nombre_sigla_o_nombre_anterior(
    radicadora: Client, escrita: str, clave: str | None
) -> None:
    respuesta = enviar(radicadora, entidad=escrita)
    nueva = Solicitud.objects.select_related("entidad").first()
    assert (nueva.entidad and nueva.entidad.clave if nueva else None) == clave
    assert respuesta.status_code == (302 if clave else 200)


def test_si_varias_entidades_coinciden_las_nombra(radicadora: Client) -> None:
    (frase,) = errores(radicadora, entidad="subred")["entidad"]
    assert frase.startswith("Coinciden varias, elija una: ")


def test_una_entidad_que_no_esta_se_explica(radicadora: Client) -> None:
    assert errores(radicadora, entidad="Fondo Rural")["entidad"] == ["Ninguna entidad coincide con «Fondo Rural»."]


def test_una_entidad_que_no_esta_se_radica_por_identificar(radicadora: Client) -> None:
    enviar(radicadora, entidad="Fondo  Rural", fuera_de_lista="on")
    nueva = Solicitud.objects.get()
    assert (nueva.entidad, nueva.entidad_nombre) == (None, "Fondo Rural")
    assert Solicitud.objects.sin_entidad().count() == 1


@pytest.mark.parametrize(
    ("campo", "valor", "frase"),
    [
        ("canal", "", "Diga por dónde llegó."),
        ("dependencia", "", "Elija la dependencia que la recibe."),
        ("nombre", "", "Escriba el nombre de quien solicita."),
        ("asunto", "", "Escriba el asunto."),
        ("texto", "", "Escriba lo que pide o adjunte el documento."),
        ("correo", "carlos", "Escriba un correo válido, con arroba, o déjelo vacío."),
        ("recibida_en", "", "Escriba cuándo se recibió."),
        ("recibida_en", "ayer", "Escriba día, mes, año y hora."),
        ("recibida_en", "2026-11-19T10:01", "No puede ser después de ahora: son las 10:00\xa0a.\xa0m."),
    ],
)
def test_cada_error_se_dice(radicadora: Client, campo: str, valor: str, frase: str) -> None:
    assert errores(radicadora, **{campo: valor}) == {campo: [frase]}


def test_con_error_sigue_todo_lo_escrito_y_lo_adjunto(radicadora: Client) -> None:
    pagina = enviar(radicadora, asunto="", anexos=[escaneado()]).content.decode()
    assert 'value="SDH"' in pagina
    assert 'value="2026-11-19T09:30"' in pagina
    assert 'aria-label="Quitar oficio.pdf"' in pagina


def test_basta_el_documento_escaneado(radicadora: Client) -> None:
    enviar(radicadora, texto="", anexos=[escaneado()])
    assert [anexo.nombre for anexo in Solicitud.objects.get().anexos.all()] == ["oficio.pdf"]


def test_quitar_un_archivo_conserva_lo_demas(radicadora: Client) -> None:
    enviar(radicadora, asunto="", anexos=[escaneado()])
    anexo = Borrador.objects.get().anexos.get()
    radicadora.post(reverse("equipo:radicar-quitar", args=[anexo.pk]), datos(asunto="Otro"))
    borrador = Borrador.objects.get()
    assert (borrador.anexos.count(), borrador.datos["asunto"]) == (0, "Otro")


@pytest.mark.disposicion("7.1.3-ans-niveles")
@pytest.mark.parametrize(
    ("oficina", "nivel", "campo"),
    [("ssda", None, "nivel"), ("ssda", 2, "documento_postura"), ("ssda", 3, None), ("dddi", 3, "nivel")],
)
def test_el_nivel_es_del_archivo_y_el_dos_trae_la_postura(
    db: None, oficina: str, nivel: int | None, campo: str | None
) -> None:
    de_la_sdfi = fabricas.sesion(fabricas.funcionario("sdfi", rol=Rol.RADICADOR).usuario)
    elegido = Nivel.objects.get(numero=nivel).pk if nivel else ""
    respuesta = enviar(de_la_sdfi, dependencia=fabricas.dependencia(oficina).pk, nivel=elegido)
    rechazados = list(respuesta.context["form"].errors) if respuesta.status_code == 200 else []
    assert rechazados == ([campo] if campo else [])


@pytest.mark.disposicion("7.1.3-ans-niveles")
def test_la_postura_que_llega_en_papel_queda_marcada(db: None) -> None:
    de_archivo = fabricas.sesion(fabricas.funcionario("ddab", rol=Rol.RADICADOR).usuario)
    nivel = Nivel.objects.get(numero=2)
    enviar(de_archivo, dependencia=fabricas.dependencia("ssda").pk, nivel=nivel.pk, documento_postura=[escaneado()])
    assert list(Solicitud.objects.get(nivel=nivel).anexos.values_list("nombre", "postura")) == [("oficio.pdf", True)]


def test_el_nivel_solo_se_pregunta_a_quien_radica_para_el_archivo(radicadora: Client) -> None:
    assert "documento_postura" not in radicadora.get(URL).content.decode().replace("not anexos,documento_postura", "")


def test_una_modalidad_que_la_direccion_no_ofrece_se_explica(db: None) -> None:
    de_la_sdfi = fabricas.sesion(fabricas.funcionario("sdfi", rol=Rol.RADICADOR).usuario)
    archivo, taller = fabricas.dependencia("ddab"), Modalidad.objects.get(clave="taller")
    nivel = Nivel.objects.get(numero=3)
    frases = errores(de_la_sdfi, dependencia=archivo.pk, nivel=nivel.pk, modalidad=taller.pk)
    assert frases == {"modalidad": ["La Dirección Distrital de Archivo de Bogotá no ofrece «Taller»."]}


@pytest.mark.parametrize(
    ("rol", "oficina", "recibe"),
    [
        (Rol.ASESOR, "stdi", ["stdi"]),
        (Rol.RADICADOR, "ddab", ["ddab", "ssda", "sgpd"]),
        (Rol.RADICADOR, "sdfi", ["dddi", "stdi", "imprenta", "ddab", "ssda", "sgpd", "ddri"]),
    ],
)
def test_se_radica_para_las_dependencias_del_arbol(db: None, rol: Rol, oficina: str, recibe: list[str]) -> None:
    navegador = fabricas.sesion(fabricas.funcionario(oficina, rol=rol).usuario)
    ofrecidas = navegador.get(URL).context["form"].fields["dependencia"].queryset
    assert sorted(una.clave for una in ofrecidas) == sorted(recibe)


def test_no_se_radica_para_una_dependencia_ajena(radicadora: Client) -> None:
    assert list(errores(radicadora, dependencia=fabricas.dependencia("ddab").pk)) == ["dependencia"]


def test_sin_contingencia_la_fecha_es_de_la_ultima_semana(radicadora: Client) -> None:
    frases = errores(radicadora, recibida_en="2026-11-11T09:30")
    assert frases == {"contingencia": ["Se recibió hace más de una semana: escriba el número de contingencia."]}


def test_despues_de_una_contingencia_la_fecha_es_la_real_y_hay_prueba(radicadora: Client) -> None:
    assert list(errores(radicadora, recibida_en="2026-11-10T10:05", contingencia="c-12")) == ["anexos"]
    radicadora.post(URL, datos(recibida_en="2026-11-10T10:05", contingencia=" c-12 ", anexos=[escaneado()]))
    nueva = Solicitud.objects.get()
    assert (nueva.contingencia, nueva.recibida_en) == ("C-12", datetime(2026, 11, 10, 10, 5, tzinfo=fabricas.BOGOTA))
    ficha = radicadora.get(reverse("equipo:solicitud", args=[nueva.radicado])).content.decode()
    assert "Radicada después de la contingencia C-12 del 10/11/2026 10:05." in ficha


def test_una_contingencia_ya_radicada_se_dice_sin_perder_nada(radicadora: Client) -> None:
    antes = fabricas.solicitud(contingencia="C-12", anexos=[fabricas.archivo()])
    respuesta = enviar(radicadora, contingencia="C-12", anexos=[escaneado()])
    frase = f"La contingencia C-12 ya se radicó: es la {antes}."
    assert respuesta.context["form"].non_field_errors() == [frase]
    assert Borrador.objects.get().anexos.count() == 1


def test_enviar_dos_veces_radica_una(radicadora: Client) -> None:
    radicadora.get(URL)
    lo_mismo = datos()
    respuestas = [radicadora.post(URL, lo_mismo) for _ in range(2)]
    assert {una.headers["Location"] for una in respuestas} == {
        reverse("equipo:comprobante", args=[Solicitud.objects.get().radicado])
    }


def test_un_formulario_descartado_en_otra_ventana_guarda_lo_escrito(radicadora: Client) -> None:
    radicadora.get(URL)
    lo_escrito = datos()
    radicadora.post(reverse("equipo:radicar-descarte"))
    radicadora.post(URL, lo_escrito)
    assert (Solicitud.objects.count(), Borrador.objects.get().datos["asunto"]) == (0, "Mapa de procesos")


def test_se_guarda_mientras_se_escribe(radicadora: Client) -> None:
    radicadora.get(URL)
    pagina = radicadora.post(BORRADOR, datos(asunto="A medias"), headers={"HX-Request": "true"}).content.decode()
    assert "Borrador guardado a las 10:00" in pagina
    assert 'value="A medias"' in radicadora.get(URL).content.decode()


def test_avisa_de_una_parecida_y_a_la_segunda_radica(radicadora: Client) -> None:
    antes = fabricas.solicitud(asunto="Mapa de procesos", texto="Ajustar el mapa de procesos a la nueva estructura.")
    respuesta = enviar(radicadora)
    assert respuesta.context["parecidas"] == [antes]
    radicadora.post(URL, datos(vistas=str(antes)))
    assert Solicitud.objects.count() == 2


def test_tras_el_aviso_tambien_sigue_con_otra(radicadora: Client) -> None:
    antes = fabricas.solicitud(asunto="Mapa de procesos", texto="Ajustar el mapa de procesos a la nueva estructura.")
    assert f'formaction="{URL}?seguir#aviso-parecidas"' in enviar(radicadora, seguir="").content.decode()
    respuesta = radicadora.post(f"{URL}?seguir", datos(vistas=str(antes)))
    assert respuesta.headers["Location"].startswith(f"{URL}?canal=ventanilla")


def test_avisa_tambien_mientras_se_escribe(radicadora: Client) -> None:
    antes = fabricas.solicitud(asunto="Mapa de procesos", texto="Ajustar el mapa de procesos a la nueva estructura.")
    radicadora.get(URL)
    pagina = radicadora.post(BORRADOR, datos(nombre=""), headers={"HX-Request": "true"}).content.decode()
    assert f"Agregarlo a {antes}" in pagina


def test_no_avisa_de_lo_que_no_puede_ver(radicadora: Client) -> None:
    ssda = fabricas.dependencia("ssda")
    fabricas.solicitud(asunto="Mapa de procesos", texto="Ajustar el mapa de procesos.", dependencia=ssda, temas=[])
    assert enviar(radicadora).status_code == 302


def test_lo_que_es_lo_mismo_se_agrega_a_la_que_existe(radicadora: Client, asesora: Funcionario) -> None:
    antes = fabricas.solicitud(asesor=asesora)
    radicadora.get(URL)
    radicadora.post(reverse("equipo:radicar-agregar", args=[antes.radicado]), datos(anexos=[escaneado()]))
    recibida = antes.actuaciones.get(tipo=Actuacion.Tipo.RECIBIDA)
    assert (recibida.autor_nombre, [anexo.nombre for anexo in recibida.anexos.all()]) == ("Carlos Peña", ["oficio.pdf"])
    assert (Borrador.objects.count(), Solicitud.objects.count()) == (0, 1)


def test_la_bandeja_de_quien_radica_ofrece_radicar(radicadora: Client) -> None:
    pagina = radicadora.get(reverse("equipo:bandeja")).content.decode()
    assert "Radicar papel o llamada" in pagina
