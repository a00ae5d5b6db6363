"""What can take a case off its straight way now, what it has to do with, and who owes an answer on its topics."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q
from django.utils import timezone

from asiste.cuentas.models import Usuario
from asiste.solicitudes import permisos
from asiste.solicitudes.acciones.desvios import SE_REABREN
from asiste.solicitudes.acciones.suspension import limite_de, puede_desistirse
from asiste.solicitudes.models import Actuacion, Solicitud, TemaSolicitud, Vinculo
from asiste.web.equipo.expediente import Accion, Requisito

Estado, Tipo = Solicitud.Estado, Actuacion.Tipo
SUSPENDER = Accion("Pedir información y suspender", "pausa", "equipo:suspension")
REANUDAR = Accion("Reanudar", "reanudar", "equipo:reanudacion")
DESISTIR = Accion("Declarar el desistimiento", "x", "equipo:desistimiento")
PRORROGAR = Accion("Prorrogar el plazo", "reloj", "equipo:prorroga")
TRASLADAR = Accion("Trasladar a otra dependencia", "flecha", "equipo:traslado")
REMITIR = Accion("Trasladar a otra entidad", "externa", "equipo:remision")
VINCULAR = Accion("Relacionar con otra", "enlace", "equipo:vinculo")
UNIR = Accion("Unir a otra", "articular", "equipo:union")
SEPARAR = Accion("Separar de la otra", "versiones", "equipo:separacion")
DIVIDIR = Accion("Dividir en dos", "versiones", "equipo:division")
ANULAR = Accion("Anular", "e-anulada", "equipo:anulacion")
RELACIONAN = {Tipo.VINCULADA, Tipo.FUSIONADA, Tipo.UNIDA, Tipo.DIVIDIDA}
SE_DICE = ("radicado", "asunto")  # of a related case
REABRIR = Accion("Reabrir", "reanudar", "equipo:reapertura")


@dataclass(frozen=True, slots=True)
class Encargo:
    """A topic of the case, and whether this person may answer on it now."""

    tema: TemaSolicitud
    responde: bool


@dataclass(frozen=True, slots=True)
class Relacion:
    """Another case and how it is related."""

    como: str
    otra: Solicitud


def desvios_de(usuario: Usuario, solicitud: Solicitud, *, temas: int, hoy: date) -> list[Accion]:
    """What this person may do to its course, in the order of use."""
    if not permisos.puede_tramitar(usuario, solicitud):
        return []
    estado = solicitud.estado
    corre, abierta = estado in Solicitud.CORREN, solicitud.abierta
    posibles = [
        (SUSPENDER, estado == Estado.EN_TRAMITE and bool(solicitud.solicitante_correo)),
        (REANUDAR, estado == Estado.SUSPENDIDA),
        (DESISTIR, puede_desistirse(solicitud, hoy)),
        (PRORROGAR, corre and hoy <= solicitud.vence_el and solicitud.prorroga < solicitud.dias),
        (TRASLADAR, corre),
        (REMITIR, abierta),
        (UNIR, abierta),
        (SEPARAR, estado == Estado.FUSIONADA),
        (DIVIDIR, abierta and temas > 1),
        (VINCULAR, estado != Estado.ANULADA),
        (REABRIR, estado in SE_REABREN),
        (ANULAR, permisos.puede_anular(usuario, solicitud)),
    ]
    return [accion for accion, cabe in posibles if cabe]


def encargos_de(usuario: Usuario, solicitud: Solicitud) -> list[Encargo]:
    """The topics of the case in their order. Three queries at most, however many they are."""
    temas = solicitud.temas_a_cargo.select_related("tema", "dependencia", "responsable__usuario", "respondido_por")
    return [
        Encargo(encargo, solicitud.abierta and permisos.puede_responder_tema(usuario, encargo))
        for encargo in temas.order_by("tema__orden", "pk")
    ]


def deben(solicitud: Solicitud, encargos: Iterable[Encargo]) -> list[Requisito]:
    """What others have to answer before the case is attended, and whether they did."""
    de_quien_coordina = {None, solicitud.asesor_id}
    ajenos = [uno.tema for uno in encargos if uno.tema.lider or uno.tema.responsable_id not in de_quien_coordina]
    respondido = TemaSolicitud.Estado.RESPONDIDO
    return [
        Requisito(f"Respuesta sobre {ajeno.tema}, de {ajeno.quien_responde}", ajeno.estado == respondido)
        for ajeno in ajenos
    ]


def relaciones_de(solicitud: Solicitud, actuaciones: Iterable[Actuacion]) -> list[Relacion]:
    """Cases united, divided, continued or just related. Its log tells whether there is any: few have."""
    if not any(una.tipo in RELACIONAN for una in actuaciones):
        return []
    unidas = [Relacion("Se atiende con esta", una) for una in solicitud.unidas.only(*SE_DICE).order_by("id")]
    principal = [Relacion("Se atiende en", solicitud.principal)] if solicitud.principal else []
    otras = [Prefetch(lado, Solicitud.objects.only(*SE_DICE)) for lado in ("solicitud", "otra")]
    vinculos = Vinculo.objects.filter(Q(solicitud=solicitud) | Q(otra=solicitud)).prefetch_related(*otras)
    return [*principal, *unidas, *(_relacion(vinculo, solicitud) for vinculo in vinculos.order_by("id"))]


def _relacion(vinculo: Vinculo, solicitud: Solicitud) -> Relacion:
    if vinculo.solicitud_id == solicitud.pk:
        return Relacion(vinculo.get_tipo_display(), vinculo.otra)
    al_reves = {Vinculo.Tipo.DIVISION: "De esta salió", Vinculo.Tipo.CONTINUACION: "La continúa"}
    return Relacion(al_reves.get(Vinculo.Tipo(vinculo.tipo), vinculo.get_tipo_display()), vinculo.solicitud)


def plazo_de_la_entidad(solicitud: Solicitud) -> date | None:
    """Until when the entity may complete what it was asked for; None when it owes nothing."""
    return limite_de(timezone.localdate(solicitud.suspendida_en)) if solicitud.suspendida_en else None
