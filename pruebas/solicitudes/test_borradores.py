import pytest

from asiste.cuentas.models import Usuario
from asiste.solicitudes import acciones
from asiste.solicitudes.models import Borrador, BorradorAnexo, Solicitud
from pruebas import fabricas

pytestmark = pytest.mark.django_db
AHORA = fabricas.AHORA


@pytest.fixture
def persona() -> Usuario:
    """Somebody who writes."""
    return fabricas.usuario()


def guardar(persona: Usuario, *anexos: acciones.ArchivoNombrado, **datos: str) -> Borrador:
    return acciones.guardar_borrador(usuario=persona, datos=datos, anexos=anexos, ahora=AHORA)


def test_se_guarda_lo_escrito_y_lo_ultimo_reemplaza_lo_anterior(persona: Usuario) -> None:
    guardar(persona, asunto="Uno")
    guardar(persona, asunto="Dos")
    assert list(Borrador.objects.values_list("usuario", "datos")) == [(persona.pk, {"asunto": "Dos"})]


def test_los_archivos_subidos_se_suman(persona: Usuario) -> None:
    guardar(persona, fabricas.archivo("a.pdf"))
    guardar(persona, fabricas.archivo("b.pdf", b"%PDF-1.7 otro"))
    assert sorted(BorradorAnexo.objects.values_list("nombre", flat=True)) == ["a.pdf", "b.pdf"]


def test_se_quita_un_archivo_propio(persona: Usuario) -> None:
    borrador = guardar(persona, fabricas.archivo())
    acciones.quitar_anexo(borrador=borrador, anexo_id=borrador.anexos.get().pk)
    assert BorradorAnexo.objects.count() == 0


def test_no_se_quita_el_archivo_de_otra_persona(persona: Usuario) -> None:
    ajeno = guardar(fabricas.usuario(), fabricas.archivo()).anexos.get()
    acciones.quitar_anexo(borrador=guardar(persona), anexo_id=ajeno.pk)
    assert BorradorAnexo.objects.get() == ajeno


def test_radicar_lleva_los_archivos_del_borrador_y_lo_olvida(persona: Usuario) -> None:
    guardar(persona, fabricas.archivo("a.pdf"))
    solicitud = acciones.radicar_borrador(usuario=persona, pedido=fabricas.pedido(), ahora=AHORA)
    assert list(solicitud.anexos.values_list("nombre", flat=True)) == ["a.pdf"]
    assert Borrador.objects.count() == 0


def test_enviar_dos_veces_radica_una(persona: Usuario) -> None:
    guardar(persona)
    acciones.radicar_borrador(usuario=persona, pedido=fabricas.pedido(), ahora=AHORA)
    with pytest.raises(acciones.SinBorrador, match="Esta solicitud ya se envió"):
        acciones.radicar_borrador(usuario=persona, pedido=fabricas.pedido(), ahora=AHORA)
    assert Solicitud.objects.count() == 1


def test_descartar_dice_si_habia_algo(persona: Usuario) -> None:
    guardar(persona, fabricas.archivo())
    assert [acciones.descartar_borrador(usuario=persona) for _ in range(2)] == [True, False]
