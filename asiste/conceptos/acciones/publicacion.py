"""From the signed concept to the bank, or set apart with a reason."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from asiste.conceptos.acciones.base import dar_paso
from asiste.conceptos.acciones.bloqueo import bloquear_sin_publicar
from asiste.conceptos.acciones.suprimidos import exigir_decididos, exigir_sin_suprimidos
from asiste.conceptos.acciones.tachaduras import contenido_firmado
from asiste.conceptos.documento_publico import componer_version_publica
from asiste.conceptos.html import sin_formato
from asiste.conceptos.models import Concepto, FichaPublica, Paso
from asiste.conceptos.version_publica import html_de, version_publica
from asiste.conocimiento.acciones.publicaciones import Contenido, publicar
from asiste.conocimiento.acciones.relaciones import relacionar
from asiste.conocimiento.models import Publicacion
from asiste.cuentas.models import Usuario
from asiste.documentos.acciones import guardar_archivo
from asiste.portafolio.models import Tema
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.acciones.base import exigir_texto

Destino = Concepto.Destino


@transaction.atomic
def guardar_ficha_publica(
    *, concepto: Concepto, titulo: str, resumen: str, temas: Iterable[Tema], autor: Usuario, ahora: datetime
) -> FichaPublica:
    """How it will be shown. Raises `ReglaIncumplida` when it is not signed, or is published already."""
    bloquear_sin_publicar(concepto)
    ficha, _ = FichaPublica.objects.update_or_create(
        concepto=concepto,
        defaults={"titulo": titulo, "resumen": resumen, "preparada_por": autor, "preparada_en": ahora},
    )
    ficha.temas.set(temas)
    return ficha


@transaction.atomic
def publicar_concepto(*, concepto: Concepto, autor: Usuario, ahora: datetime) -> Publicacion:
    """Puts its public version in the bank, with a PDF of its own, and does to others what was foreseen.

    Raises `ReglaIncumplida` without its card, when the card says what was taken out or while a personal datum is not
    decided, and `NoSePublica` when a relation cannot be. Disposición: 7.1.3-banco-conceptos.
    """
    concepto = bloquear_sin_publicar(concepto)
    ficha = FichaPublica.objects.filter(concepto=concepto).first()
    if ficha is None:
        raise ReglaIncumplida("Primero escriba cómo se mostrará: título, resumen y temas.")
    exigir_decididos(concepto)
    exigir_sin_suprimidos(concepto, {"El título": ficha.titulo, "El resumen": ficha.resumen})
    publico = version_publica(contenido_firmado(concepto), concepto.tachaduras.order_by("id"))
    publicada = publicar(contenido=_para_el_banco(concepto, ficha, publico, ahora), autor=autor, ahora=ahora)
    for prevista in concepto.relaciones_previstas.select_related("destino").order_by("id"):
        relacionar(origen=publicada, tipo=prevista.tipo, destino=prevista.destino, autor=autor)
    concepto.destino, concepto.reserva, concepto.publicacion = Destino.PUBLICO, "", publicada
    concepto.save(update_fields=["destino", "reserva", "publicacion"])
    dar_paso(concepto, Paso.Tipo.PUBLICADO, autor, ahora)
    return publicada


@transaction.atomic
def reservar_concepto(*, concepto: Concepto, motivo: str, autor: Usuario, ahora: datetime) -> Concepto:
    """Sets it apart, with the reason: nobody reads it but who asked for it. It may be published later.

    Raises `ReglaIncumplida` without a reason, or when it is published already.
    """
    motivo = exigir_texto(motivo, "Escriba por qué se reserva.")
    concepto = bloquear_sin_publicar(concepto)
    concepto.destino, concepto.reserva = Destino.RESERVADO, motivo
    concepto.save(update_fields=["destino", "reserva"])
    dar_paso(concepto, Paso.Tipo.RESERVADO, autor, ahora, motivo)
    return concepto


def _para_el_banco(concepto: Concepto, ficha: FichaPublica, publico: dict[str, Any], ahora: datetime) -> Contenido:
    html = html_de(publico)
    return Contenido(
        clase=Publicacion.Clase.CONCEPTO,
        numero=concepto.numero,
        titulo=ficha.titulo,
        resumen=ficha.resumen,
        dependencia=concepto.dependencia,
        fecha=timezone.localdate(concepto.firmado_en),
        html=html,
        texto=sin_formato(html),
        archivo=guardar_archivo(contenido=componer_version_publica(concepto, publico)),
        temas=ficha.temas.all(),
    )
