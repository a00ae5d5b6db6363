"""Mails to who heads an office."""

from datetime import datetime

from django.template.loader import render_to_string

from asiste.cuentas.models import Usuario
from asiste.directorio.consultas import titulares_de
from asiste.directorio.models import Encargo
from asiste.notificaciones.acciones import PorEnviar, encolar_varios
from asiste.notificaciones.direcciones import direccion


def avisar_encargo(encargo: Encargo, autor: Usuario, ahora: datetime) -> None:
    """Tells who heads the office by position, or one above it, that somebody else may sign for it, and who noted it."""
    contexto = {"encargo": encargo, "autor": autor, "enlace": direccion("equipo:reparto")}
    correos = [
        PorEnviar(
            clave=f"encargo-{encargo.pk}-{titular.pk}",
            para=titular.usuario.email,
            asunto=f"{encargo.funcionario} queda a cargo de {encargo.dependencia.sigla}",
            texto=render_to_string("directorio/correos/encargo.txt", {**contexto, "titular": titular}),
        )
        for titular in titulares_de(encargo.dependencia).exclude(usuario=autor).order_by("id")
    ]
    if correos:
        encolar_varios(correos=correos, ahora=ahora)
