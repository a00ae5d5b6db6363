"""Correcting the public version of a concept that is in the bank already: what was signed stays as it is."""

from datetime import datetime

from django.db import transaction

from asiste.conceptos.acciones.base import dar_paso
from asiste.conceptos.acciones.bloqueo import bloquear_publicado
from asiste.conceptos.acciones.suprimidos import exigir_decididos, exigir_sin_suprimidos
from asiste.conceptos.acciones.tachaduras import contenido_firmado
from asiste.conceptos.documento_publico import componer_version_publica
from asiste.conceptos.html import sin_formato
from asiste.conceptos.models import Concepto, Paso
from asiste.conceptos.version_publica import html_de, version_publica
from asiste.conocimiento.acciones.cuidado import Novedad, clasificar, publicar_version
from asiste.conocimiento.models import Publicacion
from asiste.cuentas.models import Usuario
from asiste.documentos.acciones import guardar_archivo
from asiste.solicitudes.acciones.base import exigir_texto


@transaction.atomic
def corregir_version_publica(
    *, concepto: Concepto, titulo: str, resumen: str, cambio: str, autor: Usuario, ahora: datetime
) -> Publicacion:
    """Another version at the same address, made anew of what is taken out today; the former text is given no more.

    Raises `ReglaIncumplida` when it is not published, a datum is not decided or what is written says one, and
    `NoSePublica` when it was withdrawn. Disposición: 7.1.3-banco-conceptos.
    """
    concepto, publicada = bloquear_publicado(concepto)
    cambio = exigir_texto(cambio, "Escriba qué se corrigió.")
    exigir_decididos(concepto)
    exigir_sin_suprimidos(concepto, {"El título": titulo, "El resumen": resumen, "Lo que se corrigió": cambio})
    publico = version_publica(contenido_firmado(concepto), concepto.tachaduras.order_by("id"))
    html = html_de(publico)
    archivo = guardar_archivo(contenido=componer_version_publica(concepto, publico))
    novedad = Novedad(titulo=titulo, cambio=cambio, html=html, texto=sin_formato(html), archivo=archivo)
    publicar_version(publicacion=publicada, novedad=novedad, autor=autor, ahora=ahora)
    corregida = clasificar(publicacion=publicada, resumen=resumen, temas=publicada.temas.order_by("id"))
    dar_paso(concepto, Paso.Tipo.PUBLICADO, autor, ahora, cambio)
    return corregida
