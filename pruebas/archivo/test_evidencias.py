"""What shows that a phase was walked: what stands already of that entity, and files."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from asiste.agenda.acciones import cancelar
from asiste.archivo import acciones
from asiste.archivo.historia import casos_y_sesiones, historia_de
from asiste.archivo.models import EvidenciaLinea, Fase, IndicadorDocumental, LineaAccion, ValorIndicador
from asiste.archivo.vinculables import sesiones_de, solicitudes_de
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Funcionario
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.web.equipo.archivo.forms.evidencias import EvidenciaForm
from pruebas import fabricas, fabricas_agenda, fabricas_archivo
from pruebas.conceptos import casos
from pruebas.fabricas import AHORA

pytestmark = pytest.mark.django_db


def mostrar(linea: LineaAccion, descripcion: str = "Lo que se hizo", **prueba: Any) -> list[str]:
    """Adds it, and the classes of what was kept."""
    nuevas = acciones.agregar_evidencia(
        linea=linea,
        descripcion=descripcion,
        prueba=acciones.Prueba(**prueba),
        autor=linea.plan.asesor.usuario,
        ahora=AHORA,
    )
    clases = ("solicitud", "concepto", "sesion", "archivo", "indicadores")
    return [clase for una in nuevas for clase in clases if getattr(una, clase) is not None]


def medido(clave: str = "sdh") -> int:
    """A year of which an entity has indicators."""
    indicador = IndicadorDocumental.objects.create(clave="tablas", nombre="Tablas al día", unidad="porcentaje")
    valor: dict[str, Any] = {"valor": Decimal(80), "anotado_por": fabricas.usuario(), "anotado_en": AHORA}
    ValorIndicador.objects.create(indicador=indicador, entidad=fabricas.entidad(clave), vigencia=2025, **valor)
    return 2025


@pytest.mark.disposicion("7.1.1-phva")
def test_se_vincula_lo_que_ya_esta_de_esa_entidad(diana: Funcionario) -> None:
    linea = fabricas_archivo.en_curso(asesor=diana)
    caso = fabricas.solicitud(dependencia=diana.dependencia)
    mesa = fabricas_agenda.sesion(dirige=diana, solicitudes=[caso])
    vinculadas = mostrar(linea, solicitud=caso, sesion=mesa, indicadores=medido(), archivos=[fabricas.archivo()])
    assert vinculadas == ["sesion", "solicitud", "indicadores", "archivo"]


@pytest.mark.parametrize("que", ["solicitud", "sesion", "indicadores"])
def test_lo_de_otra_entidad_no_se_vincula(diana: Funcionario, que: str) -> None:
    linea = fabricas_archivo.en_curso(asesor=diana)
    ajena = fabricas.solicitud(dependencia=diana.dependencia, entidad=fabricas.entidad("sed"))
    ajenas: dict[str, Callable[[], Any]] = {
        "solicitud": lambda: ajena,
        "sesion": lambda: fabricas_agenda.sesion(dirige=diana, solicitudes=[ajena]),
        "indicadores": lambda: medido("sed"),
    }
    with pytest.raises(ReglaIncumplida, match="Vincule lo que sea de SDH"):
        mostrar(linea, **{que: ajenas[que]()})


def test_lo_que_pidio_a_otra_direccion_no_es_evidencia() -> None:
    caso = fabricas.solicitud()
    assert not solicitudes_de(fabricas.entidad()).filter(pk=caso.pk).exists()


def test_solo_se_ofrecen_los_conceptos_que_la_persona_ve(diana: Funcionario) -> None:
    propio, _ajeno = casos.firmado(oficina="ssda"), casos.firmado(oficina="ddab")
    form = EvidenciaForm(linea=fabricas_archivo.en_curso(asesor=diana), usuario=diana.usuario)
    campo: Any = form.fields["concepto"]
    assert list(campo.queryset) == [propio]


def test_la_sesion_cancelada_no_es_evidencia(diana: Funcionario) -> None:
    caso = fabricas.solicitud(dependencia=diana.dependencia)
    mesa = fabricas_agenda.sesion(dirige=diana, solicitudes=[caso])
    antes = list(sesiones_de(fabricas.entidad()).order_by("id"))
    cancelar(sesion=mesa, motivo="No hubo sala.", autor=diana.usuario, ahora=AHORA)
    assert (antes, list(sesiones_de(fabricas.entidad()).order_by("id"))) == ([mesa], [])


@pytest.mark.parametrize(
    ("descripcion", "dice"), [("Acta", "Vincule un concepto, una sesión"), ("", "Diga qué muestra")]
)
def test_una_evidencia_sin_nada_no_vale(descripcion: str, dice: str) -> None:
    with pytest.raises(ReglaIncumplida, match=dice):
        mostrar(fabricas_archivo.en_curso(), descripcion)


def test_la_linea_terminada_no_recibe_evidencia() -> None:
    linea = fabricas_archivo.llevar(fabricas_archivo.en_curso(), Fase.TERMINADA)
    with pytest.raises(ReglaIncumplida, match="ya terminó su ciclo"):
        fabricas_archivo.evidencia(linea)


def aportar(linea: LineaAccion, texto: str, *archivos: str) -> Usuario:
    quien = fabricas_archivo.contacto(linea.plan)
    nombrados = [fabricas.archivo(nombre, nombre.encode()) for nombre in archivos]
    acciones.aportar(linea=linea, texto=texto, archivos=nombrados, autor=quien, ahora=AHORA)
    return quien


def test_la_entidad_aporta_archivos_y_le_llega_al_asesor() -> None:
    linea = fabricas_archivo.en_curso()
    quien = aportar(linea, "Subimos el inventario.", "inventario.xlsx", "acta.pdf")
    suyas = list(linea.evidencias.order_by("id").values_list("nombre", "descripcion", "autor"))
    assert suyas == [(nombre, "Subimos el inventario.", quien.pk) for nombre in ("inventario.xlsx", "acta.pdf")]
    correo = Mensaje.objects.get(clave__startswith=f"aporte-linea-{linea.pk}-")
    assert (correo.para, "Adjuntó 2 archivos como evidencia de «Planear»" in correo.texto) == (
        linea.plan.asesor.usuario.email,
        True,
    )


def test_sin_archivos_el_aporte_es_un_comentario() -> None:
    linea = fabricas_archivo.en_curso()
    aportar(linea, "Vamos en la segunda oficina.")
    assert (linea.comentarios.get().texto, linea.evidencias.count()) == ("Vamos en la segunda oficina.", 0)


def test_un_aporte_largo_con_archivos_no_pierde_una_palabra() -> None:
    linea = fabricas_archivo.en_curso()
    largo = "palabra " * 100
    aportar(linea, largo, "acta.pdf")
    assert linea.comentarios.get().texto == largo.strip()
    assert len(linea.evidencias.get().descripcion) == 250


def test_la_historia_junta_todo_lo_ultimo_primero(diana: Funcionario) -> None:
    linea = fabricas_archivo.en_curso(asesor=diana)
    caso = fabricas.solicitud(dependencia=diana.dependencia)
    mostrar(linea, solicitud=caso)
    acciones.comentar(linea=linea, texto="Bien.", autor=diana.usuario, ahora=AHORA.replace(hour=11))
    pasada = acciones.avanzar(
        linea=linea, desde=Fase.PLANEAR, conclusion="Va.", autor=diana.usuario, ahora=AHORA.replace(hour=12)
    )
    hechos = historia_de(pasada)
    assert [(hecho.clase, hecho.texto) for hecho in hechos] == [
        ("avance", "Va."),
        ("comentario", "Bien."),
        ("evidencia", "Lo que se hizo"),
    ]
    assert casos_y_sesiones(hechos) == ({caso.pk}, set())


def retirar(linea: LineaAccion, motivo: str = "Trae cédulas.") -> EvidenciaLinea:
    evidencia = linea.evidencias.order_by("id")[0]
    autor = linea.plan.asesor.usuario
    return acciones.retirar_evidencia(evidencia=evidencia, motivo=motivo, autor=autor, ahora=AHORA)


def test_lo_que_se_puso_por_error_se_retira_y_deja_de_contar(diana: Funcionario) -> None:
    linea = fabricas_archivo.en_curso(asesor=diana)
    fabricas_archivo.evidencia(linea)
    retirada = retirar(linea)
    assert (retirada.retiro, retirada.retirada_por, linea.evidencias.validas().count()) == (
        "Trae cédulas.",
        diana.usuario,
        0,
    )
    with pytest.raises(ReglaIncumplida, match="Falta la evidencia de «Planear»"):
        acciones.avanzar(linea=linea, desde=Fase.PLANEAR, conclusion="Va.", autor=diana.usuario, ahora=AHORA)


def test_no_se_retira_dos_veces_ni_sin_motivo() -> None:
    linea = fabricas_archivo.en_curso()
    fabricas_archivo.evidencia(linea)
    with pytest.raises(ReglaIncumplida, match="Escriba por qué se retira"):
        retirar(linea, " ")
    retirar(linea)
    with pytest.raises(ReglaIncumplida, match="Alguien ya la retiró"):
        retirar(linea)


def test_de_una_fase_que_ya_paso_no_se_retira_lo_unico_que_la_muestra() -> None:
    linea = fabricas_archivo.llevar(fabricas_archivo.en_curso(), Fase.HACER)
    with pytest.raises(ReglaIncumplida, match="Es la única evidencia de «Planear», que la línea ya pasó: regrésela"):
        retirar(linea)
    autor = linea.plan.asesor.usuario
    acciones.regresar(linea=linea, desde=Fase.HACER, a=Fase.PLANEAR, motivo="Trae cédulas.", autor=autor, ahora=AHORA)
    assert retirar(linea).retiro == "Trae cédulas."
