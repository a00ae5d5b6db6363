"""The people of the demo city."""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.hashers import make_password

from asiste.cuentas.acciones import crear_usuario, guardar_usuario, preparar_totp
from asiste.cuentas.models import Rol, Usuario
from asiste.directorio.acciones import asignar_asesor, registrar_ausencia, registrar_enlace
from asiste.directorio.models import Dependencia, Entidad, Funcionario, Sector
from asiste.portafolio.models import Tema

CONTRASENA = "bogota-atiende-2026"
SECRETO = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
DOMINIO = "alcaldiabogota.gov.co"


@dataclass(frozen=True, slots=True)
class Persona:
    """A member of the team; `sectores` are positions in the official order."""

    correo: str
    nombre: str
    rol: Rol
    dependencia: str
    cargo: str
    sectores: tuple[int, ...] = ()


EQUIPO = (
    Persona("admin", "Olga Lucía Barrera Peña", Rol.ADMINISTRACION, "sdfi", "Administradora de la plataforma"),
    Persona("sdfi", "Patricia Rincón Mazo", Rol.SDFI, "sdfi", "Subsecretaria Distrital"),
    Persona("radica", "Yolanda Castro Niño", Rol.RADICADOR, "dddi", "Auxiliar administrativa"),
    Persona("radica.archivo", "Fabio Nelson Cárdenas", Rol.RADICADOR, "ddab", "Auxiliar administrativo"),
    Persona("dddi", "Óscar Guillermo Niño", Rol.DIRECCION, "dddi", "Director Distrital"),
    Persona("stdi", "Andrés Felipe Molina Rey", Rol.SUBDIRECCION, "stdi", "Subdirector Técnico"),
    Persona("lortiz", "Laura Ortiz Bernal", Rol.ASESOR, "stdi", "Profesional especializada", (0, 1, 2, 7)),
    Persona("jmendez", "Jorge Iván Méndez", Rol.ASESOR, "stdi", "Profesional especializado", (3, 4, 5, 6)),
    Persona("ccruz", "Carolina Cruz Amaya", Rol.ASESOR, "stdi", "Profesional especializada", (8, 9, 10, 11)),
    Persona("hsalas", "Hernando Salas Güiza", Rol.ASESOR, "stdi", "Profesional especializado", (12, 13, 14)),
    Persona("imprenta", "Martha Cecilia Uribe", Rol.SUBDIRECCION, "imprenta", "Subdirectora de Imprenta Distrital"),
    Persona("eposada", "Édgar Posada Lara", Rol.ASESOR, "imprenta", "Profesional universitario", tuple(range(15))),
    Persona("ddab", "Hernán Darío Vélez Mora", Rol.DIRECCION, "ddab", "Director Distrital"),
    Persona("ssda", "Ángela María Peñaranda", Rol.SUBDIRECCION, "ssda", "Subdirectora"),
    Persona("dperez", "Diana Carolina Pérez Sáenz", Rol.ASESOR, "ssda", "Profesional especializada", tuple(range(8))),
    Persona("rquevedo", "Ramiro Quevedo Ñáñez", Rol.ASESOR, "ssda", "Profesional especializado", tuple(range(8, 15))),
    Persona("sgpd", "Lilia Constanza Ibáñez", Rol.SUBDIRECCION, "sgpd", "Subdirectora"),
    Persona("jtorres", "Julián Torres Quimbay", Rol.ASESOR, "sgpd", "Restaurador", tuple(range(15))),
    Persona("ddri", "Sandra Milena Cubides", Rol.DIRECCION, "ddri", "Directora Distrital"),
    Persona("nrojas", "Natalia Rojas Hoyos", Rol.ASESOR, "ddri", "Profesional especializada", tuple(range(8))),
    Persona("mgarzon", "Mauricio Garzón Leal", Rol.ASESOR, "ddri", "Profesional especializado", tuple(range(8, 15))),
)
NOMBRES = ("Jairo Enrique", "Marcela", "Yenny Carolina", "Wilson", "Rosa Elvira", "Camilo Ernesto", "Doris Amparo")
APELLIDOS = ("Castellanos", "Duarte Vera", "Abella Sanabria", "Acuña Lara", "Ñungo Cortés", "Barragán Soler", "Lagos")


def crear_equipo(desde: date) -> dict[str, Funcionario]:
    """Team, allocation by sector and one absence; by user name."""
    dependencias = {dependencia.clave: dependencia for dependencia in Dependencia.objects.all()}
    sectores = list(Sector.objects.order_by("orden"))
    huella = make_password(CONTRASENA)
    equipo = {}
    for persona in EQUIPO:
        usuario = guardar_usuario(
            usuario=Usuario(
                email=f"{persona.correo}@{DOMINIO}", nombre=persona.nombre, rol=persona.rol, password=huella
            )
        )
        preparar_totp(usuario=usuario, secreto=SECRETO)
        funcionario = Funcionario.objects.create(
            usuario=usuario, dependencia=dependencias[persona.dependencia], cargo=persona.cargo
        )
        for posicion in persona.sectores:
            asignar_asesor(
                dependencia=funcionario.dependencia, asesor=funcionario, sector=sectores[posicion], desde=desde
            )
        equipo[persona.correo] = funcionario
    _repartir_sin_sector(equipo, desde)
    return equipo


def _repartir_sin_sector(equipo: dict[str, Funcionario], desde: date) -> None:
    """The control bodies and the like have no sector: each office gives them to one of its advisers."""
    for entidad in Entidad.objects.filter(sector__isnull=True).order_by("clave"):
        for correo in ("lortiz", "dperez", "jtorres", "nrojas", "eposada"):
            asesor = equipo[correo]
            asignar_asesor(dependencia=asesor.dependencia, asesor=asesor, entidad=entidad, desde=desde)


def precisar_reparto(equipo: dict[str, Funcionario], hoy: date) -> None:
    """An exception by entity and a component of the archive, as every real team has."""
    asignar_asesor(
        dependencia=equipo["ccruz"].dependencia,
        asesor=equipo["ccruz"],
        entidad=Entidad.objects.get(clave="cvp"),
        desde=hoy.replace(month=1, day=1),
        motivo="Acompaña su rediseño institucional",
    )
    asignar_asesor(
        dependencia=equipo["rquevedo"].dependencia,
        asesor=equipo["rquevedo"],
        tema=Tema.objects.get(clave="ddab-tecnologico"),
        desde=hoy.replace(month=1, day=1),
        motivo="Especialista del componente",
    )


def registrar_vacaciones(equipo: dict[str, Funcionario], hoy: date) -> None:
    """One adviser is away until the end of the year, and another stands in."""
    registrar_ausencia(
        asesor=equipo["hsalas"],
        sustituto=equipo["ccruz"],
        desde=hoy,
        hasta=hoy.replace(month=12, day=31),
        motivo="Vacaciones",
    )


def crear_enlaces(desde: date) -> dict[int, Usuario]:
    """One contact in each entity with a domain of its own; they sign in by mailed code. By entity."""
    enlaces = {}
    entidades = Entidad.objects.activas().exclude(naturaleza=Entidad.Naturaleza.LOCALIDAD).prefetch_related("dominios")
    for numero, entidad in enumerate(entidades):
        dominio = next(iter(entidad.dominios.all()), None)
        if dominio is None:
            continue
        nombre = f"{NOMBRES[numero % len(NOMBRES)]} {APELLIDOS[numero * 3 % len(APELLIDOS)]}"
        correo = f"enlace.{entidad.clave}@{dominio.dominio}"
        usuario = crear_usuario(email=correo, nombre=nombre, rol=Rol.ENLACE)
        registrar_enlace(
            entidad=entidad, nombre=nombre, cargo="Jefe de la Oficina Asesora de Planeación", correo=correo, hoy=desde
        )
        enlaces[entidad.pk] = usuario
    return enlaces
