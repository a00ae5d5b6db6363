"""Everybody who may knock at a door, and a record of each kind behind it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from asiste.correo.models import BuzonImap, MensajeEntrante
from asiste.cuentas.models import Rol, Usuario
from asiste.notificaciones.models import Mensaje
from asiste.portafolio.models import Canal
from asiste.solicitudes.acciones import cambiar_calendario, guardar_borrador, guardar_plantilla, guardar_vista
from asiste.solicitudes.acciones.libros import recibir_libro
from asiste.solicitudes.models import Borrador, CambioCalendario, Solicitud, Vista
from pruebas import fabricas
from pruebas.arnes import elenco_agenda, elenco_conceptos

# Who is who: role and office. The records belong to Hacienda (sdh) and are attended by the adviser in the STDI.
EQUIPO = {
    "asesora del caso": (Rol.ASESOR, "stdi"),
    "compañero": (Rol.ASESOR, "stdi"),
    "subdirector": (Rol.SUBDIRECCION, "stdi"),
    "directora": (Rol.DIRECCION, "dddi"),
    "radicadora": (Rol.RADICADOR, "dddi"),
    "subsecretaria": (Rol.SDFI, "sdfi"),
    "administradora": (Rol.ADMINISTRACION, "sdfi"),
    "asesor de la Imprenta": (Rol.ASESOR, "imprenta"),
    "subdirectora de la Imprenta": (Rol.SUBDIRECCION, "imprenta"),
    "asesor del Archivo": (Rol.ASESOR, "ssda"),
    "director del Archivo": (Rol.DIRECCION, "ddab"),
    "radicador del Archivo": (Rol.RADICADOR, "ddab"),
    "asesora internacional": (Rol.ASESOR, "ddri"),
}
ENLACES = {"enlace propio": "sdh", "enlace ajeno": "sed"}
TODOS = ("anónimo", *ENLACES, *EQUIPO)


CON_IMAGEN = (
    b"From: a@b.co\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\nContent-ID: <logo>\n\n"
    b"\x89PNG\r\n\x1a\n\n--x\nContent-Type: text/html\n\n<img src='cid:logo'>"
)


@dataclass(frozen=True, slots=True)
class Elenco:
    """The person who knocks, and the arguments of each address, by the name of the argument."""

    persona: Usuario | None
    registros: dict[str, dict[str, Any]]


def reunir(quien: str) -> Elenco:
    """The records, and the person that the test is about."""
    asesora = fabricas.funcionario("stdi", nombre="asesora del caso")
    enlace = fabricas.cuenta(fabricas.enlace("sdh"))
    solicitud = fabricas.solicitud(
        asesor=asesora,
        estado=Solicitud.Estado.EN_TRAMITE,
        solicitante_correo=enlace.email,
        anexos=[fabricas.archivo("correo.eml", b"From: a@b.co\nSubject: Acta\n\nVa el acta")],
    )
    registros = _registros(solicitud, enlace) | elenco_agenda.registros(asesora, solicitud)
    registros |= elenco_conceptos.registros(asesora, solicitud)
    de_aqui = {"asesora del caso": asesora.usuario, "enlace propio": enlace}
    return Elenco(de_aqui.get(quien) or persona(quien), registros)


def persona(quien: str) -> Usuario | None:
    """Somebody of that role and office, without the records; nobody, if it is who does not sign in."""
    if quien in ENLACES:
        return fabricas.cuenta(fabricas.enlace(ENLACES[quien]))
    if quien in EQUIPO:
        rol, oficina = EQUIPO[quien]
        return fabricas.funcionario(oficina, nombre=quien, rol=rol).usuario
    return None


def _vista() -> Vista:
    """A view that somebody who left shared with the DDDI."""
    autora = fabricas.usuario(rol=Rol.DIRECCION)
    return guardar_vista(
        pagina=Vista.Pagina.BASE,
        nombre="Abiertas",
        consulta="estado=cerrada",
        usuario=autora,
        dependencia=fabricas.dependencia(),
    )


def _cambio(autor: Usuario) -> int:
    """A change of the calendar."""
    return cambiar_calendario(
        sentido=CambioCalendario.Sentido.AGREGAR,
        fecha=date(2026, 12, 11),
        motivo="Día cívico",
        acto="Decreto 1 de 2026",
        autor=autor,
        ahora=fabricas.AHORA,
    ).pk


def _registros(solicitud: Solicitud, enlace: Usuario) -> dict[str, dict[str, Any]]:
    """Arguments by kind of record."""
    en_espera = fabricas.solicitud(dependencia=fabricas.dependencia("stdi"), entidad=fabricas.entidad("idpac"))
    entrante = MensajeEntrante.objects.create(
        crudo=fabricas.archivo(contenido=CON_IMAGEN + b"Radicado").archivo,
        guardado_en=fabricas.AHORA,
        resultado=MensajeEntrante.Resultado.RADICADO,
        solicitud=solicitud,
    )
    retenido = MensajeEntrante.objects.create(
        crudo=fabricas.archivo(contenido=CON_IMAGEN + b"Retenido").archivo,
        guardado_en=fabricas.AHORA,
        resultado=MensajeEntrante.Resultado.CUARENTENA,
        buzon=Canal.objects.buzones().filter(dependencia__clave="dddi").first(),
    )
    borrador = _borrador(enlace)
    radicado, anexo = {"radicado": solicitud.radicado}, solicitud.anexos.get().pk
    return {
        "": {},
        "solicitud": radicado,
        "solicitud y otra": radicado | {"otra": en_espera.radicado},
        "en espera": {"radicado": en_espera.radicado},
        "anexo": radicado | {"numero": anexo},
        "anexo de la entidad": {"anexo_id": anexo},
        "anexo del borrador": {"anexo_id": borrador.anexos.get().pk},
        "tema": radicado | {"numero": solicitud.temas_a_cargo.get().pk},
        "correo": radicado | {"numero": entrante.pk},
        "imagen": radicado | {"numero": entrante.pk, "indice": 0},
        "retenido": {"numero": retenido.pk},
        "buzón": {"numero": _buzon()},
        "saliente": {"numero": Mensaje.objects.filter(caso=solicitud.radicado).order_by("id")[0].pk},
        "imagen retenida": {"numero": retenido.pk, "indice": 0},
        "enlace": {"numero": fabricas.enlace("sda").pk},
        "año": {"anio": 2026},
        "vista": {"numero": _vista().pk},
        "cambio": {"numero": _cambio(enlace)},
        "respuesta": radicado | {"clase": "respuesta"},
        "plantilla": {"numero": _plantilla()},
        "libro": {"numero": _libro(enlace)},
    }


def _borrador(enlace: Usuario) -> Borrador:
    """A request half written, with a file."""
    suelto = fabricas.archivo("borrador.pdf")
    return guardar_borrador(usuario=enlace, datos={}, anexos=[suelto], ahora=fabricas.AHORA)


def _plantilla() -> int:
    """A text of the STDI."""
    dependencia = fabricas.dependencia("stdi")
    return int(guardar_plantilla(dependencia=dependencia, nombre="Saludo", texto="Buen día").pk)


def _buzon() -> int:
    """A mailbox that is read."""
    canal = Canal.objects.get(valor="mipgdistrito@alcaldiabogota.gov.co")
    return BuzonImap.objects.create(canal=canal, servidor="imap.ejemplo.co", usuario="mipg").pk


def _libro(autor: Usuario) -> int:
    """A workbook uploaded to the STDI."""
    return recibir_libro(
        dependencia=fabricas.dependencia("stdi"),
        nombre="base.csv",
        contenido=b"Entidad;Tema\nSDH;Integridad\n",
        autor=autor,
        ahora=fabricas.AHORA,
    ).pk
