"""What a test needs to exist, made through the same actions as in production, over the seed catalogues.

Each function makes one thing and returns it; what a test is about goes in the call, the rest is plain.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from django.test import Client

from asiste.cuentas.acciones import crear_usuario, preparar_totp
from asiste.cuentas.models import Rol, Usuario
from asiste.directorio.acciones import asignar_asesor, registrar_enlace, retirar_enlace
from asiste.directorio.models import Dependencia, Enlace, Entidad, Funcionario
from asiste.documentos.acciones import guardar_archivo
from asiste.portafolio.models import Tema
from asiste.solicitudes import acciones
from asiste.solicitudes.acciones import ArchivoNombrado, Pedido
from asiste.solicitudes.models import Solicitud, Toma

BOGOTA = ZoneInfo("America/Bogota")
AHORA = datetime(2026, 11, 19, 10, 0, tzinfo=BOGOTA)  # a Thursday, inside service hours
SIEMPRE = date(2020, 1, 1)
CONTRASENA = "clave-larga-de-prueba"
SECRETO = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # of everybody's second factor

_numero = count(1)


def dependencia(clave: str = "dddi") -> Dependencia:
    """An office of the catalogue."""
    return Dependencia.objects.get(clave=clave)


def entidad(clave: str = "sdh") -> Entidad:
    """An entity of the catalogue."""
    return Entidad.objects.get(clave=clave)


def tema(clave: str = "integridad") -> Tema:
    """A topic of the catalogue."""
    return Tema.objects.get(clave=clave)


def usuario(correo: str = "", *, nombre: str = "Ana Ruiz", rol: Rol = Rol.ENLACE) -> Usuario:
    """A person with account; the team's come with password and second factor."""
    persona = crear_usuario(
        email=correo or f"persona{next(_numero)}@ejemplo.gov.co",
        nombre=nombre,
        rol=rol,
        contrasena=None if rol == Rol.ENLACE else CONTRASENA,
    )
    if persona.es_equipo:
        preparar_totp(usuario=persona, secreto=SECRETO)
    return persona


def funcionario(
    clave: str = "dddi", *, nombre: str = "Laura Ortiz", rol: Rol = Rol.ASESOR, correo: str = ""
) -> Funcionario:
    """A person of the team in an office."""
    persona = usuario(correo, nombre=nombre, rol=rol)
    return Funcionario.objects.create(usuario=persona, dependencia=dependencia(clave), cargo=rol.label)


def enlace(clave: str = "sdh", *, correo: str = "", nombre: str = "Carlos Peña", hasta: date | None = None) -> Enlace:
    """A contact of an entity, whose address has an account; `hasta` ends its validity."""
    persona = usuario(correo, nombre=nombre)
    contacto = registrar_enlace(
        entidad=entidad(clave), nombre=nombre, cargo="Profesional", correo=persona.email, hoy=SIEMPRE
    )
    if hasta:
        retirar_enlace(enlace=contacto, hoy=hasta)
    return contacto


def cuenta(contacto: Enlace) -> Usuario:
    """The account of a contact."""
    return Usuario.objects.get(email=contacto.correo)


def archivo(nombre: str = "informe.pdf", contenido: bytes = b"%PDF-1.7 informe") -> ArchivoNombrado:
    """A stored file under a name."""
    return ArchivoNombrado(nombre=nombre, archivo=guardar_archivo(contenido=contenido))


def pedido(**cambios: Any) -> Pedido:
    """What Hacienda asks of the DDDI by form, at `AHORA`, on integrity; any field of `Pedido` may be changed."""
    datos: dict[str, Any] = {
        "canal": Solicitud.Canal.FORMULARIO,
        "dependencia": dependencia(),
        "recibida_en": AHORA,
        "asunto": "Plan de mejora de integridad",
        "texto": "Necesitamos asesoría para el plan de mejora.",
        "solicitante_correo": "carlos.pena@shd.gov.co",
        "solicitante_nombre": "Carlos Peña",
        "solicitante_cargo": "Profesional",
        "entidad": entidad(),
        "temas": [tema()],
    }
    return Pedido(**datos | cambios)


def solicitud(
    *,
    estado: Solicitud.Estado = Solicitud.Estado.POR_TOMAR,
    asesor: Funcionario | None = None,
    ahora: datetime = AHORA,
    anexos: Sequence[ArchivoNombrado] = (),
    **cambios: Any,
) -> Solicitud:
    """A request filed at `ahora` and carried to `estado`; `cambios` are fields of `Pedido`.

    With `asesor`, the entity is allocated to that person in his or her office. Past POR_TOMAR somebody has to
    take it: the adviser given, or a new one of the office.
    """
    datos = {"recibida_en": ahora} | cambios
    if asesor:
        datos.setdefault("dependencia", asesor.dependencia)
        asignar_asesor(
            dependencia=asesor.dependencia, asesor=asesor, entidad=datos.get("entidad", entidad()), desde=SIEMPRE
        )
    nueva = acciones.radicar(pedido=pedido(anexos=anexos, **datos), ahora=ahora)
    if estado in _DESVIOS:
        return _DESVIOS[estado](nueva, asesor or funcionario(nueva.dependencia.clave), ahora)
    return nueva if estado == Solicitud.Estado.POR_TOMAR else _llevar(nueva, estado, asesor, ahora)


def _llevar(nueva: Solicitud, estado: Solicitud.Estado, asesor: Funcionario | None, ahora: datetime) -> Solicitud:
    """Takes the request, answers it and closes it, up to the state asked for."""
    quien = asesor or funcionario(nueva.dependencia.clave)
    tomada = acciones.tomar_fuera_de_turno(
        solicitud=nueva, asesor=quien, motivo=Toma.Motivo.INSTRUCCION, explicacion="Así lo pidió.", ahora=ahora
    )
    if estado == Solicitud.Estado.EN_TRAMITE:
        return tomada
    autor = quien.usuario
    acciones.responder(solicitud=tomada, texto="Adjuntamos la guía.", anexos=(), autor=autor, ahora=ahora)
    atendida = acciones.atender(solicitud=tomada, resumen="Se envió la guía.", autor=autor, ahora=ahora)
    if estado == Solicitud.Estado.ATENDIDA:
        return atendida
    return acciones.cerrar(solicitud=atendida, autor=autor, ahora=ahora)


def _suspender(nueva: Solicitud, quien: Funcionario, ahora: datetime) -> Solicitud:
    tomada = _llevar(nueva, Solicitud.Estado.EN_TRAMITE, quien, ahora)
    return acciones.suspender(solicitud=tomada, texto="Envíe el acto.", autor=quien.usuario, ahora=ahora)


def _desistir(nueva: Solicitud, quien: Funcionario, ahora: datetime) -> Solicitud:
    _suspender(nueva, quien, ahora)
    despues = ahora + timedelta(days=40)
    return acciones.desistir(solicitud=nueva, motivo="No contestó.", autor=quien.usuario, ahora=despues)


def _trasladar(nueva: Solicitud, quien: Funcionario, ahora: datetime) -> Solicitud:
    datos: dict[str, Any] = {"destino": "Ministerio", "motivo": "Es nacional.", "autor": quien.usuario}
    return acciones.trasladar_fuera(solicitud=nueva, **datos, ahora=ahora)


def _fusionar(nueva: Solicitud, quien: Funcionario, ahora: datetime) -> Solicitud:
    otra = acciones.radicar(pedido=pedido(dependencia=nueva.dependencia), ahora=ahora)
    return acciones.fusionar(solicitud=nueva, principal=otra, motivo="Es la misma.", autor=quien.usuario, ahora=ahora)


def _anular(nueva: Solicitud, quien: Funcionario, ahora: datetime) -> Solicitud:
    return acciones.anular(solicitud=nueva, motivo="Se radicó por error.", autor=quien.usuario, ahora=ahora)


_DESVIOS: dict[Solicitud.Estado, Callable[[Solicitud, Funcionario, datetime], Solicitud]] = {
    Solicitud.Estado.SUSPENDIDA: _suspender,
    Solicitud.Estado.DESISTIDA: _desistir,
    Solicitud.Estado.TRASLADADA: _trasladar,
    Solicitud.Estado.FUSIONADA: _fusionar,
    Solicitud.Estado.ANULADA: _anular,
}


def sesion(persona: Usuario) -> Client:
    """A browser where the person has already signed in."""
    cliente = Client()
    cliente.force_login(persona)
    return cliente
