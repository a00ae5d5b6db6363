"""Typed readers of the environment. Secrets may come from a file named in `NAME_FILE`."""

import os
import secrets
from pathlib import Path

RAIZ = Path(__file__).resolve().parent.parent


def texto(nombre: str, por_defecto: str = "") -> str:
    """Value of the variable, or of the file named by `<nombre>_FILE`, or the default."""
    if archivo := os.environ.get(f"{nombre}_FILE"):
        return Path(archivo).read_text().strip()
    return os.environ.get(nombre, por_defecto)


def booleano(nombre: str, *, por_defecto: bool) -> bool:
    """True for 1, true, sí or si; the default when the variable is unset."""
    valor = texto(nombre)
    return valor.lower() in {"1", "true", "sí", "si"} if valor else por_defecto


def lista(nombre: str, por_defecto: str = "") -> list[str]:
    """Comma-separated values, without blanks."""
    return [parte.strip() for parte in texto(nombre, por_defecto).split(",") if parte.strip()]


def carpeta_local() -> Path:
    """Folder of local state (`ASISTE_VAR`, default `var/`), created if missing."""
    carpeta = Path(texto("ASISTE_VAR", str(RAIZ / "var"))).expanduser().resolve()
    carpeta.mkdir(parents=True, exist_ok=True)
    return carpeta


def clave_secreta() -> str:
    """`SECRET_KEY` of the environment; otherwise one made once and kept in the local folder."""
    if clave := texto("SECRET_KEY"):
        return clave
    archivo = carpeta_local() / "clave-secreta"
    if not archivo.exists():
        archivo.touch(mode=0o600)
        archivo.write_text(secrets.token_urlsafe(64))
    return archivo.read_text()
