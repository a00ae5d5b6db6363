"""Puts the invented bank where the demo city is."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from random import Random

from asiste.calendario.termino import BOGOTA
from asiste.conceptos.carga import reservar_numeros
from asiste.conocimiento.carga import Ficha, Vinculo, cargar_publicaciones
from asiste.conocimiento.models import Publicacion
from asiste.cuentas.models import Usuario
from asiste.demo.banco.asuntos import preguntas
from asiste.demo.banco.historia import Emitido, emitidos
from asiste.demo.banco.material import material
from asiste.demo.banco.textos import Textos
from asiste.directorio.models import Dependencia, Entidad
from asiste.portafolio.models import Tema

CONCEPTOS = 320
RETIRADOS = (17, 203)  # places of those that were taken out
ESTADO = Publicacion.Estado
RETIRO = "Se retiró para revisar datos de terceros; pida una copia a la dependencia."


def llenar_banco(*, autor: Usuario, ahora: datetime, cuantos: int = CONCEPTOS) -> int:
    """Concepts of seven years with their relations, and the material of the offices; how many publications."""
    azar, hasta = Random(2026), ahora.astimezone(BOGOTA).date() - timedelta(days=3)
    entidades = list(Entidad.objects.activas())
    oficinas = {oficina.clave: oficina for oficina in Dependencia.objects.select_related("padre")}
    temas = Tema.objects.in_bulk(field_name="clave")
    todos = emitidos(azar, list(preguntas()), entidades, cuantos=cuantos, hasta=hasta)
    textos = Textos(azar)
    fichas = [_ficha(textos, puesto, emitido, oficinas, temas) for puesto, emitido in enumerate(todos)]
    fichas += material(azar, oficinas, temas, hasta)
    cargar_publicaciones(fichas=fichas, vinculos=list(_vinculos(todos)), autor=autor)
    _reservar(todos, oficinas)
    return len(fichas)


def _ficha(
    textos: Textos, puesto: int, emitido: Emitido, oficinas: dict[str, Dependencia], temas: dict[str, Tema]
) -> Ficha:
    html, texto = textos.html(emitido)
    estado, motivo = ESTADO.VIGENTE, ""
    if emitido.sin_efecto_por:
        estado, motivo = ESTADO.NO_VIGENTE, f"Lo dejó sin efecto el concepto {emitido.sin_efecto_por.numero}."
    elif puesto in RETIRADOS:
        estado, motivo = ESTADO.RETIRADA, RETIRO
    return Ficha(
        clase=Publicacion.Clase.CONCEPTO,
        numero=emitido.numero,
        titulo=textos.titulo(emitido),
        resumen=emitido.pregunta.respuesta,
        html=html,
        texto=texto,
        dependencia=oficinas[emitido.pregunta.oficina],
        temas=tuple(temas[clave] for clave in emitido.pregunta.temas),
        fecha=emitido.fecha,
        estado=estado,
        motivo=motivo,
    )


def _vinculos(todos: Sequence[Emitido]) -> Iterator[Vinculo]:
    for emitido in todos:
        if emitido.previo and emitido.tipo:
            yield Vinculo(emitido.numero, emitido.tipo, emitido.previo.numero)


def _reservar(todos: Sequence[Emitido], oficinas: dict[str, Dependencia]) -> None:
    """The next one that is signed gets a number that nobody has."""
    usados = Counter((oficinas[emitido.pregunta.oficina].direccion, emitido.fecha.year) for emitido in todos)
    reservar_numeros(usados=usados)
