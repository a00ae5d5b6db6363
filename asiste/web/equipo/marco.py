"""The frame of every page of the team: side menu, what waits for the person and the date."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from asiste.agenda.models import Compromiso
from asiste.agenda.permisos import puede_programar
from asiste.archivo.permisos import puede_ver_planes
from asiste.conceptos.competencia import por_firmar, por_revisar
from asiste.cuentas.models import Usuario
from asiste.solicitudes import alcance, permisos
from asiste.solicitudes.conteo import TOPE, contar_hasta
from asiste.web.equipo.acceso import Peticion, cuarentena_de, fila_de
from asiste.web.equipo.agenda.acceso import sesiones_de_hoy
from asiste.web.equipo.alarmas import alarmas_de
from asiste.web.equipo.listas import en_mano
from asiste.web.equipo.permisos import puede_ver_buzones, toma_de_la_fila


class Cuentas:
    """How much waits for a person, up to `TOPE` + 1 of each: what the menu tells, in one query when first asked."""

    def __init__(self, usuario: Usuario) -> None:
        self.usuario = usuario
        self.toma = toma_de_la_fila(usuario)

    @cached_property
    def _casos(self) -> dict[str, int]:
        conjuntos: dict[str, QuerySet[Any]] = {
            "mias": en_mano(alcance.asignadas_a(self.usuario)),
            "fila": fila_de(self.usuario),
            "sesiones": sesiones_de_hoy(self.usuario),
            "por_revisar": por_revisar(self.usuario),
            "por_firmar": por_firmar(self.usuario),
            "compromisos": Compromiso.objects.pendientes().de_personas(alcance.personas_de(self.usuario)),
        }
        if permisos.puede_identificar(self.usuario):
            conjuntos["por_identificar"] = alcance.solicitudes_del_equipo(self.usuario).sin_entidad()
            conjuntos["cuarentena"] = cuarentena_de(self.usuario)
        return contar_hasta(TOPE, **conjuntos)

    @property
    def mias(self) -> int:
        """Cases in hand, and attended ones not closed yet."""
        return self._casos["mias"]

    @property
    def fila(self) -> int:
        """Waiting in the person's line; for who has none, in every line of the tree."""
        return self._casos["fila"]

    @cached_property
    def equipo(self) -> int:
        """Open cases of the tree."""
        return contar_hasta(TOPE, abiertas=alcance.solicitudes_del_equipo(self.usuario).abiertas())["abiertas"]

    @property
    def por_identificar(self) -> int:
        """Cases whose entity is not known yet, for who may tell which."""
        return self._casos.get("por_identificar", 0)

    @property
    def cuarentena(self) -> int:
        """Messages that a person has to look at."""
        return self._casos.get("cuarentena", 0)

    @property
    def sesiones(self) -> int:
        """Sessions of today that the person is in charge of."""
        return self._casos["sesiones"]

    @property
    def compromisos(self) -> int:
        """Pending commitments of the person, and of those he or she stands in for."""
        return self._casos["compromisos"]

    @property
    def por_revisar(self) -> int:
        """Concepts that wait for the person's review."""
        return self._casos["por_revisar"]

    @property
    def por_firmar(self) -> int:
        """Concepts that the person may sign today."""
        return self._casos["por_firmar"]

    @cached_property
    def sin_salir(self) -> int:
        """Mails of the tree that could not be sent and wait for a decision; nobody else is asked for them."""
        if not permisos.puede_cuidar_correo(self.usuario):
            return 0
        return alcance.correo_saliente_de(self.usuario).fallidos().count()


@cache
def _direccion(vista: str) -> str:
    """Address of a page of the menu: every page asks for all of them."""
    return reverse(vista)


@dataclass(frozen=True, slots=True)
class Entrada:
    """An entry of the menu: `cuenta` tells what waits there, and `visible` for whom it is."""

    vista: str
    texto: str
    icono: str
    cuenta: Callable[[Cuentas], int] = lambda cuentas: 0
    visible: Callable[[Usuario], bool] = lambda usuario: True

    def item(self, actual: str, cuentas: Cuentas) -> dict[str, Any]:
        """What `interfaz/lateral.html` shows; `actual` is the address of the current entry."""
        url = _direccion(self.vista)
        es_esta = url == actual
        return {"url": url, "texto": self.texto, "icono": self.icono, "actual": es_esta, "cuenta": self.cuenta(cuentas)}


MENU = {
    "Mi trabajo": (
        Entrada("equipo:bandeja", "Bandeja", "bandeja", lambda espera: espera.mias if espera.toma else espera.equipo),
        Entrada("equipo:fila", "Fila", "fila", lambda espera: espera.fila),
        Entrada("equipo:agenda", "Agenda", "calendario", lambda espera: espera.sesiones),
        Entrada("equipo:compromisos", "Compromisos", "compromiso", lambda espera: espera.compromisos),
    ),
    "Recepción": (
        Entrada("equipo:radicar", "Radicar", "mas", visible=permisos.puede_radicar),
        Entrada(
            "equipo:por-identificar",
            "Por identificar",
            "edificio",
            lambda espera: espera.por_identificar,
            permisos.puede_identificar,
        ),
        Entrada(
            "equipo:cuarentena", "En cuarentena", "escudo", lambda espera: espera.cuarentena, permisos.puede_identificar
        ),
        Entrada("equipo:buzones", "Buzones", "correo", visible=puede_ver_buzones),
        Entrada(
            "equipo:correo-saliente",
            "Correo saliente",
            "correo",
            lambda espera: espera.sin_salir,
            permisos.puede_cuidar_correo,
        ),
    ),
    "Servicio": (
        Entrada("equipo:conceptos", "Conceptos", "documento", lambda espera: espera.por_revisar + espera.por_firmar),
        Entrada("equipo:base", "Base de trazabilidad", "archivo", visible=permisos.puede_ver_base),
        Entrada("equipo:reparto", "Quién atiende qué", "personas"),
        Entrada("equipo:planes", "Plan anual", "versiones"),
        Entrada("equipo:cobertura", "Cobertura", "tablero"),
        Entrada("equipo:indicadores", "Indicadores documentales", "tablero"),
        Entrada("equipo:esquema", "Esquema operativo", "articular"),
        Entrada("equipo:afinidad", "Atender en grupo", "articular", visible=puede_programar),
        Entrada("equipo:planes-focalizados", "Asistencia focalizada", "reanudar", visible=puede_ver_planes),
        Entrada("equipo:banco", "Conocimiento", "directorio"),
        Entrada("equipo:plantillas", "Plantillas", "documento", visible=permisos.puede_cuidar_plantillas),
        Entrada("equipo:enlaces", "Enlaces", "directorio"),
        Entrada("equipo:importaciones", "Importaciones", "subir", visible=permisos.puede_importar),
        Entrada("equipo:calendario", "Días no hábiles", "festivo"),
    ),
}


def entrada_actual(ruta: str) -> str:
    """Address of the entry whose pages include a path: of two, the deeper one. The inbox is so only on its own page."""
    urls = [_direccion(entrada.vista) for entradas in MENU.values() for entrada in entradas]
    return max((url for url in urls if ruta.startswith(url) and (url != urls[0] or ruta == url)), key=len, default="")


def alertas(ruta: str, cuentas: Cuentas) -> list[dict[str, str]]:
    """What must be known on any page, each with where to see to it; not on that page itself."""
    url, cuantos = reverse("equipo:correo-saliente"), cuentas.sin_salir
    if not cuantos or ruta.startswith(url):
        return []
    titulo = "Un correo no se pudo enviar" if cuantos == 1 else f"{cuantos} correos no se pudieron enviar"
    return [{"titulo": titulo, "texto": "", "url": url, "accion": "Ver por qué y decidir"}]


def mostrar(
    request: Peticion, plantilla: str, contexto: Mapping[str, Any] | None = None, *, estado: int = 200
) -> HttpResponse:
    """Renders a page of the team inside its frame, with that HTTP status."""
    espera, actual = Cuentas(request.user), entrada_actual(request.path)
    grupos = [
        {"titulo": titulo, "items": [entrada.item(actual, espera) for entrada in entradas]}
        for titulo, todas in MENU.items()
        if (entradas := [entrada for entrada in todas if entrada.visible(request.user)])
    ]
    marco = {
        "menu_equipo": grupos,
        "espera": espera,
        "alarmas": alarmas_de(request.user),
        "alertas": alertas(request.path, espera),
        "hoy": timezone.localdate(),
        "identifica": permisos.puede_identificar(request.user),
        "radica": permisos.puede_radicar(request.user),
    }
    return render(request, plantilla, {**marco, **(contexto or {})}, status=estado)
