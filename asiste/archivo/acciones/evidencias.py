"""What shows that a phase is being walked, and what the team and the entity say of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from asiste.agenda.models import Sesion
from asiste.archivo import correos
from asiste.archivo.acciones.base import bloquear_en_curso
from asiste.archivo.models import ComentarioLinea, EvidenciaLinea, Fase, LineaAccion
from asiste.archivo.vinculables import conceptos_de, sesiones_de, solicitudes_de, vigencias_medidas
from asiste.conceptos.models import Concepto
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Entidad
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.acciones.base import exigir_texto
from asiste.solicitudes.adjuntos import ArchivoNombrado
from asiste.solicitudes.models import Solicitud

LARGO = 250  # characters of what a piece of evidence shows


@dataclass(frozen=True, slots=True, kw_only=True)
class Prueba:
    """What stands already and is linked, and the files that come with it: at least one of all."""

    concepto: Concepto | None = None
    sesion: Sesion | None = None
    solicitud: Solicitud | None = None
    indicadores: int | None = None
    archivos: Sequence[ArchivoNombrado] = ()

    def de(self, entidad: Entidad) -> bool:
        """True when all that is linked is of that entity."""
        return (
            (self.concepto is None or conceptos_de(entidad).filter(pk=self.concepto.pk).exists())
            and (self.sesion is None or sesiones_de(entidad).filter(pk=self.sesion.pk).exists())
            and (self.solicitud is None or solicitudes_de(entidad).filter(pk=self.solicitud.pk).exists())
            and (self.indicadores is None or self.indicadores in vigencias_medidas(entidad))
        )


@transaction.atomic
def agregar_evidencia(
    *, linea: LineaAccion, descripcion: str, prueba: Prueba, autor: Usuario, ahora: datetime
) -> list[EvidenciaLinea]:
    """Evidence of the phase where the line is: one row for each thing. Disposición: 7.1.1-phva.

    Raises `ReglaIncumplida` when nothing is given, it is of another entity or the line already finished.
    """
    linea = bloquear_en_curso(linea)
    if linea.terminada:
        raise ReglaIncumplida("La línea ya terminó su ciclo: regrésela a una fase para agregar evidencia.")
    escrito = exigir_texto(descripcion, "Diga qué muestra.")[:LARGO]
    if not prueba.de(linea.plan.entidad):
        raise ReglaIncumplida(f"Vincule lo que sea de {linea.plan.entidad.corto}.")
    cosas = _cosas(prueba)
    if not cosas:
        raise ReglaIncumplida("Vincule un concepto, una sesión, una solicitud o los indicadores, o suba un archivo.")
    comunes = {"linea": linea, "fase": linea.fase, "descripcion": escrito, "autor": autor, "momento": ahora}
    return EvidenciaLinea.objects.bulk_create(EvidenciaLinea(**comunes, **cosa) for cosa in cosas)


@transaction.atomic
def retirar_evidencia(*, evidencia: EvidenciaLinea, motivo: str, autor: Usuario, ahora: datetime) -> EvidenciaLinea:
    """Takes out what was put there by mistake: it stops counting and being handed out, and its reason stays.

    Raises `ReglaIncumplida` without a reason, if somebody did it before, the line is not being walked, or it is all
    there is of a phase that the line already left.
    """
    linea = bloquear_en_curso(evidencia.linea)
    actual = EvidenciaLinea.objects.get(pk=evidencia.pk)
    if actual.retirada_en:
        raise ReglaIncumplida("Alguien ya la retiró.")
    _exigir_otra(linea, actual)
    actual.retiro = exigir_texto(motivo, "Escriba por qué se retira.")
    actual.retirada_en, actual.retirada_por = ahora, autor
    actual.save(update_fields=["retiro", "retirada_en", "retirada_por"])
    return actual


@transaction.atomic
def comentar(*, linea: LineaAccion, texto: str, autor: Usuario, ahora: datetime) -> ComentarioLinea:
    """What somebody says of a line of an agreed plan. Raises `ReglaIncumplida` when it says nothing."""
    linea = bloquear_en_curso(linea)
    return ComentarioLinea.objects.create(
        linea=linea, fase=linea.fase, texto=exigir_texto(texto, "Escriba el comentario."), autor=autor, momento=ahora
    )


@transaction.atomic
def aportar(
    *, linea: LineaAccion, texto: str, archivos: Sequence[ArchivoNombrado], autor: Usuario, ahora: datetime
) -> None:
    """What the entity brings to its line: a comment, or files with what they show. Its adviser is told.

    Raises as `comentar` and `agregar_evidencia`.
    """
    cabe = len(texto.strip()) <= LARGO
    if archivos:
        prueba = Prueba(archivos=archivos)
        descripcion = texto if cabe else f"{texto.strip()[: LARGO - 1]}…"
        agregar_evidencia(linea=linea, descripcion=descripcion, prueba=prueba, autor=autor, ahora=ahora)
    if not archivos or not cabe:
        comentar(linea=linea, texto=texto, autor=autor, ahora=ahora)
    correos.avisar_aporte(linea=linea, texto=texto.strip(), archivos=len(archivos), autor=autor, ahora=ahora)


def _exigir_otra(linea: LineaAccion, evidencia: EvidenciaLinea) -> None:
    fase = Fase(evidencia.fase)
    otras = linea.evidencias.validas().filter(fase=fase).exclude(pk=evidencia.pk)
    if fase in linea.en_fase.anteriores and not otras.exists():
        raise ReglaIncumplida(f"Es la única evidencia de «{fase.label}», que la línea ya pasó: regrésela a esa fase.")


def _cosas(prueba: Prueba) -> list[dict[str, object]]:
    """Fields of each row."""
    vinculos: dict[str, object] = {
        "concepto": prueba.concepto,
        "sesion": prueba.sesion,
        "solicitud": prueba.solicitud,
        "indicadores": prueba.indicadores,
    }
    archivos = [{"archivo": uno.archivo, "nombre": uno.nombre[:250]} for uno in prueba.archivos]
    return [*({campo: valor} for campo, valor in vinculos.items() if valor is not None), *archivos]
