"""What a test of the bank, of concepts and of the archive's model needs to exist."""

from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from asiste.archivo.acciones.indicadores import DatosIndicador, guardar_indicador
from asiste.archivo.models import IndicadorDocumental
from asiste.conceptos import acciones
from asiste.conceptos.models import Concepto, SeccionConcepto
from asiste.conocimiento.acciones import relaciones
from asiste.conocimiento.acciones.publicaciones import Contenido, publicar
from asiste.conocimiento.models import Publicacion, Relacion
from asiste.cuentas.models import Rol, Usuario
from asiste.directorio.models import Funcionario
from asiste.solicitudes.acciones import ArchivoNombrado
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas

_numero = count(1)


def contenido(**cambios: Any) -> Contenido:
    """A concept of the archive on the elimination of documents; any field of `Contenido` may be changed."""
    datos: dict[str, Any] = {
        "clase": Publicacion.Clase.CONCEPTO,
        "numero": f"C-DDAB-2026-{next(_numero)}",
        "titulo": "Eliminación de documentos de archivo",
        "dependencia": fabricas.dependencia("ssda"),
        "fecha": date(2026, 3, 2),
        "resumen": "Requisitos para eliminar documentos según la tabla de retención documental.",
        "html": "<p>La eliminación se publica en la página web de la entidad.</p>",
        "texto": "La eliminación se publica en la página web de la entidad.",
    }
    if cambios.get("clase", Publicacion.Clase.CONCEPTO) != Publicacion.Clase.CONCEPTO:
        datos["numero"] = ""
    return Contenido(**datos | cambios)


def publicacion(**cambios: Any) -> Publicacion:
    """A concept in the bank."""
    return publicar(contenido=contenido(**cambios), autor=fabricas.usuario(rol=Rol.DIRECCION), ahora=fabricas.AHORA)


def relacionar(*, origen: Publicacion, tipo: str, destino: Publicacion, autor: Usuario | None = None) -> Relacion:
    """One does something to another, over the signature of the SDFI if nobody else is given."""
    quien = autor or fabricas.usuario(rol=Rol.SDFI)
    return relaciones.relacionar(origen=origen, tipo=tipo, destino=destino, autor=quien)


def concepto(*, autor: Funcionario, solicitud: Solicitud | None = None, **textos: str) -> Concepto:
    """A draft of a request in course that the person attends; `textos` is the HTML of its sections."""
    caso = solicitud or fabricas.solicitud(
        asesor=autor, dependencia=autor.dependencia, estado=Solicitud.Estado.EN_TRAMITE
    )
    nuevo = acciones.empezar_concepto(solicitud=caso, autor=autor.usuario, ahora=fabricas.AHORA)
    for clave, html in textos.items():
        escribir(nuevo, autor, clave, html)
    return nuevo


def escribir(concepto: Concepto, quien: Funcionario, clave: str, html: str) -> SeccionConcepto:
    """Writes a section over what it says."""
    fila = concepto.secciones.filter(clave=clave, aparte=False).first()
    return acciones.guardar_seccion(
        concepto=concepto,
        clave=clave,
        texto=html,
        version=fila.version if fila else 0,
        autor=quien.usuario,
        ahora=fabricas.AHORA,
    )


def anexar(concepto: Concepto, *archivos: ArchivoNombrado) -> int:
    """Adds files to it."""
    return acciones.agregar_anexos(concepto=concepto, archivos=archivos, autor=concepto.proyecta.usuario)


def indicador(**cambios: Any) -> IndicadorDocumental:
    """An indicator in hundredths, with a goal of 90; any field of `DatosIndicador` may be changed."""
    datos: dict[str, Any] = {
        "nombre": f"Inventarios {next(_numero)}",
        "descripcion": "Dependencias con inventario al día, sobre el total.",
        "componente": None,
        "unidad": IndicadorDocumental.Unidad.PORCENTAJE,
        "mayor_es_mejor": True,
        "meta": Decimal(90),
    }
    return guardar_indicador(datos=DatosIndicador(**datos | cambios))
