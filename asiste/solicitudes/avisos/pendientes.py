"""Which warnings are to be given now. Reads only, and always the same number of queries."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils import timezone

from asiste.calendario.dias import Calendario
from asiste.cuentas.models import Usuario
from asiste.directorio.equipo import Equipo
from asiste.directorio.models import Funcionario
from asiste.notificaciones.models import PreferenciaAvisos
from asiste.solicitudes.acciones.suspension import puede_desistirse
from asiste.solicitudes.models import Actuacion, Aviso, Solicitud

Clase = Aviso.Clase
ANTES, DESPUES = 3, 5  # business days: the first warning, and how long an overdue one is still news
UN_MES = timedelta(days=28)  # no month is shorter
SE_PUEDEN_QUITAR = {Clase.PROXIMA, Clase.VISPERA}
COLUMNAS = (
    *("radicado", "asunto", "entidad_nombre", "entidad_externa", "estado", "vence_el", "suspendida_en"),
    *("asesor_id", "dependencia_id"),
)


@dataclass(frozen=True, slots=True)
class Pendiente:
    """A warning not given yet; `faltan` are the business days left, negative once overdue."""

    solicitud: Solicitud
    destinatario: Usuario
    clase: Aviso.Clase
    fecha: date
    faltan: int = 0
    asesor: Funcionario | None = None

    @property
    def clave(self) -> tuple[int, int, str, date]:
        """What makes it the same warning."""
        return (self.solicitud.pk, self.destinatario.pk, self.clase.value, self.fecha)


def avisos_pendientes(*, ahora: datetime, calendario: Calendario) -> list[Pendiente]:
    """Warnings of this moment that nobody was given yet, and that each person wants or the law asks for.

    The stage is that of today: after days without a worker nothing obsolete is said. Nine queries.
    """
    hoy = timezone.localdate(ahora)
    equipo = Equipo.leer(hoy)
    todos = [
        *_de_vencimiento(hoy, calendario, equipo),
        *_de_desistimiento(ahora, hoy, equipo),
        *_de_asignacion(hoy, equipo),
    ]
    dados = _ya_dados({uno.solicitud.pk for uno in todos})
    quieren = PreferenciaAvisos.objects.de_cada_uno({uno.destinatario.pk for uno in todos})
    return [
        uno
        for uno in todos
        if uno.clave not in dados
        and (uno.clase not in SE_PUEDEN_QUITAR or quieren[uno.destinatario.pk].antes_de_vencer)
    ]


def clase_de(faltan: int) -> Aviso.Clase:
    """Stage of a term with so many business days left."""
    if faltan < 0:
        return Clase.VENCIDA
    return {0: Clase.HOY, 1: Clase.VISPERA}.get(faltan, Clase.PROXIMA)


def _ya_dados(solicitudes: set[int]) -> set[tuple[int, int, str, date]]:
    dados = Aviso.objects.filter(solicitud__in=solicitudes)
    return set(dados.values_list("solicitud", "destinatario", "clase", "fecha"))


def _de_vencimiento(hoy: date, calendario: Calendario, equipo: Equipo) -> Iterator[Pendiente]:
    """To the adviser at each stage; also to the heads when it is overdue or nobody has taken it."""
    rango = (calendario.restar(hoy, DESPUES), calendario.sumar(hoy, ANTES))
    casos = Solicitud.objects.corriendo().filter(vence_el__range=rango)
    nuevos = casos.exclude(importacion__aplicada_en__date__gt=F("vence_el"))  # what came in overdue is no news
    for caso in nuevos.only(*COLUMNAS).order_by("vence_el", "id"):
        faltan = calendario.contar(hoy, caso.vence_el)
        clase = clase_de(faltan)
        asesor = equipo.presente(caso.asesor_id)
        sin_quien = asesor is None or caso.estado == Solicitud.Estado.POR_TOMAR
        jefes = equipo.jefes(caso.dependencia_id) if sin_quien or clase == Clase.VENCIDA else []
        for persona in _distintas([*([asesor] if asesor else []), *jefes]):
            yield Pendiente(caso, persona.usuario, clase, caso.vence_el, faltan, asesor)


def _de_desistimiento(ahora: datetime, hoy: date, equipo: Equipo) -> Iterator[Pendiente]:
    """To the adviser, once the entity had its month to answer."""
    casos = Solicitud.objects.filter(estado=Solicitud.Estado.SUSPENDIDA, suspendida_en__lt=ahora - UN_MES)
    for caso in casos.only(*COLUMNAS).order_by("suspendida_en", "id"):
        asesor = equipo.presente(caso.asesor_id)
        if asesor and caso.suspendida_en and puede_desistirse(caso, hoy):
            yield Pendiente(
                caso, asesor.usuario, Clase.DESISTIMIENTO, timezone.localdate(caso.suspendida_en), asesor=asesor
            )


def _de_asignacion(hoy: date, equipo: Equipo) -> Iterator[Pendiente]:
    """To who has an open case now and was not the last one told so; nobody is told what he or she took.

    Nor what came in a workbook with its adviser, until it is given to another.
    """
    ultimo = Aviso.objects.filter(solicitud=OuterRef("pk"), clase=Clase.ASIGNADA).order_by("-id")
    cambio = Exists(Actuacion.objects.filter(solicitud=OuterRef("pk"), tipo=Actuacion.Tipo.REASIGNADA))
    abiertas = Solicitud.objects.abiertas().filter(Q(importacion__isnull=True) | cambio, asesor__isnull=False)
    anotadas = abiertas.annotate(avisado=Subquery(ultimo.values("destinatario")[:1])).order_by("id")
    filas = anotadas.values_list("pk", "asesor", "avisado", "toma__asesor")
    nuevas = {caso: quien for caso, *datos in filas if (quien := _sin_contarle(equipo, *datos))}
    for caso in Solicitud.objects.filter(pk__in=nuevas).only(*COLUMNAS).order_by("recibida_en", "id"):
        yield Pendiente(caso, nuevas[caso.pk].usuario, Clase.ASIGNADA, hoy, asesor=nuevas[caso.pk])


def _sin_contarle(equipo: Equipo, asesor: int, avisado: int | None, la_tomo: int | None) -> Funcionario | None:
    """Who has a case today, if somebody else was told last, or nobody was and it is not him or her who took it."""
    quien = equipo.presente(asesor)
    if quien is None or quien.usuario_id == avisado or (avisado is None and la_tomo == quien.pk):
        return None
    return quien


def _distintas(personas: Iterable[Funcionario]) -> list[Funcionario]:
    return list({persona.pk: persona for persona in personas}.values())
