from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from asiste.agenda import acciones
from asiste.agenda.acciones import convocar_pendientes, inscripcion
from asiste.agenda.models import Invitado, Sesion
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.acciones import ReglaIncumplida
from pruebas import fabricas_agenda
from pruebas.arnes.hilos import a_la_vez
from pruebas.fabricas import AHORA
from pruebas.fabricas_agenda import MANANA

Situacion, Respuesta, Via = Invitado.Situacion, Invitado.Respuesta, Invitado.Via
EMPIEZA = MANANA


def contestar(invitado: Invitado, respuesta: Invitado.Respuesta, **cambios: Any) -> Invitado:
    """Answers by the link, now."""
    datos: dict[str, Any] = {"via": Via.ENLACE, "comentario": "", "ahora": AHORA}
    return acciones.responder(invitado=invitado, respuesta=respuesta, **datos | cambios)


def con_espera(cupo: int = 1, esperan: int = 2) -> tuple[Sesion, list[Invitado]]:
    """A full session, and who is in it and who waits, in order."""
    sesion = fabricas_agenda.sesion(cupo=cupo)
    personas = [
        fabricas_agenda.invitado(
            sesion,
            correo=f"persona{numero}@shd.gov.co",
            nombre=f"Persona {numero}",
            situacion=Situacion.INVITADO if numero < cupo else Situacion.EN_ESPERA,
            espera_desde=None if numero < cupo else AHORA - timedelta(hours=10 - numero),
            secuencia_enviada=0 if numero < cupo else None,
        )
        for numero in range(cupo + esperan)
    ]
    Sesion.objects.filter(pk=sesion.pk).update(convocada_en=AHORA)
    return sesion, personas


def situaciones(sesion: Sesion) -> list[str]:
    """Of those who are not in charge, in order of arrival."""
    suyos = sesion.invitados.all().de_fuera().order_by("id")
    return list(suyos.values_list("situacion", flat=True))


@pytest.mark.django_db
def test_la_respuesta_queda_con_su_momento_su_via_y_lo_que_dijo() -> None:
    invitado = contestar(
        fabricas_agenda.invitado(fabricas_agenda.sesion()), Respuesta.ASISTE, comentario=" Llego tarde "
    )
    datos = (invitado.respuesta, invitado.respuesta_via, invitado.respondida_en, invitado.comentario)
    assert datos == (Respuesta.ASISTE, Via.ENLACE, AHORA, "Llego tarde")
    assert (invitado.respuesta_secuencia, invitado.de_antes) == (0, False)


@pytest.mark.django_db
def test_la_respuesta_se_cambia_hasta_que_empieza() -> None:
    invitado = fabricas_agenda.invitado(fabricas_agenda.sesion())
    contestar(invitado, Respuesta.ASISTE)
    casi = EMPIEZA - timedelta(seconds=1)
    assert contestar(invitado, Respuesta.NO_ASISTE, ahora=casi).respuesta == Respuesta.NO_ASISTE
    with pytest.raises(ReglaIncumplida, match="La sesión ya empezó"):
        contestar(invitado, Respuesta.ASISTE, ahora=EMPIEZA)


@pytest.mark.django_db
def test_quien_fue_retirado_ya_no_responde() -> None:
    invitado = fabricas_agenda.invitado(fabricas_agenda.sesion(), situacion=Situacion.RETIRADO)
    with pytest.raises(ReglaIncumplida, match="Esta invitación se retiró"):
        contestar(invitado, Respuesta.ASISTE)


@pytest.mark.django_db
def test_un_cambio_posterior_deja_la_respuesta_marcada_como_anterior() -> None:
    invitado = contestar(fabricas_agenda.invitado(fabricas_agenda.sesion()), Respuesta.ASISTE)
    invitado.sesion.secuencia += 1
    assert invitado.de_antes is True


@pytest.mark.django_db
def test_quien_no_viene_deja_su_cupo_al_primero_de_la_lista() -> None:
    sesion, (dentro, _, _) = con_espera()
    contestar(dentro, Respuesta.NO_ASISTE)
    assert situaciones(sesion) == ["invitado", "invitado", "en-espera"]


@pytest.mark.django_db
def test_retirar_a_alguien_tambien_libera_su_cupo() -> None:
    sesion, (dentro, _, _) = con_espera()
    acciones.retirar_invitado(invitado=dentro, ahora=AHORA)
    assert situaciones(sesion) == ["retirado", "invitado", "en-espera"]


@pytest.mark.django_db
def test_al_que_sube_se_le_cuenta_y_le_llega_la_invitacion() -> None:
    _, (dentro, sigue, _) = con_espera()
    contestar(dentro, Respuesta.NO_ASISTE)
    convocar_pendientes(ahora=AHORA)
    mensaje = Mensaje.objects.get(para=sigue.correo)
    assert (mensaje.metodo, "Se liberó un cupo y ya tiene lugar" in mensaje.texto) == ("REQUEST", True)


@pytest.mark.django_db
def test_quien_no_viene_y_se_arrepiente_cuando_ya_no_hay_cupo_espera_y_sale_de_su_calendario() -> None:
    sesion, (dentro, _, _) = con_espera()
    contestar(dentro, Respuesta.NO_ASISTE)
    assert contestar(dentro, Respuesta.ASISTE).situacion == Situacion.EN_ESPERA
    convocar_pendientes(ahora=AHORA)
    mensaje = Mensaje.objects.get(para=dentro.correo)
    assert (mensaje.metodo, "quedó en la lista de espera" in mensaje.texto) == ("CANCEL", True)
    assert situaciones(sesion) == ["en-espera", "invitado", "en-espera"]


@pytest.mark.django_db
def test_quien_habia_dicho_que_no_y_se_inscribe_cuando_ya_no_hay_cupo_tambien_espera() -> None:
    sesion, (dentro, _, _) = con_espera()
    Sesion.objects.filter(pk=sesion.pk).update(abierta=True)
    contestar(dentro, Respuesta.NO_ASISTE)
    persona = acciones.Persona(nombre="Persona 0", correo=dentro.correo)
    assert inscripcion.inscribir(sesion=sesion, persona=persona, ahora=AHORA).situacion == Situacion.EN_ESPERA


@pytest.mark.django_db
@pytest.mark.parametrize(("cupo", "metodo"), [(3, "REQUEST"), (1, "")])
def test_quien_se_inscribe_recibe_un_solo_correo(cupo: int, metodo: str) -> None:
    sesion, _ = con_espera(esperan=0)
    Sesion.objects.filter(pk=sesion.pk).update(abierta=True, cupo=cupo, convocada_en=None)
    persona = acciones.Persona(nombre="Nueva", correo="nueva@shd.gov.co")
    inscripcion.inscribir(sesion=sesion, persona=persona, ahora=AHORA)
    convocar_pendientes(ahora=AHORA)
    assert Mensaje.objects.get(para="nueva@shd.gov.co").metodo == metodo


@pytest.mark.django_db
def test_quien_espera_y_ya_no_quiere_sale_de_la_lista_sin_quitarle_el_cupo_a_nadie() -> None:
    sesion, (dentro, sigue, ultimo) = con_espera()
    contestar(sigue, Respuesta.NO_ASISTE)
    contestar(dentro, Respuesta.NO_ASISTE)
    ultimo.refresh_from_db()
    assert (ultimo.situacion, convocar_pendientes(ahora=AHORA)) == (Situacion.INVITADO, 2)
    assert not Mensaje.objects.filter(para=sigue.correo).exists()
    assert sesion.invitados.all().ocupan_cupo().get() == ultimo


@pytest.mark.django_db
def test_quien_queda_en_espera_sabe_que_lugar_tiene() -> None:
    sesion, _ = con_espera()
    persona = acciones.Persona(nombre="Nueva", correo="nueva@shd.gov.co")
    nuevo = acciones.agregar_invitado(sesion=sesion, persona=persona, ahora=AHORA)
    mensaje = Mensaje.objects.get(para="nueva@shd.gov.co")
    assert (nuevo.situacion, mensaje.metodo) == (Situacion.EN_ESPERA, "")
    assert "Usted quedó en el lugar 3 de la lista de espera" in mensaje.texto


@pytest.mark.django_db
def test_si_se_amplian_los_cupos_suben_los_primeros() -> None:
    sesion, _ = con_espera()
    Sesion.objects.filter(pk=sesion.pk).update(cupo=2)
    convocar_pendientes(ahora=AHORA)
    assert situaciones(sesion) == ["invitado", "invitado", "en-espera"]


@pytest.mark.django_db
def test_si_se_quita_el_tope_suben_todos() -> None:
    sesion, _ = con_espera()
    Sesion.objects.filter(pk=sesion.pk).update(cupo=None)
    convocar_pendientes(ahora=AHORA)
    assert situaciones(sesion) == ["invitado", "invitado", "invitado"]


@pytest.mark.django_db
def test_quien_esta_a_cargo_no_gasta_cupo() -> None:
    sesion, _ = con_espera(esperan=0)
    convocar_pendientes(ahora=AHORA)
    assert sesion.invitados.count() == 2
    assert sesion.invitados.all().ocupan_cupo().count() == 1


def test_dos_personas_no_ocupan_a_la_vez_el_ultimo_cupo(base_real: str) -> None:
    sesion = fabricas_agenda.sesion(cupo=1)
    personas = [acciones.Persona(nombre=f"P{n}", correo=f"p{n}@shd.gov.co") for n in range(6)]
    tareas = [partial(acciones.agregar_invitado, sesion=sesion, persona=una, ahora=AHORA) for una in personas]
    a_la_vez(tareas)
    assert sorted(situaciones(sesion)) == ["en-espera"] * 5 + ["invitado"]


def test_dos_que_se_van_a_la_vez_dan_su_cupo_a_dos_y_no_a_uno_dos_veces(base_real: str) -> None:
    sesion, personas = con_espera(cupo=3, esperan=2)
    a_la_vez([partial(contestar, persona, Respuesta.NO_ASISTE) for persona in personas[:2]])
    assert sesion.invitados.all().ocupan_cupo().count() == 3
    assert sesion.invitados.all().en_espera().count() == 0
