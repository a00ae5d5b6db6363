from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from asiste.agenda import acciones, cartas
from asiste.agenda.acciones import Persona, convocar_pendientes
from asiste.agenda.models import Invitado, Sesion
from asiste.notificaciones.models import Mensaje
from pruebas import fabricas, fabricas_agenda
from pruebas.arnes.hilos import a_la_vez
from pruebas.arnes.itip import faltas, propiedad
from pruebas.fabricas import AHORA
from pruebas.fabricas_agenda import MANANA

DESPUES = AHORA + timedelta(minutes=1)


def enviados(correo: str) -> list[tuple[str, str]]:
    """Method and SEQUENCE of each mail that was written to an address, in order."""
    suyos = Mensaje.objects.filter(para=correo).exclude(metodo="").order_by("id")
    return [(uno.metodo, propiedad(uno.calendario.encode(), "SEQUENCE").partition(":")[2]) for uno in suyos]


def mover(sesion: Sesion, horas: int = 2) -> None:
    """Another hour, by who leads it."""
    laura = sesion.dirige
    assert laura
    datos = fabricas_agenda.datos(dirige=laura, inicia=MANANA + timedelta(hours=horas))
    acciones.cambiar(sesion=sesion, datos=datos, autor=laura.usuario, ahora=AHORA)


def cancelar(sesion: Sesion) -> None:
    """Called off."""
    acciones.cancelar(sesion=sesion, motivo="Sala cerrada", autor=fabricas.usuario(), ahora=AHORA)


@pytest.mark.django_db
def test_a_cada_invitado_y_a_quien_esta_a_cargo_les_llega_una_invitacion() -> None:
    enlace = fabricas.enlace("sdh")
    sesion = fabricas_agenda.convocada(enlace)
    assert sesion.dirige
    assert [enviados(correo) for correo in (enlace.correo, sesion.dirige.usuario.email)] == [[("REQUEST", "0")]] * 2
    mensaje = Mensaje.objects.get(para=enlace.correo)
    assert (mensaje.asunto, mensaje.automatico) == ("Convocatoria: Mapa de procesos", False)
    assert mensaje.remitente.endswith("<mipgdistrito@alcaldiabogota.gov.co>")
    assert "Cuándo: viernes 20 de noviembre de 2026, de 10:00 a. m. a 11:30 a. m. (hora de Bogotá)" in mensaje.texto


@pytest.mark.django_db
def test_sin_nada_nuevo_no_se_escribe_nada() -> None:
    fabricas_agenda.convocada(fabricas.enlace("sdh"))
    assert convocar_pendientes(ahora=DESPUES) == 0


@pytest.mark.django_db
def test_nadie_recibe_nada_antes_de_convocar() -> None:
    sesion = fabricas_agenda.sesion()
    acciones.agregar_invitado(sesion=sesion, persona=Persona(nombre="Ana", correo="ana@shd.gov.co"), ahora=AHORA)
    assert convocar_pendientes(ahora=AHORA) == 0


@pytest.mark.django_db
def test_un_cambio_de_hora_actualiza_a_todos_una_vez() -> None:
    enlace = fabricas.enlace("sdh")
    sesion = fabricas_agenda.convocada(enlace)
    mover(sesion)
    assert [convocar_pendientes(ahora=DESPUES) for _ in range(2)] == [2, 0]
    assert enviados(enlace.correo) == [("REQUEST", "0"), ("REQUEST", "1")]
    ultimo = Mensaje.objects.filter(para=enlace.correo).order_by("-id")[0]
    assert ultimo.asunto == "Cambió la sesión: Mapa de procesos"


@pytest.mark.django_db
def test_dos_cambios_antes_de_enviar_son_una_sola_actualizacion() -> None:
    enlace = fabricas.enlace("sdh")
    sesion = fabricas_agenda.convocada(enlace)
    mover(sesion)
    sesion.refresh_from_db()
    mover(sesion, horas=4)
    convocar_pendientes(ahora=DESPUES)
    assert enviados(enlace.correo) == [("REQUEST", "0"), ("REQUEST", "2")]


@pytest.mark.django_db
def test_cancelar_lo_saca_del_calendario_de_todos_los_que_lo_tenian() -> None:
    enlace = fabricas.enlace("sdh")
    sesion = fabricas_agenda.convocada(enlace)
    cancelar(sesion)
    assert [convocar_pendientes(ahora=DESPUES) for _ in range(2)] == [2, 0]
    assert enviados(enlace.correo) == [("REQUEST", "0"), ("CANCEL", "1")]
    ultimo = Mensaje.objects.filter(para=enlace.correo).order_by("-id")[0]
    assert faltas(ultimo.calendario.encode()) == []
    assert "Se canceló esta sesión: Sala cerrada" in ultimo.texto


@pytest.mark.django_db
def test_lo_que_nunca_se_convoco_se_cancela_sin_escribirle_a_nadie() -> None:
    sesion = fabricas_agenda.sesion()
    fabricas_agenda.invitado(sesion, secuencia_enviada=None)
    cancelar(sesion)
    assert convocar_pendientes(ahora=DESPUES) == 0


@pytest.mark.django_db
def test_a_quien_espera_lugar_se_le_escribe_una_vez_que_se_cancelo_sin_tocar_su_calendario() -> None:
    dentro, espera = fabricas.enlace("sdh"), fabricas.enlace("sed")
    sesion = fabricas_agenda.convocada(dentro, espera, cupo=1)
    cancelar(sesion)
    convocar_pendientes(ahora=DESPUES)
    avisos = Mensaje.objects.filter(asunto="Se canceló la sesión: Mapa de procesos", para=espera.correo)
    assert [(uno.metodo, uno.calendario, "Sala cerrada" in uno.texto) for uno in avisos] == [("", "", True)]
    assert enviados(dentro.correo) == [("REQUEST", "0"), ("CANCEL", "1")]


@pytest.mark.django_db
def test_a_quien_paso_a_la_espera_con_la_sesion_en_su_calendario_le_llega_solo_lo_que_la_quita() -> None:
    sesion = fabricas_agenda.convocada(fabricas.enlace("sdh"))
    espera = Invitado.Situacion.EN_ESPERA
    fabricas_agenda.invitado(sesion, correo="ana@shd.gov.co", situacion=espera, espera_desde=AHORA)
    cancelar(sesion)
    convocar_pendientes(ahora=DESPUES)
    assert [uno.metodo for uno in Mensaje.objects.filter(para="ana@shd.gov.co")] == ["CANCEL"]


@pytest.mark.django_db
def test_retirar_a_uno_solo_se_lo_dice_a_el_y_si_vuelve_recibe_otra_vez_la_invitacion() -> None:
    enlace, otro = fabricas.enlace("sdh"), fabricas.enlace("sed")
    sesion = fabricas_agenda.convocada(enlace, otro)
    acciones.retirar_invitado(invitado=sesion.invitados.get(correo=enlace.correo), ahora=AHORA)
    convocar_pendientes(ahora=DESPUES)
    acciones.convocar(sesion=sesion, enlaces=[enlace], autor=fabricas.usuario(), ahora=DESPUES)
    convocar_pendientes(ahora=DESPUES)
    mover(sesion)
    convocar_pendientes(ahora=DESPUES)
    assert enviados(enlace.correo) == [("REQUEST", "0"), ("CANCEL", "1"), ("REQUEST", "1"), ("REQUEST", "2")]
    assert enviados(otro.correo) == [("REQUEST", "0"), ("REQUEST", "1")]


@pytest.mark.django_db
def test_quien_dijo_que_no_se_retiro_y_vuelve_a_invitarse_recibe_la_invitacion_sin_respuesta() -> None:
    enlace = fabricas.enlace("sdh")
    sesion = fabricas_agenda.convocada(enlace)
    invitado = sesion.invitados.get(correo=enlace.correo)
    no, via = Invitado.Respuesta.NO_ASISTE, Invitado.Via.EQUIPO
    acciones.responder(invitado=invitado, respuesta=no, via=via, comentario="De viaje", ahora=AHORA)
    acciones.retirar_invitado(invitado=invitado, ahora=AHORA)
    convocar_pendientes(ahora=DESPUES)
    acciones.convocar(sesion=sesion, enlaces=[enlace], autor=fabricas.usuario(), ahora=DESPUES)
    convocar_pendientes(ahora=DESPUES)
    assert enviados(enlace.correo) == [("REQUEST", "0"), ("CANCEL", "1"), ("REQUEST", "1")]
    campos = ("respuesta", "respuesta_via", "respondida_en", "respuesta_secuencia", "comentario")
    assert sesion.invitados.values_list(*campos).get(correo=enlace.correo) == ("sin-respuesta", "", None, None, "")


@pytest.mark.django_db
def test_si_cambia_quien_esta_a_cargo_una_la_recibe_y_la_otra_la_pierde() -> None:
    sesion = fabricas_agenda.convocada(fabricas.enlace("sdh"))
    antes, nueva = sesion.dirige, fabricas.funcionario("stdi", nombre="Diana Pérez")
    assert antes
    acciones.cambiar(sesion=sesion, datos=fabricas_agenda.datos(dirige=nueva), autor=nueva.usuario, ahora=AHORA)
    convocar_pendientes(ahora=DESPUES)
    assert enviados(nueva.usuario.email) == [("REQUEST", "0")]
    assert enviados(antes.usuario.email) == [("REQUEST", "0"), ("CANCEL", "1")]


@pytest.mark.django_db
def test_lo_que_ya_paso_no_se_convoca() -> None:
    sesion = fabricas_agenda.sesion()
    Sesion.objects.filter(pk=sesion.pk).update(convocada_en=AHORA)
    fabricas_agenda.invitado(sesion, secuencia_enviada=None)
    assert convocar_pendientes(ahora=AHORA + timedelta(days=3)) == 0


@pytest.mark.django_db
def test_a_uno_que_no_se_puede_escribir_no_detiene_a_los_demas(monkeypatch: pytest.MonkeyPatch) -> None:
    malo, bueno = fabricas.enlace("sdh"), fabricas.enlace("sed")
    sesion = fabricas_agenda.sesion()
    acciones.convocar(sesion=sesion, enlaces=[malo, bueno], autor=fabricas.usuario(), ahora=AHORA)
    escribir = cartas.convocar

    def falla(*, invitado: Invitado, **resto: Any) -> Mensaje:
        if invitado.correo == malo.correo:
            raise RuntimeError("plantilla rota")
        return escribir(invitado=invitado, **resto)

    monkeypatch.setattr(cartas, "convocar", falla)
    convocar_pendientes(ahora=AHORA)
    assert [enviados(correo) for correo in (malo.correo, bueno.correo)] == [[], [("REQUEST", "0")]]
    monkeypatch.undo()
    assert convocar_pendientes(ahora=DESPUES) == 1


def test_si_se_cae_en_mitad_de_trescientas_no_se_pierde_ni_se_repite_ninguna(
    base_real: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sesion = fabricas_agenda.sesion()
    Sesion.objects.filter(pk=sesion.pk).update(convocada_en=AHORA)
    for numero in range(300):
        fabricas_agenda.invitado(sesion, correo=f"persona{numero}@shd.gov.co", secuencia_enviada=None)
    escribir, escritas = cartas.convocar, 0

    def hasta_la_caida(**datos: Any) -> Mensaje:
        nonlocal escritas
        mensaje = escribir(**datos)
        escritas += 1
        if escritas > 137:
            raise KeyboardInterrupt
        return mensaje

    monkeypatch.setattr(cartas, "convocar", hasta_la_caida)
    with pytest.raises(KeyboardInterrupt):
        convocar_pendientes(ahora=AHORA)
    monkeypatch.undo()
    assert Mensaje.objects.filter(metodo="REQUEST").count() == 137
    cuentas = a_la_vez([partial(convocar_pendientes, ahora=DESPUES) for _ in range(2)])
    assert (sum(cuentas), Mensaje.objects.filter(metodo="REQUEST").count()) == (301 - 137, 301)
    assert Mensaje.objects.filter(metodo="REQUEST").values("para").distinct().count() == 301
