"""From a row of a workbook to a request with its history."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from asiste.calendario.models import Festivo
from asiste.directorio.models import Entidad, Funcionario
from asiste.portafolio.models import Modalidad, Tema
from asiste.solicitudes.acciones.historico import CasoHistorico, Procedencia
from asiste.solicitudes.acciones.radicacion import Pedido
from asiste.solicitudes.importacion.catalogos import (
    CANALES,
    ESTADOS,
    MEDIOS,
    dias_acordados,
    leer_catalogos,
    primera_palabra,
)
from asiste.solicitudes.importacion.columnas import ROTULOS, Campo
from asiste.solicitudes.importacion.fechas import Fecha
from asiste.solicitudes.importacion.reconocimiento import Hallazgo, Reconocedor
from asiste.solicitudes.importacion.renglon import Renglon
from asiste.solicitudes.models import Importacion, Solicitud

Canal, Estado = Solicitud.Canal, Solicitud.Estado
CORREO = re.compile(r"[^\s<>;,()\"]+@[^\s<>;,()\"]+")
FIN = [Estado.TRASLADADA, Estado.DESISTIDA, Estado.ANULADA]
RESPUESTA = "Respuesta anotada en el libro de la dependencia."


@dataclass(slots=True)
class Momentos:
    """When each thing happened; None, what did not."""

    recibida: datetime
    respondida: datetime | None
    atendida: datetime | None
    cerrada: datetime | None


class Interprete:
    """Reads the rows of the workbooks of an office, with its catalogues read once."""

    def __init__(self, importacion: Importacion, ahora: datetime) -> None:
        self.importacion = importacion
        self.ahora = ahora
        self.catalogos = leer_catalogos(importacion.dependencia)
        self.anios = set(Festivo.objects.vigentes().order_by().values_list("fecha__year", flat=True).distinct())
        self.dias = cache(lambda modalidad, anio: dias_acordados(self.direccion, modalidad, date(anio, 1, 1)))
        self.direccion = importacion.dependencia.direccion

    def caso(self, renglon: Renglon) -> CasoHistorico | None:
        """The request of a row; None when it has errors, which the row keeps."""
        momentos = self._momentos(renglon)
        entidad, externa = self._entidad(renglon)
        temas = self._temas(renglon)
        asesor = self._asesor(renglon)
        estado = self._estado(renglon, momentos) if momentos else None
        if renglon.errores or momentos is None or estado is None:
            return None
        estado, asesor = self._quien_la_tiene(renglon, estado, asesor)
        modalidad = self._modalidad(renglon)
        return CasoHistorico(
            pedido=self._pedido(renglon, momentos, entidad, externa, temas, modalidad),
            asesor=asesor,
            dias=self.dias(modalidad, momentos.recibida.year),
            respondida_en=momentos.respondida,
            respuesta=RESPUESTA,
            atendida_en=momentos.atendida,
            cerrada_en=momentos.cerrada,
            estado=estado,
            externa=bool(externa),
            procedencia=self._procedencia(renglon),
        )

    def _pedido(
        self,
        renglon: Renglon,
        momentos: Momentos,
        entidad: Entidad | None,
        externa: str,
        temas: list[Tema],
        modalidad: Modalidad | None,
    ) -> Pedido:
        asunto = renglon.texto(Campo.ASUNTO) or renglon.texto(Campo.TEMA)
        return Pedido(
            canal=Canal(self._palabra(renglon, Campo.CANAL, CANALES) or Canal.CORREO),
            dependencia=self.importacion.dependencia,
            recibida_en=momentos.recibida,
            asunto=asunto,
            texto=asunto,
            solicitante_correo=self._correo(renglon),
            solicitante_nombre=renglon.texto(Campo.SOLICITANTE)[:200],
            entidad=entidad,
            entidad_nombre=externa,
            temas=temas,
            modalidad=modalidad,
            medio=self._palabra(renglon, Campo.MEDIO, MEDIOS),
            radicado_siga=renglon.texto(Campo.NUMERO)[:40],
        )

    def _procedencia(self, renglon: Renglon) -> Procedencia:
        return Procedencia(
            importacion=self.importacion,
            fila=renglon.fila,
            numero=renglon.texto(Campo.NUMERO)[:40],
            nota=renglon.texto(Campo.OBSERVACIONES),
        )

    def _momentos(self, renglon: Renglon) -> Momentos | None:
        """Moments in their order. Leaves an error for what is missing, is to come, or goes backwards."""
        campos = (Campo.RECIBIDA, Campo.RESPONDIDA, Campo.ATENDIDA, Campo.CERRADA)
        fechas = {campo: renglon.fecha(campo) for campo in campos}
        for campo, fecha in fechas.items():
            if fecha and fecha.momento > self.ahora:
                renglon.error(campo, f"{ROTULOS[campo]}: {fecha.dia:%d/%m/%Y} todavía no ha llegado")
        recibida = fechas[Campo.RECIBIDA]
        if recibida is None:
            if not renglon.texto(Campo.RECIBIDA):
                renglon.error(Campo.RECIBIDA, "Falta la fecha de recepción")
            return None
        if not {recibida.dia.year, recibida.dia.year + 1} <= self.anios:
            renglon.error(Campo.RECIBIDA, f"El calendario de Asiste no tiene los festivos de {recibida.dia.year}")
        respondida = _despues(renglon, fechas, Campo.RESPONDIDA, recibida.momento, "recepción")
        atendida = _despues(renglon, fechas, Campo.ATENDIDA, recibida.momento, "recepción")
        desde, cual = (atendida, "atención") if atendida else (recibida.momento, "recepción")
        return Momentos(recibida.momento, respondida, atendida, _despues(renglon, fechas, Campo.CERRADA, desde, cual))

    def _entidad(self, renglon: Renglon) -> tuple[Entidad | None, str]:
        """The entity, or the name of one that is not of the Distrito."""
        hallada = self._reconocer(renglon, Campo.ENTIDAD, self.catalogos.entidad, obligatoria=True)
        if hallada and hallada.ninguno:
            return None, renglon.texto(Campo.ENTIDAD)[:200]
        return (self.catalogos.entidades[hallada.claves[0]] if hallada else None), ""

    def _temas(self, renglon: Renglon) -> list[Tema]:
        hallado = self._reconocer(renglon, Campo.TEMA, self.catalogos.tema, obligatoria=True)
        return [self.catalogos.temas[clave] for clave in hallado.claves] if hallado else []

    def _asesor(self, renglon: Renglon) -> Funcionario | None:
        hallado = self._reconocer(renglon, Campo.ASESOR, self.catalogos.asesor, obligatoria=False)
        return self.catalogos.asesores[hallado.claves[0]] if hallado and hallado.claves else None

    def _modalidad(self, renglon: Renglon) -> Modalidad | None:
        hallada = self._reconocer(renglon, Campo.MODALIDAD, self.catalogos.modalidad, obligatoria=False)
        return self.catalogos.modalidades[hallada.claves[0]] if hallada and hallada.claves else None

    def _reconocer(
        self, renglon: Renglon, campo: Campo, catalogo: Reconocedor, *, obligatoria: bool
    ) -> Hallazgo | None:
        """What a cell is in its catalogue; None, with its error or its warning, when it is not known."""
        texto = renglon.texto(campo)
        nombre = ROTULOS[campo]
        if not texto:
            if obligatoria:
                renglon.error(campo, f"{nombre}: falta")
            return None
        hallado = catalogo.reconocer(texto)
        if hallado.desconocido and obligatoria:
            renglon.error(campo, f"{nombre}: no se conoce «{texto[:80]}»; diga qué es en «Palabras por confirmar»")
        elif hallado.desconocido:
            renglon.aviso(f"{nombre}: no se conoce «{texto[:80]}» y queda sin dato")
        elif not hallado.seguro:
            renglon.aviso(f"{nombre}: «{texto[:80]}» → {hallado.nombre}")
        return None if hallado.desconocido else hallado

    def _palabra(self, renglon: Renglon, campo: Campo, palabras: Mapping[str, str]) -> str:
        texto = renglon.texto(campo)
        valor = primera_palabra(texto, palabras)
        if texto and not valor:
            renglon.aviso(f"{ROTULOS[campo]}: no se entiende «{texto[:60]}» y no se toma en cuenta")
        return valor

    def _correo(self, renglon: Renglon) -> str:
        """The first address of the cell."""
        texto = renglon.texto(Campo.CORREO)
        hallados = CORREO.findall(texto)
        try:
            validate_email(hallados[0] if hallados else "")
        except ValidationError:
            if texto:
                renglon.aviso(f"Correo: «{texto[:80]}» no es una dirección y no se guarda")
            return ""
        if len(hallados) > 1:
            renglon.aviso(f"Correo: hay varios; se guarda {hallados[0]}")
        return str(hallados[0])

    def _estado(self, renglon: Renglon, momentos: Momentos) -> Solicitud.Estado | None:
        """State told by its word, else by its dates; puts the moments in line with it."""
        texto = renglon.texto(Campo.ESTADO)
        palabra = primera_palabra(texto, ESTADOS)
        por_fechas = Estado.ATENDIDA if momentos.atendida or momentos.cerrada else Estado.EN_TRAMITE
        estado = Estado(palabra or por_fechas)
        if texto and not palabra:
            renglon.aviso(f"Estado: no se entiende «{texto[:60]}»; entra como lo dicen sus fechas")
        elif estado in Solicitud.CORREN and momentos.atendida:
            renglon.aviso(f"Dice «{texto[:60]}», pero tiene fecha de atención: entra como atendida")
            estado = Estado.ATENDIDA
        fin = momentos.atendida or momentos.respondida or momentos.cerrada
        if estado not in Solicitud.CORREN and fin is None:
            renglon.error(Campo.ATENDIDA, f"Dice «{texto[:60]}» y no tiene fecha de atención")
            return None
        return self._ajustar(renglon, momentos, estado, fin)

    def _ajustar(
        self, renglon: Renglon, momentos: Momentos, estado: Solicitud.Estado, fin: datetime | None
    ) -> Solicitud.Estado:
        if estado in Solicitud.CORREN:
            momentos.cerrada = None
        elif estado in FIN:
            momentos.cerrada, momentos.atendida = momentos.cerrada or fin, None
        else:
            if momentos.atendida is None and fin:
                renglon.aviso(f"No tiene fecha de atención: se toma {fin:%d/%m/%Y}, la de respuesta o cierre")
                momentos.atendida = fin
            cierra = estado == Estado.CERRADA or momentos.cerrada or self.importacion.cierra_atendidas
            momentos.cerrada = (momentos.cerrada or momentos.atendida) if cierra else None
            return Estado.CERRADA if cierra else Estado.ATENDIDA
        return estado

    def _quien_la_tiene(
        self, renglon: Renglon, estado: Solicitud.Estado, asesor: Funcionario | None
    ) -> tuple[Solicitud.Estado, Funcionario | None]:
        """What is open needs an adviser who can work on it; else it waits to be taken."""
        if estado not in Solicitud.CORREN:
            return estado, asesor
        if asesor and not asesor.usuario.is_active:
            renglon.aviso(f"{asesor} ya no tiene cuenta: queda por tomar")
            return Estado.POR_TOMAR, None
        if asesor is None and estado == Estado.EN_TRAMITE:
            renglon.aviso("Está en trámite y no se sabe quién la atiende: queda por tomar")
            return Estado.POR_TOMAR, None
        return estado, asesor


def _despues(
    renglon: Renglon, fechas: Mapping[Campo, Fecha | None], campo: Campo, desde: datetime, cual: str
) -> datetime | None:
    """The moment of a field, not before `desde`: of the same day without time, the same moment."""
    fecha = fechas[campo]
    if fecha is None:
        return None
    if fecha.dia < desde.date():
        renglon.error(campo, f"{ROTULOS[campo]}: {fecha.dia:%d/%m/%Y} es anterior a la de {cual}, {desde:%d/%m/%Y}")
    return max(fecha.momento, desde)
