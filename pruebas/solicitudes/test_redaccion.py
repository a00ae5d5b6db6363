"""What is being written: saved over the version one started from, kept whatever happens, sent once."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

import pytest
from django.db import IntegrityError, OperationalError, transaction

from asiste.cuentas.models import Usuario
from asiste.escritura.acciones import OtraVersion, sin_perder
from asiste.solicitudes import acciones
from asiste.solicitudes.acciones import Guardado
from asiste.solicitudes.models import Actuacion, Redaccion, Solicitud
from pruebas import fabricas
from pruebas.arnes.hilos import a_la_vez

AHORA = fabricas.AHORA
DESPUES = AHORA + timedelta(minutes=5)
CLASE = Redaccion.Clase


@pytest.fixture
def caso(db: None) -> Solicitud:
    """One that somebody works on."""
    return fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE)


@pytest.fixture
def laura(db: None) -> Usuario:
    return fabricas.usuario(nombre="Laura Ortiz")


@pytest.fixture
def diana(db: None) -> Usuario:
    return fabricas.usuario(nombre="Diana Pérez")


def guardar(
    caso: Solicitud,
    autor: Usuario,
    texto: str,
    version: int = 0,
    *,
    clase: Redaccion.Clase = CLASE.RESPUESTA,
    ahora: datetime = AHORA,
    une: Redaccion | None = None,
) -> Guardado:
    return acciones.guardar_redaccion(
        solicitud=caso, clase=clase, texto=texto, version=version, autor=autor, ahora=ahora, une=une
    )


def caer(caso: Solicitud, autor: Usuario, texto: str, falla: type[Exception]) -> list[str]:
    """Something fails while it is saved; what is apart then."""
    suya = Redaccion(
        solicitud=caso, clase=CLASE.RESPUESTA, usuario=autor, texto=texto, escrita_por=autor, escrita_en=AHORA
    )
    with pytest.raises(falla), sin_perder(suya):
        raise falla
    return apartes()


def apartes() -> list[str]:
    return list(Redaccion.objects.filter(aparte=True).order_by("id").values_list("texto", flat=True))


def responder(caso: Solicitud, autor: Usuario, texto: str, version: int | None, ahora: datetime = AHORA) -> Actuacion:
    return acciones.responder(solicitud=caso, texto=texto, autor=autor, ahora=ahora, version=version)


def respuestas(caso: Solicitud) -> list[str]:
    return list(caso.actuaciones.filter(tipo="respuesta").order_by("id").values_list("texto", flat=True))


def compartida(caso: Solicitud) -> tuple[str, int]:
    """Text and version of the draft of the team."""
    return Redaccion.objects.values_list("texto", "version").get(solicitud=caso, clase="respuesta", usuario=None)


def test_cada_guardado_hace_crecer_la_version(caso: Solicitud, laura: Usuario) -> None:
    assert [guardar(caso, laura, texto, v).redaccion.version for v, texto in enumerate(["B", "Bu", "Bue"])] == [1, 2, 3]
    assert compartida(caso) == ("Bue", 3)


def test_guardar_lo_mismo_no_es_otra_version(caso: Solicitud, laura: Usuario, diana: Usuario) -> None:
    guardar(caso, laura, "Buen día")
    guardado = guardar(caso, diana, "Buen día", 0)
    assert (guardado.redaccion.version, guardado.redaccion.escrita_por) == (1, laura)


def test_quien_guarda_sobre_una_version_vieja_recibe_la_otra_y_la_suya_queda_aparte(
    caso: Solicitud, laura: Usuario, diana: Usuario
) -> None:
    guardar(caso, laura, "Lo de Laura")
    with pytest.raises(OtraVersion, match="Laura Ortiz cambió este texto mientras usted escribía") as choque:
        guardar(caso, diana, "Lo de Diana", 0, ahora=DESPUES)
    otra = choque.value.actual
    assert (otra.texto, otra.escrita_por, otra.escrita_en, otra.version) == ("Lo de Laura", laura, AHORA, 1)
    aparte = Redaccion.objects.apartes(caso, CLASE.RESPUESTA, diana).get()
    assert (aparte.texto, compartida(caso)) == ("Lo de Diana", ("Lo de Laura", 1))


def test_unir_guarda_lo_elegido_y_olvida_lo_que_estaba_aparte(caso: Solicitud, laura: Usuario, diana: Usuario) -> None:
    guardar(caso, laura, "Lo de Laura")
    with pytest.raises(OtraVersion):
        guardar(caso, diana, "Lo de Diana", 0)
    guardar(caso, diana, "Lo de ambas", 1, une=Redaccion.objects.get(aparte=True))
    assert (compartida(caso), Redaccion.objects.filter(aparte=True).count()) == (("Lo de ambas", 2), 0)


def test_unir_sobre_lo_que_volvio_a_cambiar_no_pierde_lo_unido(caso: Solicitud, laura: Usuario, diana: Usuario) -> None:
    guardar(caso, laura, "Lo de Laura")
    guardar(caso, laura, "Lo de Laura, con más", 1)
    with pytest.raises(OtraVersion):
        guardar(caso, diana, "Lo de ambas", 1)
    assert Redaccion.objects.apartes(caso, CLASE.RESPUESTA, diana).get().texto == "Lo de ambas"


def test_guardar_al_fin_lo_mismo_olvida_lo_que_quedo_aparte(caso: Solicitud, laura: Usuario) -> None:
    assert caer(caso, laura, "Buen día", RuntimeError) == ["Buen día"]
    guardar(caso, laura, "Buen día")
    assert (compartida(caso), apartes()) == (("Buen día", 1), [])


def test_guardar_otra_cosa_no_olvida_lo_que_quedo_aparte(caso: Solicitud, laura: Usuario, diana: Usuario) -> None:
    caer(caso, diana, "Lo de Diana", RuntimeError)
    guardar(caso, laura, "Lo de Diana")
    guardar(caso, diana, "Lo de ambas", 1)
    assert apartes() == ["Lo de Diana"]


def test_una_falla_pasajera_de_la_base_no_deja_dos_versiones(caso: Solicitud, laura: Usuario) -> None:
    assert caer(caso, laura, "Buen día", OperationalError) == []


def test_lo_que_todos_ya_leen_no_queda_aparte(caso: Solicitud, laura: Usuario, diana: Usuario) -> None:
    guardar(caso, laura, "Buen día")
    assert caer(caso, diana, "Buen día", RuntimeError) == []


def test_las_notas_son_de_cada_quien(caso: Solicitud, laura: Usuario, diana: Usuario) -> None:
    guardar(caso, laura, "Nota de Laura", clase=CLASE.NOTA)
    guardar(caso, diana, "Nota de Diana", clase=CLASE.NOTA)
    assert [fila.texto for fila in Redaccion.objects.de(caso, CLASE.NOTA, diana)] == ["Nota de Diana"]
    assert [fila.texto for fila in Redaccion.objects.en_espera(laura).filter(solicitud=caso)] == ["Nota de Laura"]


def test_responder_consume_el_borrador(caso: Solicitud, laura: Usuario) -> None:
    version = guardar(caso, laura, "Va la guía").redaccion.version
    responder(caso, laura, "Va la guía", version)
    assert (respuestas(caso), compartida(caso)) == (["Va la guía"], ("", 2))


@pytest.mark.parametrize("previo", [True, False], ids=["con borrador", "sin borrador"])
def test_enviar_dos_veces_envia_una(caso: Solicitud, laura: Usuario, previo: bool) -> None:
    version = guardar(caso, laura, "Va la guía").redaccion.version if previo else 0
    responder(caso, laura, "Va la guía", version)
    with pytest.raises(OtraVersion):
        responder(caso, laura, "Va la guía", version)
    assert respuestas(caso) == ["Va la guía"]


def test_anotar_dos_veces_anota_una(caso: Solicitud, laura: Usuario) -> None:
    anotar = partial(acciones.anotar, solicitud=caso, texto="Llamar", autor=laura, ahora=AHORA, version=0)
    anotar()
    with pytest.raises(OtraVersion):
        anotar()
    assert caso.actuaciones.filter(tipo="nota").count() == 1


def test_enviar_el_mismo_texto_que_ya_se_guardo_no_choca(caso: Solicitud, laura: Usuario) -> None:
    guardar(caso, laura, "Va la guía\n")
    responder(caso, laura, "Va la guía", 0)
    assert respuestas(caso) == ["Va la guía"]


def test_si_la_respuesta_no_sale_el_borrador_sigue(caso: Solicitud, laura: Usuario) -> None:
    sin_correo = fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE, solicitante_correo="")
    guardar(sin_correo, laura, "Va la guía")
    with pytest.raises(acciones.ReglaIncumplida, match="no tiene correo"):
        responder(sin_correo, laura, "Va la guía", 1)
    assert compartida(sin_correo) == ("Va la guía", 1)


def test_lo_escrito_cuando_la_otra_ya_envio_queda_como_borrador_y_trae_lo_enviado(
    caso: Solicitud, laura: Usuario, diana: Usuario
) -> None:
    version = guardar(caso, laura, "Va la guía").redaccion.version
    enviada = responder(caso, laura, "Va la guía, Laura", version)
    guardado = guardar(caso, diana, "Va la guía y el formato", version, ahora=DESPUES)
    assert (guardado.enviada, compartida(caso)) == (enviada, ("Va la guía y el formato", 3))


def test_un_guardado_que_llega_tarde_no_revive_lo_enviado(caso: Solicitud, laura: Usuario) -> None:
    version = guardar(caso, laura, "Va la").redaccion.version
    enviada = responder(caso, laura, "Va la guía", version)
    assert guardar(caso, laura, "Va la gu", version).enviada == enviada
    assert compartida(caso) == ("", 2)


def test_descartar_vacia_y_lo_que_otra_escribia_se_guarda(caso: Solicitud, laura: Usuario, diana: Usuario) -> None:
    guardar(caso, laura, "A medias")
    acciones.descartar_redaccion(solicitud=caso, clase=CLASE.RESPUESTA, version=1, autor=laura, ahora=AHORA)
    guardado = guardar(caso, diana, "A medias, y más", 1)
    assert (guardado.enviada, compartida(caso)) == (None, ("A medias, y más", 3))


def test_no_se_descarta_lo_que_cambio(caso: Solicitud, laura: Usuario, diana: Usuario) -> None:
    guardar(caso, laura, "A medias")
    guardar(caso, diana, "Casi", 1)
    with pytest.raises(OtraVersion):
        acciones.descartar_redaccion(solicitud=caso, clase=CLASE.RESPUESTA, version=1, autor=laura, ahora=AHORA)
    assert compartida(caso) == ("Casi", 2)


def test_reasignar_no_toca_el_borrador(caso: Solicitud, laura: Usuario) -> None:
    guardar(caso, laura, "A medias")
    relevo = fabricas.funcionario(nombre="Jorge Méndez")
    acciones.reasignar(solicitud=caso, asesor=relevo, motivo="Equilibrar", autor=laura, ahora=AHORA)
    assert compartida(caso) == ("A medias", 1)


@pytest.mark.parametrize(
    ("clase", "aparte"), [(CLASE.NOTA, False), (CLASE.NOTA, True), (CLASE.RESPUESTA, True)], ids=str
)
def test_la_base_exige_dueno_a_la_nota_y_a_lo_que_esta_aparte(
    caso: Solicitud, laura: Usuario, clase: Redaccion.Clase, aparte: bool
) -> None:
    with pytest.raises(IntegrityError, match="la_nota_es_de_quien_la_escribe"), transaction.atomic():
        Redaccion.objects.create(solicitud=caso, clase=clase, aparte=aparte, escrita_por=laura, escrita_en=AHORA)


def intento(hacer: Callable[[], object]) -> str:
    """The text of the other one when it clashes; empty when it does not."""
    try:
        hacer()
    except OtraVersion as choque:
        return choque.actual.texto
    return ""


def test_de_dos_guardados_a_la_vez_uno_gana_y_el_otro_recibe_ambos_textos(base_real: str) -> None:
    caso = fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE)
    personas = [fabricas.usuario(nombre=nombre) for nombre in ("Laura", "Diana", "Jorge")]
    for vuelta in range(3):
        version = Redaccion.objects.filter(aparte=False).values_list("version", flat=True).first() or 0
        tareas = [partial(guardar, caso, quien, f"{quien} {vuelta}", version) for quien in personas]
        vistos = a_la_vez([partial(intento, tarea) for tarea in tareas], hilos=3)
        ganador = compartida(caso)[0]
        assert sorted(vistos) == ["", ganador, ganador]
        propios = {f"{quien} {vuelta}" for quien in personas}
        assert (
            propios == {ganador} | set(Redaccion.objects.filter(aparte=True).values_list("texto", flat=True)) & propios
        )


def test_dos_envios_a_la_vez_envian_uno(base_real: str) -> None:
    caso = fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE)
    laura = fabricas.usuario(nombre="Laura")
    envios = [partial(intento, partial(responder, caso, laura, f"Texto {n}", 0)) for n in range(4)]
    a_la_vez(envios, hilos=4)
    assert len(respuestas(caso)) == 1


def test_guardar_y_enviar_a_la_vez_no_se_traban(base_real: str) -> None:
    laura, diana = fabricas.usuario(nombre="Laura"), fabricas.usuario(nombre="Diana")
    for _ in range(5):
        caso = fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE)
        envio = partial(responder, caso, laura, "Va la guía", 0)
        guardado = partial(guardar, caso, diana, "A medias", 0)
        a_la_vez([partial(intento, envio), partial(intento, guardado)], hilos=2)
        escrito = {*respuestas(caso), *Redaccion.objects.filter(solicitud=caso).values_list("texto", flat=True)}
        assert "A medias" in escrito
