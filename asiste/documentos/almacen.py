"""Where the files live on the disk of one machine."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage


class AlmacenEntero(FileSystemStorage):
    """A folder where a file appears whole or not at all, even if the process or the machine dies while writing."""

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        """The name as it is: it comes from the content, so whoever wrote it first wrote the same."""
        return name

    def _save(self, name: str, content: File[bytes]) -> str:
        destino = Path(self.path(name))
        destino.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=destino.parent, prefix=".", delete=False) as temporal:
            for trozo in content.chunks():
                temporal.write(trozo)
            temporal.flush()
            os.fsync(temporal.fileno())
        Path(temporal.name).replace(destino)
        return name
