"""One session for requests of several entities on the same topic, without jumping the line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from asiste.agenda.acciones import Datos, DatosPublico, programar
from asiste.agenda.models import Sesion
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Funcionario
from asiste.oferta.acciones.programacion import Encuentro, Horas
from asiste.oferta.consultas.afinidad import ENTIDADES
from asiste.portafolio.models import Modalidad, Tema
from asiste.solicitudes.acciones import ReglaIncumplida, tomar_fuera_de_turno
from asiste.solicitudes.models import Solicitud


@dataclass(frozen=True, slots=True, kw_only=True)
class Grupo:
    """Requests to attend together; why, for those that are not the next of their line (`Toma.Motivo`)."""

    tema: Tema
    solicitudes: Sequence[Solicitud]
    titulo: str
    modalidad: Modalidad
    motivo: str = ""
    explicacion: str = ""


@transaction.atomic
def programar_grupo(
    *,
    grupo: Grupo,
    horas: Horas,
    encuentro: Encuentro,
    asesor: Funcionario | None,
    autor: Usuario,
    ahora: datetime,
) -> Sesion:
    """A session that attends them all, aimed at their entities. Those that wait are taken first, by `asesor`.

    They are taken in their order of arrival: the next of the line needs no reason, and any other one does, which stays
    in sight. All or nothing. Raises `ReglaIncumplida`, and as the actions it uses.
    Disposición: 6.3-asesoria-grupo, 5-fifo.
    """
    casos = sorted(grupo.solicitudes, key=lambda caso: (caso.recibida_en, caso.pk))
    entidades = {caso.entidad_id: caso.entidad for caso in casos if caso.entidad}
    if len(entidades) < ENTIDADES:
        raise ReglaIncumplida("Marque solicitudes de al menos dos entidades.")
    tomadas = [_tomar(caso, grupo, asesor, ahora) for caso in casos]
    publico = DatosPublico(entidades=tuple(entidades.values()), temas=(grupo.tema,))
    inicia, termina = horas
    return programar(
        datos=Datos(
            titulo=grupo.titulo,
            modalidad=grupo.modalidad,
            dependencia=encuentro.dirige.dependencia,
            inicia=inicia,
            termina=termina,
            temas=(grupo.tema,),
            destinatarios=publico,
            solicitudes=tomadas,
            **encuentro.para_datos(),
        ),
        autor=autor,
        ahora=ahora,
    )


def _tomar(caso: Solicitud, grupo: Grupo, asesor: Funcionario | None, ahora: datetime) -> Solicitud:
    if caso.estado != Solicitud.Estado.POR_TOMAR:
        return caso
    if asesor is None:
        raise ReglaIncumplida(f"{caso} está en la fila: la debe tomar un asesor.")
    return tomar_fuera_de_turno(
        solicitud=caso, asesor=asesor, motivo=grupo.motivo, explicacion=grupo.explicacion, ahora=ahora
    )
