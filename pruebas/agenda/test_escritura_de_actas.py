"""Minutes written by several people: nothing is lost."""

import pytest

from asiste.agenda import acciones
from asiste.agenda.actas.contenido import contenido_de
from asiste.agenda.models import Acta, Compromiso, FormatoActa, PuntoOrden, SeccionActa
from asiste.directorio.models import Funcionario
from asiste.escritura.acciones import OtraVersion
from asiste.solicitudes.acciones import ReglaIncumplida
from pruebas import fabricas, fabricas_agenda
from pruebas.agenda import actas
from pruebas.documentos.fotos import jpeg, png
from pruebas.fabricas import AHORA

pytestmark = pytest.mark.django_db


@pytest.fixture
def laura() -> Funcionario:
    """Who leads."""
    return fabricas.funcionario("stdi")


@pytest.fixture
def diana() -> Funcionario:
    """Who goes with her."""
    return fabricas.funcionario("stdi", nombre="Diana Pérez")


def guardar(acta: Acta, quien: Funcionario, texto: str, version: int, *, une: SeccionActa | None = None) -> SeccionActa:
    return acciones.guardar_seccion(
        acta=acta, clave="desarrollo", texto=texto, version=version, autor=quien.usuario, ahora=AHORA, une=une
    )


@pytest.mark.disposicion("7.1.2-visita")
def test_una_visita_deja_un_informe_con_sus_cinco_secciones(laura: Funcionario) -> None:
    acta = actas.empezada(laura, modalidad="visita")
    rotulos = ["Objetivo", "Desarrollo", "Hallazgos", "Recomendaciones", "Conclusiones"]
    assert (acta.clase, list(acta.rotulos.values())) == (Acta.Clase.INFORME, rotulos)


def test_lo_demas_deja_un_acta(laura: Funcionario) -> None:
    assert actas.empezada(laura).clase == Acta.Clase.ACTA


def test_empezarla_dos_veces_da_la_misma(laura: Funcionario) -> None:
    acta = actas.empezada(laura)
    assert acciones.empezar_acta(sesion=acta.sesion, autor=laura.usuario, ahora=AHORA) == acta


def test_empieza_con_el_objetivo_de_la_sesion(laura: Funcionario) -> None:
    acta = actas.empezada(laura, objetivo="Acordar el mapa")
    assert list(acta.secciones.values_list("clave", "texto")) == [("objetivo", "Acordar el mapa")]


def test_una_sesion_cancelada_no_deja_acta(laura: Funcionario) -> None:
    sesion = fabricas_agenda.sesion(dirige=laura)
    cancelada = acciones.cancelar(sesion=sesion, motivo="Sala cerrada", autor=laura.usuario, ahora=AHORA)
    with pytest.raises(ReglaIncumplida, match="no deja acta"):
        acciones.empezar_acta(sesion=cancelada, autor=laura.usuario, ahora=AHORA)


def test_cada_guardado_es_otra_version(laura: Funcionario) -> None:
    acta = actas.empezada(laura)
    assert [guardar(acta, laura, "Uno", 0).version, guardar(acta, laura, "Dos", 1).version] == [1, 2]


def test_guardar_lo_mismo_no_cambia_nada(laura: Funcionario) -> None:
    acta = actas.empezada(laura)
    guardar(acta, laura, "Uno", 0)
    assert guardar(acta, laura, "Uno", 0).version == 1


def test_quien_llega_tarde_no_pisa_y_lo_suyo_queda_aparte(laura: Funcionario, diana: Funcionario) -> None:
    acta = actas.empezada(laura)
    guardar(acta, laura, "De Laura", 0)
    with pytest.raises(OtraVersion) as choque:
        guardar(acta, diana, "De Diana", 0)
    assert (str(choque.value), choque.value.actual.texto) == (
        "Laura Ortiz cambió este texto mientras usted escribía.",
        "De Laura",
    )
    assert acta.secciones.get(aparte=True).texto == "De Diana"


def test_unir_deja_un_solo_texto(laura: Funcionario, diana: Funcionario) -> None:
    acta = actas.empezada(laura)
    guardar(acta, laura, "De Laura", 0)
    with pytest.raises(OtraVersion):
        guardar(acta, diana, "De Diana", 0)
    guardar(acta, diana, "De Laura\nDe Diana", 1, une=acta.secciones.get(aparte=True))
    assert list(acta.secciones.values_list("texto", "aparte")) == [("De Laura\nDe Diana", False)]


def test_dos_escriben_secciones_distintas_sin_estorbarse(laura: Funcionario, diana: Funcionario) -> None:
    acta = actas.empezada(laura)
    actas.escribir(acta, laura, "desarrollo", "Uno")
    actas.escribir(acta, diana, "conclusiones", "Dos")
    assert dict(acta.secciones.values_list("clave", "texto")) == {"desarrollo": "Uno", "conclusiones": "Dos"}


def test_una_version_inventada_no_rompe_nada(laura: Funcionario) -> None:
    assert guardar(actas.empezada(laura), laura, "Uno", 77).version == 1


def test_lo_escrito_cuando_ya_se_envio_queda_aparte(laura: Funcionario) -> None:
    acta = actas.escrita(laura)
    actas.enviar(acta, laura)
    with pytest.raises(ReglaIncumplida, match=r"está por aprobar\.\nLo que escribió quedó aparte\.$"):
        guardar(acta, laura, "Tarde", 1)
    assert acta.secciones.get(aparte=True).texto == "Tarde"


def test_el_orden_del_dia_los_compromisos_y_la_asistencia_entran_solos(laura: Funcionario) -> None:
    acta = actas.escrita(laura)
    PuntoOrden.objects.create(sesion=acta.sesion, orden=1, titulo="Apertura", responsable="Laura", tratado=True)
    Compromiso.objects.create(
        sesion=acta.sesion,
        actividad="Enviar el mapa",
        responsable=laura,
        vence_el=AHORA.date(),
        creado_en=AHORA,
        creado_por=laura.usuario,
    )
    contenido = contenido_de(acta)
    assert contenido["orden"] == [["Apertura", "Laura", "10 min", "Sí"]]
    assert contenido["compromisos"] == [["Enviar el mapa", "Laura Ortiz", "", "jueves 19 de noviembre de 2026"]]
    assert contenido["asistentes"] == [["Carlos Peña", "Profesional", "SDH", "10:00 · anotada por el equipo"]]


def test_el_encabezado_lleva_el_formato_de_la_oficina_mas_cercana(laura: Funcionario) -> None:
    acta = actas.escrita(laura)
    for clave, codigo in (("sdfi", "LEJOS"), ("dddi", "2310460-FT-078")):
        dependencia = fabricas.dependencia(clave)
        FormatoActa.objects.create(dependencia=dependencia, clase=acta.clase, codigo=codigo, version="01")
    assert contenido_de(acta)["formato"] == "Código 2310460-FT-078 · Versión 01"


def test_los_datos_de_la_entidad_van_al_comienzo_del_informe(laura: Funcionario) -> None:
    caso = fabricas.solicitud()
    acta = actas.escrita(laura, modalidad="visita", solicitudes=[caso])
    datos = {"representante": " Ana Ruiz ", "tipo": "Inicial", "direccion": "", "inventado": "x"}
    acta = acciones.guardar_datos(acta=acta, datos=datos)
    assert contenido_de(acta)["entidad"] == [
        ("Nombre de la entidad", "Secretaría Distrital de Hacienda"),
        ("Representante legal", "Ana Ruiz"),
        ("Tipo de visita", "Inicial"),
    ]


def test_las_fotos_se_guardan_sin_lo_que_cuentan_de_mas(laura: Funcionario) -> None:
    acta = actas.empezada(laura, modalidad="visita")
    fotos = [("a.jpg", jpeg(exif=(1, b"GPS"))), ("b.png", png())]
    assert acciones.agregar_fotos(acta=acta, fotos=fotos, descripcion="El depósito") == 2
    guardadas = []
    for foto in acta.fotos.order_by("id"):
        with foto.archivo.abrir() as abierto:
            guardadas.append((foto.descripcion, abierto.read()))
    assert guardadas == [("El depósito", jpeg()), ("El depósito", png())]


def test_una_foto_mala_no_deja_entrar_ninguna(laura: Funcionario) -> None:
    acta = actas.empezada(laura, modalidad="visita")
    with pytest.raises(ReglaIncumplida, match=r"^«b\.pdf» no es una foto JPEG o PNG\.$"):
        acciones.agregar_fotos(acta=acta, fotos=[("a.png", png()), ("b.pdf", b"%PDF")], descripcion="x")
    assert acta.fotos.count() == 0


def test_no_caben_mas_de_doce_fotos(laura: Funcionario) -> None:
    acta = actas.empezada(laura, modalidad="visita")
    with pytest.raises(ReglaIncumplida, match="Caben 12 fotos"):
        acciones.agregar_fotos(acta=acta, fotos=[("a.png", png())] * 13, descripcion="x")


@pytest.mark.disposicion("7.1.2-visita")
def test_el_informe_del_archivo_trae_su_formato_de_fabrica() -> None:
    assert str(FormatoActa.objects.get(dependencia__clave="ddab")) == "2215100-FT-480 · versión 05"
