"""What waits for the review, the signature or the approval of somebody, in the digest of the morning."""

from datetime import datetime, timedelta

import pytest

from asiste.conceptos.models import Concepto
from asiste.correo.avisos import resumir_el_dia
from asiste.cuentas.models import Rol
from asiste.directorio.acciones import registrar_ausencia
from asiste.directorio.models import Funcionario
from asiste.notificaciones.acciones import elegir_avisos
from asiste.notificaciones.models import PreferenciaAvisos
from asiste.solicitudes import acciones
from asiste.solicitudes.direcciones import direccion
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas
from pruebas.agenda import actas
from pruebas.conceptos import casos

pytestmark = pytest.mark.django_db
MANANA = datetime(2026, 11, 20, 7, 0, tzinfo=fabricas.BOGOTA)
TITULO = "Esperan su revisión, su firma o su aprobación: "


def seccion_de(persona: Funcionario) -> list[str]:
    """The section of the digest of a person; nothing when it has none, or no digest came."""
    textos = [carta.texto for carta in resumir_el_dia(ahora=MANANA) if carta.para == persona.usuario.email]
    partes = [parte for texto in textos for parte in texto.split("\n\n") if parte.startswith(TITULO)]
    return partes[0].removeprefix(TITULO).splitlines() if partes else []


def renglon(verbo: str, concepto: Concepto) -> str:
    return (
        f"- {verbo}: concepto de {concepto.solicitud.radicado}, {concepto.asunto} (vence el jueves 3 de diciembre): "
        f"{direccion('equipo:concepto', str(concepto.pk))}"
    )


def revisor(concepto: Concepto) -> Funcionario:
    assert concepto.revisa is not None
    return concepto.revisa


def test_quien_revisa_y_quien_firma_ven_lo_suyo_con_su_enlace() -> None:
    jefe = casos.cabeza()
    revisado, firmado = casos.en_revision(revisa=jefe), casos.por_firmar(revisa=jefe, entidad=fabricas.entidad("idu"))
    assert seccion_de(jefe) == ["2", renglon("Por revisar", revisado), renglon("Por firmar", firmado)]


def test_a_quien_solo_revisa_no_se_le_pide_la_firma() -> None:
    companera = fabricas.funcionario("stdi", nombre="Rosa Gil")
    casos.cabeza()
    assert seccion_de(revisor(casos.por_firmar(revisa=companera))) == []


def test_quien_esta_encargado_ve_lo_que_puede_firmar() -> None:
    encargada, concepto = fabricas.funcionario("stdi", nombre="Rosa Gil"), casos.por_firmar()
    casos.encargar(encargada, concepto.dependencia, autor=fabricas.funcionario("dddi", rol=Rol.DIRECCION))
    assert seccion_de(encargada) == ["1", renglon("Por firmar", concepto)]


def test_lo_de_quien_esta_ausente_lo_ve_quien_lo_reemplaza() -> None:
    suplente, concepto = fabricas.funcionario("stdi", nombre="Rosa Gil"), casos.en_revision()
    registrar_ausencia(
        asesor=revisor(concepto), sustituto=suplente, desde=MANANA.date(), hasta=MANANA.date(), motivo="Licencia"
    )
    assert seccion_de(suplente) == ["1", renglon("Por revisar", concepto)]


def test_un_acta_por_aprobar_tambien() -> None:
    laura = fabricas.funcionario("stdi")
    suya = next(pedida for pedida in actas.por_aprobar(laura) if pedida.usuario == laura.usuario)
    acta = suya.version.acta
    assert seccion_de(laura) == [
        "1",
        f"- Por aprobar: acta de «{acta.sesion}»: {direccion('equipo:aprobacion', str(suya.pk))}",
    ]


def detenido(concepto: Concepto, porque: str) -> str:
    enlace = direccion("equipo:concepto", str(concepto.pk))
    return f"- Detenido: concepto de {concepto.solicitud.radicado}, {concepto.asunto}. {porque} {enlace}"


def test_lo_de_una_solicitud_anulada_no_se_pide_firmar() -> None:
    concepto = casos.por_firmar()
    jefe = revisor(concepto)
    acciones.anular(solicitud=concepto.solicitud, motivo="Repetida.", autor=jefe.usuario, ahora=fabricas.AHORA)
    assert seccion_de(jefe) == ["1", detenido(concepto, "La solicitud se anuló: deje el concepto sin efecto.")]


def test_lo_de_una_solicitud_que_paso_a_otra_oficina_tampoco() -> None:
    concepto, archivista = casos.por_firmar(), fabricas.funcionario("ssda", nombre="Diana Pérez")
    caso, autor = concepto.solicitud, concepto.proyecta.usuario
    acciones.reasignar(solicitud=caso, asesor=archivista, motivo="Es suya.", autor=autor, ahora=fabricas.AHORA)
    porque = (
        "La solicitud pasó a SSDA y el concepto se envió desde STDI: devuélvalo a redacción, y queda en SSDA, con su "
        "formato y su numeración."
    )
    assert seccion_de(revisor(concepto)) == ["1", detenido(concepto, porque)]


def test_el_dia_es_el_de_la_solicitud_que_se_responde() -> None:
    concepto = casos.por_firmar()
    jefe, propia = revisor(concepto), concepto.solicitud
    antes = fabricas.solicitud(
        estado=Solicitud.Estado.EN_TRAMITE,
        dependencia=propia.dependencia,
        recibida_en=fabricas.AHORA - timedelta(days=1),
    )
    acciones.fusionar(
        solicitud=propia, principal=antes, motivo="Es la misma.", autor=jefe.usuario, ahora=fabricas.AHORA
    )
    assert seccion_de(jefe) == ["1", renglon("Por firmar", concepto).replace("jueves 3", "miércoles 2")]


def test_lo_ya_firmado_no_espera_a_nadie() -> None:
    assert seccion_de(revisor(casos.firmado())) == []


def test_quien_no_quiere_resumen_no_lo_recibe() -> None:
    concepto = casos.en_revision()
    elegir_avisos(
        usuario=revisor(concepto).usuario,
        resumen=False,
        antes_de_vencer=True,
        mensajes=PreferenciaAvisos.Mensajes.AL_MOMENTO,
    )
    assert seccion_de(revisor(concepto)) == []
