"""What the words of a workbook are here: entities, topics, advisers, states and the rest."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from asiste.directorio.models import Denominacion, Dependencia, Entidad, Funcionario
from asiste.portafolio.deteccion import temas_en_texto
from asiste.portafolio.models import ANS, Medio, Modalidad, Tema
from asiste.solicitudes.importacion.reconocimiento import Claves, Reconocedor
from asiste.solicitudes.importacion.texto import llano
from asiste.solicitudes.models import Equivalencia, Solicitud

PARTES = re.compile(r"[;/\n|]|\s[-–—]\s|[()]")
Canal, Estado = Solicitud.Canal, Solicitud.Estado
CANALES: dict[str, str] = {
    Canal.CORREO: "correo|email|mail|outlook|electronico",
    Canal.FORMULARIO: "formulario|web|pagina|portal|forms",
    Canal.TELEFONO: "telefono|telefonico|telefonica|llamada|celular|whatsapp",
    Canal.VENTANILLA: "ventanilla|siga|presencial|fisico|oficio|memorando|cordis|personal|correspondencia",
}
MEDIOS: dict[str, str] = {
    Medio.VIRTUAL: "virtual|teams|meet|zoom|correo|remota|linea",
    Medio.TELEFONICA: "telefono|telefonica|telefonico|llamada|celular|whatsapp",
    Medio.PRESENCIAL: "presencial|visita|sede|oficina",
}
ESTADOS: dict[str, str] = {  # the first that is named rules: «no atendida» and «por atender» are not attended
    Estado.EN_TRAMITE: "no atendida|no atendido|por atender|sin atender|por responder|pendiente|tramite|proceso|curso|"
    "abierta|abierto|asignada|asignado|gestion|ejecucion",
    Estado.POR_TOMAR: "por tomar|sin asignar|por asignar|recibida|recibido|nueva",
    Estado.ANULADA: "anulada|anulado|cancelada|cancelado",
    Estado.DESISTIDA: "desistida|desistido|desistimiento|desistio",
    Estado.TRASLADADA: "trasladada|trasladado|traslado|remitida|remitido",
    Estado.CERRADA: "cerrada|cerrado|archivada|archivado",
    Estado.ATENDIDA: "atendida|atendido|respondida|respondido|contestada|contestado|finalizada|finalizado|resuelta|"
    "resuelto|terminada|terminado|realizada|realizado|cumplida|cumplido|prestada|ejecutada|ejecutado|ok|si",
}


def primera_palabra(texto: str, palabras: Mapping[str, str]) -> str:
    """Value of the first group with a word of the text; empty without any."""
    dicho = f" {llano(texto)} "
    return next(
        (valor for valor, todas in palabras.items() if any(f" {una} " in dicho for una in todas.split("|"))), ""
    )


@dataclass(frozen=True, slots=True)
class Catalogos:
    """All that a workbook of an office may name, read once."""

    entidad: Reconocedor
    tema: Reconocedor
    asesor: Reconocedor
    modalidad: Reconocedor
    entidades: dict[int, Entidad]
    temas: dict[int, Tema]
    asesores: dict[int, Funcionario]
    modalidades: dict[int, Modalidad]


def leer_catalogos(dependencia: Dependencia) -> Catalogos:
    """Catalogues for the workbooks of an office, with what its dirección already said of their words."""
    direccion = dependencia.direccion
    entidades = {entidad.pk: entidad for entidad in Entidad.objects.select_related("sector")}
    temas = {tema.pk: tema for tema in Tema.objects.solicitables()}
    asesores = {uno.pk: uno for uno in personas_de_la_direccion(direccion)}
    modalidades = {una.pk: una for una in Modalidad.objects.all()}
    dichos = _dichos(direccion)

    def ajena(tema: Tema) -> bool:
        return bool(tema.dependencia.direccion != direccion)

    return Catalogos(
        entidad=_de_entidades(entidades.values(), dichos[Equivalencia.Tipo.ENTIDAD]),
        tema=_de_temas(
            sorted(temas.values(), key=lambda t: t.dependencia.direccion != direccion), dichos[Equivalencia.Tipo.TEMA]
        ),
        asesor=_de_asesores(asesores.values(), dichos[Equivalencia.Tipo.ASESOR]),
        modalidad=Reconocedor(((una.nombre, una.pk, una.nombre) for una in modalidades.values()), {}),
        entidades=entidades,
        temas=temas,
        asesores=asesores,
        modalidades=modalidades,
    )


def personas_de_la_direccion(direccion: Dependencia) -> list[Funcionario]:
    """People of a dirección, also those who left, by name."""
    suyas = Funcionario.objects.filter(dependencia__in=Dependencia.objects.arbol(direccion))
    return list(suyas.select_related("usuario", "dependencia__padre").order_by("usuario__nombre", "id"))


def dias_acordados(direccion: Dependencia, modalidad: Modalidad | None, recibida: date) -> int:
    """Business days of the agreement that a request received that day had."""
    return ANS.objects.dias_para(
        direccion_id=direccion.pk,
        modalidad_id=modalidad.pk if modalidad else None,
        nivel_id=None,
        vigencia=recibida.year,
    )


def _dichos(direccion: Dependencia) -> dict[str, dict[str, int | None]]:
    dichos: dict[str, dict[str, int | None]] = defaultdict(dict)
    for dicha in Equivalencia.objects.filter(dependencia=direccion):
        dichos[dicha.tipo][dicha.texto] = dicha.destino
    return dichos


def _de_entidades(entidades: Iterable[Entidad], dichos: dict[str, int | None]) -> Reconocedor:
    """By name, initials, other names and former names; also when it comes with more words, as «SDH - Hacienda»."""
    rotulos = {entidad.pk: entidad.nombre for entidad in entidades}
    nombres = [(nombre, pk, nombre) for pk, nombre in rotulos.items()]
    nombres += [(entidad.sigla, entidad.pk, entidad.nombre) for entidad in entidades if entidad.sigla]
    otros = Denominacion.objects.values_list("nombre", "entidad_id")
    nombres += [(nombre, pk, rotulos[pk]) for nombre, pk in otros]

    def por_partes(texto: str) -> Claves:
        partes = [*PARTES.split(texto), re.sub(r"\b(de )?bogot[aá]\b|\bd\.? ?c\.?$", "", texto, flags=re.IGNORECASE)]
        halladas = {clave for parte in partes if (clave := reconocedor.por_nombre.get(llano(parte)))}
        return tuple(halladas) if len(halladas) == 1 else ()

    reconocedor = Reconocedor(nombres, dichos, por_partes)
    return reconocedor


def _de_temas(temas: list[Tema], dichos: dict[str, int | None]) -> Reconocedor:
    """By name, several when the cell separates them; by the words that tell of each; by part of the name of one."""
    direccion = temas[0].dependencia.direccion if temas else None
    propios = {tema.pk: set(llano(tema.nombre).split()) for tema in temas if tema.dependencia.direccion == direccion}

    def por_palabras(texto: str) -> Claves:
        partes = [parte for parte in re.split(r"[;\n|/]|,\s", texto) if parte.strip()]
        por_nombre = [reconocedor.por_nombre.get(llano(parte)) for parte in partes]
        if all(por_nombre):
            return tuple(dict.fromkeys(clave for clave in por_nombre if clave))
        por_claves = tuple(tema.pk for tema in temas_en_texto(texto, "", temas))
        return por_claves or _los_que_tienen(texto, propios)

    reconocedor = Reconocedor(((tema.nombre, tema.pk, tema.nombre) for tema in temas), dichos, por_palabras)
    return reconocedor


def _de_asesores(asesores: Iterable[Funcionario], dichos: dict[str, int | None]) -> Reconocedor:
    """By name, by address, or by some of their names and surnames when only one person has them."""
    palabras = {asesor.pk: set(llano(str(asesor)).split()) for asesor in asesores}

    nombres = [(str(asesor), asesor.pk, str(asesor)) for asesor in asesores]
    nombres += [(asesor.usuario.email, asesor.pk, str(asesor)) for asesor in asesores]
    return Reconocedor(nombres, dichos, lambda texto: _los_que_tienen(texto, palabras))


def _los_que_tienen(texto: str, palabras: Mapping[int, set[str]]) -> Claves:
    """The only one that has all the words of the text, initials apart."""
    escritas = {palabra for palabra in llano(texto).split() if len(palabra) > 1}
    suyos = [clave for clave, todas in palabras.items() if escritas and escritas <= todas]
    return tuple(suyos) if len(suyos) == 1 else ()
