"""The days on which a session is repeated, and the sessions that come of it."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from asiste.agenda import acciones
from asiste.agenda.acciones import Copia
from asiste.agenda.models import Encargado, Sesion
from asiste.agenda.repeticiones import Cada, fechas_de
from asiste.calendario.dias import Calendario, FueraDelCalendario, Motivo, Tipo
from asiste.directorio.models import Funcionario
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas, fabricas_agenda, fabricas_conceptos

INMACULADA = date(2026, 12, 8)
CALENDARIO = Calendario(
    {INMACULADA: Motivo("La Inmaculada Concepción", "Ley 51 de 1983", Tipo.FESTIVO)},
    date(2026, 1, 1),
    date(2027, 12, 31),
)
VIERNES = date(2026, 11, 27)


def dias(desde: date, cada: Cada, veces: int) -> list[date]:
    return [fecha.dia for fecha in fechas_de(desde, cada, veces, CALENDARIO)]


def test_cada_semana_y_cada_dos() -> None:
    assert dias(VIERNES, Cada.SEMANA, 3) == [VIERNES, date(2026, 12, 4), date(2026, 12, 11)]
    assert dias(VIERNES, Cada.QUINCENA, 2) == [VIERNES, date(2026, 12, 11)]


def test_una_vez_es_una_aunque_se_pidan_mas() -> None:
    assert dias(VIERNES, Cada.UNA_VEZ, 5) == [VIERNES]


def test_cada_mes_cae_el_mismo_dia_o_el_ultimo_que_haya() -> None:
    assert dias(date(2026, 12, 31), Cada.MES, 3) == [date(2026, 12, 31), date(2027, 2, 1), date(2027, 3, 1)]


def test_un_festivo_pasa_al_dia_siguiente_y_se_sabe_de_cual_venia() -> None:
    [fecha] = fechas_de(INMACULADA, Cada.UNA_VEZ, 1, CALENDARIO)
    assert (fecha.pensada, fecha.dia, fecha.movida) == (INMACULADA, date(2026, 12, 9), True)


def test_mas_alla_de_los_festivos_conocidos_no_hay_fechas() -> None:
    with pytest.raises(FueraDelCalendario):
        fechas_de(date(2027, 12, 20), Cada.MES, 2, CALENDARIO)


def repetir(sesion: Sesion, *dias: date, serie: str = "", copia: Copia | None = None) -> list[Sesion]:
    autor = Funcionario.objects.get(encargos__sesion=sesion, encargos__dirige=True).usuario
    return acciones.repetir(
        sesion=sesion, dias=dias, serie=serie, copia=copia or Copia(), autor=autor, ahora=fabricas.AHORA
    )


@pytest.fixture
def sesion(db: None) -> Sesion:
    """A table of work tomorrow at ten, with all that may be copied."""
    laura = fabricas.funcionario("stdi")
    caso = fabricas.solicitud(dependencia=laura.dependencia)
    cerrada = fabricas.solicitud(dependencia=laura.dependencia, estado=Solicitud.Estado.CERRADA)
    publico = fabricas_agenda.publico(entidades=[fabricas.entidad()])
    nueva = fabricas_agenda.sesion(dirige=laura, publico=publico, temas=[fabricas.tema()], solicitudes=[caso, cerrada])
    acciones.agregar_punto(sesion=nueva, titulo="Apertura", minutos=10)
    acciones.agregar_material(sesion=nueva, nombre="Curso", url="https://www.ejemplo.gov.co/curso")
    return nueva


def hora(momento: datetime) -> str:
    return f"{timezone.localtime(momento):%Y-%m-%d %H:%M}"


def test_la_copia_lleva_lo_mismo_otro_dia_a_la_misma_hora(sesion: Sesion) -> None:
    [copia] = repetir(sesion, VIERNES)
    assert (hora(copia.inicia), hora(copia.termina)) == ("2026-11-27 10:00", "2026-11-27 11:30")
    assert (copia.titulo, copia.modalidad, copia.lugar, copia.dirige) == (
        *(sesion.titulo, sesion.modalidad, sesion.lugar, sesion.dirige),
    )
    assert list(copia.temas.all()) == [fabricas.tema()]
    assert [punto.titulo for punto in copia.puntos.all()] == ["Apertura"]
    assert [uno.nombre for uno in copia.materiales.all()] == ["Curso"]
    assert (copia.estado, copia.serie, copia.clave == sesion.clave) == (Sesion.Estado.PROGRAMADA, None, False)


def test_lo_del_banco_se_cuenta_una_vez_en_cada_copia(sesion: Sesion) -> None:
    video = fabricas_conceptos.publicacion()
    material = acciones.agregar_del_banco(sesion=sesion, publicacion=video, ahora=fabricas.AHORA)
    [copia] = repetir(sesion, VIERNES)
    acciones.quitar_material(material=material)
    acciones.agregar_del_banco(sesion=sesion, publicacion=video, ahora=fabricas.AHORA)
    usos = video.usos.order_by("id").values_list("referencia", flat=True)
    assert list(usos) == [f"sesion-{sesion.pk}", f"sesion-{copia.pk}"]


def test_el_publico_de_la_copia_es_otro_igual(sesion: Sesion) -> None:
    [copia] = repetir(sesion, VIERNES)
    assert copia.publico is not None
    assert copia.publico_id != sesion.publico_id
    assert list(copia.publico.entidades.all()) == [fabricas.entidad()]


def test_lo_que_no_se_pide_no_se_copia(sesion: Sesion) -> None:
    [copia] = repetir(sesion, VIERNES, copia=Copia(orden=False, material=False))
    assert (copia.puntos.count(), copia.materiales.count(), copia.solicitudes.count()) == (0, 0, 0)


def test_la_copia_atiende_las_solicitudes_que_siguen_abiertas(sesion: Sesion) -> None:
    [copia] = repetir(sesion, VIERNES, copia=Copia(solicitudes=True))
    assert [una.estado for una in copia.solicitudes.all()] == [Solicitud.Estado.POR_TOMAR]


def test_como_serie_tambien_la_primera_queda_en_ella(sesion: Sesion) -> None:
    nuevas = repetir(sesion, VIERNES, VIERNES + timedelta(days=7), serie="Procesos")
    sesion.refresh_from_db()
    assert {str(una.serie) for una in [sesion, *nuevas]} == {"Procesos"}


def test_si_una_no_se_puede_no_se_hace_ninguna(sesion: Sesion) -> None:
    assert sesion.dirige is not None
    fabricas_agenda.sesion(dirige=sesion.dirige, inicia=sesion.inicia + timedelta(days=14))
    with pytest.raises(acciones.Ocupado) as choque:
        repetir(sesion, VIERNES, VIERNES + timedelta(days=7), serie="Procesos")
    assert str(choque.value) == "Laura Ortiz ya tiene otra sesión de 10:00 a 11:30."
    sesion.refresh_from_db()
    assert (Sesion.objects.count(), sesion.serie) == (2, None)


def test_quien_dejo_el_equipo_no_recibe_sesiones(sesion: Sesion) -> None:
    encargado = Encargado.objects.select_related("funcionario__usuario").get(sesion=sesion)
    encargado.funcionario.usuario.is_active = False
    encargado.funcionario.usuario.save()
    with pytest.raises(ReglaIncumplida) as regla:
        repetir(sesion, VIERNES)
    assert str(regla.value) == "Laura Ortiz ya no está en el equipo: prográmela con otra persona."
