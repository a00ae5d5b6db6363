"""What the database refuses, whoever writes."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, models, transaction

from asiste.solicitudes.models import Actuacion, Anexo, Solicitud, TemaSolicitud, Toma
from pruebas import fabricas

pytestmark = pytest.mark.django_db
AHORA = fabricas.AHORA
Estado = Solicitud.Estado


@pytest.mark.parametrize(
    ("estado", "cambio", "regla"),
    [
        (Estado.EN_TRAMITE, {"estado": "atendida"}, "atendida_tiene_fecha"),
        (Estado.EN_TRAMITE, {"estado": "cerrada", "cerrada_en": AHORA}, "atendida_tiene_fecha"),
        (Estado.EN_TRAMITE, {"atendida_en": AHORA}, "atendida_tiene_fecha"),
        (Estado.EN_TRAMITE, {"estado": "inventado"}, "atendida_tiene_fecha"),
        (Estado.EN_TRAMITE, {"asesor": None}, "en_tramite_tiene_asesor"),
        (Estado.ATENDIDA, {"estado": "cerrada"}, "lo_terminado_tiene_fecha"),
        (Estado.ATENDIDA, {"cerrada_en": AHORA}, "lo_terminado_tiene_fecha"),
        (Estado.ATENDIDA, {"estado": "en-tramite"}, "atendida_tiene_fecha"),
        (Estado.CERRADA, {"cerrada_en": None}, "lo_terminado_tiene_fecha"),
        (Estado.POR_TOMAR, {"recibida_en": AHORA + timedelta(seconds=1)}, "no_se_radica_antes_de_recibir"),
    ],
)
def test_un_estado_sin_su_fecha_no_cabe(estado: Estado, cambio: dict[str, Any], regla: str) -> None:
    solicitud = fabricas.solicitud(estado=estado)
    with pytest.raises(IntegrityError, match=regla), transaction.atomic():
        Solicitud.objects.filter(pk=solicitud.pk).update(**cambio)


@pytest.mark.disposicion("5-fifo")
@pytest.mark.parametrize(("motivo", "explicacion"), [("riesgo", ""), ("", "Porque sí")])
def test_el_motivo_de_saltarse_el_turno_y_su_explicacion_van_juntos(motivo: str, explicacion: str) -> None:
    solicitud, asesor = fabricas.solicitud(), fabricas.funcionario()
    with pytest.raises(IntegrityError, match="fuera_de_turno_con_motivo"), transaction.atomic():
        Toma.objects.create(solicitud=solicitud, asesor=asesor, momento=AHORA, motivo=motivo, explicacion=explicacion)


def test_una_solicitud_se_toma_una_vez() -> None:
    solicitud = fabricas.solicitud(estado=Estado.EN_TRAMITE)
    with pytest.raises(IntegrityError), transaction.atomic():
        Toma.objects.create(solicitud=solicitud, asesor=solicitud.toma.asesor, momento=AHORA)


def test_un_tema_va_una_vez_en_cada_solicitud() -> None:
    fila = TemaSolicitud.objects.get(solicitud=fabricas.solicitud())
    with pytest.raises(IntegrityError, match="tema_una_vez"), transaction.atomic():
        TemaSolicitud.objects.create(solicitud=fila.solicitud, tema=fila.tema, dependencia=fila.dependencia)


@pytest.mark.parametrize("modelo", [Actuacion, Toma])
def test_lo_que_paso_no_se_cambia(modelo: type[models.Model]) -> None:
    fabricas.solicitud(estado=Estado.CERRADA)
    with pytest.raises(DatabaseError, match="Cannot update or delete rows"), transaction.atomic():
        modelo._default_manager.update(momento=AHORA)


@pytest.mark.parametrize("modelo", [Actuacion, Toma])
def test_lo_que_paso_no_se_borra(modelo: type[models.Model]) -> None:
    fabricas.solicitud(estado=Estado.CERRADA)
    with pytest.raises(DatabaseError, match="Cannot update or delete rows"), transaction.atomic():
        modelo._default_manager.all()._raw_delete("default")


@pytest.mark.parametrize("tabla", ["solicitudes_actuacion", "solicitudes_toma"])
def test_lo_que_paso_no_se_vacia(tabla: str) -> None:
    with (
        pytest.raises(DatabaseError, match=f"{tabla} solo se agrega"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"TRUNCATE {tabla} CASCADE")


def test_el_archivo_de_una_solicitud_no_se_borra() -> None:
    solicitud = fabricas.solicitud(anexos=[fabricas.archivo()])
    anexo = Anexo.objects.get(solicitud=solicitud)
    with pytest.raises(models.ProtectedError):
        anexo.archivo.delete()
