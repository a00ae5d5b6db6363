"""The level of a request of the archive, said once it was filed, and what it does to the term."""

from datetime import date
from typing import Any

import pytest

from asiste.cuentas.models import Usuario
from asiste.notificaciones.models import Mensaje
from asiste.portafolio.models import ANS, Nivel
from asiste.solicitudes import acciones
from asiste.solicitudes.acciones import ArchivoNombrado, ReglaIncumplida
from asiste.solicitudes.models import Actuacion, Solicitud
from pruebas import fabricas

pytestmark = [pytest.mark.django_db, pytest.mark.disposicion("7.1.3-ans-niveles")]
FALTA = "El nivel 2 exige la postura técnica de la entidad: adjúntela."


def nivel(numero: int) -> Nivel:
    return Nivel.objects.get(numero=numero)


def del_archivo(**cambios: Any) -> Solicitud:
    """A request that came to the archive by mail: nobody said its level."""
    datos: dict[str, Any] = {"dependencia": fabricas.dependencia("ddab"), "temas": []}
    return fabricas.solicitud(**datos | cambios)


@pytest.fixture
def autor() -> Usuario:
    return fabricas.funcionario("ddab").usuario


def dar(solicitud: Solicitud, numero: int, autor: Usuario, **cambios: Any) -> Solicitud:
    return acciones.dar_nivel(solicitud=solicitud, nivel=nivel(numero), autor=autor, ahora=fabricas.AHORA, **cambios)


def ultima(solicitud: Solicitud) -> Actuacion:
    return Actuacion.objects.filter(solicitud=solicitud).order_by("-id")[0]


def test_lo_que_llega_sin_nivel_queda_por_definir() -> None:
    assert (del_archivo().sin_nivel, fabricas.solicitud().sin_nivel) == (True, False)


def test_el_nivel_queda_en_las_actuaciones_que_ve_la_entidad(autor: Usuario) -> None:
    dado = dar(del_archivo(), 3, autor)
    hecho = ultima(dado)
    assert (dado.sin_nivel, hecho.tipo, hecho.texto, hecho.visible_entidad) == (
        False,
        "nivel",
        "Nivel 3: Especializado.",
        True,
    )


@pytest.mark.disposicion("5-ans")
def test_el_plazo_sigue_el_acuerdo_del_nivel_y_se_le_avisa_a_la_entidad(autor: Usuario) -> None:
    ANS.objects.create(dependencia=fabricas.dependencia("ddab"), nivel=nivel(3), dias=8)
    caso = del_archivo()
    dado = dar(caso, 3, autor)
    assert (dado.dias, caso.vence_el, dado.vence_el) == (8, date(2026, 12, 3), date(2026, 12, 1))
    assert ultima(dado).texto == (
        "Nivel 3: Especializado. Por el acuerdo de ese nivel el plazo pasa de 10 a 8 días hábiles: "
        "vencía el 03/12/2026 y ahora vence el 01/12/2026."
    )
    assert Mensaje.objects.filter(caso=caso.radicado, asunto__contains="nuevo plazo").count() == 1


def test_si_el_plazo_es_el_mismo_no_se_escribe_a_nadie(autor: Usuario) -> None:
    caso = del_archivo()
    antes = Mensaje.objects.count()
    dar(caso, 3, autor)
    assert Mensaje.objects.count() == antes


def test_el_nivel_dos_marca_cual_archivo_del_caso_es_la_postura(autor: Usuario) -> None:
    caso = del_archivo(anexos=[fabricas.archivo("oficio.pdf"), fabricas.archivo("postura.pdf", b"%PDF postura")])
    dar(caso, 2, autor, posturas=[caso.anexos.get(nombre="postura.pdf").pk])
    assert list(caso.anexos.order_by("nombre").values_list("postura", flat=True)) == [False, True]


def test_o_la_trae_nueva(autor: Usuario) -> None:
    caso = del_archivo()
    dar(caso, 2, autor, anexos=[fabricas.archivo("postura.pdf")])
    assert ultima(caso).anexos.get().postura


def test_sin_la_postura_no_hay_nivel_dos(autor: Usuario) -> None:
    with pytest.raises(ReglaIncumplida, match=FALTA):
        dar(del_archivo(anexos=[fabricas.archivo()]), 2, autor)


def test_la_postura_de_otro_caso_no_sirve(autor: Usuario) -> None:
    ajena = del_archivo(anexos=[fabricas.archivo()]).anexos.get()
    with pytest.raises(ReglaIncumplida, match=FALTA):
        dar(del_archivo(), 2, autor, posturas=[ajena.pk])


def test_al_pasar_al_nivel_tres_ninguno_es_la_postura(autor: Usuario) -> None:
    caso = del_archivo()
    dar(caso, 2, autor, anexos=[fabricas.archivo()])
    dar(caso, 3, autor)
    assert list(caso.anexos.values_list("postura", flat=True)) == [False]


@pytest.mark.parametrize(
    ("cambios", "numero", "frase"),
    [
        ({"dependencia": "dddi"}, 3, "no maneja niveles"),
        ({"estado": Solicitud.Estado.CERRADA}, 3, "ya terminó"),
        ({}, 1, "se consulta por su cuenta"),
    ],
)
def test_lo_que_no_cabe_se_explica(autor: Usuario, cambios: dict[str, Any], numero: int, frase: str) -> None:
    if "dependencia" in cambios:
        cambios = {"dependencia": fabricas.dependencia("dddi")}
    with pytest.raises(ReglaIncumplida, match=frase):
        dar(del_archivo(**cambios), numero, autor)


@pytest.mark.parametrize("numero", [2, 3])
def test_enviarlo_dos_veces_no_deja_dos_actuaciones(autor: Usuario, numero: int) -> None:
    caso, anexos = del_archivo(), [fabricas.archivo("postura.pdf")]
    dar(caso, numero, autor, anexos=anexos)
    with pytest.raises(ReglaIncumplida, match=f"ya es de nivel {numero}: no hay nada que cambiar"):
        dar(caso, numero, autor, anexos=anexos)
    assert Actuacion.objects.filter(solicitud=caso, tipo=Actuacion.Tipo.NIVEL).count() == 1


def test_en_el_mismo_nivel_se_cambia_la_postura(autor: Usuario) -> None:
    caso = del_archivo()
    dar(caso, 2, autor, anexos=[fabricas.archivo("postura.pdf")])
    dar(caso, 2, autor, anexos=[fabricas.archivo("otra.pdf", b"%PDF otra")])
    assert list(caso.anexos.order_by("id").values_list("nombre", "postura")) == [
        ("postura.pdf", False),
        ("otra.pdf", True),
    ]


def test_radicar_de_nivel_dos_exige_la_postura() -> None:
    with pytest.raises(ReglaIncumplida, match=FALTA):
        del_archivo(nivel=nivel(2), anexos=[fabricas.archivo()])


def con_postura(nombre: str = "postura.pdf") -> ArchivoNombrado:
    suelto = fabricas.archivo(nombre)
    return ArchivoNombrado(suelto.nombre, suelto.archivo, postura=True)


def test_lo_que_sigue_a_un_caso_cerrado_conserva_nivel_y_postura() -> None:
    caso = del_archivo(nivel=nivel(2), anexos=[con_postura()], estado=Solicitud.Estado.CERRADA)
    despues = fabricas.AHORA.replace(year=2027, month=1, day=18)
    _, nueva = acciones.escribir_de_nuevo(
        solicitud=caso, texto="Seguimos con la duda.", autor=fabricas.usuario(), ahora=despues
    )
    assert (nueva.nivel, list(nueva.anexos.values_list("nombre", "postura"))) == (nivel(2), [("postura.pdf", True)])
