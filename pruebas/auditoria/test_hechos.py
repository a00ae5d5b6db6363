from typing import Any

import pghistory
import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from asiste.auditoria.models import Hecho
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Enlace, Sector
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas

pytestmark = pytest.mark.django_db


def hechos(tabla: str, fila: Any = None) -> list[Hecho]:
    encontrados = Hecho.objects.filter(tabla=tabla).order_by("id")
    return list(encontrados.filter(fila=str(fila)) if fila else encontrados)


def ultimo(tabla: str) -> Hecho:
    return hechos(tabla)[-1]


def dato(hecho: Hecho, campo: str) -> Any:
    return (hecho.despues or {}).get(campo)


def test_crear_cambiar_y_borrar_dejan_cada_uno_su_hecho() -> None:
    sector = Sector.objects.create(clave="nuevo", nombre="Nuevo")
    sector.nombre = "Novísimo"
    sector.save()
    clave = sector.pk
    sector.delete()
    assert [(uno.operacion, uno.antes, uno.despues) for uno in hechos("directorio_sector", clave)] == [
        ("INSERT", None, {"id": clave, "clave": "nuevo", "nombre": "Nuevo", "orden": 0}),
        ("UPDATE", {"nombre": "Nuevo"}, {"nombre": "Novísimo"}),
        ("DELETE", {"id": clave, "clave": "nuevo", "nombre": "Novísimo", "orden": 0}, None),
    ]


def test_guardar_sin_cambiar_nada_no_deja_hecho() -> None:
    antes = Hecho.objects.count()
    Sector.objects.order_by("id")[0].save()
    assert Hecho.objects.count() == antes


def test_un_cambio_en_bloque_deja_un_hecho_por_fila() -> None:
    antes = Hecho.objects.count()
    Sector.objects.update(orden=99)
    assert Hecho.objects.count() - antes == 15


def test_cada_cambio_de_una_solicitud_dice_quien_y_desde_donde() -> None:
    asesor = fabricas.funcionario()
    solicitud = fabricas.solicitud(asesor=asesor)
    fabricas.sesion(asesor.usuario).post(reverse("equipo:turno"))
    cambio = hechos("solicitudes_solicitud", solicitud.pk)[-1]
    assert (cambio.operacion, dato(cambio, "estado"), cambio.contexto) == (
        "UPDATE",
        "en-tramite",
        {"usuario": asesor.usuario.pk, "origen": "127.0.0.1", "ruta": f"POST {reverse('equipo:turno')}"},
    )


def test_el_numero_que_se_dio_tambien_dice_quien() -> None:
    with pghistory.context(usuario=7, origen="asiste correo importar"):
        fabricas.solicitud()
    assert ultimo("solicitudes_consecutivo").contexto == {"usuario": 7, "origen": "asiste correo importar"}


def test_lo_que_se_hace_sin_contexto_se_guarda_sin_el() -> None:
    fabricas.solicitud()
    assert ultimo("solicitudes_solicitud").contexto is None


def test_toda_la_vida_de_una_solicitud_queda_en_orden() -> None:
    solicitud = fabricas.solicitud(estado=Solicitud.Estado.CERRADA)
    estados = [dato(uno, "estado") for uno in hechos("solicitudes_solicitud", solicitud.pk)]
    assert [estado for estado in estados if estado] == ["por-tomar", "en-tramite", "atendida", "cerrada"]


def test_la_contrasena_nunca_queda() -> None:
    usuario = fabricas.usuario()
    usuario.set_password("otra-clave-secreta")
    usuario.save()
    registrado = [campo for uno in hechos("cuentas_usuario", usuario.pk) for campo in (uno.antes or uno.despues or {})]
    assert "password" not in registrado


def test_cambiar_solo_la_contrasena_no_deja_hecho() -> None:
    usuario = fabricas.usuario()
    Usuario.objects.filter(pk=usuario.pk).update(password="x")
    assert [uno.operacion for uno in hechos("cuentas_usuario", usuario.pk)] == ["INSERT"]


def test_ingresar_no_deja_hecho() -> None:
    usuario = fabricas.usuario()
    fabricas.sesion(usuario)
    assert [uno.operacion for uno in hechos("cuentas_usuario", usuario.pk)] == ["INSERT"]


def test_un_texto_largo_se_guarda_por_su_huella() -> None:
    solicitud = fabricas.solicitud(texto="a" * 3000)
    creada = hechos("solicitudes_solicitud", solicitud.pk)[0]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT 'sha256:' || encode(sha256(convert_to(to_jsonb(%s::text)::text, 'UTF8')), 'hex')", ["a" * 3000]
        )
        (huella,) = cursor.fetchone()
    assert (dato(creada, "texto"), dato(creada, "asunto")) == (huella, "Plan de mejora de integridad")


def test_un_texto_corto_se_guarda_tal_cual_aunque_otro_sea_largo() -> None:
    solicitud = fabricas.solicitud(texto="a" * 3000, logistica="Auditorio")
    assert dato(hechos("solicitudes_solicitud", solicitud.pk)[0], "logistica") == "Auditorio"


def test_el_indice_de_busqueda_no_ocupa_la_auditoria() -> None:
    solicitud = fabricas.solicitud()
    assert "buscable" not in (hechos("solicitudes_solicitud", solicitud.pk)[0].despues or {})


def test_los_temas_de_un_enlace_tambien_dejan_hecho() -> None:
    enlace = fabricas.enlace()
    enlace.temas.set([fabricas.tema()])
    assert dato(ultimo(Enlace.temas.through._meta.db_table), "tema_id") == fabricas.tema().pk


def test_las_entidades_que_participan_tambien_dejan_hecho() -> None:
    fabricas.solicitud(participantes=[fabricas.entidad("idu")])
    assert dato(ultimo("solicitudes_solicitud_participantes"), "entidad_id") == fabricas.entidad("idu").pk


def test_lo_que_se_deshace_no_deja_hecho() -> None:
    antes = Hecho.objects.count()
    with transaction.atomic():
        Sector.objects.create(clave="nuevo", nombre="Nuevo")
        transaction.set_rollback(True)
    assert Hecho.objects.count() == antes


ATAQUES = [
    "UPDATE auditoria_hecho SET operacion = 'INSERT'",
    "DELETE FROM auditoria_hecho",
    "TRUNCATE auditoria_hecho CASCADE",
    "UPDATE auditoria_eslabon SET huella = 'x'",
    "DELETE FROM auditoria_eslabon",
    "TRUNCATE auditoria_eslabon",
]


@pytest.mark.parametrize("ataque", ATAQUES)
def test_el_registro_no_se_cambia_ni_se_borra(ataque: str) -> None:
    fabricas.usuario()
    with connection.cursor() as cursor:
        cursor.execute("SELECT auditoria_sellar()")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(DatabaseError, match=r"Cannot (update|delete)|solo se agrega"), transaction.atomic():
            cursor.execute(ataque)


def test_todas_las_filas_llevan_la_hora() -> None:
    fabricas.usuario()
    assert Hecho.objects.filter(momento__isnull=True).count() == 0
