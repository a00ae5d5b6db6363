"""What happens to a publication after it is published: another version, its topics, and whether it may be relied on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from asiste.conocimiento.acciones.publicaciones import NoSePublica
from asiste.conocimiento.models import Publicacion, VersionPublicacion
from asiste.cuentas.models import Usuario
from asiste.documentos.models import Archivo
from asiste.portafolio.models import Tema

Estado = Publicacion.Estado


@dataclass(frozen=True, slots=True, kw_only=True)
class Novedad:
    """What another version says, whole: the file, the text and the link of the one before stay only in its history.

    `texto` is that of its file, and nothing when there is only a link.
    """

    titulo: str
    cambio: str
    html: str = ""
    texto: str = ""
    enlace: str = ""
    archivo: Archivo | None = None


def bloquear_publicacion(publicacion: Publicacion) -> Publicacion:
    """The publication as it is in the database, locked until the transaction ends."""
    return Publicacion.objects.select_for_update(of=("self",)).get(pk=publicacion.pk)


@transaction.atomic
def publicar_version(*, publicacion: Publicacion, novedad: Novedad, autor: Usuario, ahora: datetime) -> Publicacion:
    """Puts another version in its place, at the same address; the one before stays in its history.

    Raises `NoSePublica` without saying what changed or with nothing to read, and when it was withdrawn.
    Disposición: 7.1.3-lineas-tecnicas.
    """
    actual = bloquear_publicacion(publicacion)
    if actual.estado == Estado.RETIRADA:
        raise NoSePublica("Está retirada: póngala de nuevo en el banco antes de cambiarla.")
    if not novedad.cambio.strip():
        raise NoSePublica("Escriba qué cambió.")
    if not (novedad.archivo or novedad.enlace or novedad.html):
        raise NoSePublica("Suba un archivo o escriba un enlace.")
    actual.version += 1
    actual.titulo, actual.enlace, actual.archivo = novedad.titulo, novedad.enlace, novedad.archivo
    actual.html, actual.texto = novedad.html, novedad.texto
    actual.save(update_fields=["version", "titulo", "html", "texto", "enlace", "archivo"])
    VersionPublicacion.objects.create(
        publicacion=actual,
        numero=actual.version,
        titulo=actual.titulo,
        html=actual.html,
        enlace=actual.enlace,
        archivo=actual.archivo,
        cambio=novedad.cambio.strip(),
        creada_por=autor,
        creada_en=ahora,
    )
    return actual


@transaction.atomic
def clasificar(*, publicacion: Publicacion, resumen: str, temas: Iterable[Tema]) -> Publicacion:
    """Its summary and its topics: how it is found."""
    actual = bloquear_publicacion(publicacion)
    actual.resumen = resumen.strip()
    actual.save(update_fields=["resumen"])
    actual.temas.set(temas)
    return actual


@transaction.atomic
def cambiar_vigencia(*, publicacion: Publicacion, estado: str, motivo: str = "") -> Publicacion:
    """Says that it does not hold any more, takes it out of the bank, or puts it back. Nothing is deleted.

    Raises `NoSePublica` when it is so already, without the reason that all but putting it back need, and when it is
    put back while another one, in force or not, leaves it without effect.
    """
    actual = bloquear_publicacion(publicacion)
    if actual.estado == estado:
        raise NoSePublica(f"Ya está como «{actual.get_estado_display().lower()}».")
    motivo = " ".join(motivo.split())
    if estado != Estado.VIGENTE and not motivo:
        raise NoSePublica("Escriba por qué.")
    if estado == Estado.VIGENTE and (causa := actual.dejada_sin_efecto_por()):
        raise NoSePublica(f"La dejó sin efecto «{causa}»: quite primero esa relación.")
    actual.estado, actual.motivo = estado, "" if estado == Estado.VIGENTE else motivo
    actual.save(update_fields=["estado", "motivo"])
    return actual
