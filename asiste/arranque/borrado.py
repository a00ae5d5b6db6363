"""`make reset`: starting over. It needs no database, so that it also works when the database does not."""

import shutil
import sys
from pathlib import Path

from asiste.base_embebida import BaseOcupada, apagar
from asiste.entorno import carpeta_local

ESTADO = (
    "postgres",
    "postgres.nueva",
    "postgres.cerrojo",
    "postgres.uso",
    "archivos",
    "correo-saliente",
    "estaticos",
    "estaticos.huella",
    "clave-secreta",
    "sello",
)


def borrar(var: Path) -> None:
    """Stops the embedded database and deletes the local state, and nothing else. Raises `BaseOcupada`."""
    apagar(var)
    for ruta in (var / nombre for nombre in ESTADO):
        if ruta.is_dir():
            shutil.rmtree(ruta)
        else:
            ruta.unlink(missing_ok=True)


def main() -> None:
    """Deletes the local folder's state, or says why not."""
    var = carpeta_local()
    try:
        borrar(var)
    except BaseOcupada as error:
        sys.exit(f"{error} Detenga antes la plataforma y las pruebas.")
    sys.stdout.write(f"Se borró el estado local de {var}.\n")


if __name__ == "__main__":
    main()
