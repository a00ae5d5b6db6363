"""Query budget: a list of three costs the same as a list of one."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asiste.correo.models import MensajeEntrante
from asiste.cuentas.models import Rol
from asiste.directorio.models import Funcionario
from asiste.solicitudes import acciones
from asiste.solicitudes.models import Redaccion, Solicitud
from pruebas import fabricas, fabricas_conceptos, libros

DE_TODOS = ("bandeja", "fila", "base", "reparto", "enlaces", "conceptos")
DE_JEFES = ("por-identificar", "cuarentena", "correo-saliente", "plantillas", "importaciones")
MAXIMO = 30
DEL_EXPEDIENTE = 19  # of an open case with files
ENTIDADES = ("sda", "idu", "idpac")


def coste(navegador: Client, ruta: str) -> int:
    """Queries of a page."""
    with CaptureQueriesContext(connection) as consultas:
        assert navegador.get(ruta).status_code == 200
    return len(consultas)


def poblar(asesora: Funcionario, clave: str) -> None:
    """One more of everything, of that entity."""
    entidad = fabricas.entidad(clave)
    caso = fabricas.solicitud(asesor=asesora, estado=Solicitud.Estado.EN_TRAMITE, entidad=entidad)
    escribir(caso, asesora)
    fabricas_conceptos.concepto(solicitud=caso, autor=asesora)
    acciones.guardar_plantilla(dependencia=asesora.dependencia, nombre=f"Para {clave}", texto="Buen día")
    fabricas.solicitud(asesor=asesora, entidad=entidad)
    fabricas.solicitud(entidad=None)
    fabricas.enlace(entidad.clave)
    libros.recibido(b"Entidad;Tema\n", nombre=f"{clave}.csv", autor=asesora.usuario)
    MensajeEntrante.objects.create(
        crudo=fabricas.archivo(contenido=entidad.clave.encode()).archivo,
        guardado_en=fabricas.AHORA,
        resultado=MensajeEntrante.Resultado.CUARENTENA,
    )


def escribir(caso: Solicitud, asesora: Funcionario) -> None:
    """A draft of its answer."""
    acciones.guardar_redaccion(
        solicitud=caso,
        clase=Redaccion.Clase.RESPUESTA,
        texto="A medias",
        version=0,
        autor=asesora.usuario,
        ahora=fabricas.AHORA,
    )


@pytest.mark.parametrize(
    ("rol", "lista"),
    [
        *((Rol.ASESOR, lista) for lista in DE_TODOS),
        *((Rol.DIRECCION, lista) for lista in (*DE_TODOS, *DE_JEFES)),
    ],
)
def test_la_lista_cuesta_lo_mismo_con_una_fila_que_con_tres(asesora: Funcionario, rol: Rol, lista: str) -> None:
    quien = asesora if rol == Rol.ASESOR else fabricas.funcionario("dddi", rol=rol)
    navegador, ruta = fabricas.sesion(quien.usuario), reverse(f"equipo:{lista}")
    poblar(asesora, ENTIDADES[0])
    con_una = coste(navegador, ruta)
    for clave in ENTIDADES[1:]:
        poblar(asesora, clave)
    assert coste(navegador, ruta) == con_una
    assert con_una <= MAXIMO


def test_el_expediente_cuesta_lo_mismo_con_mas_actuaciones(navegador: Client, asesora: Funcionario) -> None:
    caso = fabricas.solicitud(asesor=asesora, estado=Solicitud.Estado.EN_TRAMITE, anexos=[fabricas.archivo()])
    ruta = reverse("equipo:solicitud", args=[caso.radicado])
    con_pocas = coste(navegador, ruta)
    for numero in range(3):
        archivo = fabricas.archivo(f"{numero}.pdf", bytes([numero]))
        acciones.agregar_evidencia(
            solicitud=caso, texto="Acta", anexos=[archivo], autor=asesora.usuario, ahora=fabricas.AHORA
        )
    assert coste(navegador, ruta) == con_pocas == DEL_EXPEDIENTE
