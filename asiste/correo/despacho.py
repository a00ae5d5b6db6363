"""What a message becomes."""

from dataclasses import dataclass

from asiste.correo.antecedentes import Antecedentes
from asiste.correo.catalogo import Catalogo
from asiste.correo.clasificacion import Clase, Clasificacion, clasificar
from asiste.correo.continuidad import Continuacion, continuacion_de
from asiste.correo.cortesia import es_cortesia
from asiste.correo.hilos import puede_escribir
from asiste.correo.lectura import MensajeLeido
from asiste.correo.models import MensajeEntrante
from asiste.directorio.models import Dependencia
from asiste.portafolio.models import Canal
from asiste.solicitudes.continuidad import Paso
from asiste.solicitudes.models import Solicitud

Resultado = MensajeEntrante.Resultado
CLASES = {
    Clase.REBOTE: Resultado.REBOTE,
    Clase.CALENDARIO: Resultado.CALENDARIO,
    Clase.AUTOMATICO: Resultado.AUTOMATICO,
    Clase.SOSPECHOSO: Resultado.CUARENTENA,
}


@dataclass(frozen=True, slots=True)
class Destino:
    """Result of the dispatch: the case it goes with or, for a new request, the office that files it.

    `reabre` takes up again the case; `continua` is the ended one that a new request goes on with; `aporta` is False
    for a mere courtesy.
    """

    resultado: MensajeEntrante.Resultado
    motivo: str = ""
    solicitud: Solicitud | None = None
    dependencia: Dependencia | None = None
    reabre: bool = False
    continua: Solicitud | None = None
    aporta: bool = True


def decidir(
    mensaje: MensajeEntrante, leido: MensajeLeido, *, catalogo: Catalogo, antecedentes: Antecedentes
) -> Destino:
    """Exactly one result for a message whose reading was already noted, with its mailbox.

    Nothing that a machine sent joins or opens a case: it is only kept beside the one it cites.
    """
    juicio = _juzgar(leido, catalogo, antecedentes)
    citados = antecedentes.hilos.citados(leido)
    if juicio.clase in CLASES:
        return Destino(CLASES[juicio.clase], juicio.motivo, solicitud=next(iter(citados), None))
    if repetido := antecedentes.repetido(mensaje):
        return Destino(Resultado.DUPLICADO, f"Igual a {repetido}", solicitud=repetido.solicitud)
    propios = [caso for caso in citados if puede_escribir(leido, caso, catalogo=catalogo)]
    continuacion = _elegir([continuacion_de(caso, leido, catalogo.hoy) for caso in propios])
    if continuacion and continuacion.paso != Paso.CONTINUAR:
        reabre = continuacion.paso == Paso.REABRIR
        aporta = not es_cortesia(leido)
        return Destino(Resultado.AGREGADO, solicitud=continuacion.caso, reabre=reabre, aporta=aporta)
    if mensaje.buzon is None:
        return Destino(Resultado.CUARENTENA, "No llegó a ningún buzón oficial conocido.")
    buzon = mensaje.buzon.alias_de or mensaje.buzon
    anterior = continuacion.caso if continuacion else None
    return Destino(Resultado.RADICADO, dependencia=buzon.dependencia, continua=anterior)


def _elegir(continuaciones: list[Continuacion]) -> Continuacion | None:
    """Of several cited cases, one that is open; else the first, that of the thread."""
    abiertas = (una for una in continuaciones if not una.caso.terminada)
    return next(abiertas, next(iter(continuaciones), None))


def buzon_de(leido: MensajeLeido, *, dado: Canal | None, catalogo: Catalogo) -> Canal | None:
    """Mailbox that got it: the one the server wrote, else the one given, else the first among its addressees."""
    escrito = catalogo.buzones.get(leido.entregado_a)
    return escrito or dado or next((catalogo.buzones[c] for c in leido.para if c in catalogo.buzones), None)


def _juzgar(leido: MensajeLeido, catalogo: Catalogo, antecedentes: Antecedentes) -> Clasificacion:
    if leido.message_id in antecedentes.nuestros:
        return Clasificacion(Clase.AUTOMATICO, "Es un mensaje nuestro que volvió.")
    return clasificar(leido, correos_propios=catalogo.buzones)
