"""The pages of the coverage, of the demand and of what is attended together; what is taken away from them."""

import io
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from pypdf import PdfReader

from asiste.agenda.models import Sesion
from asiste.cuentas.models import Rol
from asiste.directorio.models import Funcionario
from asiste.oferta.models import Plan
from asiste.solicitudes.models import Solicitud, Toma
from pruebas import fabricas, fabricas_agenda, fabricas_oferta
from pruebas.equipo.test_consultas import MAXIMO, coste
from pruebas.fabricas import AHORA
from pruebas.fabricas_oferta import ANIO

pytestmark = pytest.mark.django_db
EN_MARZO = AHORA.replace(month=3, day=12)


@pytest.fixture
def navegador(laura: Funcionario) -> Client:
    """The browser of Laura."""
    return fabricas.sesion(laura.usuario)


@pytest.fixture
def directora() -> Client:
    """The browser of who heads the DDDI."""
    return fabricas.sesion(fabricas.funcionario("dddi", nombre="Directora", rol=Rol.DIRECCION).usuario)


def hoja(libro: bytes) -> list[list[object]]:
    """Rows of a workbook."""
    return [list(fila) for fila in load_workbook(io.BytesIO(libro)).worksheets[0].iter_rows(values_only=True)]


def texto(pdf: bytes) -> str:
    """What a document says."""
    return "\n".join(pagina.extract_text() for pagina in PdfReader(io.BytesIO(pdf)).pages)


def cubrir(laura: Funcionario, *claves: str) -> None:
    """An activity with a session held, those entities in it, and a request of each attended."""
    actividad = fabricas_oferta.actividad(responsable=laura)
    fabricas_oferta.realizada(actividad, EN_MARZO, [fabricas.entidad(clave) for clave in claves])
    for clave in claves:
        fabricas.solicitud(estado=Solicitud.Estado.ATENDIDA, asesor=laura, entidad=fabricas.entidad(clave))


def test_la_matriz_lleva_de_cada_casilla_a_lo_que_hay_detras(directora: Client, laura: Funcionario) -> None:
    cubrir(laura, "sdh")
    pagina = directora.get(reverse("equipo:cobertura"), {"sector": fabricas.entidad().sector_id or ""})
    casilla = reverse("equipo:cobertura-celda", args=["sdh", "integridad"])
    assert f'{casilla}?direccion=dddi&amp;vigencia={ANIO}"' in pagina.content.decode()
    detras = directora.get(casilla).context
    assert [list(detras["sesiones"]), [uno.radicado for uno in detras["pagina"].filas], detras["ajenas"]] == [
        list(Sesion.objects.all()),
        [Solicitud.objects.get().radicado],
        0,
    ]
    assert (pagina.context["asistidas"], pagina.context["sin_asistencia"], pagina.context["total"]) == (1, 3, 4)


def test_las_que_no_recibieron_asistencia_se_ven_aparte(directora: Client, laura: Funcionario) -> None:
    cubrir(laura, "sdh")
    datos = {"sector": fabricas.entidad().sector_id or "", "ver": "sin-asistencia"}
    filas = directora.get(reverse("equipo:cobertura"), datos).context["pagina"].filas
    assert {una.clave for una in filas} == {"uaecd", "foncep", "loteria-de-bogota"}


def test_las_cifras_de_otra_subdireccion_se_ven_y_sus_registros_no_se_abren(laura: Funcionario) -> None:
    cubrir(laura, "sdh")
    vecino = fabricas.sesion(fabricas.funcionario("imprenta", nombre="Vecino").usuario)
    cobertura = vecino.get(reverse("equipo:cobertura"), {"sector": fabricas.entidad().sector_id or ""}).context
    assert (cobertura["direccion"].clave, cobertura["asistidas"], cobertura["sin_asistencia"]) == ("dddi", 1, 3)
    celda = vecino.get(reverse("equipo:cobertura-celda", args=["sdh", "integridad"]))
    assert (list(celda.context["sesiones"]), celda.context["pagina"].filas, celda.context["ajenas"]) == ([], [], 2)
    dicho = celda.content.decode()
    assert [dicho.count(frase) for frase in ("usted no las puede abrir", "Ninguna que usted pueda abrir")] == [1, 2]
    vacia = vecino.get(reverse("equipo:cobertura-celda", args=["sed", "integridad"])).content.decode()
    assert vacia.count("Ninguna en el año") == 2


@pytest.mark.parametrize("datos", [{"vigencia": "x"}, {"vigencia": "1"}, {"sector": "99999"}, {"direccion": "ddab"}])
def test_lo_que_no_se_entiende_en_la_direccion_no_rompe_la_pagina(directora: Client, datos: dict[str, str]) -> None:
    pagina = directora.get(reverse("equipo:cobertura"), datos)
    assert (pagina.context["direccion"].clave, pagina.context["vigencia"]) == ("dddi", ANIO)


@pytest.mark.disposicion("5-plan-anual")
def test_el_plan_se_lleva_en_excel_y_en_pdf_con_su_ejecucion(navegador: Client, laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura, titulo="=Mesas de integridad")
    fabricas_oferta.realizada(actividad, EN_MARZO, [fabricas.entidad()])
    titulos, fila = hoja(navegador.get(reverse("equipo:plan-excel", args=[actividad.plan_id])).getvalue())
    datos = dict(zip(titulos, fila, strict=True))
    assert {campo: datos[campo] for campo in ("Título", "Público objetivo", "Meta de entidades", "Cómo va")} == {
        "Título": "'=Mesas de integridad",
        "Público objetivo": "SDH, SED",
        "Meta de entidades": 2,
        "Cómo va": "Atrasada",
    }
    assert [datos[campo] for campo in ("Sesiones realizadas", "Marzo", "Abril", "Junio")] == [1, 1, None, "previsto"]
    dicho = texto(navegador.get(reverse("equipo:plan-pdf", args=[actividad.plan_id])).content)
    assert f"Plan anual de asistencia técnica {ANIO}" in dicho
    assert "1 de 2" in dicho


def test_la_cobertura_se_lleva_en_excel_y_en_pdf(directora: Client, laura: Funcionario) -> None:
    cubrir(laura, "sdh")
    datos = {"sector": fabricas.entidad().sector_id or ""}
    filas = hoja(directora.get(reverse("equipo:cobertura-excel"), datos).getvalue())
    assert filas[0] == [
        *("Entidad", "Sector", "Sesiones", "Solicitudes", "Integridad · sesiones", "Integridad · solicitudes"),
    ]
    assert {str(fila[0]): fila[2:] for fila in filas[1:]}["Secretaría Distrital de Hacienda"] == [1, 1, 1, 1]
    assert len(filas) == 5
    dicho = texto(directora.get(reverse("equipo:cobertura-pdf"), datos).content)
    assert "1 de 4" in dicho
    assert "1/1" in dicho
    assert "Sin asistencia en el año" in dicho


def test_un_plan_vacio_y_una_cobertura_vacia_tambien_se_llevan(directora: Client) -> None:
    plan = fabricas_oferta.plan()
    assert "todavía no tiene actividades" in texto(directora.get(reverse("equipo:plan-pdf", args=[plan.pk])).content)
    assert hoja(directora.get(reverse("equipo:plan-excel", args=[plan.pk])).getvalue()) == []
    assert "Ninguna entidad recibió asistencia" in texto(directora.get(reverse("equipo:cobertura-pdf")).content)


def test_lo_que_se_repite_pasa_al_borrador_con_un_boton(directora: Client) -> None:
    for clave in ("sdh", "sed"):
        fabricas.solicitud(entidad=fabricas.entidad(clave), temas=[fabricas.tema("teletrabajo")])
    pedido = {"veces": 2, "entidades": 2}
    assert [uno.tema.clave for uno in directora.get(reverse("equipo:demanda"), pedido).context["temas"]] == [
        "teletrabajo"
    ]
    respuesta = directora.post(reverse("equipo:demanda-agregar", args=["teletrabajo"]))
    actividad = Plan.objects.get(vigencia=ANIO + 1).actividades.get()
    assert respuesta.headers["Location"] == reverse("equipo:actividad-cambio", args=[actividad.pk])
    assert directora.get(reverse("equipo:demanda"), pedido).context["temas"][0].planeado


def test_lo_que_nadie_pidio_no_se_agrega(directora: Client) -> None:
    respuesta = directora.post(reverse("equipo:demanda-agregar", args=["teletrabajo"]))
    assert respuesta.context["form"].non_field_errors() == ["Ninguna entidad pidió ese tema en el año."]


def grupo(laura: Funcionario, *casos: Solicitud, **cambios: str) -> dict[str, object]:
    """The form of a group, filled in."""
    return {
        "casos": [caso.radicado for caso in casos],
        "titulo": "Integridad, en grupo",
        "modalidad": fabricas_agenda.modalidad("asesoria").pk,
        "fecha": AHORA.date() + timedelta(days=1),
        "desde": "08:00",
        "hasta": "10:00",
        "medio": "presencial",
        "lugar": "Sala 3",
        "dirige": laura.pk,
    } | cambios


@pytest.mark.disposicion("6.3-asesoria-grupo", "5-fifo")
def test_se_programa_una_sesion_con_las_marcadas_y_lo_fuera_de_turno_dice_por_que(
    navegador: Client, laura: Funcionario
) -> None:
    fabricas.solicitud(asesor=laura, entidad=fabricas.entidad("idu"), temas=[fabricas.tema("mipg")])
    suya = fabricas.solicitud(asesor=laura, estado=Solicitud.Estado.EN_TRAMITE)
    otra = fabricas.solicitud(asesor=laura, entidad=fabricas.entidad("sed"))
    pagina = reverse("equipo:grupo", args=["integridad"])
    assert [fila.solicitud for fila, _ in navegador.get(pagina).context["filas"]] == [suya, otra]
    sin_motivo = navegador.post(pagina, grupo(laura, suya, otra))
    assert sin_motivo.context["form"].non_field_errors() == [
        "Elija el motivo y explíquelo: quedará a la vista de todos."
    ]
    navegador.post(pagina, grupo(laura, suya, otra, motivo="relacionada", explicacion="Piden lo mismo."))
    sesion = Sesion.objects.get()
    assert set(sesion.solicitudes.all()) == {suya, otra}
    assert Toma.objects.get(solicitud=otra).motivo == "relacionada"


def test_no_se_agrupa_lo_que_otra_persona_atiende(navegador: Client, laura: Funcionario) -> None:
    otro = fabricas.funcionario("stdi", nombre="Jorge Méndez")
    suya = fabricas.solicitud(asesor=laura, estado=Solicitud.Estado.EN_TRAMITE)
    ajena = fabricas.solicitud(asesor=otro, estado=Solicitud.Estado.EN_TRAMITE, entidad=fabricas.entidad("sed"))
    pagina = reverse("equipo:grupo", args=["integridad"])
    assert [puede for _, puede in navegador.get(pagina).context["filas"]] == [True, False]
    respuesta = navegador.post(pagina, grupo(laura, suya, ajena))
    assert respuesta.context["form"].non_field_errors() == ["Marque solicitudes de al menos dos entidades."]


def test_las_listas_cuestan_lo_mismo_con_una_fila_que_con_tres(directora: Client, laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura)
    rutas = [
        *(reverse(f"equipo:{cual}") for cual in ("planes", "estrategias", "afinidad", "cobertura")),
        reverse("equipo:demanda") + "?veces=1&entidades=1",
        reverse("equipo:plan", args=[actividad.plan_id]),
        reverse("equipo:actividad", args=[actividad.pk]),
        reverse("equipo:plan-cambios", args=[actividad.plan_id]),
        reverse("equipo:grupo", args=["integridad"]),
    ]
    for clave in ("sdh", "cvp"):  # two entities make a group
        poblar(laura, actividad.plan, clave)
    con_una = [coste(directora, ruta) for ruta in rutas]
    for clave in ("sed", "idu", "sda"):
        poblar(laura, actividad.plan, clave)
    assert [coste(directora, ruta) for ruta in rutas] == con_una
    assert max(con_una) <= MAXIMO


def poblar(laura: Funcionario, plan: Plan, clave: str) -> None:
    """One more of everything, of that entity."""
    una = fabricas.entidad(clave)
    nueva = fabricas_oferta.actividad(plan, responsable=laura, titulo=clave, motivo="Se amplió")
    dia = EN_MARZO + timedelta(days=len(clave) + una.pk % 20)
    fabricas_oferta.realizada(nueva, dia, [una])
    primera = plan.actividades.order_by("id")[0]
    fabricas_oferta.realizada(primera, dia + timedelta(hours=4), [una])
    fabricas_oferta.plan("dddi", vigencia=plan.vigencia + una.pk)
    fabricas_oferta.estrategia(nombre=clave)
    fabricas.solicitud(asesor=laura, estado=Solicitud.Estado.EN_TRAMITE, entidad=una)
    fabricas.solicitud(asesor=laura, estado=Solicitud.Estado.EN_TRAMITE, entidad=una, temas=[fabricas.tema("mipg")])
    fabricas.solicitud(estado=Solicitud.Estado.ATENDIDA, asesor=laura, entidad=una)
