"""What was done (`Hecho`) and the chain that seals it (`Eslabon`)."""

from typing import ClassVar

from django.db import models

from asiste.auditoria.disparadores import solo_agregar


class Hecho(models.Model):
    """One change of one row, written by a database trigger; never by Python."""

    momento = models.DateTimeField()
    tabla = models.CharField(max_length=63)
    fila = models.CharField("identificador de la fila", max_length=64)
    operacion = models.CharField("operación", max_length=6)
    antes = models.JSONField(null=True)
    despues = models.JSONField("después", null=True)
    contexto = models.JSONField("quién y desde dónde", null=True)

    class Meta:
        verbose_name = "hecho"
        indexes: ClassVar = [models.Index("tabla", "fila", "id", name="hecho_por_fila")]
        triggers = solo_agregar()

    def __str__(self) -> str:
        return f"{self.operacion} {self.tabla} {self.fila}"


class Eslabon(models.Model):
    """Seal of a fact: hash of its content and of the previous seal."""

    numero = models.BigIntegerField("número", primary_key=True)
    hecho = models.OneToOneField(Hecho, on_delete=models.PROTECT, related_name="eslabon")
    huella = models.CharField(max_length=64)

    class Meta:
        verbose_name = "eslabón"
        verbose_name_plural = "eslabones"
        triggers = solo_agregar()

    def __str__(self) -> str:
        return f"{self.numero} {self.huella[:12]}"
