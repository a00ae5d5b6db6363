"""The floor: what Django and the database cost by themselves when a page of the same weight is shown.

A bare view renders the very template of the page, with rows read by their key in as few queries as they can be; all
that has to be found out (scope, counts, deadlines, what may be done) is made up. Same middleware, session and person.
"""

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from asiste.calendario.dias import Calendario
from asiste.calendario.libro import abrir_libro
from asiste.portafolio.models import Tema
from asiste.solicitudes.models import Actuacion, Solicitud, Vista
from asiste.solicitudes.plazo import Plazo
from asiste.web.equipo.acceso import Peticion
from asiste.web.equipo.expediente import Accion, Hecho, Requisito
from asiste.web.equipo.forms.filtros import FiltroForm
from asiste.web.equipo.listas import Fila, Grupo, Turno, para_lista
from asiste.web.equipo.seleccion import FILTROS
from asiste.web.interfaz.paginas import Pagina

HOY = date(2026, 11, 26)
PLAZO = Plazo("holgado", 6, 4, 10, "faltan 6 días hábiles")
LIBRO = abrir_libro(calendario=Calendario({}, date(2026, 1, 1), date(2027, 12, 31)), recibida=HOY, dias=10, hoy=HOY)
TITULOS = ("Bandeja", "Fila", "Base de trazabilidad", "Quién atiende qué", "Enlaces", "Días no hábiles")
MENU = [{"url": "/", "texto": texto, "icono": "fila", "cuenta": 9} for texto in TITULOS]
MARCO = {
    "menu_equipo": [
        {
            "titulo": "Mi trabajo",
            "items": MENU,
        }
    ],
    "espera": SimpleNamespace(toma=True, mias=9, fila=9, equipo=9, por_identificar=0, cuarentena=0),
    "hoy": HOY,
}
REQUISITOS = [Requisito("Que un asesor la tome", cumple=True)] * 4
ACCIONES = [Accion("Escribir a la entidad", "correo", "equipo:respuesta")] * 4
ESTADOS = [{"estado": "cerrada", "texto": "Cerradas", "cuenta": 9}] * 4


def caso(request: HttpRequest, radicado: str) -> HttpResponse:
    """A request, its timeline and its topics: three queries."""
    completas = Solicitud.objects.select_related("dependencia", "asesor__usuario", "entidad", "sector", "modalidad")
    solicitud = completas.get(radicado=radicado)
    actuaciones = Actuacion.objects.filter(solicitud=solicitud).select_related("mensaje").order_by("momento", "id")
    encargos = solicitud.temas_a_cargo.select_related(
        "tema", "dependencia", "responsable__usuario", "respondido_por"
    ).order_by("id")
    contexto = MARCO | {
        "solicitud": solicitud,
        "ahora": timezone.now(),
        "plazo": PLAZO,
        "libro": LIBRO,
        "hechos": [Hecho(actuacion, "correo", "neutro", 3, []) for actuacion in actuaciones],
        "requisitos": REQUISITOS,
        "acciones": ACCIONES,
        "otras": ACCIONES,
        "temas": [SimpleNamespace(tema=encargo, responde=False) for encargo in encargos],
    }
    return render(request, "equipo/solicitud.html", contexto)


def fila(request: HttpRequest) -> HttpResponse:
    """Fifty requests by key: one query."""
    return render(request, "equipo/fila.html", MARCO | {"filas": _filas(), "pagina": Pagina([]), "propia": True})


def bandeja(request: HttpRequest) -> HttpResponse:
    """The same with the lists of the filters, a query for each."""
    filas = _filas()
    siguen = [una.solicitud for una in filas[1:4]]
    contexto = MARCO | {
        "filtros": FiltroForm(request.GET, cast(Peticion, request).user, FILTROS[Vista.Pagina.BANDEJA]),
        "mias": True,
        "pagina": Pagina([]),
        "grupos": [Grupo("Esta semana", filas)],
        "turno": Turno(filas[0], 2, siguen),
        "por_estado": ESTADOS,
    }
    return render(request, "equipo/bandeja.html", contexto)


def base(request: HttpRequest) -> HttpResponse:
    """The same, with the topics of the requests in one more query."""
    form = FiltroForm(request.GET, cast(Peticion, request).user)
    contexto = MARCO | {"filtros": form, "filas": _filas(temas=True), "pagina": Pagina([]), "columnas": 25}
    return render(request, "equipo/base.html", contexto)


def _filas(*, temas: bool = False) -> list[Fila]:
    ultimas: Any = para_lista(Solicitud.objects.order_by("-id"))
    if temas:
        ultimas = ultimas.prefetch_related(Prefetch("temas", Tema.objects.order_by("nombre", "id")))
    return [Fila(solicitud, PLAZO) for solicitud in ultimas[:50]]
