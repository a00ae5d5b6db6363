"""What one publication does to another, told both ways."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from asiste.auditoria.disparadores import auditado
from asiste.conocimiento.models.publicacion import Publicacion


class Relacion(models.Model):
    """The later one (`origen`) repeats, clears up, changes or leaves without effect the earlier one (`destino`)."""

    class Tipo(models.TextChoices):
        REITERA = "reitera", "Reitera"
        ACLARA = "aclara", "Aclara"
        MODIFICA = "modifica", "Modifica"
        SIN_EFECTO = "sin-efecto", "Deja sin efecto"

    AL_REVES: ClassVar = {
        Tipo.REITERA: "Reiterado por",
        Tipo.ACLARA: "Aclarado por",
        Tipo.MODIFICA: "Modificado por",
        Tipo.SIN_EFECTO: "Dejado sin efecto por",
    }

    origen = models.ForeignKey(Publicacion, on_delete=models.PROTECT, related_name="relaciones")
    tipo = models.CharField(max_length=10, choices=Tipo)
    destino = models.ForeignKey(Publicacion, on_delete=models.PROTECT, related_name="relaciones_recibidas")

    class Meta:
        verbose_name = "relación entre publicaciones"
        verbose_name_plural = "relaciones entre publicaciones"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["origen", "destino"], name="una_relacion_entre_dos"),
            models.CheckConstraint(name="relacion_con_otra", condition=~Q(origen=F("destino"))),
        ]
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return f"{self.origen} · {self.get_tipo_display()} · {self.destino}"

    @property
    def al_reves(self) -> str:
        """The verb seen from the earlier one."""
        return self.AL_REVES[self.Tipo(self.tipo)]
