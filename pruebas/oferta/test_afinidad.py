"""One session for requests of several entities on the same topic."""

from datetime import timedelta
from typing import Any

import pytest

from asiste.agenda.models import Sesion
from asiste.directorio.models import Funcionario
from asiste.oferta import acciones
from asiste.oferta.consultas.afinidad import afines, agrupables
from asiste.solicitudes import alcance
from asiste.solicitudes.acciones import MotivoRequerido, ReglaIncumplida
from asiste.solicitudes.models import Actuacion, Solicitud, Toma
from pruebas import fabricas, fabricas_agenda, fabricas_oferta
from pruebas.fabricas import AHORA

pytestmark = pytest.mark.django_db
MANANA = AHORA + timedelta(days=1)


def en_tramite(laura: Funcionario, clave: str, **cambios: Any) -> Solicitud:
    return fabricas.solicitud(
        asesor=laura, estado=Solicitud.Estado.EN_TRAMITE, entidad=fabricas.entidad(clave), **cambios
    )


def en_fila(laura: Funcionario, clave: str, **cambios: Any) -> Solicitud:
    return fabricas.solicitud(asesor=laura, entidad=fabricas.entidad(clave), **cambios)


def grupos(persona: Funcionario) -> list[tuple[str, int, int, int]]:
    """Topic, entities, requests and those in line."""
    usuario = persona.usuario
    suyas = agrupables(alcance.solicitudes_del_equipo(usuario), alcance.dependencias_de(usuario))
    return [(uno.tema.clave, uno.entidades, uno.solicitudes, uno.en_fila) for uno in afines(suyas)]


def programar(laura: Funcionario, *casos: Solicitud, **cambios: Any) -> Sesion:
    grupo = acciones.Grupo(
        tema=fabricas.tema(),
        solicitudes=casos,
        titulo="Integridad, en grupo",
        modalidad=fabricas_agenda.modalidad("asesoria"),
        **cambios,
    )
    return acciones.programar_grupo(
        grupo=grupo,
        horas=(MANANA, MANANA + timedelta(hours=1)),
        encuentro=fabricas_oferta.encuentro(laura),
        asesor=laura,
        autor=laura.usuario,
        ahora=AHORA,
    )


@pytest.mark.disposicion("6.3-asesoria-grupo")
def test_se_sugiere_el_tema_en_que_esperan_dos_entidades(laura: Funcionario) -> None:
    en_tramite(laura, "sdh")
    assert grupos(laura) == []
    en_tramite(laura, "sdh")
    assert grupos(laura) == []
    en_fila(laura, "sed")
    assert grupos(laura) == [("integridad", 2, 3, 1)]


@pytest.mark.parametrize("clave", ["concepto", "visita", "apoyo-externo"])
def test_lo_que_es_de_una_sola_entidad_no_se_agrupa(laura: Funcionario, clave: str) -> None:
    for una in ("sdh", "sed"):
        en_tramite(laura, una, modalidad=fabricas_agenda.modalidad(clave))
    assert grupos(laura) == []


def test_lo_suspendido_y_lo_que_ya_tiene_sesion_no_se_agrupa(laura: Funcionario) -> None:
    en_tramite(laura, "sdh")
    citada = en_tramite(laura, "sed")
    fabricas.solicitud(asesor=laura, estado=Solicitud.Estado.SUSPENDIDA, entidad=fabricas.entidad("idu"))
    assert grupos(laura) == [("integridad", 2, 2, 0)]
    fabricas_agenda.sesion(dirige=laura, solicitudes=[citada])
    assert grupos(laura) == []


def test_solo_se_agrupa_lo_del_arbol_de_cada_quien(laura: Funcionario) -> None:
    for clave in ("sdh", "sed"):
        en_tramite(laura, clave)
    assert grupos(fabricas.funcionario("ssda", nombre="Diana Pérez")) == []


@pytest.mark.disposicion("6.3-asesoria-grupo")
def test_una_sesion_atiende_a_todas_y_va_dirigida_a_sus_entidades(laura: Funcionario) -> None:
    casos = [en_tramite(laura, "sdh"), en_tramite(laura, "sed")]
    sesion = programar(laura, *casos)
    assert set(sesion.solicitudes.all()) == set(casos)
    assert sesion.publico is not None
    assert {una.clave for una in sesion.publico.entidades_objetivo()} == {"sdh", "sed"}
    assert [caso.actuaciones.filter(tipo=Actuacion.Tipo.SESION).count() for caso in casos] == [1, 1]


def test_dos_solicitudes_de_una_entidad_no_son_grupo(laura: Funcionario) -> None:
    with pytest.raises(ReglaIncumplida, match="al menos dos entidades"):
        programar(laura, en_tramite(laura, "sdh"), en_tramite(laura, "sdh"))


@pytest.mark.disposicion("5-fifo", "6.3-asesoria-grupo")
def test_lo_que_sigue_en_la_fila_se_toma_sin_motivo(laura: Funcionario) -> None:
    primera, segunda = en_fila(laura, "sdh"), en_fila(laura, "sed")
    programar(laura, segunda, primera)
    assert [toma.en_turno for toma in Toma.objects.order_by("id")] == [True, True]
    assert list(Toma.objects.order_by("id").values_list("solicitud", flat=True)) == [primera.pk, segunda.pk]


@pytest.mark.disposicion("5-fifo", "6.3-asesoria-grupo")
def test_lo_que_sale_de_su_turno_pide_motivo_y_sin_el_no_se_hace_nada(laura: Funcionario) -> None:
    en_fila(laura, "idu", temas=[fabricas.tema("mipg")])
    suya, otra = en_tramite(laura, "sdh"), en_fila(laura, "sed")
    with pytest.raises(MotivoRequerido):
        programar(laura, suya, otra)
    otra.refresh_from_db()
    assert (otra.estado, Sesion.objects.count()) == (Solicitud.Estado.POR_TOMAR, 0)
    programar(laura, suya, otra, motivo=Toma.Motivo.RELACIONADA, explicacion="Piden lo mismo.")
    toma = Toma.objects.get(solicitud=otra)
    assert (toma.motivo, toma.explicacion, toma.asesor) == ("relacionada", "Piden lo mismo.", laura)


def test_sin_asesor_nadie_toma_lo_que_esta_en_la_fila(laura: Funcionario) -> None:
    casos = [en_fila(laura, "sdh"), en_fila(laura, "sed")]
    grupo = acciones.Grupo(tema=fabricas.tema(), solicitudes=casos, titulo="X", modalidad=fabricas_agenda.modalidad())
    with pytest.raises(ReglaIncumplida, match="está en la fila: la debe tomar un asesor"):
        acciones.programar_grupo(
            grupo=grupo,
            horas=(MANANA, MANANA + timedelta(hours=1)),
            encuentro=fabricas_oferta.encuentro(laura),
            asesor=None,
            autor=laura.usuario,
            ahora=AHORA,
        )
