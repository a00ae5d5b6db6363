"""The files that go with a concept."""

from collections.abc import Sequence

from django.db import transaction

from asiste.conceptos.acciones.redaccion import bloquear_proyecto
from asiste.conceptos.models import AnexoConcepto, Concepto
from asiste.cuentas.models import Usuario
from asiste.documentos.paginas import contar_paginas
from asiste.solicitudes.acciones import ArchivoNombrado, ReglaIncumplida

ANEXOS = 20  # of a concept


@transaction.atomic
def agregar_anexos(*, concepto: Concepto, archivos: Sequence[ArchivoNombrado], autor: Usuario) -> int:
    """Adds files, already kept; all or none. How many.

    Raises `ReglaIncumplida` when one has a virus or is a program, is there already, or there are too many.
    """
    concepto = bloquear_proyecto(concepto)
    puestos = set(concepto.anexos.values_list("archivo_id", flat=True))
    if len(puestos) + len(archivos) > ANEXOS:
        raise ReglaIncumplida(f"Caben {ANEXOS} anexos: quite alguno antes de agregar otro.")
    for uno in archivos:
        if porque := uno.archivo.retenido or ("ya es un anexo" if uno.archivo.pk in puestos else ""):
            raise ReglaIncumplida(f"«{uno.nombre}» {porque}: no se agregó ningún archivo.")
        puestos.add(uno.archivo.pk)
    for uno in archivos:
        AnexoConcepto.objects.create(
            concepto=concepto,
            archivo=uno.archivo,
            nombre=uno.nombre[:250],
            paginas=_paginas(uno),
            agregado_por=autor,
        )
    return len(archivos)


@transaction.atomic
def retirar_anexo(*, anexo: AnexoConcepto) -> None:
    """Takes a file away; it stays in the store. Raises `ReglaIncumplida`."""
    bloquear_proyecto(anexo.concepto)
    anexo.delete()


def _paginas(uno: ArchivoNombrado) -> int | None:
    with uno.archivo.abrir() as abierto:
        return contar_paginas(abierto)
