"""Some of the concepts of the demo city, in review, for signature and signed."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from asiste.conceptos.acciones.ejemplares import abrir_ejemplar, preparar_firma
from asiste.conceptos.acciones.firma import firmar
from asiste.conceptos.acciones.observaciones import observar
from asiste.conceptos.acciones.revision import enviar_a_revision, pasar_a_firma
from asiste.conceptos.models import Concepto
from asiste.conceptos.pendientes import lo_que_falta
from asiste.directorio.models import Funcionario


def revisar_y_firmar(proyectos: Sequence[Concepto], equipo: dict[str, Funcionario], ahora: datetime) -> int:
    """Of the complete ones, the first is in review with a remark, the second waits for a signature, the rest have it.

    How many went on.
    """
    completos = [uno for uno in proyectos if not lo_que_falta(uno)]
    for lugar, concepto in enumerate(completos):
        jefe = equipo[concepto.dependencia.clave]
        enviar_a_revision(
            concepto=concepto, revisa=jefe, autor=concepto.proyecta.usuario, ahora=ahora - timedelta(minutes=50)
        )
        if lugar == 0:
            _observar(concepto, jefe, ahora - timedelta(minutes=30))
            continue
        pasar_a_firma(concepto=concepto, autor=jefe.usuario, ahora=ahora - timedelta(minutes=20))
        if lugar > 1:
            ejemplar = preparar_firma(concepto=concepto, firmante=jefe, ahora=ahora)
            abrir_ejemplar(ejemplar=ejemplar, ahora=ahora)
            firmar(ejemplar=ejemplar, huella=ejemplar.archivo.huella, ahora=ahora)
    return len(completos)


def _observar(concepto: Concepto, jefe: Funcionario, ahora: datetime) -> None:
    observar(
        concepto=concepto,
        clave="analisis",
        pasaje="dos asuntos exigen ajuste y uno está conforme",
        texto="Cite el numeral de la guía que lo exige; así como está parece opinión nuestra.",
        autor=jefe.usuario,
        ahora=ahora,
    )
