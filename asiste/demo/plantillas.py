"""Texts of the offices of the demo city, and two answers that somebody left half written."""

import tomllib
from datetime import datetime, timedelta
from pathlib import Path

from asiste.directorio.models import Dependencia, Funcionario
from asiste.solicitudes.acciones import guardar_plantilla, guardar_redaccion
from asiste.solicitudes.models import Redaccion, Solicitud

A_MEDIAS = "Buen día:\n\nRevisamos los documentos que envió. Para el numeral 3 sugerimos"


def crear_plantillas() -> None:
    """Those of plantillas.toml."""
    with (Path(__file__).parent / "plantillas.toml").open("rb") as archivo:
        textos = tomllib.load(archivo)["plantilla"]
    oficinas = {dependencia.clave: dependencia for dependencia in Dependencia.objects.all()}
    for uno in textos:
        guardar_plantilla(dependencia=oficinas[uno["dependencia"]], nombre=uno["nombre"], texto=uno["texto"])


def empezar_borradores(equipo: dict[str, Funcionario], ahora: datetime) -> None:
    """One of Laura on a case of hers, and one of her boss on another."""
    casos = Solicitud.objects.filter(asesor=equipo["lortiz"], estado=Solicitud.Estado.EN_TRAMITE).order_by(
        "vence_el", "id"
    )
    for caso, quien in zip(casos[:2], ("lortiz", "stdi"), strict=False):
        guardar_redaccion(
            solicitud=caso,
            clase=Redaccion.Clase.RESPUESTA,
            texto=A_MEDIAS,
            version=0,
            autor=equipo[quien].usuario,
            ahora=ahora - timedelta(minutes=12),
        )
