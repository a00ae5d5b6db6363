from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from procrastinate.contrib.django.models import ProcrastinateJob
from pytest_django import Settings

from asiste.notificaciones.acciones import PorEnviar, encolar, encolar_varios
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.tareas import enviar
from pruebas import fabricas
from pruebas.arnes.hilos import a_la_vez

AHORA = fabricas.AHORA


def escribir(clave: str = "acuse-1", **cambios: Any) -> Mensaje:
    datos: dict[str, Any] = {"para": "ana@shd.gov.co", "asunto": "Recibimos su solicitud", "texto": "Hola."}
    return encolar(clave=clave, **datos | {"ahora": AHORA} | cambios)


def por_hacer() -> list[str]:
    """Names of the jobs that wait for the worker."""
    return list(ProcrastinateJob.objects.filter(status="todo").values_list("task_name", flat=True))


@pytest.mark.django_db
def test_lo_escrito_espera_su_envio() -> None:
    mensaje = escribir()
    assert (mensaje.estado, mensaje.proximo_intento_en, mensaje.intentos) == (Mensaje.Estado.PENDIENTE, AHORA, 0)


@pytest.mark.django_db
def test_la_misma_clave_no_se_escribe_dos_veces() -> None:
    primero = escribir(adjuntos=[("a.pdf", fabricas.archivo().archivo)])
    segundo = escribir(asunto="Otro", adjuntos=[("b.pdf", fabricas.archivo().archivo)])
    assert (segundo, segundo.asunto) == (primero, "Recibimos su solicitud")
    assert [fila.nombre for fila in primero.mensajeadjunto_set.all()] == ["a.pdf"]


@pytest.mark.django_db
def test_varios_se_escriben_juntos_y_cada_clave_una_vez() -> None:
    escrito = escribir("uno")
    anexo = fabricas.archivo().archivo
    correos = [
        PorEnviar(clave=clave, para="ana@shd.gov.co", asunto=f"El {clave}", texto="Hola.", adjuntos=[("a.pdf", anexo)])
        for clave in ("dos", "uno", "tres", "dos")
    ]
    dos, uno, tres, otra_vez = encolar_varios(correos=correos, ahora=AHORA)
    assert (uno, uno.asunto, otra_vez) == (escrito, "Recibimos su solicitud", dos)
    assert [mensaje.mensajeadjunto_set.count() for mensaje in (uno, dos, tres)] == [0, 1, 1]
    assert list(Mensaje.objects.order_by("id").values_list("asunto", flat=True)) == [
        "Recibimos su solicitud",
        "El dos",
        "El tres",
    ]


def test_la_misma_clave_a_la_vez_se_escribe_una_vez(base_real: str) -> None:
    mensajes = a_la_vez([partial(escribir, texto=f"Hola {numero}") for numero in range(8)])
    assert {mensaje.pk for mensaje in mensajes} == set(Mensaje.objects.values_list("pk", flat=True))
    assert Mensaje.objects.count() == 1


@pytest.mark.django_db
def test_el_asunto_va_en_una_linea() -> None:
    assert escribir(asunto="Plan\r\nBcc: otro@x.co\t de   mejora").asunto == "Plan Bcc: otro@x.co de mejora"


@pytest.mark.django_db
def test_un_nombre_de_archivo_muy_largo_se_recorta() -> None:
    mensaje = escribir(adjuntos=[("a" * 300, fabricas.archivo().archivo)])
    assert [len(fila.nombre) for fila in mensaje.mensajeadjunto_set.all()] == [250]


@pytest.mark.django_db
def test_el_identificador_es_unico_y_del_servidor_publico(settings: Settings) -> None:
    settings.URL_PUBLICA = "https://asistencia.bogota.example:8443/"
    identificadores = [escribir(f"clave-{numero}").message_id for numero in range(2)]
    assert [uno.partition("@")[2] for uno in identificadores] == ["asistencia.bogota.example>"] * 2
    assert len(set(identificadores)) == 2


@pytest.mark.django_db
def test_un_mensaje_enviado_tiene_su_momento() -> None:
    mensaje = escribir()
    with pytest.raises(IntegrityError, match="mensaje_enviado_tiene_momento"), transaction.atomic():
        Mensaje.objects.filter(pk=mensaje.pk).update(estado="enviado")


def test_al_confirmar_se_llama_al_trabajador(base_real: str) -> None:
    with transaction.atomic():
        escribir()
        assert por_hacer() == []
    assert por_hacer() == ["enviar-correo"]


def test_muchos_mensajes_son_una_sola_llamada(base_real: str) -> None:
    with transaction.atomic():
        for numero in range(3):
            escribir(f"clave-{numero}")
    escribir("otra")
    assert len(por_hacer()) == 1


def test_lo_que_no_se_confirma_no_llama_a_nadie(base_real: str) -> None:
    with transaction.atomic():
        escribir()
        transaction.set_rollback(True)
    assert (por_hacer(), Mensaje.objects.count()) == ([], 0)


def test_radicar_llama_al_trabajador(base_real: str) -> None:
    fabricas.solicitud()
    assert por_hacer() == ["enviar-correo"]


def test_la_tarea_de_cada_minuto_y_la_inmediata_son_la_misma() -> None:
    assert (enviar.name, enviar.queueing_lock) == ("enviar-correo", "notificaciones-enviar")


@pytest.mark.django_db
def test_las_esperas_se_doblan_hasta_seis_horas_durante_dos_dias() -> None:
    mensaje = escribir()
    esperas = []
    while mensaje.estado == Mensaje.Estado.PENDIENTE:
        mensaje.aplazar(AHORA)
        esperas.append((mensaje.proximo_intento_en - AHORA) // timedelta(minutes=1))
    assert esperas == [1, 2, 4, 8, 16, 32, 64, 128, 256, *[360] * 7]
    assert timedelta(minutes=sum(esperas[:-1])) > timedelta(hours=44)
    assert mensaje.estado == Mensaje.Estado.FALLIDO
