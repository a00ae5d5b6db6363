from datetime import timedelta

import pytest
import vobject

from asiste.agenda import acciones
from asiste.agenda.acciones import renovar_suscripcion
from asiste.agenda.models import SuscripcionAgenda
from asiste.agenda.suscripcion import calendario_de
from asiste.cuentas.models import Usuario
from pruebas import fabricas, fabricas_agenda
from pruebas.arnes.itip import faltas
from pruebas.fabricas import AHORA

pytestmark = pytest.mark.django_db


def titulos(usuario: Usuario) -> list[str]:
    """What the feed of a person shows."""
    calendario = vobject.readOne(calendario_de(usuario, ahora=AHORA).decode())
    return [evento.summary.value for evento in getattr(calendario, "vevent_list", [])]


def test_quien_es_del_equipo_ve_lo_que_dirige_y_lo_que_acompana_y_nada_mas() -> None:
    laura, diana = fabricas.funcionario("stdi"), fabricas.funcionario("stdi", nombre="Diana")
    fabricas_agenda.sesion(dirige=laura, titulo="La dirige")
    tarde = AHORA + timedelta(days=2)
    fabricas_agenda.sesion(dirige=diana, acompanan=[laura], titulo="La acompaña", inicia=tarde)
    fabricas_agenda.sesion(dirige=diana, titulo="De otra", inicia=tarde + timedelta(hours=5))
    assert titulos(laura.usuario) == ["La dirige", "La acompaña"]


def test_un_enlace_ve_solo_sus_invitaciones() -> None:
    enlace, otro = fabricas.enlace("sdh"), fabricas.enlace("sdh")
    fabricas_agenda.convocada(enlace, titulo="Mía")
    fabricas_agenda.convocada(otro, titulo="De una compañera")
    assert titulos(fabricas.cuenta(enlace)) == ["Mía"]


def test_lo_que_no_se_ha_convocado_o_se_declino_no_se_ve() -> None:
    enlace = fabricas.enlace("sdh")
    persona = acciones.Persona.de(enlace)
    acciones.agregar_invitado(sesion=fabricas_agenda.sesion(titulo="Sin convocar"), persona=persona, ahora=AHORA)
    declinada = fabricas_agenda.convocada(enlace, titulo="Declinada")
    no, via = declinada.invitados.model.Respuesta.NO_ASISTE, declinada.invitados.model.Via.ENLACE
    suya = declinada.invitados.get(correo=enlace.correo)
    acciones.responder(invitado=suya, respuesta=no, via=via, comentario="", ahora=AHORA)
    assert titulos(fabricas.cuenta(enlace)) == []


def test_la_suscripcion_cumple_las_reglas_y_no_lleva_datos_de_nadie() -> None:
    enlace = fabricas.enlace("sdh", nombre="Carlos Peña")
    sesion = fabricas_agenda.convocada(enlace)
    assert sesion.dirige
    crudo = calendario_de(sesion.dirige.usuario, ahora=AHORA)
    assert (faltas(crudo), enlace.correo in crudo.decode(), "Carlos" in crudo.decode()) == ([], False, False)


def test_al_renovarla_la_anterior_deja_de_existir() -> None:
    persona = fabricas.usuario()
    primera = renovar_suscripcion(usuario=persona, ahora=AHORA).clave
    segunda = renovar_suscripcion(usuario=persona, ahora=AHORA)
    claves = list(SuscripcionAgenda.objects.filter(usuario=persona).values_list("clave", flat=True))
    assert (segunda.clave == primera, claves) == (False, [segunda.clave])
