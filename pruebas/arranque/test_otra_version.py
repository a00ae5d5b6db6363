"""A database that another version prepared is not touched, and it is said what to do."""

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from asiste.arranque.preparacion import BaseDeOtraVersion, preparar_base, reconocer_base

pytestmark = pytest.mark.django_db


def test_la_de_otra_version_no_se_prepara_y_dice_que_hacer() -> None:
    MigrationRecorder(connection).record_applied("solicitudes", "0099_de_otra_version")
    pasos: list[str] = []
    with pytest.raises(BaseDeOtraVersion) as error:
        preparar_base(pasos.append)
    assert pasos == []
    assert str(error.value) == (
        "La base de datos la preparó otra versión de Asiste: esta no conoce 1 de sus cambios "
        "(solicitudes.0099_de_otra_version…). Si es la base local de prueba, bórrela con «make reset» y "
        "vuelva a empezar. Si guarda datos que importan, use la versión que la preparó."
    )


def test_lo_que_dejo_un_paquete_que_ya_no_esta_no_estorba() -> None:
    MigrationRecorder(connection).record_applied("paquete_que_ya_no_esta", "0001_initial")
    reconocer_base()
