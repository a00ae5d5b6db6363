"""Certificates made here, only to try: every name of them says so."""

from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey, generate_private_key
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID

DE_PRUEBA = "certificado de prueba"
DESDE = datetime(2020, 1, 1, tzinfo=UTC)
DURA = timedelta(days=10 * 365)  # from the day it is made
BITS = 2048


def fabricar(
    *, titular: str, clave: bytes, desde: datetime = DESDE, hasta: datetime | None = None
) -> tuple[bytes, bytes]:
    """A PKCS#12 file with a new certificate, and that of the authority that issues it, in PEM."""
    vence = hasta or datetime.now(UTC) + DURA
    de_la_autoridad, del_sello = generate_private_key(65537, BITS), generate_private_key(65537, BITS)
    emisor = _nombre(f"Asiste · autoridad de prueba · {DE_PRUEBA}")
    autoridad = _certificar(emisor, de_la_autoridad.public_key(), emisor, de_la_autoridad, desde, vence, es_ca=True)
    sello = _certificar(_nombre(titular), del_sello.public_key(), emisor, de_la_autoridad, desde, vence, es_ca=False)
    contenido = pkcs12.serialize_key_and_certificates(
        titular.encode(), del_sello, sello, [autoridad], BestAvailableEncryption(clave)
    )
    return contenido, autoridad.public_bytes(Encoding.PEM)


def _nombre(comun: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "CO"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, f"Sin validez: {DE_PRUEBA}"),
            x509.NameAttribute(NameOID.COMMON_NAME, comun),
        ]
    )


def _certificar(
    sujeto: x509.Name,
    publica: RSAPublicKey,
    emisor: x509.Name,
    firma: RSAPrivateKey,
    desde: datetime,
    hasta: datetime,
    *,
    es_ca: bool,
) -> x509.Certificate:
    """A certificate to sign documents, or one to sign certificates."""
    usos = x509.KeyUsage(
        digital_signature=not es_ca,
        content_commitment=not es_ca,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=es_ca,
        crl_sign=es_ca,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder()
        .subject_name(sujeto)
        .issuer_name(emisor)
        .public_key(publica)
        .serial_number(x509.random_serial_number())
        .not_valid_before(desde)
        .not_valid_after(hasta)
        .add_extension(x509.BasicConstraints(ca=es_ca, path_length=None), critical=True)
        .add_extension(usos, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(publica), critical=False)
        .sign(firma, hashes.SHA256())
    )
