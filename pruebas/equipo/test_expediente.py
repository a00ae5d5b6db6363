"""A case as the team sees it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from asiste.correo.models import MensajeEntrante
from asiste.directorio.models import Funcionario
from asiste.solicitudes import acciones
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas

AHORA = fabricas.AHORA
ESTADO = Solicitud.Estado


def url(solicitud: Solicitud) -> str:
    return reverse("equipo:solicitud", args=[solicitud.radicado])


def posibles(navegador: Client, solicitud: Solicitud) -> list[tuple[str, str]]:
    """Each action and why it cannot be done now."""
    contexto = navegador.get(url(solicitud)).context
    return [(accion.texto, accion.porque) for accion in contexto["acciones"]]


@pytest.mark.disposicion("5-oportuna")
def test_abre_la_cuenta_del_plazo_dia_por_dia(navegador: Client, asesora: Funcionario) -> None:
    caso = fabricas.solicitud(asesor=asesora, estado=ESTADO.EN_TRAMITE, ahora=AHORA - timedelta(days=14))
    pagina = navegador.get(url(caso)).content.decode()
    assert pagina.count('data-dia="contado"') - pagina.count('<span data-dia="contado"') == 9
    assert "Independencia de Cartagena" in pagina
    assert "Falta 1 día hábil" in pagina


def test_las_actuaciones_dicen_quien_y_en_que_dia_del_plazo(navegador: Client, asesora: Funcionario) -> None:
    caso = fabricas.solicitud(asesor=asesora, estado=ESTADO.EN_TRAMITE, ahora=AHORA - timedelta(days=2))
    acciones.anotar(solicitud=caso, texto="Llamar mañana", autor=asesora.usuario, ahora=AHORA)
    hechos = navegador.get(url(caso)).context["hechos"]
    assert [(hecho.actuacion.tipo, hecho.dia) for hecho in hechos] == [
        ("radicada", 0),
        ("asignada", 0),
        ("tomada", 0),
        ("nota", 2),
    ]


def test_la_nota_interna_avisa_que_la_entidad_no_la_ve(navegador: Client, asesora: Funcionario) -> None:
    caso = fabricas.solicitud(asesor=asesora)
    acciones.anotar(solicitud=caso, texto="Llamar mañana", autor=asesora.usuario, ahora=AHORA)
    assert "la entidad no la ve" in navegador.get(url(caso)).content.decode()


def test_muestra_el_correo_original_y_lo_deja_descargar(navegador: Client, asesora: Funcionario) -> None:
    caso = fabricas.solicitud(asesor=asesora, canal=Solicitud.Canal.CORREO)
    correo = MensajeEntrante.objects.create(
        crudo=fabricas.archivo(contenido=b"From: ana@shd.gov.co\n\nHola").archivo,
        guardado_en=AHORA,
        recibido_en=AHORA,
        resultado=MensajeEntrante.Resultado.RADICADO,
        solicitud=caso,
        de_nombre="Ana Ruiz",
        de_correo="ana@shd.gov.co",
        para=["mipgdistrito@alcaldiabogota.gov.co"],
        asunto="Pedido",
        avisos=["Un adjunto no es lo que dice ser."],
    )
    pagina = navegador.get(url(caso)).content.decode()
    assert "Ana Ruiz &lt;ana@shd.gov.co&gt;" in pagina
    assert "Un adjunto no es lo que dice ser." in pagina
    descarga = reverse("equipo:mensaje", args=[caso.radicado, correo.pk])
    assert descarga in pagina
    assert navegador.get(descarga).getvalue() == b"From: ana@shd.gov.co\n\nHola"


def test_un_mensaje_en_cuarentena_no_se_ve_en_el_caso_que_menciona(navegador: Client, asesora: Funcionario) -> None:
    caso = fabricas.solicitud(asesor=asesora)
    retenido = MensajeEntrante.objects.create(
        crudo=fabricas.archivo(contenido=b"Subject: virus").archivo,
        guardado_en=AHORA,
        resultado=MensajeEntrante.Resultado.CUARENTENA,
        solicitud=caso,
    )
    assert navegador.get(url(caso)).context["correos"] == []
    assert navegador.get(reverse("equipo:mensaje", args=[caso.radicado, retenido.pk])).status_code == 404


def test_lo_escrito_por_fuera_no_se_interpreta(navegador: Client, asesora: Funcionario) -> None:
    caso = fabricas.solicitud(asesor=asesora, asunto="<i>Asunto</i>", texto="<script>alert(1)</script>")
    pagina = navegador.get(url(caso)).content.decode()
    assert [marca for marca in ("<i>Asunto", "<script>alert") if marca in pagina] == []


def test_sin_evidencia_explica_por_que_no_se_atiende_ni_se_cierra(navegador: Client, asesora: Funcionario) -> None:
    caso = fabricas.solicitud(asesor=asesora, estado=ESTADO.EN_TRAMITE)
    assert posibles(navegador, caso) == [
        ("Escribir a la entidad", ""),
        ("Agregar evidencia", ""),
        ("Marcar como atendida", "Falta la evidencia: escriba a la entidad o agregue un archivo."),
        ("Cerrar", "Primero márquela como atendida."),
    ]


def test_con_evidencia_lo_primero_es_atender(navegador: Client, asesora: Funcionario) -> None:
    caso = fabricas.solicitud(asesor=asesora, estado=ESTADO.EN_TRAMITE)
    acciones.responder(solicitud=caso, texto="Va la guía.", autor=asesora.usuario, ahora=AHORA)
    assert posibles(navegador, caso)[0] == ("Marcar como atendida", "")


def test_a_quien_no_la_tramita_le_dice_quien_lo_hace(asesora: Funcionario) -> None:
    caso = fabricas.solicitud(asesor=asesora, estado=ESTADO.EN_TRAMITE)
    colega = fabricas.sesion(fabricas.funcionario("stdi", nombre="Jorge Méndez").usuario)
    assert {porque for _, porque in posibles(colega, caso)} == {"La tramita Laura Ortiz."}


def test_sin_correo_no_se_escribe_y_lo_dice(navegador: Client, asesora: Funcionario) -> None:
    caso = fabricas.solicitud(asesor=asesora, estado=ESTADO.EN_TRAMITE, solicitante_correo="")
    assert posibles(navegador, caso)[0] == (
        "Escribir a la entidad",
        "La solicitud no tiene correo al cual responder.",
    )


def test_cerrada_solo_admite_notas(navegador: Client, asesora: Funcionario) -> None:
    contexto = navegador.get(url(fabricas.solicitud(asesor=asesora, estado=ESTADO.CERRADA))).context
    assert (contexto["acciones"], [otra.texto for otra in contexto["otras"]]) == ([], ["Anotar"])


@pytest.mark.parametrize(
    ("estado", "faltan"), [(ESTADO.POR_TOMAR, 4), (ESTADO.EN_TRAMITE, 3), (ESTADO.ATENDIDA, 1), (ESTADO.CERRADA, 0)]
)
def test_dice_cuanto_falta_para_cerrar(
    navegador: Client, asesora: Funcionario, estado: Solicitud.Estado, faltan: int
) -> None:
    caso = fabricas.solicitud(asesor=asesora, estado=estado)
    assert navegador.get(url(caso)).context["faltan"] == faltan


def test_la_directora_puede_reasignar_e_identificar(directora: Client) -> None:
    caso = fabricas.solicitud(entidad=None)
    otras = directora.get(url(caso)).context["otras"]
    assert [otra.texto for otra in otras] == ["Anotar", "Reasignar", "Identificar la entidad"]


def test_el_radicado_se_escribe_como_se_quiera(navegador: Client, asesora: Funcionario) -> None:
    caso = fabricas.solicitud(asesor=asesora)
    assert navegador.get(url(caso).lower()).context["solicitud"] == caso
