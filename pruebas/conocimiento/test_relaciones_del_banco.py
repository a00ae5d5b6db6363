"""What one publication does to another."""

from datetime import date

import pytest

from asiste.conocimiento.acciones.cuidado import cambiar_vigencia
from asiste.conocimiento.acciones.publicaciones import NoSePublica
from asiste.conocimiento.acciones.relaciones import quitar_relacion
from asiste.conocimiento.consultas import apoyadas_en_lo_que_no_rige, citados_en, estan_apoyadas
from asiste.conocimiento.models import Publicacion, Relacion
from asiste.cuentas.models import Rol
from pruebas import fabricas
from pruebas.fabricas_conceptos import publicacion, relacionar

pytestmark = [pytest.mark.django_db, pytest.mark.disposicion("7.1.3-banco-conceptos")]
Estado, Tipo = Publicacion.Estado, Relacion.Tipo


def quitar(relacion: Relacion, rol: Rol = Rol.SDFI, oficina: str = "sdfi") -> None:
    quitar_relacion(relacion=relacion, autor=fabricas.funcionario(oficina, rol=rol).usuario)


def test_dejar_sin_efecto_cambia_la_otra_en_el_mismo_momento() -> None:
    vieja, nueva = publicacion(), publicacion(numero="C-DDAB-2026-900")
    relacionar(origen=nueva, tipo=Tipo.SIN_EFECTO, destino=vieja)
    vieja.refresh_from_db()
    assert (vieja.estado, vieja.motivo) == (Estado.NO_VIGENTE, "Lo dejó sin efecto C-DDAB-2026-900.")


@pytest.mark.parametrize("tipo", [Tipo.REITERA, Tipo.ACLARA, Tipo.MODIFICA])
def test_las_demas_relaciones_no_cambian_la_otra(tipo: str) -> None:
    vieja, nueva = publicacion(), publicacion()
    relacionar(origen=nueva, tipo=tipo, destino=vieja)
    vieja.refresh_from_db()
    assert vieja.vigente


def test_quitar_la_relacion_devuelve_la_vigencia() -> None:
    vieja, nueva = publicacion(), publicacion()
    quitar(relacionar(origen=nueva, tipo=Tipo.SIN_EFECTO, destino=vieja))
    vieja.refresh_from_db()
    assert (vieja.estado, vieja.motivo, Relacion.objects.count()) == (Estado.VIGENTE, "", 0)


def test_quitar_la_relacion_no_revive_lo_que_se_retiro_por_otra_razon() -> None:
    vieja, nueva = publicacion(), publicacion()
    relacion = relacionar(origen=nueva, tipo=Tipo.SIN_EFECTO, destino=vieja)
    cambiar_vigencia(publicacion=vieja, estado=Estado.RETIRADA, motivo="Traía datos personales")
    quitar(relacion)
    vieja.refresh_from_db()
    assert (vieja.estado, vieja.motivo) == (Estado.RETIRADA, "Traía datos personales")


def test_lo_de_otra_oficina_no_lo_devuelve_quien_no_la_dirige() -> None:
    vieja, nueva = publicacion(), publicacion(dependencia=fabricas.dependencia("sgpd"))
    relacion = relacionar(origen=nueva, tipo=Tipo.SIN_EFECTO, destino=vieja)
    with pytest.raises(NoSePublica, match="lo expidió SSDA: solo lo devuelve quien dirige SSDA"):
        quitar(relacion, Rol.SUBDIRECCION, "sgpd")
    quitar(relacion, Rol.DIRECCION, "ddab")
    vieja.refresh_from_db()
    assert vieja.vigente


def test_las_demas_relaciones_las_quita_quien_las_hizo() -> None:
    vieja, nueva = publicacion(), publicacion(dependencia=fabricas.dependencia("sgpd"))
    quitar(relacionar(origen=nueva, tipo=Tipo.ACLARA, destino=vieja), Rol.SUBDIRECCION, "sgpd")
    assert not Relacion.objects.exists()


def test_una_no_se_relaciona_consigo_misma() -> None:
    una = publicacion()
    with pytest.raises(NoSePublica, match="consigo misma"):
        relacionar(origen=una, tipo=Tipo.REITERA, destino=una)


def test_entre_dos_hay_una_sola_relacion() -> None:
    vieja, nueva = publicacion(), publicacion()
    relacionar(origen=nueva, tipo=Tipo.ACLARA, destino=vieja)
    with pytest.raises(NoSePublica, match="Ya está relacionada"):
        relacionar(origen=nueva, tipo=Tipo.SIN_EFECTO, destino=vieja)
    with pytest.raises(NoSePublica, match="en sentido contrario"):
        relacionar(origen=vieja, tipo=Tipo.SIN_EFECTO, destino=nueva)


def test_la_mas_antigua_no_le_hace_nada_a_la_mas_reciente() -> None:
    vieja, nueva = publicacion(fecha=date(2025, 1, 1)), publicacion(fecha=date(2026, 1, 1))
    with pytest.raises(NoSePublica, match="es posterior"):
        relacionar(origen=vieja, tipo=Tipo.SIN_EFECTO, destino=nueva)


def test_no_se_cierra_un_circulo_de_lo_que_queda_sin_efecto() -> None:
    una, dos, tres = publicacion(), publicacion(), publicacion()
    relacionar(origen=dos, tipo=Tipo.SIN_EFECTO, destino=una)
    relacionar(origen=tres, tipo=Tipo.SIN_EFECTO, destino=dos)
    with pytest.raises(NoSePublica, match="Lo que no rige no deja sin efecto"):
        relacionar(origen=una, tipo=Tipo.SIN_EFECTO, destino=tres)


def test_lo_que_ya_quedo_sin_efecto_no_queda_dos_veces() -> None:
    vieja, una, dos = publicacion(), publicacion(), publicacion()
    relacionar(origen=una, tipo=Tipo.SIN_EFECTO, destino=vieja)
    with pytest.raises(NoSePublica, match="ya la dejó sin efecto"):
        relacionar(origen=dos, tipo=Tipo.SIN_EFECTO, destino=vieja)


def test_lo_que_ya_no_rige_por_otra_razon_conserva_su_razon() -> None:
    vieja, nueva = publicacion(), publicacion()
    cambiar_vigencia(publicacion=vieja, estado=Estado.NO_VIGENTE, motivo="Cambió la norma")
    with pytest.raises(NoSePublica, match="ya no rige: Cambió la norma"):
        relacionar(origen=nueva, tipo=Tipo.SIN_EFECTO, destino=vieja)
    vieja.refresh_from_db()
    assert (vieja.estado, vieja.motivo) == (Estado.NO_VIGENTE, "Cambió la norma")


def test_una_direccion_no_deja_sin_efecto_lo_de_otra() -> None:
    ajena, propia = publicacion(dependencia=fabricas.dependencia("stdi")), publicacion()
    with pytest.raises(NoSePublica, match="la misma dirección"):
        relacionar(origen=propia, tipo=Tipo.SIN_EFECTO, destino=ajena)


def test_con_lo_retirado_no_hay_relacion() -> None:
    vieja, nueva = publicacion(), publicacion()
    cambiar_vigencia(publicacion=vieja, estado=Estado.RETIRADA, motivo="Por error")
    with pytest.raises(NoSePublica, match="está retirada"):
        relacionar(origen=nueva, tipo=Tipo.REITERA, destino=vieja)


def test_lo_que_se_apoya_en_algo_que_deja_de_regir_queda_senalado() -> None:
    base, apoyada, suelta = publicacion(), publicacion(), publicacion()
    relacionar(origen=apoyada, tipo=Tipo.REITERA, destino=base)
    assert not Publicacion.objects.filter(apoyadas_en_lo_que_no_rige()).exists()
    cambiar_vigencia(publicacion=base, estado=Estado.NO_VIGENTE, motivo="Cambió la norma")
    assert estan_apoyadas([base, apoyada, suelta]) == {apoyada.pk}


def test_lo_que_reemplaza_a_otra_no_se_apoya_en_ella() -> None:
    vieja, nueva = publicacion(), publicacion()
    relacionar(origen=nueva, tipo=Tipo.SIN_EFECTO, destino=vieja)
    assert estan_apoyadas([vieja, nueva]) == set()


def test_los_conceptos_que_un_texto_nombra() -> None:
    una = publicacion(numero="C-DDAB-2025-88", fecha=date(2025, 1, 1))
    publicacion(numero="C-DDAB-2025-8")
    html = "<p>Como dijo el <em>C-DDAB-</em>2025-88 y el C-DDDI-2020-1</p>"
    assert list(citados_en(html)) == [una]
