"""What the archive and an entity agree to work on, and how it changes."""

from datetime import timedelta

import pytest
from django.db import InternalError, ProgrammingError, transaction

from asiste.archivo import acciones
from asiste.archivo.lectura import lineas_para_la_entidad
from asiste.archivo.models import LineaAccion, PasoPlan, PlanFocalizado
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.acciones import ReglaIncumplida
from pruebas import fabricas, fabricas_archivo
from pruebas.fabricas import AHORA

pytestmark = pytest.mark.django_db
Estado, Situacion = PlanFocalizado.Estado, LineaAccion.Situacion


def proponer(plan: PlanFocalizado) -> PlanFocalizado:
    return acciones.proponer(plan=plan, autor=plan.asesor.usuario, ahora=AHORA)


def acordar(plan: PlanFocalizado) -> PlanFocalizado:
    return acciones.acordar(
        plan=plan, version=plan.version, autor=fabricas_archivo.contacto(plan), ahora=AHORA + timedelta(days=1)
    )


def situaciones(plan: PlanFocalizado) -> dict[str, str]:
    return dict(plan.lineas.order_by("id").values_list("nombre", "situacion"))


def con_cambios() -> PlanFocalizado:
    """An agreed plan with a line to be added and another to be taken out, sent to the entity."""
    plan = fabricas_archivo.acordado("Inventarios", "Tablas")
    acciones.retirar_linea(linea=plan.lineas.get(nombre="Tablas"), motivo="La hizo con otro equipo.")
    fabricas_archivo.linea(plan, "Correo electrónico")
    return proponer(plan)


@pytest.mark.disposicion("7.1.1-lineas-accion")
def test_la_entidad_acepta_y_queda_quien_y_cuando() -> None:
    plan = fabricas_archivo.propuesto("Inventarios")
    quien = fabricas_archivo.contacto(plan)
    listo = acciones.acordar(plan=plan, version=1, autor=quien, ahora=AHORA)
    assert (listo.estado, listo.acordado_por, listo.acordado_en) == (Estado.ACORDADO, quien, AHORA)
    assert situaciones(plan) == {"Inventarios": "acordada"}


@pytest.mark.disposicion("7.1.1-lineas-accion")
def test_la_linea_dice_su_tema_su_eje_y_sus_servicios() -> None:
    linea = fabricas_archivo.linea(fabricas_archivo.plan())
    assert (linea.tema.padre, linea.eje) == (fabricas.tema("ddab-documental"), "Tablas de retención")
    assert [uno.clave for uno in linea.servicios.order_by("clave")] == ["mesa", "visita"]


def test_se_propone_a_los_enlaces_de_gestion_documental_si_los_hay() -> None:
    fabricas_archivo.enlace("sdh", "integridad", nombre="De integridad")
    de_archivo = fabricas_archivo.enlace("sdh", "ddab-produccion", nombre="De archivo")
    fabricas_archivo.enlace("sdh", nombre="General")
    fabricas_archivo.propuesto()
    correos = Mensaje.objects.filter(clave__startswith="plan-focalizado-").values_list("para", flat=True)
    assert list(correos) == [de_archivo.correo]


def test_sin_enlaces_de_gestion_documental_se_propone_a_los_generales() -> None:
    fabricas_archivo.enlace("sdh", "integridad", nombre="De integridad")
    general = fabricas_archivo.enlace("sdh", nombre="General")
    fabricas_archivo.propuesto()
    correos = Mensaje.objects.filter(clave__startswith="plan-focalizado-").values_list("para", flat=True)
    assert list(correos) == [general.correo]


def test_el_correo_dice_las_lineas_y_donde_responder() -> None:
    plan = fabricas_archivo.propuesto("Inventarios")
    texto = Mensaje.objects.get(clave__startswith="plan-focalizado-").texto
    assert [
        "Inventarios (Documental: Valoración documental): por acordar." in texto,
        f"/mi-entidad/archivo/planes/{plan.pk}/" in texto,
    ] == [True, True]


@pytest.mark.parametrize(
    ("con_enlace", "con_linea", "dice"),
    [(False, True, "SDH no tiene enlaces"), (True, False, "El plan no tiene líneas de acción")],
)
def test_no_se_propone_lo_que_nadie_puede_leer_o_aceptar(con_enlace: bool, con_linea: bool, dice: str) -> None:
    plan = fabricas_archivo.plan()
    if con_enlace:
        fabricas_archivo.enlace()
    if con_linea:
        fabricas_archivo.linea(plan)
    with pytest.raises(ReglaIncumplida, match=dice):
        proponer(plan)


def test_la_entidad_pide_cambios_y_vuelve_a_preparacion_con_su_historia() -> None:
    plan = fabricas_archivo.propuesto()
    quien = fabricas_archivo.contacto(plan)
    plan = acciones.pedir_cambios(plan=plan, version=1, texto="Falta el correo.", autor=quien, ahora=AHORA)
    assert (plan.estado, plan.reparos) == (Estado.BORRADOR, "Falta el correo.")
    pasos = list(plan.pasos.order_by("id").values_list("tipo", "texto"))
    assert pasos == [("creado", ""), ("propuesto", ""), ("devuelto", "Falta el correo.")]
    aviso = Mensaje.objects.get(para=plan.asesor.usuario.email)
    assert (aviso.asunto, "Falta el correo." in aviso.texto) == ("SDH pide cambios en el plan 2026", True)


def test_pedir_cambios_sin_decir_cuales_no_vale() -> None:
    plan = fabricas_archivo.propuesto()
    with pytest.raises(ReglaIncumplida, match="Escriba qué se debe cambiar"):
        acciones.pedir_cambios(plan=plan, version=1, texto=" ", autor=fabricas_archivo.contacto(plan), ahora=AHORA)


def test_mientras_la_entidad_lo_lee_no_cambia() -> None:
    plan = fabricas_archivo.propuesto()
    with pytest.raises(ReglaIncumplida, match="La entidad está leyendo la propuesta"):
        fabricas_archivo.linea(plan)
    with pytest.raises(ReglaIncumplida, match="La entidad está leyendo la propuesta"):
        acciones.retirar_linea(linea=plan.lineas.get())


def test_el_archivo_retira_su_propuesta_con_motivo_y_la_entidad_ya_no_la_acepta() -> None:
    plan = fabricas_archivo.propuesto()
    retomado = acciones.retomar(plan=plan, motivo="Faltó un tema.", autor=plan.asesor.usuario, ahora=AHORA)
    assert (retomado.estado, plan.pasos.order_by("-id")[0].texto) == (Estado.BORRADOR, "Faltó un tema.")
    with pytest.raises(ReglaIncumplida, match="ya no espera respuesta"):
        acordar(plan)


def test_nadie_acepta_otra_version_que_la_que_leyo() -> None:
    plan = fabricas_archivo.propuesto()
    acciones.retomar(plan=plan, motivo="Faltó un tema.", autor=plan.asesor.usuario, ahora=AHORA)
    fabricas_archivo.linea(plan, "Otra")
    proponer(plan)
    with pytest.raises(ReglaIncumplida, match="otra propuesta mientras usted leía"):
        acordar(plan)


def test_lo_acordado_no_se_cambia_sin_un_nuevo_acuerdo() -> None:
    plan = fabricas_archivo.acordado("Inventarios")
    with pytest.raises(ReglaIncumplida, match="La entidad ya la acordó"):
        acciones.cambiar_linea(linea=plan.lineas.get(), datos=fabricas_archivo.datos(nombre="Otra cosa"))
    with pytest.raises(ReglaIncumplida, match="escriba por qué se retira"):
        acciones.retirar_linea(linea=plan.lineas.get())


def test_los_cambios_valen_cuando_la_entidad_los_acepta() -> None:
    plan = con_cambios()
    antes = situaciones(plan)
    listo = acordar(plan)
    assert antes == {"Inventarios": "acordada", "Tablas": "por-retirar", "Correo electrónico": "propuesta"}
    assert situaciones(plan) == {"Inventarios": "acordada", "Tablas": "retirada", "Correo electrónico": "acordada"}
    assert (listo.version, listo.cambios_en) == (2, None)


def test_si_la_entidad_no_acepta_los_cambios_lo_acordado_sigue() -> None:
    plan = con_cambios()
    quien = fabricas_archivo.contacto(plan)
    plan = acciones.pedir_cambios(plan=plan, version=2, texto="No la retiren.", autor=quien, ahora=AHORA)
    assert (plan.estado, plan.acordado_en, plan.en_preparacion) == (Estado.ACORDADO, AHORA, True)
    acciones.conservar_linea(linea=plan.lineas.get(nombre="Tablas"))
    assert situaciones(plan)["Tablas"] == "acordada"


def test_la_entidad_no_ve_los_cambios_que_se_preparan() -> None:
    plan = fabricas_archivo.acordado("Inventarios")
    fabricas_archivo.linea(plan, "En preparación")
    assert [str(una) for una in lineas_para_la_entidad(plan)] == ["Inventarios"]
    assert [str(una) for una in lineas_para_la_entidad(proponer(plan))] == ["Inventarios", "En preparación"]


def test_sin_cambios_no_hay_que_proponer() -> None:
    with pytest.raises(ReglaIncumplida, match="No hay cambios que proponer"):
        proponer(fabricas_archivo.acordado())


def test_un_plan_acordado_no_se_queda_sin_lineas() -> None:
    plan = fabricas_archivo.acordado()
    acciones.retirar_linea(linea=plan.lineas.get(), motivo="Ya no.")
    with pytest.raises(ReglaIncumplida, match="agregue al menos una"):
        proponer(plan)


def test_nada_de_lo_acordado_se_pierde() -> None:
    plan = con_cambios()
    acordar(plan)
    acordadas = plan.pasos.filter(tipo=PasoPlan.Tipo.ACORDADO).order_by("id")
    nombres = [[linea["nombre"] for linea in paso.lineas] for paso in acordadas]
    assert nombres == [["Inventarios", "Tablas"], ["Inventarios", "Correo electrónico"]]
    with pytest.raises((InternalError, ProgrammingError)), transaction.atomic():
        acordadas.update(texto="otra cosa")


def test_lo_que_no_se_acordo_se_quita_sin_mas() -> None:
    plan = fabricas_archivo.plan()
    assert acciones.retirar_linea(linea=fabricas_archivo.linea(plan)) is None
    assert not plan.lineas.exists()


def test_una_linea_sin_servicios_no_se_guarda() -> None:
    with pytest.raises(ReglaIncumplida, match="al menos un servicio"):
        fabricas_archivo.linea(fabricas_archivo.plan(), servicios=[])
