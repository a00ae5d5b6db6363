"""What a test of the agenda needs to exist, made through the same actions as in production."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any

from asiste.agenda import acciones
from asiste.agenda.models import Publico, Sesion
from asiste.directorio.models import Entidad, Funcionario, Sector
from asiste.portafolio.models import Medio, Modalidad, Tema
from pruebas import fabricas

MANANA = fabricas.AHORA + timedelta(days=1)  # Friday 20 November 2026, 10:00 in Bogotá


def modalidad(clave: str = "mesa") -> Modalidad:
    """A modality of the catalogue."""
    return Modalidad.objects.get(clave=clave)


def publico(
    *,
    todas: bool = False,
    entidades: Collection[Entidad] = (),
    sectores: Iterable[Sector] = (),
    naturalezas: Collection[str] = (),
    temas: Collection[Tema] = (),
) -> Publico:
    """A target."""
    nuevo = Publico.objects.create(todas=todas, naturalezas=list(naturalezas))
    nuevo.entidades.set(entidades)
    nuevo.sectores.set(sectores)
    nuevo.temas.set(temas)
    return nuevo


def datos(*, dirige: Funcionario, inicia: datetime = MANANA, minutos: int = 90, **cambios: Any) -> acciones.Datos:
    """A table of work tomorrow at ten; any field of `Datos` may be changed."""
    de_siempre: dict[str, Any] = {
        "titulo": "Mapa de procesos",
        "modalidad": modalidad(),
        "medio": Medio.PRESENCIAL,
        "lugar": "Edificio Liévano, sala 3",
        "dependencia": dirige.dependencia,
    }
    termina = inicia + timedelta(minutes=minutos)
    return acciones.Datos(dirige=dirige, inicia=inicia, termina=termina, **de_siempre | cambios)


def sesion(*, dirige: Funcionario | None = None, ahora: datetime = fabricas.AHORA, **cambios: Any) -> Sesion:
    """A session called at `ahora` by who leads it, of the STDI unless told otherwise."""
    quien = dirige or fabricas.funcionario("stdi")
    return acciones.programar(datos=datos(dirige=quien, **cambios), autor=quien.usuario, ahora=ahora)
