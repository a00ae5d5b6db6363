"""What the entity writes on the web about a request it made."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from asiste.cuentas.models import Usuario
from asiste.solicitudes.acciones.base import bloquear_la_que_atiende
from asiste.solicitudes.acciones.desvios import reabrir
from asiste.solicitudes.acciones.niveles import nivel_que_sigue
from asiste.solicitudes.acciones.radicacion import Pedido, radicar
from asiste.solicitudes.acciones.recepcion import Aporte, agregar_mensajes
from asiste.solicitudes.acciones.vinculos import vincular
from asiste.solicitudes.adjuntos import ArchivoNombrado
from asiste.solicitudes.continuidad import Paso, paso_de
from asiste.solicitudes.cortesia import es_cortesia
from asiste.solicitudes.models import Solicitud, Vinculo

ESCRIBIO_DE_NUEVO = "Quien la pidió, o alguien de su entidad, escribió de nuevo sobre lo mismo."


@transaction.atomic
def escribir_de_nuevo(
    *, solicitud: Solicitud, texto: str, autor: Usuario, ahora: datetime, anexos: Sequence[ArchivoNombrado] = ()
) -> tuple[Paso, Solicitud]:
    """Adds what a person of the entity writes, and gives the step taken and the case where it is.

    What ended is reopened in time, and later goes on in another request; thanks are only added. The same rule as
    for mail.
    """
    caso = bloquear_la_que_atiende([solicitud.pk])[solicitud.pk]
    cortesia = not anexos and es_cortesia(texto)
    paso = Paso.AGREGAR if cortesia else paso_de(caso, timezone.localdate(ahora))
    if paso == Paso.CONTINUAR:
        return paso, _continuar(caso, texto, anexos, autor, ahora)
    if paso == Paso.REABRIR:
        caso = reabrir(solicitud=caso, motivo=ESCRIBIO_DE_NUEVO, ahora=ahora, autor=autor)
    aporte = Aporte(solicitud=caso, de_nombre=str(autor), texto=texto, anexos=anexos, autor=autor, aporta=not cortesia)
    agregar_mensajes(aportes=[aporte], ahora=ahora)
    return paso, caso


def _continuar(
    caso: Solicitud, texto: str, anexos: Sequence[ArchivoNombrado], autor: Usuario, ahora: datetime
) -> Solicitud:
    """Another request about the same, for the same office, topics and level, related to the one that ended."""
    nivel, posturas = nivel_que_sigue(caso)
    pedido = Pedido(
        canal=Solicitud.Canal.FORMULARIO,
        dependencia=caso.dependencia,
        recibida_en=ahora,
        asunto=caso.asunto,
        texto=texto,
        solicitante_correo=autor.email,
        solicitante_nombre=str(autor),
        entidad=caso.entidad,
        entidad_nombre=caso.entidad_nombre,
        temas=list(caso.temas.select_related("dependencia__padre").order_by("orden", "pk")),
        modalidad=caso.modalidad,
        medio=caso.medio,
        nivel=nivel,
        anexos=[*anexos, *posturas],
    )
    nueva = radicar(pedido=pedido, ahora=ahora, autor=autor)
    vincular(solicitud=nueva, otra=caso, tipo=Vinculo.Tipo.CONTINUACION, ahora=ahora, autor=autor)
    return nueva
