"""Who is where several people write."""

from datetime import timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models

PRESENTE = timedelta(seconds=60)  # how long somebody is taken to be there after the last sign


class Presente(models.Model):
    """Somebody who has it open, and when it was last known; not audited: it says nothing of what was done.

    `LUGAR` names the field of what is open, where each person is once.
    """

    LUGAR: ClassVar[str]

    usuario = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    vista_en = models.DateTimeField()
    nombre: str  # of the person, which who asks for the others is given

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.usuario)

    @property
    def escribiendo(self) -> str:
        """What is being written now, as it is told; empty when he or she only reads."""
        return ""
