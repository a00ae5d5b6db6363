"""The seal of the institution: put on a PDF (PAdES B-B), and read from one.

It is added after the last byte: what people saw and approved stays inside, untouched, metadata of PDF/A included.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

from django.conf import settings
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import InvisSigSettings, MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.validation import EmbeddedPdfSignature, SignatureCoverageLevel
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import validate_sig_integrity

from asiste.documentos.autoridad_de_prueba import certificado_de_prueba
from asiste.documentos.certificados import DE_PRUEBA

CAMPO = "Sello"


class SelloImposible(Exception):
    """There is no certificate fit to seal; its text is a Spanish sentence for who runs the platform."""


class DocumentoSinSellar(SelloImposible):
    """The certificate is good, and that document does not let itself be sealed: the others may."""


@dataclass(frozen=True, slots=True)
class Sello:
    """What a seal says. `integro`: nothing was changed nor added since it was put."""

    titular: str
    momento: datetime | None
    integro: bool

    @property
    def de_prueba(self) -> bool:
        """True when the certificate was made by the platform itself: it proves integrity, not who sealed."""
        return DE_PRUEBA in self.titular


class _SinTocarMetadatos(IncrementalPdfFileWriter):
    """Leaves the metadata as they are: they say which norms of PDF the document keeps."""

    def _update_meta(self) -> None:
        """Nothing to update."""


def sellar(pdf: bytes, *, motivo: str, ahora: datetime) -> bytes:
    """The document with the seal after it; no later change is allowed by it. Raises `SelloImposible`.

    The field draws nothing and lies outside the page, where PDF/A-2 and PDF/UA-1 agree that it may.
    """
    titular = _firmante(ahora)
    sello = PdfSignatureMetadata(
        field_name=CAMPO,
        subfilter=SigSeedSubFilter.PADES,
        md_algorithm="sha256",
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
        reason=motivo,
        location="Bogotá, D.C.",
    )
    campo = SigFieldSpec(
        CAMPO,
        readable_field_name="Sello de la institución",
        invis_sig_settings=InvisSigSettings(box_out_of_bounds=True),
    )
    salida, sellador = BytesIO(), PdfSigner(sello, titular, new_field_spec=campo)
    with ThreadPoolExecutor(1) as hilo:  # pyHanko runs a loop of its own, and there may be one in this thread
        try:
            hilo.submit(sellador.sign_pdf, _SinTocarMetadatos(BytesIO(pdf)), output=salida).result()
        except (PdfError, SigningError) as error:
            raise DocumentoSinSellar(f"El documento no se deja sellar: {error}") from error
    return salida.getvalue()


def leer_sello(pdf: bytes) -> Sello | None:
    """The seal of a document of ours, checked; None without one, or when the file is broken.

    Only whether it holds: who gave the certificate was looked at when it was installed.
    """
    try:
        sellos = PdfFileReader(BytesIO(pdf)).embedded_signatures
        return _comprobado(sellos[0]) if sellos else None
    except (PdfError, SignatureValidationError, ValueError):
        return None


def _comprobado(sello: EmbeddedPdfSignature) -> Sello:
    intacto, valido = validate_sig_integrity(sello.signer_info, sello.signer_cert, "data", sello.compute_digest())
    return Sello(
        titular=str(sello.signer_cert.subject.native.get("common_name", "")),
        momento=sello.self_reported_timestamp,
        integro=intacto and valido and sello.evaluate_signature_coverage() == SignatureCoverageLevel.ENTIRE_FILE,
    )


def _firmante(ahora: datetime) -> SimpleSigner:
    """The certificate in force and its key."""
    contenido, clave = _pkcs12()
    try:
        firmante: SimpleSigner = SimpleSigner.load_pkcs12_data(contenido, [], clave)
    except ValueError as error:
        raise SelloImposible("No se pudo abrir el certificado del sello: revise el archivo y su clave.") from error
    certificado = firmante.signing_cert
    if certificado is None:
        raise SelloImposible("El archivo del sello no trae ningún certificado.")
    desde, hasta = certificado.not_valid_before, certificado.not_valid_after
    if ahora > hasta:
        raise SelloImposible(f"El certificado del sello venció el {hasta:%d/%m/%Y}: instale el nuevo.")
    if ahora < desde:
        raise SelloImposible(f"El certificado del sello solo sirve desde el {desde:%d/%m/%Y}.")
    return firmante


def _pkcs12() -> tuple[bytes, bytes]:
    """The file of the certificate and its password; in a trial without one, those the platform makes."""
    if settings.SELLO_CERTIFICADO:
        ruta = Path(settings.SELLO_CERTIFICADO)
        if not ruta.is_file():
            raise SelloImposible("No se encuentra el archivo del certificado del sello (SELLO_CERTIFICADO).")
        return ruta.read_bytes(), settings.SELLO_CLAVE.encode()
    if not settings.SELLO_DE_PRUEBA:
        raise SelloImposible("No hay certificado para sellar: configure SELLO_CERTIFICADO y SELLO_CLAVE.")
    return certificado_de_prueba(Path(settings.SELLO_CARPETA))
