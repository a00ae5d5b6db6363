"""Many requests filed together are what they would be one by one."""

import pytest

from asiste.solicitudes.acciones import ReglaIncumplida, radicar_varias
from asiste.solicitudes.models import Consecutivo, Solicitud
from pruebas import fabricas

pytestmark = pytest.mark.django_db
AHORA = fabricas.AHORA


def test_toman_numeros_seguidos_en_su_orden() -> None:
    fabricas.solicitud()
    asuntos = ["Tercera", "Primera", "Segunda"]
    nuevas = radicar_varias(pedidos=[fabricas.pedido(asunto=asunto) for asunto in asuntos], ahora=AHORA)
    assert [(nueva.radicado, nueva.asunto) for nueva in nuevas] == [
        ("AT-2026-2", "Tercera"),
        ("AT-2026-3", "Primera"),
        ("AT-2026-4", "Segunda"),
    ]


def test_todas_o_ninguna_y_los_numeros_vuelven() -> None:
    fabricas.solicitud()
    mala = fabricas.pedido(contingencia="C-1")
    with pytest.raises(ReglaIncumplida, match="prueba la contingencia"):
        radicar_varias(pedidos=[fabricas.pedido(), mala], ahora=AHORA)
    assert (Solicitud.objects.count(), Consecutivo.objects.get().ultimo) == (1, 1)


def test_cada_una_deja_lo_mismo_que_si_viniera_sola() -> None:
    asesora = fabricas.funcionario()
    fabricas.solicitud(asesor=asesora)
    anexo = fabricas.archivo()
    pedidos = [fabricas.pedido(), fabricas.pedido(acusar=False, anexos=[anexo]), fabricas.pedido(entidad=None)]
    una, otra, suelta = radicar_varias(pedidos=pedidos, ahora=AHORA)
    tipos = [list(caso.actuaciones.order_by("id").values_list("tipo", flat=True)) for caso in (una, otra, suelta)]
    assert tipos == [["radicada", "asignada"], ["radicada", "asignada"], ["radicada"]]
    assert [caso.asesor for caso in (una, otra, suelta)] == [asesora, asesora, None]
    assert [caso.temas.get() for caso in (una, otra, suelta)] == [fabricas.tema()] * 3
    enviados = [caso.actuaciones.get(tipo="radicada").mensaje for caso in (una, otra, suelta)]
    assert [mensaje and mensaje.caso for mensaje in enviados] == [una.radicado, None, suelta.radicado]
    assert [anexo.archivo for anexo in otra.anexos.all()] == [anexo.archivo]
