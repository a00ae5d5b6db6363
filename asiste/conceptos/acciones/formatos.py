"""The format of each office."""

from django.db import transaction

from asiste.conceptos.html import limpiar
from asiste.conceptos.models import Concepto, FormatoConcepto
from asiste.directorio.models import Dependencia


@transaction.atomic
def guardar_formato(*, dependencia: Dependencia, codigo: str, version: str, textos: dict[str, str]) -> FormatoConcepto:
    """Keeps the code, the version and the initial texts, cleaned; concepts already started keep theirs."""
    limpios = {clave: limpiar(textos.get(clave, "")) for clave in Concepto.SECCIONES}
    formato, _ = FormatoConcepto.objects.update_or_create(
        dependencia=dependencia,
        defaults={
            "codigo": codigo.strip(),
            "version": version.strip(),
            "textos": {clave: html for clave, html in limpios.items() if html},
        },
    )
    return formato
