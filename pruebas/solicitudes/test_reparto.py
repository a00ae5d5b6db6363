from typing import Any

import pytest

from asiste.directorio.acciones import asignar_asesor
from asiste.directorio.models import Enlace
from asiste.portafolio.models import Tema
from asiste.solicitudes import acciones
from asiste.solicitudes.models import Actuacion, Solicitud, TemaSolicitud
from pruebas import fabricas

pytestmark = pytest.mark.django_db
AHORA = fabricas.AHORA
Tipo = Actuacion.Tipo


def ultima(solicitud: Solicitud) -> Actuacion:
    return Actuacion.objects.filter(solicitud=solicitud).order_by("-id")[0]


def responsables(solicitud: Solicitud) -> dict[str, str]:
    """Who answers for each topic, by name."""
    filas = TemaSolicitud.objects.filter(solicitud=solicitud).select_related("tema", "responsable__usuario")
    return {fila.tema.clave: str(fila.responsable or "") for fila in filas.order_by("id")}


@pytest.mark.disposicion("6.2-asesor-sector")
def test_al_radicar_la_recibe_el_asesor_del_sector() -> None:
    asesor = fabricas.funcionario("stdi")
    asignar_asesor(
        dependencia=asesor.dependencia, asesor=asesor, sector=fabricas.entidad().sector, desde=fabricas.SIEMPRE
    )
    solicitud = fabricas.solicitud()
    assert (solicitud.asesor, solicitud.dependencia) == (asesor, fabricas.dependencia("stdi"))
    assert ultima(solicitud).texto == "A Laura Ortiz, por el sector."


def test_sin_asesor_queda_en_la_fila_de_la_oficina() -> None:
    solicitud = fabricas.solicitud()
    assert (solicitud.asesor, solicitud.dependencia) == (None, fabricas.dependencia("dddi"))


def reasignar(solicitud: Solicitud, clave: str = "stdi", motivo: str = "Conoce el caso") -> Solicitud:
    nuevo = fabricas.funcionario(clave, nombre="Diana Pérez")
    jefe = fabricas.usuario(nombre="Óscar Niño")
    return acciones.reasignar(solicitud=solicitud, asesor=nuevo, motivo=motivo, autor=jefe, ahora=AHORA)


def test_reasignar_deja_dicho_a_quien_y_por_que_sin_que_la_entidad_lo_vea() -> None:
    solicitud = reasignar(fabricas.solicitud(asesor=fabricas.funcionario()))
    hecho = ultima(solicitud)
    assert (hecho.tipo, hecho.texto, str(hecho.autor), hecho.visible_entidad) == (
        Tipo.REASIGNADA,
        "A Diana Pérez: Conoce el caso",
        "Óscar Niño",
        False,
    )


@pytest.mark.disposicion("5-fifo")
def test_reasignada_conserva_su_lugar_de_llegada() -> None:
    primera = fabricas.solicitud(asesor=fabricas.funcionario())
    nuevo = fabricas.funcionario()
    fabricas.solicitud(asesor=nuevo, entidad=fabricas.entidad("idu"))
    acciones.reasignar(solicitud=primera, asesor=nuevo, motivo="Reparto", autor=nuevo.usuario, ahora=AHORA)
    assert acciones.tomar_siguiente(asesor=nuevo, ahora=AHORA) == primera


def test_reasignar_exige_motivo() -> None:
    with pytest.raises(acciones.ReglaIncumplida, match="Escriba por qué cambia de asesor"):
        reasignar(fabricas.solicitud(), motivo=" ")


def test_no_se_reasigna_a_quien_ya_la_tiene() -> None:
    asesor = fabricas.funcionario()
    solicitud = fabricas.solicitud(asesor=asesor)
    with pytest.raises(acciones.ReglaIncumplida, match="ya está a cargo de Laura Ortiz"):
        acciones.reasignar(solicitud=solicitud, asesor=asesor, motivo="Sí", autor=asesor.usuario, ahora=AHORA)


def test_lo_atendido_no_se_reasigna() -> None:
    with pytest.raises(acciones.ReglaIncumplida, match="ya terminó"):
        reasignar(fabricas.solicitud(estado=Solicitud.Estado.ATENDIDA))


def test_al_reasignar_los_temas_propios_pasan_al_nuevo_asesor() -> None:
    solicitud = fabricas.solicitud(
        asesor=fabricas.funcionario(), temas=[fabricas.tema(), fabricas.tema("ddab-tecnologico")]
    )
    assert responsables(reasignar(solicitud)) == {"integridad": "Diana Pérez", "ddab-tecnologico": ""}


def test_asignar_lo_que_nadie_tenia_no_da_los_temas_de_otra_direccion() -> None:
    solicitud = fabricas.solicitud(temas=[fabricas.tema(), fabricas.tema("ddab-tecnologico")])
    assert responsables(reasignar(solicitud)) == {"integridad": "Diana Pérez", "ddab-tecnologico": ""}


def test_trasladada_a_otra_direccion_conserva_numero_y_plazo() -> None:
    antes = fabricas.solicitud()
    despues = reasignar(antes, "ddri")
    despues.refresh_from_db()
    assert (despues.direccion.clave, despues.dependencia.clave) == ("ddri", "ddri")
    assert (despues.radicado, despues.vence_el) == (antes.radicado, antes.vence_el)


def test_al_tomar_lo_suelto_los_temas_de_la_direccion_quedan_a_cargo() -> None:
    asesor = fabricas.funcionario()
    solicitud = fabricas.solicitud(temas=[fabricas.tema(), fabricas.tema("ddab-tecnologico")])
    acciones.tomar_siguiente(asesor=asesor, ahora=AHORA)
    assert responsables(solicitud) == {"integridad": "Laura Ortiz", "ddab-tecnologico": ""}


def test_quien_reemplaza_y_toma_responde_por_los_temas_del_ausente() -> None:
    asesor, sustituto = fabricas.funcionario(), fabricas.funcionario(nombre="Diana Pérez")
    solicitud = fabricas.solicitud(asesor=asesor)
    acciones.tomar_fuera_de_turno(
        solicitud=solicitud, asesor=sustituto, motivo="instruccion", explicacion="Reemplazo", ahora=AHORA
    )
    assert responsables(solicitud) == {"integridad": "Diana Pérez"}


def test_tomada_por_quien_dirige_sigue_siendo_de_su_oficina() -> None:
    solicitud = fabricas.solicitud(dependencia=fabricas.dependencia("stdi"), temas=[])
    directora = fabricas.funcionario("dddi")
    tomada = acciones.tomar_fuera_de_turno(
        solicitud=solicitud, asesor=directora, motivo="instruccion", explicacion="La asume", ahora=AHORA
    )
    assert tomada.dependencia.clave == "stdi"


def identificar(solicitud: Solicitud, clave: str | None, *, enlace: bool = False) -> Solicitud:
    return acciones.identificar_entidad(
        solicitud=solicitud,
        entidad=fabricas.entidad(clave) if clave else None,
        autor=fabricas.usuario(nombre="Yolanda Castro"),
        ahora=AHORA,
        registrar_enlace=enlace,
    )


def desconocida(**cambios: Any) -> Solicitud:
    return fabricas.solicitud(entidad=None, solicitante_correo="ana@correo.example", **cambios)


def test_identificada_lleva_entidad_y_sector() -> None:
    solicitud = identificar(desconocida(entidad_nombre="Hacienda"), "sdh")
    solicitud.refresh_from_db()
    assert (solicitud.entidad, solicitud.quien_pide, solicitud.sector) == (
        fabricas.entidad("sdh"),
        "Secretaría Distrital de Hacienda",
        fabricas.entidad("sdh").sector,
    )


@pytest.mark.disposicion("6.2-asesor-sector")
def test_identificada_pasa_al_asesor_de_su_sector() -> None:
    solicitud = desconocida()
    asesor = fabricas.funcionario()
    asignar_asesor(
        dependencia=asesor.dependencia, asesor=asesor, sector=fabricas.entidad().sector, desde=fabricas.SIEMPRE
    )
    assert identificar(solicitud, "sdh").asesor == asesor


def test_corregida_la_entidad_pasa_a_quien_atiende_la_verdadera() -> None:
    equivocado, correcto = fabricas.funcionario(), fabricas.funcionario()
    solicitud = fabricas.solicitud(asesor=equivocado)
    asignar_asesor(
        dependencia=correcto.dependencia, asesor=correcto, entidad=fabricas.entidad("idu"), desde=fabricas.SIEMPRE
    )
    assert identificar(solicitud, "idu").asesor == correcto


def test_quien_ya_la_tomo_la_conserva() -> None:
    asesor = fabricas.funcionario()
    solicitud = fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE, asesor=asesor)
    otro = fabricas.funcionario()
    asignar_asesor(dependencia=otro.dependencia, asesor=otro, entidad=fabricas.entidad("idu"), desde=fabricas.SIEMPRE)
    assert identificar(solicitud, "idu").asesor == asesor


def test_lo_que_no_es_del_distrito_queda_dicho_y_sale_de_las_pendientes() -> None:
    solicitud = identificar(desconocida(), None)
    assert (solicitud.quien_pide, Solicitud.objects.sin_entidad().count()) == ("Fuera del Distrito", 0)


def test_lo_que_se_creyo_de_una_entidad_deja_de_llevar_su_nombre() -> None:
    assert identificar(fabricas.solicitud(), None).quien_pide == "Fuera del Distrito"


def test_lo_que_dijo_ser_quien_pide_se_conserva() -> None:
    assert identificar(desconocida(entidad_nombre="Junta de Usme"), None).quien_pide == "Junta de Usme"


def test_una_desconocida_se_muestra_por_identificar() -> None:
    assert desconocida().quien_pide == "Entidad por identificar"


@pytest.mark.disposicion("6.3-consolidacion-enlaces")
def test_al_identificar_se_puede_registrar_a_quien_pide_como_enlace() -> None:
    identificar(desconocida(solicitante_nombre="Ana Ruiz", solicitante_cargo="Jefe"), "sdh", enlace=True)
    assert list(Enlace.objects.values_list("entidad__clave", "nombre", "cargo", "correo", "desde")) == [
        ("sdh", "Ana Ruiz", "Jefe", "ana@correo.example", AHORA.date())
    ]


def test_identificar_no_registra_enlaces_por_si_solo() -> None:
    identificar(desconocida(), "sdh")
    assert Enlace.objects.count() == 0


def poner(solicitud: Solicitud, *claves: str) -> None:
    temas = list(Tema.objects.filter(clave__in=claves).select_related("dependencia__padre").order_by("clave"))
    acciones.poner_temas(solicitud=solicitud, temas=temas, autor=fabricas.usuario(), ahora=AHORA)


@pytest.mark.disposicion("5-articulacion")
def test_cada_tema_lo_atiende_su_oficina_segun_su_alcance() -> None:
    asesor = fabricas.funcionario("stdi")
    solicitud = fabricas.solicitud(
        asesor=asesor,
        dependencia=fabricas.dependencia(),
        temas=[fabricas.tema(), fabricas.tema("ddab-tecnologico")],
    )
    filas = TemaSolicitud.objects.filter(solicitud=solicitud).order_by("id")
    assert [(fila.tema.clave, fila.dependencia.clave, fila.responsable) for fila in filas] == [
        ("integridad", "stdi", asesor),
        ("ddab-tecnologico", "ssda", None),
    ]


@pytest.mark.disposicion("5-articulacion")
def test_poner_temas_deja_exactamente_esos() -> None:
    solicitud = fabricas.solicitud()
    poner(solicitud, "racionalizacion-tramites", "ddab-tecnologico")
    assert responsables(solicitud) == {"ddab-tecnologico": "", "racionalizacion-tramites": ""}
    assert ultima(solicitud).texto == "Racionalización de trámites, Tecnológico"


@pytest.mark.disposicion("5-articulacion")
def test_el_tema_que_sigue_conserva_a_su_responsable() -> None:
    solicitud = fabricas.solicitud(asesor=fabricas.funcionario())
    poner(solicitud, "integridad", "ddab-tecnologico")
    assert responsables(solicitud) == {"integridad": "Laura Ortiz", "ddab-tecnologico": ""}


def test_una_solicitud_no_se_queda_sin_tema() -> None:
    with pytest.raises(acciones.ReglaIncumplida, match="Elija al menos un tema"):
        poner(fabricas.solicitud())


@pytest.mark.disposicion("5-articulacion")
def test_encargar_un_tema_hace_participar_a_la_oficina_del_responsable() -> None:
    solicitud = fabricas.solicitud(temas=[fabricas.tema(), fabricas.tema("ddab-tecnologico")])
    ajeno = TemaSolicitud.objects.get(solicitud=solicitud, tema__clave="ddab-tecnologico")
    restaurador = fabricas.funcionario("sgpd", nombre="Julián Torres")
    acciones.encargar_tema(tema_solicitud=ajeno, responsable=restaurador, autor=fabricas.usuario(), ahora=AHORA)
    ajeno.refresh_from_db()
    assert (ajeno.responsable, ajeno.dependencia.clave) == (restaurador, "sgpd")
    assert ultima(solicitud).texto == "Tecnológico: responde Julián Torres."


@pytest.mark.disposicion("6.3-otras-politicas")
def test_una_politica_que_no_lidera_la_secretaria_general_se_atiende() -> None:
    asesor = fabricas.funcionario()
    solicitud = fabricas.solicitud(asesor=asesor, temas=[fabricas.tema("defensa-juridica")])
    fila = TemaSolicitud.objects.select_related("tema").get(solicitud=solicitud)
    assert (solicitud.asesor, fila.responsable, fila.tema.papel, fila.tema.lider) == (
        asesor,
        asesor,
        Tema.Papel.ARTICULA,
        "Secretaría Jurídica Distrital",
    )


@pytest.mark.disposicion("6.3-asesoria-grupo")
def test_se_sabe_que_otras_entidades_participan_y_con_que_logistica() -> None:
    otras = [fabricas.entidad("idu"), fabricas.entidad("sdm")]
    solicitud = fabricas.solicitud(participantes=otras, logistica="Auditorio para 40 personas")
    assert list(solicitud.participantes.order_by("clave")) == otras
    assert solicitud.logistica == "Auditorio para 40 personas"


@pytest.mark.disposicion("3-oferta-demanda")
def test_lo_que_pide_una_entidad_es_por_demanda() -> None:
    assert fabricas.solicitud().get_origen_display() == "Por demanda"


@pytest.mark.disposicion("5-canales", "7.1.3-canales")
@pytest.mark.parametrize("canal", Solicitud.Canal)
def test_se_sabe_por_que_canal_llego(canal: Solicitud.Canal) -> None:
    solicitud = fabricas.solicitud(canal=canal)
    solicitud.refresh_from_db()
    assert solicitud.canal == canal


@pytest.mark.disposicion("8.1.1-demanda")
def test_lo_internacional_lo_recibe_el_enlace_de_su_sector() -> None:
    enlace = fabricas.funcionario("ddri", nombre="Natalia Rojas")
    asignar_asesor(
        dependencia=enlace.dependencia, asesor=enlace, sector=fabricas.entidad().sector, desde=fabricas.SIEMPRE
    )
    assert fabricas.solicitud(dependencia=fabricas.dependencia("ddri"), temas=[]).asesor == enlace
