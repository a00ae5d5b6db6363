"""Starting minutes or a report, the data of the visited entity and the photographs."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from asiste.agenda.actas.contenido import DATOS_DE_LA_ENTIDAD, acta_de, clase_para
from asiste.agenda.models import Acta, Foto, PresenciaActa, SeccionActa, Sesion
from asiste.cuentas.models import Usuario
from asiste.documentos.acciones import guardar_archivo
from asiste.documentos.fotos import FotoInvalida, preparar_foto
from asiste.escritura.acciones import marcar_presencia
from asiste.solicitudes.acciones import ReglaIncumplida

FOTOS = 12  # of a report
LARGO = 250  # characters of what a photograph shows


@transaction.atomic
def empezar_acta(*, sesion: Sesion, autor: Usuario, ahora: datetime) -> Acta:
    """The minutes of a session, or the report of a visit, made if nobody had. The aim of the session opens it.

    Raises `ReglaIncumplida` when the session was called off. Disposición: 7.1.2-visita.
    """
    if sesion.estado == Sesion.Estado.CANCELADA:
        raise ReglaIncumplida("La sesión se canceló: no deja acta.")
    if ya := acta_de(sesion):
        return ya
    acta, nueva = Acta.objects.get_or_create(sesion=sesion, clase=clase_para(sesion))
    if nueva and sesion.objetivo:
        SeccionActa.objects.create(
            acta=acta, clave="objetivo", texto=sesion.objetivo, version=1, escrita_por=autor, escrita_en=ahora
        )
    return acta


def bloquear_borrador(acta: Acta) -> Acta:
    """The minutes locked until the transaction ends. Raises `ReglaIncumplida` when they are not being written."""
    bloqueada: Acta = Acta.objects.select_for_update(of=("self",)).select_related("sesion__dependencia").get(pk=acta.pk)
    if not bloqueada.en_borrador:
        raise ReglaIncumplida(f"Ya no se escribe en {_nombre(bloqueada)}: está {_como(bloqueada)}.")
    return bloqueada


@transaction.atomic
def guardar_datos(*, acta: Acta, datos: dict[str, str]) -> Acta:
    """Keeps what the header of a report says of the visited entity. Raises `ReglaIncumplida`."""
    acta = bloquear_borrador(acta)
    acta.datos = {clave: datos[clave].strip() for clave in DATOS_DE_LA_ENTIDAD if datos.get(clave, "").strip()}
    acta.save(update_fields=["datos"])
    return acta


def agregar_fotos(*, acta: Acta, fotos: Sequence[tuple[str, bytes]], descripcion: str) -> int:
    """Adds pictures, with what they show, without what they tell besides; all or none. How many.

    Raises `ReglaIncumplida`, with the name of the one that is no good. They are looked at before anything is locked.
    """
    limpias = [_limpia(nombre, contenido) for nombre, contenido in fotos]
    with transaction.atomic():
        acta = bloquear_borrador(acta)
        if acta.fotos.count() + len(limpias) > FOTOS:
            raise ReglaIncumplida(f"Caben {FOTOS} fotos: quite alguna antes de agregar otra.")
        for limpia in limpias:
            Foto.objects.create(
                acta=acta, archivo=guardar_archivo(contenido=limpia), descripcion=descripcion.strip()[:LARGO]
            )
    return len(limpias)


@transaction.atomic
def retirar_foto(*, foto: Foto) -> None:
    """Takes a picture away; its file stays in the store. Raises `ReglaIncumplida`."""
    bloquear_borrador(foto.acta)
    foto.delete()


def marcar_presencia_en_acta(*, acta: Acta, usuario: Usuario, ahora: datetime, clave: str = "") -> list[PresenciaActa]:
    """Notes that the person has it open or, with `clave`, that he or she writes that section; who else is there."""
    if not clave:
        return marcar_presencia(PresenciaActa(acta=acta, usuario=usuario, vista_en=ahora))
    suya = PresenciaActa(acta=acta, usuario=usuario, vista_en=ahora, clave=clave, escribio_en=ahora)
    return marcar_presencia(suya, "clave", "escribio_en")


def _limpia(nombre: str, contenido: bytes) -> bytes:
    try:
        return preparar_foto(contenido)
    except FotoInvalida as falla:
        raise ReglaIncumplida(f"«{nombre}» {falla}") from falla


def _nombre(acta: Acta) -> str:
    return "el informe" if acta.clase == Acta.Clase.INFORME else "el acta"


def _como(acta: Acta) -> str:
    return "por aprobar" if acta.estado == Acta.Estado.EN_APROBACION else "aprobado y sellado"
