"""A text that several people write, what is sent of it and who is there."""

from datetime import timedelta
from typing import Any, ClassVar, Self, TypeVar

from django.conf import settings
from django.db import models

from asiste.documentos.models import Archivo
from asiste.documentos.verificacion import nuevo_codigo

PRESENTE = timedelta(seconds=60)  # how long somebody is taken to be there after the last sign

S = TypeVar("S", bound="Seccion")


class TextoDeVarios(models.Model):
    """A text as it stands; `version` grows by one with each save, so nobody writes over another unseen.

    What somebody wrote over an older version waits in a row of its own, `aparte`, until it is united. `CUAL` names
    the fields that say which text it is.
    """

    CUAL: ClassVar[tuple[str, ...]]

    texto = models.TextField(blank=True)
    version = models.PositiveIntegerField("versión", default=0)
    escrita_por = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    escrita_en = models.DateTimeField()
    aparte = models.BooleanField("versión sin unir", default=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return " · ".join(map(str, self.cual.values()))

    @property
    def cual(self) -> dict[str, Any]:
        """Which text it is."""
        return {campo: getattr(self, campo) for campo in self.CUAL}

    @property
    def cual_de_todos(self) -> dict[str, Any]:
        """Which text is the one that everybody reads of it."""
        return self.cual


class SeccionQuerySet(models.QuerySet[S]):
    """Reads of the sections."""

    def juntas(self) -> Self:
        """What everybody reads, those set apart left out."""
        return self.filter(aparte=False).select_related("escrita_por")

    def con_apartes(self) -> Self:
        """All of them, with who wrote each, the oldest first."""
        return self.select_related("escrita_por").order_by("id")

    def apartes(self) -> Self:
        """What was written over an older version and is not united yet, the oldest first."""
        return self.con_apartes().filter(aparte=True)


class Seccion(TextoDeVarios):
    """A part of a document, each one written by itself."""

    clave = models.SlugField(max_length=20)

    objects = SeccionQuerySet.as_manager()

    class Meta:
        abstract = True


class VersionEnviada(models.Model):
    """What was sent to others: its content, and the very bytes that they saw. `codigo` verifies those bytes."""

    numero = models.PositiveSmallIntegerField("número")
    codigo = models.CharField("código de verificación", max_length=20, unique=True, default=nuevo_codigo)
    contenido = models.JSONField()
    archivo = models.ForeignKey(Archivo, on_delete=models.PROTECT, related_name="+")
    creada_por = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    creada_en = models.DateTimeField()

    class Meta:
        abstract = True


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
