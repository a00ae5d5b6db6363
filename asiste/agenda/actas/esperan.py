"""Which minutes wait for the approval of each person this morning, to be told in the digest."""

from collections import defaultdict

from django.db.models import F

from asiste.agenda.actas.enlaces import enlace_de_aprobacion
from asiste.agenda.models import Acta, Aprobacion


def actas_que_esperan() -> dict[int, list[str]]:
    """What each person of the team has to approve, by id of the account, the oldest first. One query."""
    pedidas = Aprobacion.objects.filter(
        usuario__isnull=False,
        estado=Aprobacion.Estado.PENDIENTE,
        version__acta__estado=Acta.Estado.EN_APROBACION,
        version__numero=F("version__acta__numero"),
    )
    esperan = defaultdict(list)
    for pedida in pedidas.select_related("usuario", "version__acta__sesion").order_by("id"):
        acta = pedida.version.acta
        cual = f"{acta.get_clase_display().lower()} de «{acta.sesion}»"
        esperan[pedida.usuario_id or 0].append(f"Por aprobar: {cual}: {enlace_de_aprobacion(pedida)}")
    return esperan
