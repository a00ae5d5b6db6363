"""What the entity answers or brings reaches somebody who is there."""

import pytest

from asiste.archivo import acciones
from asiste.archivo.models import PlanFocalizado
from asiste.cuentas.models import Rol
from asiste.directorio.acciones import registrar_ausencia
from asiste.directorio.models import Funcionario
from asiste.notificaciones.models import Mensaje
from pruebas import fabricas, fabricas_archivo
from pruebas.fabricas import AHORA

pytestmark = pytest.mark.django_db
HOY = AHORA.date()


@pytest.fixture
def directora() -> Funcionario:
    """Who heads the archive."""
    return fabricas.funcionario("ddab", nombre="Marta Gil", rol=Rol.DIRECCION)


def retirada(quien: Funcionario) -> Funcionario:
    """The person does not work here any more."""
    quien.usuario.is_active = False
    quien.usuario.save(update_fields=["is_active"])
    return quien


def avisados(plan: PlanFocalizado) -> list[str]:
    """Whom the acceptance and a contribution are told to."""
    entidad = fabricas_archivo.contacto(plan)
    acordado = acciones.acordar(plan=plan, version=1, autor=entidad, ahora=AHORA)
    acciones.aportar(linea=acordado.lineas.get(), texto="Vamos bien.", archivos=[], autor=entidad, ahora=AHORA)
    return list(Mensaje.objects.exclude(para=entidad.email).order_by("id").values_list("para", flat=True))


def test_si_el_asesor_se_fue_se_le_avisa_a_quien_dirige(diana: Funcionario, directora: Funcionario) -> None:
    plan = fabricas_archivo.propuesto(asesor=diana)
    retirada(diana)
    assert avisados(PlanFocalizado.objects.get(pk=plan.pk)) == [directora.usuario.email] * 2


def test_si_esta_ausente_se_le_avisa_a_quien_lo_reemplaza(diana: Funcionario) -> None:
    otra = fabricas_archivo.asesora("Julián Torres")
    registrar_ausencia(asesor=diana, sustituto=otra, desde=HOY, hasta=HOY, motivo="Vacaciones")
    assert avisados(fabricas_archivo.propuesto(asesor=diana)) == [otra.usuario.email] * 2


def test_si_quien_lo_reemplaza_se_fue_se_le_avisa_a_el(diana: Funcionario) -> None:
    otra = fabricas_archivo.asesora("Julián Torres")
    registrar_ausencia(asesor=diana, sustituto=otra, desde=HOY, hasta=HOY, motivo="Vacaciones")
    retirada(otra)
    assert avisados(fabricas_archivo.propuesto(asesor=diana)) == [diana.usuario.email] * 2
