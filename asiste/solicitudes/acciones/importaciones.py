"""Workbooks that come in: read row by row, applied whole, undone whole."""

from collections.abc import Iterable
from datetime import datetime
from itertools import islice

from django.db import transaction

from asiste.cuentas.models import Usuario
from asiste.directorio.models import Dependencia
from asiste.solicitudes.acciones.base import ReglaIncumplida, exigir_texto
from asiste.solicitudes.acciones.historico import cargar_historico
from asiste.solicitudes.importacion.libro import LibroIlegible
from asiste.solicitudes.importacion.revision import Leida, Revision
from asiste.solicitudes.models import Actuacion, Importacion, RenglonImportado, Solicitud

LOTE = 500
SE_MUESTRAN = 5
Resultado = RenglonImportado.Resultado
CAMBIO = (
    "Desde la revisión cambió algo: otra importación, el directorio o los temas. Se revisó de nuevo; mire el "
    "resultado y confírmelo."
)


class RevisionCambiada(ReglaIncumplida):
    """What would come in is not what was reviewed."""


def revisar(*, importacion: Importacion, ahora: datetime) -> Importacion:
    """Reads the whole book and keeps what it says of each row; brings nothing in.

    Rows are kept by lots as they are read, so that the page can tell how far it is.
    """
    RenglonImportado.objects.filter(importacion=importacion).delete()
    importacion.cuentas, importacion.valores, importacion.fallo = {}, [], ""
    revision = Revision(importacion, ahora)
    cuentas = dict.fromkeys(map(str, Resultado), 0)
    try:
        for lote in _lotes(revision.filas()):
            RenglonImportado.objects.bulk_create(_renglon(importacion, leida) for leida in lote)
            for leida in lote:
                cuentas[leida.resultado] += 1
    except LibroIlegible as error:
        importacion.fallo, importacion.revisada_en = str(error), None
    else:
        importacion.cuentas, importacion.valores, importacion.revisada_en = cuentas, revision.valores(), ahora
    importacion.save(update_fields=["cuentas", "valores", "fallo", "revisada_en"])
    return importacion


def _lotes(leidas: Iterable[Leida]) -> Iterable[list[Leida]]:
    fuente = iter(leidas)
    return iter(lambda: list(islice(fuente, LOTE)), [])


def _renglon(importacion: Importacion, leida: Leida) -> RenglonImportado:
    return RenglonImportado(
        importacion=importacion,
        fila=leida.fila,
        resultado=leida.resultado,
        fecha=leida.fecha,
        entidad=leida.entidad,
        asunto=leida.asunto,
        mensajes=leida.mensajes,
    )


@transaction.atomic
def aplicar(*, importacion: Importacion, autor: Usuario, ahora: datetime) -> list[Solicitud]:
    """Brings in every row that was reviewed, or none; nobody is told.

    Imports of a dirección go one at a time: what another one brought in meanwhile is seen. Each request gets a
    number of its year of reception after the last given. Raises `ReglaIncumplida`, and `RevisionCambiada` when what
    would come in is not what was reviewed.
    """
    Dependencia.objects.select_for_update(no_key=True).get(pk=importacion.dependencia.direccion.pk)
    importacion = Importacion.objects.con_nombres().select_for_update(of=("self",)).get(pk=importacion.pk)
    if importacion.aplicada_en:
        raise ReglaIncumplida("Este libro ya se importó.")
    if not importacion.revisada_en or importacion.errores or not importacion.entran:
        raise ReglaIncumplida("Para importar, revise el libro y corrija todos los errores.")
    importacion.aplicada_en, importacion.tarea_de = ahora, autor
    try:
        leidas = [leida for leida in Revision(importacion, ahora).filas() if leida.caso or leida.resultado == "error"]
    except LibroIlegible as error:
        raise ReglaIncumplida(str(error)) from error
    previas = importacion.renglones.filter(resultado__in=RenglonImportado.ENTRAN).values_list("fila", flat=True)
    casos = [leida.caso for leida in leidas if leida.caso]
    if len(casos) != len(leidas) or {leida.fila for leida in leidas} != set(previas):
        raise RevisionCambiada(CAMBIO)
    solicitudes = cargar_historico(casos=casos)
    importacion.save(update_fields=["aplicada_en", "tarea_de"])
    return solicitudes


@transaction.atomic
def deshacer(*, importacion: Importacion, motivo: str, autor: Usuario, ahora: datetime) -> int:
    """Annuls every request of an import, with its reason and without telling anybody; how many. The numbers stay.

    Raises `ReglaIncumplida` if someone worked on any of them since, and says on which: what people did is not undone.
    """
    motivo = exigir_texto(motivo, "Escriba por qué se deshace la importación.")
    importacion = Importacion.objects.select_for_update().get(pk=importacion.pk)
    suyas = Solicitud.objects.filter(importacion=importacion).defer("texto", "buscable").order_by("id")
    casos = list(suyas.select_for_update(of=("self",)))
    exigir_que_se_deshace(importacion)
    for inicio in range(0, len(casos), LOTE):
        Solicitud.objects.filter(pk__in=[caso.pk for caso in casos[inicio : inicio + LOTE]]).update(
            estado=Solicitud.Estado.ANULADA, suspendida_en=None, cerrada_en=ahora
        )
    Actuacion.objects.bulk_create((_anulada(caso, motivo, autor, ahora) for caso in casos), batch_size=1000)
    importacion.deshecha_en, importacion.deshecha_por, importacion.motivo = ahora, autor, motivo
    importacion.save(update_fields=["deshecha_en", "deshecha_por", "motivo"])
    return len(casos)


def exigir_que_se_deshace(importacion: Importacion) -> None:
    """Raises `ReglaIncumplida` when an import is not in, or something was done since on one of its requests.

    A change of the calendar does not count: nobody worked on the case.
    """
    if not importacion.aplicada_en or importacion.deshecha_en:
        raise ReglaIncumplida("Solo se deshace un libro importado, y una vez.")
    hechos = Actuacion.objects.filter(solicitud__importacion=importacion, momento__gte=importacion.aplicada_en)
    ajenos = hechos.exclude(tipo__in=[Actuacion.Tipo.IMPORTADA, Actuacion.Tipo.CALENDARIO])
    if trabajadas := list(ajenos.order_by("solicitud_id").values_list("solicitud__radicado", flat=True).distinct()):
        resto = len(trabajadas) - SE_MUESTRAN
        raise ReglaIncumplida(
            f"No se deshizo: después de importarlas ya se trabajó en {', '.join(trabajadas[:SE_MUESTRAN])}"
            f"{f' y {resto} más' if resto > 0 else ''}. Anule por separado las que sobren."
        )


def _anulada(caso: Solicitud, motivo: str, autor: Usuario, ahora: datetime) -> Actuacion:
    return Actuacion(
        solicitud=caso,
        tipo=Actuacion.Tipo.ANULADA,
        momento=ahora,
        autor=autor,
        autor_nombre=str(autor)[:200],
        texto=f"Se deshizo la importación: {motivo}",
        visible_entidad=True,
    )
