"""What was asked again and again becomes an activity of next year's draft."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from asiste.agenda.acciones import DatosPublico
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Dependencia, Entidad, Funcionario
from asiste.oferta.acciones.actividades import DatosActividad, agregar
from asiste.oferta.models import Actividad, Estrategia, Plan
from asiste.portafolio.models import Modalidad, Tema
from asiste.solicitudes.acciones import ReglaIncumplida

PREFERIDA = "jornada"  # the modality that reaches many; another of the dirección where it has none
MES = 2


@transaction.atomic
def agregar_recurrente(
    *,
    direccion: Dependencia,
    vigencia: int,
    tema: Tema,
    entidades: Collection[Entidad],
    responsable: Funcionario,
    autor: Usuario,
    ahora: datetime,
) -> Actividad:
    """An activity on that topic for those entities, to be completed, in the draft of that year, made if it lacks.

    Raises `ReglaIncumplida` when nobody asked, that plan is no draft any more or the dirección has no strategy.
    """
    if not entidades:
        raise ReglaIncumplida("Ninguna entidad pidió ese tema en el año.")
    plan, _ = Plan.objects.get_or_create(direccion=direccion, vigencia=vigencia)
    if not plan.en_borrador:
        raise ReglaIncumplida(f"El plan de {vigencia} ya se aprobó: agréguela desde el plan, con su motivo.")
    estrategia = Estrategia.objects.filter(dependencia=direccion, activa=True).order_by("id").first()
    if estrategia is None:
        raise ReglaIncumplida(f"{direccion.sigla} no tiene estrategias: agregue una antes.")
    modalidades = Modalidad.objects.filter(dependencias=direccion).order_by("orden", "id")
    return agregar(
        plan=plan,
        datos=DatosActividad(
            titulo=f"Asistencia en {tema.nombre}"[:200],
            descripcion="Por la demanda que se repite: complete estrategia, meses y metas.",
            temas=(tema,),
            estrategia=estrategia,
            modalidad=modalidades.filter(clave=PREFERIDA).first() or modalidades[0],
            publico=DatosPublico(entidades=entidades),
            meses=(MES,),
            responsable=responsable,
            meta_entidades=len(entidades),
        ),
        autor=autor,
        ahora=ahora,
    )
