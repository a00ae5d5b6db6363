"""Minutes and documents behind each door, by kind."""

from datetime import timedelta
from typing import Any

from asiste.agenda import acciones, firmas
from asiste.agenda.actas.enlaces import APROBACION, LECTURA
from asiste.agenda.models import Acta, Invitado
from asiste.directorio.models import Funcionario
from asiste.documentos.acciones import expedir
from asiste.documentos.models import Documento
from asiste.documentos.pdf import componer
from pruebas import fabricas, fabricas_agenda
from pruebas.agenda import actas
from pruebas.documentos.fotos import png


def registros(asesora: Funcionario) -> dict[str, dict[str, Any]]:
    """Arguments of each address; the sessions are of the STDI and the adviser of the case leads them."""
    lunes = fabricas_agenda.MANANA + timedelta(days=3)
    escrita = actas.escrita(asesora, inicia=lunes)
    acciones.agregar_fotos(acta=escrita, fotos=[("foto.png", png())], descripcion="La sala")
    propia, de_fuera = actas.enviar(escrita, asesora)
    publico, sesion = _documento(), {"numero": escrita.sesion_id}
    expedida = actas.aprobada(asesora, inicia=lunes + timedelta(hours=3))
    _invitar_a_hacienda(expedida)
    return {
        "documento": {"codigo": publico.codigo},
        "acta": {"numero": expedida.sesion_id, "version": expedida.versiones.get().pk},
        "sesión con acta": sesion,
        "sesión con acta aprobada": {"numero": expedida.sesion_id},
        "versión del acta": sesion | {"cual": 1},
        "sección": sesion | {"clave": "desarrollo"},
        "foto": sesion | {"cual": escrita.fotos.get().pk},
        "aprobación": {"numero": propia.pk},
        "enlace de aprobación": {"llave": firmas.firmar(APROBACION, de_fuera.pk)},
        "enlace de lectura": {"llave": firmas.firmar(LECTURA, expedida.pk)},
    }


def _documento() -> Documento:
    """A public document."""
    return expedir(
        codigo="K7QM-2XVB-9RTD",
        titulo="Concepto",
        emisor="DDDI",
        contenido=componer("foto", {"titulo": "Concepto"}, fecha=fabricas.AHORA.date(), imagenes={"foto": png()}),
        firmantes=[],
        ahora=fabricas.AHORA,
    )


def _invitar_a_hacienda(acta: Acta) -> None:
    """The contact of Hacienda sees the session in the pages of the entity."""
    Invitado.objects.create(
        sesion=acta.sesion,
        entidad=fabricas.entidad(),
        nombre="Carlos Peña",
        correo="invitado@shd.gov.co",
        origen=Invitado.Origen.EQUIPO,
        creado_en=fabricas.AHORA,
    )
