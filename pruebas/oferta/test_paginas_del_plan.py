"""The pages of the plans and of their activities."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from asiste.agenda.models import Sesion
from asiste.cuentas.models import Rol
from asiste.directorio.models import Funcionario
from asiste.oferta.models import Actividad, CambioPlan, Estrategia, Plan
from pruebas import fabricas, fabricas_agenda, fabricas_oferta
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


def ruta(cual: str, *argumentos: int) -> str:
    return reverse(f"equipo:{cual}", args=argumentos)


def enviado(laura: Funcionario, **cambios: Any) -> dict[str, Any]:
    """The form of an activity, filled in."""
    return {
        "titulo": "Taller de integridad",
        "descripcion": "Que todas la conozcan.",
        "estrategia": fabricas_oferta.estrategia().pk,
        "temas": [fabricas.tema().pk],
        "modalidad": fabricas_agenda.modalidad("taller").pk,
        "responsable": laura.pk,
        "meses": ["2", "5"],
        "meta_sesiones": 2,
        "meta_entidades": 10,
        "publico_todas": "on",
    } | cambios


@pytest.mark.disposicion("5-plan-anual")
def test_se_empieza_un_plan_con_las_actividades_del_anterior(navegador: Client, laura: Funcionario) -> None:
    fabricas_oferta.actividad(fabricas_oferta.plan(), responsable=laura)
    datos = {"direccion": fabricas.dependencia().pk, "vigencia": ANIO + 1, "copiar": "on"}
    respuesta = navegador.post(ruta("plan-nuevo"), datos)
    plan = Plan.objects.get(vigencia=ANIO + 1)
    assert respuesta.headers["Location"] == ruta("plan", plan.pk)
    assert (plan.estado, plan.actividades.get().titulo) == ("borrador", "Mesas de integridad")


def test_un_asesor_propone_una_actividad(navegador: Client, laura: Funcionario) -> None:
    plan = fabricas_oferta.plan()
    navegador.post(ruta("actividad-nueva", plan.pk), enviado(laura))
    actividad = plan.actividades.get()
    assert (actividad.titulo, actividad.meses, actividad.publico.todas) == ("Taller de integridad", [2, 5], True)
    assert (actividad.propuesta_por, list(actividad.publico.temas.all())) == (laura.usuario, [fabricas.tema()])


def test_lo_que_falta_se_dice_junto_a_su_campo(navegador: Client, laura: Funcionario) -> None:
    plan = fabricas_oferta.plan()
    sin_nada = enviado(laura, publico_todas="", meses=[], temas=[], meta_entidades=0)
    form = navegador.post(ruta("actividad-nueva", plan.pk), sin_nada).context["form"]
    assert sorted(form.errors) == ["meses", "meta_entidades", "publico_todas", "temas"]


def test_el_formulario_trae_lo_que_la_actividad_dice(directora: Client, laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura)
    form = directora.get(ruta("actividad-cambio", actividad.pk)).context["form"]
    assert [form[campo].value() for campo in ("titulo", "meses", "meta_sesiones")] == ["Mesas de integridad", [3, 6], 2]
    assert set(form["publico_entidades"].value()) == {fabricas.entidad("sdh").pk, fabricas.entidad("sed").pk}


def test_el_cambio_de_un_plan_aprobado_pide_motivo_y_queda_en_su_historia(
    directora: Client, laura: Funcionario
) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura)
    cambio = ruta("actividad-cambio", actividad.pk)
    assert list(directora.post(cambio, enviado(laura)).context["form"].errors) == ["motivo"]
    directora.post(cambio, enviado(laura, motivo="Se amplió el alcance"))
    historia = directora.get(ruta("plan-cambios", actividad.plan_id)).content.decode()
    assert "Se amplió el alcance" in historia
    assert "<del>Mesas de integridad</del>" in historia
    assert "<ins>Taller de integridad</ins>" in historia


def test_la_directora_aprueba_y_cierra_diciendo_por_que(directora: Client, laura: Funcionario) -> None:
    plan = fabricas_oferta.plan()
    actividad = fabricas_oferta.actividad(plan, responsable=laura)
    directora.post(ruta("plan-aprobacion", plan.pk))
    plan.refresh_from_db()
    assert plan.estado == Plan.Estado.EN_EJECUCION
    cierre = ruta("plan-cierre", plan.pk)
    assert list(directora.post(cierre, {}).context["form"].errors) == [f"porque-{actividad.pk}"]
    directora.post(cierre, {f"porque-{actividad.pk}": "No hubo sala", "balance": "Buen año"})
    plan.refresh_from_db()
    actividad.refresh_from_db()
    assert (plan.estado, plan.balance, actividad.por_que_no) == ("cerrado", "Buen año", "No hubo sala")


def test_retirar_del_borrador_no_pide_motivo_y_la_actividad_se_sigue_leyendo(
    navegador: Client, laura: Funcionario
) -> None:
    plan = fabricas_oferta.plan()
    actividad = fabricas_oferta.actividad(plan, responsable=laura)
    navegador.post(ruta("actividad-retiro", actividad.pk))
    pagina = navegador.get(ruta("plan", plan.pk))
    assert (pagina.context["filas"], pagina.context["retiradas"]) == ([], [actividad])
    assert navegador.get(ruta("actividad", actividad.pk)).status_code == 200


@pytest.mark.parametrize(
    ("filtro", "quedan"),
    [
        ({"mes": "3"}, ["A"]),
        ({"mes": "8"}, ["B"]),
        ({"situacion": "atrasada"}, ["A", "B"]),
        ({"situacion": "cumplida"}, []),
        ({"tema": "integridad"}, ["A"]),
        ({"tema": "no es un número"}, ["A", "B"]),
    ],
)
def test_el_plan_se_ve_por_partes(
    navegador: Client, laura: Funcionario, filtro: dict[str, str], quedan: list[str]
) -> None:
    plan = fabricas_oferta.plan()
    fabricas_oferta.actividad(plan, responsable=laura, titulo="A")
    fabricas_oferta.actividad(plan, responsable=laura, titulo="B", meses=[8], temas=[fabricas.tema("mipg")])
    if filtro.get("tema") == "integridad":
        filtro = {"tema": str(fabricas.tema().pk)}
    filas = navegador.get(ruta("plan", plan.pk), filtro).context["filas"]
    assert [fila.actividad.titulo for fila in filas] == quedan


def test_el_calendario_dice_cada_mes_con_palabras(navegador: Client, laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura)
    fabricas_oferta.realizada(actividad, EN_MARZO, [fabricas.entidad()])
    texto = navegador.get(ruta("plan", actividad.plan_id), {"vista": "calendario"}).content.decode()
    assert [texto.count(f'class="solo-lector">{que}') for que in ("Realizadas:", "Atrasada:", "Prevista")] == [1, 1, 0]


def programacion(laura: Funcionario, **cambios: Any) -> dict[str, Any]:
    """The form of the sessions of an activity, filled in."""
    manana = AHORA.date() + timedelta(days=1)
    de_siempre = {"fecha": manana, "desde": "08:00", "hasta": "10:00", "medio": "presencial", "lugar": "Sala 3"}
    return {**de_siempre, "dirige": laura.pk} | cambios


@pytest.mark.disposicion("6.3-promocion", "7.1.2-jornada")
def test_de_la_actividad_a_su_sesion_en_un_paso(navegador: Client, laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura)
    respuesta = navegador.post(ruta("actividad-sesiones", actividad.pk), programacion(laura))
    sesion = Sesion.objects.get()
    assert respuesta.headers["Location"] == ruta("convocatoria", sesion.pk)
    assert (list(actividad.sesiones.all()), sesion.donde, sesion.dirige) == ([sesion], "Sala 3", laura)


def test_varias_fechas_de_una_vez(navegador: Client, laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura)
    otra = AHORA.date() + timedelta(days=5)
    datos = programacion(laura, fecha_2=otra, fecha_4=otra)  # the same day twice is once
    respuesta = navegador.post(ruta("actividad-sesiones", actividad.pk), datos)
    assert (respuesta.headers["Location"], Sesion.objects.count()) == (ruta("actividad", actividad.pk), 2)


def test_si_el_dia_no_es_habil_se_advierte(navegador: Client, laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura)
    domingo = AHORA.date() + timedelta(days=3)
    respuesta = navegador.post(
        ruta("actividad-sesiones", actividad.pk), programacion(laura, fecha=domingo), follow=True
    )
    assert [str(mensaje) for mensaje in respuesta.context["messages"]] == [
        "Domingo 22 de noviembre de 2026: revise la sesión. Ese día no es hábil: domingo.",
        "La sesión quedó programada: falta convocarla.",
    ]


@pytest.mark.parametrize(
    ("cambios", "falta"),
    [
        ({"medio": "virtual"}, "enlace_virtual"),
        ({"lugar": ""}, "lugar"),
        ({"medio": "telefonica"}, "telefono"),
        ({"hasta": "08:00"}, "hasta"),
        ({"fecha_3": "ayer"}, "fecha_3"),
    ],
)
def test_a_la_sesion_no_le_falta_donde_ni_cuando(
    navegador: Client, laura: Funcionario, cambios: dict[str, str], falta: str
) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura)
    respuesta = navegador.post(ruta("actividad-sesiones", actividad.pk), programacion(laura, **cambios))
    assert (list(respuesta.context["form"].errors), Sesion.objects.count()) == ([falta], 0)


def test_si_alguien_esta_ocupado_se_dice_sobre_el_formulario(navegador: Client, laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura)
    fabricas_oferta.programada(actividad, AHORA.replace(hour=9) + timedelta(days=1))
    respuesta = navegador.post(ruta("actividad-sesiones", actividad.pk), programacion(laura))
    errores = respuesta.context["form"].non_field_errors()
    assert errores == ["Laura Ortiz ya tiene otra sesión de 09:00 a 11:00."]


def test_quien_no_lleva_la_sesion_va_a_su_pagina(navegador: Client, laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura)
    otra = fabricas.funcionario("stdi", nombre="Otra")
    respuesta = navegador.post(ruta("actividad-sesiones", actividad.pk), programacion(laura, dirige=otra.pk))
    assert respuesta.headers["Location"] == ruta("sesion", Sesion.objects.get().pk)


@pytest.mark.disposicion("6.3-promocion", "7.1.2-jornada")
def test_de_una_actividad_se_convoca_a_los_enlaces_de_su_tema(navegador: Client, laura: Funcionario) -> None:
    del_tema, _ = fabricas.enlace("sdh"), fabricas.enlace("sdh", nombre="De otros temas")
    del_tema.temas.add(fabricas.tema())
    actividad = fabricas_oferta.actividad(responsable=laura)
    pagina = navegador.post(ruta("actividad-sesiones", actividad.pk), programacion(laura), follow=True)
    convocatoria = pagina.redirect_chain[-1][0]
    navegador.post(convocatoria, {"enlaces": [del_tema.pk]})
    assert [uno.enlace for uno in Sesion.objects.get().invitados.all()] == [del_tema]
    grupos = navegador.get(ruta("actividad", actividad.pk)).context["cobertura"].grupos
    assert {que.value: [una.clave for una in entidades] for que, entidades in grupos.items()} == {
        "alcanzada": [],
        "invitada": ["sdh"],
        "sin-invitar": ["sed"],
    }


@pytest.mark.disposicion("6.3-promocion")
def test_se_dirige_una_sesion_a_las_que_faltan(navegador: Client, laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura)
    fabricas_oferta.realizada(actividad, EN_MARZO, [fabricas.entidad("sdh")])
    faltantes = ruta("actividad-faltantes", actividad.pk)
    assert navegador.get(faltantes).headers["Location"] == ruta("actividad-sesiones", actividad.pk)
    sesion = fabricas_oferta.programada(actividad)
    navegador.post(faltantes, {"sesion": sesion.pk})
    sesion.refresh_from_db()
    assert sesion.publico is not None
    assert list(sesion.publico.entidades_objetivo()) == [fabricas.entidad("sed")]


def test_quien_dirige_cuida_las_estrategias(directora: Client) -> None:
    ejemplo = Estrategia.objects.filter(dependencia__clave="dddi", por_verificar=True).order_by("id")[0]
    datos = {"dependencia": ejemplo.dependencia_id, "nombre": ejemplo.nombre, "activa": "on"}
    directora.post(ruta("estrategia", ejemplo.pk), datos)
    ejemplo.refresh_from_db()
    assert not ejemplo.por_verificar
    repetida = directora.post(ruta("estrategia-nueva"), datos)
    assert repetida.context["form"].non_field_errors() == ["DDDI ya tiene una estrategia con ese nombre."]


def test_sin_planes_ni_actividades_se_dice_que_sigue(navegador: Client) -> None:
    assert "Todavía no hay planes" in navegador.get(ruta("planes")).content.decode()
    plan = fabricas_oferta.plan()
    assert "El plan no tiene actividades" in navegador.get(ruta("plan", plan.pk)).content.decode()
    assert (Actividad.objects.count(), CambioPlan.objects.count()) == (0, 0)
