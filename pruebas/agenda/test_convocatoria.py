from datetime import timedelta
from typing import Any

import pytest

from asiste.agenda import acciones
from asiste.agenda.acciones import Persona
from asiste.agenda.convocados import prever, sin_representar
from asiste.agenda.models import Invitado, Sesion
from asiste.notificaciones.acciones import anotar_rebote
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.models import Actuacion, Solicitud
from pruebas import fabricas, fabricas_agenda
from pruebas.fabricas import AHORA

pytestmark = pytest.mark.django_db
HOY = AHORA.date()
Situacion = Invitado.Situacion


def dirigida(*entidades: str, **cambios: Any) -> Sesion:
    """A session for those entities."""
    publico = fabricas_agenda.publico(entidades=[fabricas.entidad(clave) for clave in entidades])
    return fabricas_agenda.sesion(publico=publico, **cambios)


def convocar(sesion: Sesion, *enlaces: Any) -> list[Invitado]:
    """Convokes now."""
    return acciones.convocar(sesion=sesion, enlaces=enlaces, autor=fabricas.usuario(), ahora=AHORA)


def agregar(sesion: Sesion, correo: str = "jairo@cvp.gov.co", **datos: Any) -> Invitado:
    """Adds somebody by hand."""
    persona = Persona(nombre="Jairo Castellanos", correo=correo, **datos)
    return acciones.agregar_invitado(sesion=sesion, persona=persona, ahora=AHORA)


@pytest.mark.disposicion("6.3-promocion")
def test_antes_de_convocar_se_ve_quien_falta_quien_rebota_y_quien_ya_esta() -> None:
    sesion = dirigida("sdh", "sed", "sda", "idu")
    nueva, rebota, ya = fabricas.enlace("sdh"), fabricas.enlace("sed"), fabricas.enlace("sda")
    anotar_rebote(correo=rebota.correo, motivo="no existe", permanente=True, mensaje=None, ahora=AHORA)
    convocar(sesion, ya)
    prevision = prever(sesion, HOY)
    por_enlace = {uno.enlace: (uno.por_invitar, uno.se_puede, uno.rebota_desde) for uno in prevision.candidatos}
    assert por_enlace == {nueva: (True, True, None), rebota: (False, True, AHORA), ya: (False, False, None)}
    assert (prevision.sin_enlace, prevision.nuevos) == ([fabricas.entidad("idu")], 1)


def test_quien_es_enlace_de_dos_entidades_se_invita_una_vez() -> None:
    sesion = dirigida("sdh", "sed")
    primera = fabricas.enlace("sdh")
    fabricas.enlace("sed")
    otra = primera.__class__.objects.exclude(pk=primera.pk).get()
    primera.__class__.objects.filter(pk=otra.pk).update(correo=primera.correo)
    assert [uno.enlace for uno in prever(sesion, HOY).candidatos] == [primera]


def test_convocar_deja_a_cada_enlace_con_su_entidad_y_lo_escribe_en_la_solicitud() -> None:
    caso = fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE)
    sesion = dirigida("sdh", solicitudes=[caso])
    enlace = fabricas.enlace("sdh")
    (invitado,) = convocar(sesion, enlace)
    assert (invitado.correo, invitado.entidad, invitado.enlace) == (enlace.correo, enlace.entidad, enlace)
    sesion.refresh_from_db()
    assert sesion.convocada_en == AHORA
    ultima = caso.actuaciones.filter(tipo=Actuacion.Tipo.SESION).order_by("-id")[0]
    assert ultima.texto == "Se convocó la sesión «Mapa de procesos»: 1 persona invitada."


def test_convocar_dos_veces_no_invita_dos_veces() -> None:
    sesion, enlace = dirigida("sdh"), fabricas.enlace("sdh")
    assert [len(convocar(sesion, enlace)) for _ in range(2)] == [1, 0]


def test_no_se_convoca_a_nadie() -> None:
    with pytest.raises(ReglaIncumplida, match="Elija a quién convocar"):
        convocar(dirigida("sdh"))


def test_no_se_convoca_lo_que_ya_termino() -> None:
    sesion, enlace = dirigida("sdh"), fabricas.enlace("sdh")
    with pytest.raises(ReglaIncumplida, match="La sesión ya terminó"):
        acciones.convocar(sesion=sesion, enlaces=[enlace], autor=fabricas.usuario(), ahora=AHORA + timedelta(days=2))


def test_quien_se_agrega_a_mano_es_de_la_entidad_de_su_correo() -> None:
    assert agregar(dirigida("sdh"), "Jairo@SHD.gov.co").entidad == fabricas.entidad("sdh")


def test_no_se_agrega_dos_veces_a_la_misma_persona() -> None:
    sesion = dirigida("sdh")
    agregar(sesion)
    with pytest.raises(ReglaIncumplida, match="Esa persona ya está invitada"):
        agregar(sesion, "JAIRO@cvp.gov.co")


def test_quien_se_retiro_puede_volver_a_invitarse() -> None:
    sesion = dirigida("sdh")
    acciones.retirar_invitado(invitado=agregar(sesion), ahora=AHORA)
    assert agregar(sesion).situacion == Situacion.INVITADO
    assert sesion.invitados.count() == 1


def test_cuando_no_alcanzan_los_cupos_primero_va_uno_de_cada_entidad() -> None:
    sesion = dirigida("sdh", "sed", cupo=2)
    primera, segunda, otra = fabricas.enlace("sdh"), fabricas.enlace("sdh"), fabricas.enlace("sed")
    convocar(sesion, primera, segunda, otra)
    lugares = {uno.enlace: uno.situacion for uno in sesion.invitados.order_by("id")}
    assert lugares == {primera: Situacion.INVITADO, otra: Situacion.INVITADO, segunda: Situacion.EN_ESPERA}


def test_la_prevision_dice_cuantos_quedarian_en_espera() -> None:
    sesion = dirigida("sdh", "sed", cupo=1)
    fabricas.enlace("sdh")
    fabricas.enlace("sed")
    prevision = prever(sesion, HOY)
    assert (prevision.libres, prevision.nuevos, prevision.en_espera) == (1, 2, 1)


@pytest.mark.disposicion("6.3-promocion")
def test_sin_representar_esta_la_entidad_sin_nadie_o_cuyos_invitados_no_vienen() -> None:
    sesion = dirigida("sdh", "sed", "sda")
    viene, no_viene = convocar(sesion, fabricas.enlace("sdh"), fabricas.enlace("sed"))
    no, via = Invitado.Respuesta.NO_ASISTE, Invitado.Via.EQUIPO
    acciones.responder(invitado=no_viene, respuesta=no, via=via, comentario="", ahora=AHORA)
    assert set(sin_representar(sesion)) == {fabricas.entidad("sed"), fabricas.entidad("sda")}
    assert viene.entidad == fabricas.entidad("sdh")


def test_quien_respondio_sin_estar_invitado_se_acepta_una_vez() -> None:
    sesion = dirigida("sdh")
    extrano = fabricas_agenda.invitado(
        sesion, origen=Invitado.Origen.RESPUESTA, situacion=Situacion.POR_DECIDIR, secuencia_enviada=None
    )
    assert acciones.decidir_invitado(invitado=extrano, aceptar=True, ahora=AHORA).situacion == Situacion.INVITADO
    with pytest.raises(ReglaIncumplida, match="Otra persona ya lo decidió"):
        acciones.decidir_invitado(invitado=extrano, aceptar=False, ahora=AHORA)


def test_a_quien_no_se_acepta_se_retira() -> None:
    extrano = fabricas_agenda.invitado(
        dirigida("sdh"), origen=Invitado.Origen.RESPUESTA, situacion=Situacion.POR_DECIDIR, secuencia_enviada=None
    )
    assert acciones.decidir_invitado(invitado=extrano, aceptar=False, ahora=AHORA).situacion == Situacion.RETIRADO


def test_a_quien_esta_a_cargo_no_se_le_retira_de_los_invitados() -> None:
    sesion = fabricas_agenda.convocada(fabricas.enlace("sdh"))
    a_cargo = sesion.invitados.get(origen=Invitado.Origen.A_CARGO)
    with pytest.raises(ReglaIncumplida, match="Está a cargo de la sesión"):
        acciones.retirar_invitado(invitado=a_cargo, ahora=AHORA)
