"""`asiste demo`."""

from typing import Any

import pghistory
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from asiste.cuentas.models import Usuario
from asiste.demo.agenda import Agenda
from asiste.demo.banco import llenar_banco
from asiste.demo.ciudad import Ciudad
from asiste.demo.conceptos import proyectar
from asiste.demo.desvios import desviar
from asiste.demo.firmas import revisar_y_firmar
from asiste.demo.focalizada import Focalizada
from asiste.demo.indicadores import medir
from asiste.demo.mensajes import dar_por_enviados, llegan_por_correo
from asiste.demo.oferta import planear
from asiste.demo.personas import EQUIPO, crear_enlaces, crear_equipo, precisar_reparto, registrar_vacaciones
from asiste.demo.plantillas import crear_plantillas, empezar_borradores
from asiste.demo.usos import anotar_usos
from asiste.solicitudes.acciones.historico import cargar_historico


class Command(BaseCommand):
    """Fills an empty installation with a demo city; does nothing in one that has people."""

    help = "Carga una ciudad de demostración: equipo, enlaces y tres años de solicitudes."

    def handle(self, *args: Any, **options: Any) -> None:
        """All or nothing. Refuses to run where mail really leaves."""
        if Usuario.objects.exists():
            self.stdout.write("Ciudad de demostración: ya hay personas, no se cambia nada.")
            return
        if settings.EMAIL_HOST:
            raise CommandError("Con SMTP configurado no se carga la demostración: escribiría a personas reales.")
        with pghistory.context(usuario=None, origen="asiste demo"):
            self.stdout.write("Ciudad de demostración: creando el equipo y los enlaces…")
            self._poblar()

    @transaction.atomic
    def _poblar(self) -> None:
        ahora = timezone.now()
        hoy = timezone.localdate(ahora)
        desde = hoy.replace(year=hoy.year - 2, month=1, day=1)
        equipo = crear_equipo(desde)
        enlaces = crear_enlaces(desde)
        precisar_reparto(equipo, hoy)
        self.stdout.write("Ciudad de demostración: radicando tres años de solicitudes…")
        solicitudes = cargar_historico(casos=list(Ciudad(ahora=ahora, enlaces=enlaces).casos()))
        desviar(lejos_de=equipo["lortiz"], ahora=ahora)
        self.stdout.write("Ciudad de demostración: planes del año y sus sesiones…")
        planear(equipo, ahora)
        Agenda(equipo=equipo, ahora=ahora).programar()
        self.stdout.write("Ciudad de demostración: conceptos, guías e instrumentos del banco…")
        llenar_banco(autor=equipo["ddab"].usuario, ahora=ahora)
        Focalizada(equipo=equipo, enlaces=enlaces, ahora=ahora).acordar()
        anotar_usos(ahora)
        registrar_vacaciones(equipo, hoy)
        revisar_y_firmar(proyectar(equipo, ahora), equipo, ahora)
        medir(equipo, ahora)
        crear_plantillas()
        empezar_borradores(equipo, ahora)
        dar_por_enviados(ahora)
        correos = llegan_por_correo(ahora=ahora)
        self.stdout.write(
            f"Ciudad de demostración: {len(EQUIPO)} personas del equipo, {len(enlaces)} enlaces, "
            f"{len(solicitudes)} solicitudes y {correos} correos."
        )
