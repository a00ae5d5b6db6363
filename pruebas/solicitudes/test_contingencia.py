"""What was received while the system was down."""

from datetime import timedelta

import pytest
from django.utils import timezone

from asiste.solicitudes import acciones
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.models import Actuacion, Consecutivo, Solicitud
from pruebas import fabricas

pytestmark = pytest.mark.django_db
AYER = fabricas.AHORA - timedelta(days=1, minutes=-5)


def radicar(contingencia: str = "C-12", archivos: int = 1) -> Solicitud:
    anexos = [fabricas.archivo()] * archivos
    return fabricas.solicitud(
        contingencia=contingencia, recibida_en=AYER, anexos=anexos, canal=Solicitud.Canal.VENTANILLA
    )


def test_el_numero_es_el_que_sigue_y_la_fecha_la_real() -> None:
    antes = fabricas.solicitud()
    despues = radicar()
    assert (despues.numero, despues.radicada_en, despues.recibida_en) == (antes.numero + 1, fabricas.AHORA, AYER)
    assert despues.vence_el < antes.vence_el


def test_la_actuacion_lo_dice_antes_de_lo_que_se_pide() -> None:
    radicada = radicar().actuaciones.get(tipo=Actuacion.Tipo.RADICADA)
    assert radicada.texto == (
        "Radicada después de la contingencia C-12 del 18/11/2026 10:05.\n\nNecesitamos asesoría para el plan de mejora."
    )


def test_sin_contingencia_la_actuacion_solo_dice_lo_que_se_pide() -> None:
    radicada = fabricas.solicitud().actuaciones.get(tipo=Actuacion.Tipo.RADICADA)
    assert radicada.texto == "Necesitamos asesoría para el plan de mejora."


def test_exige_la_prueba() -> None:
    with pytest.raises(ReglaIncumplida, match="prueba la contingencia"):
        radicar(archivos=0)


def test_no_se_radica_dos_veces_ni_gasta_numero() -> None:
    primera = radicar()
    ultimo = Consecutivo.objects.get(pk=timezone.localdate(fabricas.AHORA).year).ultimo
    with pytest.raises(ReglaIncumplida, match=f"La contingencia C-12 ya se radicó: es la {primera}."):
        radicar()
    assert Consecutivo.objects.get(pk=2026).ultimo == ultimo


def test_folios_y_radicado_de_siga_quedan_con_ella() -> None:
    nueva = acciones.radicar(pedido=fabricas.pedido(folios=4, radicado_siga="1-2026-4512"), ahora=fabricas.AHORA)
    nueva.refresh_from_db()
    assert (nueva.folios, nueva.radicado_siga) == (4, "1-2026-4512")
