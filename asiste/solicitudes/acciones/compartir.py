"""A request whose message came to the mailbox of another office too."""

from datetime import datetime

from django.db import transaction

from asiste.cuentas.models import Rol
from asiste.directorio.models import Dependencia, Funcionario
from asiste.notificaciones.acciones import encolar
from asiste.solicitudes.acciones.base import actuar
from asiste.solicitudes.models import Actuacion, Solicitud

RECIBEN = [Rol.RADICADOR, Rol.DIRECCION, Rol.SUBDIRECCION]


@transaction.atomic
def compartir(*, solicitud: Solicitud, dependencia: Dependencia, buzon: str, ahora: datetime) -> bool:
    """Lets an office that got the same message see the request and take part, and tells who files or heads there.

    No topic is given: which one would be a guess, and nobody could attend the case until it was answered. False, and
    nothing is done, when the office attends it or was told already. Disposición: 5-articulacion.
    """
    arbol = set(Dependencia.objects.arbol(dependencia).values_list("pk", flat=True))
    if solicitud.dependencia_id in arbol or solicitud.tambien_en.filter(pk=dependencia.pk).exists():
        return False
    solicitud.tambien_en.add(dependencia)
    texto = f"El mismo mensaje llegó a {buzon}: {dependencia} también ve esta solicitud."
    actuar(solicitud=solicitud, tipo=Actuacion.Tipo.COMPARTIDA, ahora=ahora, texto=texto)
    reciben = Funcionario.objects.filter(
        dependencia=dependencia, usuario__rol__in=RECIBEN, usuario__is_active=True
    ).select_related("usuario")
    for quien in reciben.order_by("id"):
        encolar(
            clave=f"compartida-{solicitud.radicado}-{quien.pk}",
            para=quien.usuario.email,
            asunto=f"{solicitud.radicado}: también llegó a {buzon}",
            texto=f"{solicitud.quien_pide} escribió lo mismo a {buzon} y a otro buzón, sobre «{solicitud.asunto}».\n\n"
            f"Es una sola solicitud: la atiende {solicitud.dependencia} con el radicado {solicitud.radicado}. "
            "Puede verla y dejar notas. Si un tema es de su dependencia, acuérdelo con quien la atiende.",
            ahora=ahora,
        )
    return True
