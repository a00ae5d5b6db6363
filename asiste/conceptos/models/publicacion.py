"""What is prepared of a signed concept before anyone reads it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from asiste.auditoria.disparadores import auditado, relacion_auditada
from asiste.conceptos.models.concepto import Concepto
from asiste.conocimiento.models import Publicacion, Relacion
from asiste.portafolio.models import Tema


class FichaPublica(models.Model):
    """How a concept will be shown in the bank: its title, what it is about and its topics."""

    concepto = models.OneToOneField(Concepto, on_delete=models.CASCADE, related_name="ficha_publica")
    titulo = models.CharField("título", max_length=250)
    resumen = models.TextField()
    temas = models.ManyToManyField(Tema, related_name="+")
    preparada_por = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    preparada_en = models.DateTimeField()

    class Meta:
        verbose_name = "ficha pública"
        verbose_name_plural = "fichas públicas"
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return self.titulo


relacion_auditada(FichaPublica.temas.through)


class Tachadura(models.Model):
    """What was decided of a passage of a concept: taken out of the public version, or kept with a reason.

    It holds wherever those words are. Disposición: 7.1.3-banco-conceptos.
    """

    class Clase(models.TextChoices):
        CEDULA = "cedula", "Cédula"
        CORREO = "correo", "Correo"
        TELEFONO = "telefono", "Teléfono"
        DIRECCION = "direccion", "Dirección"
        NOMBRE = "nombre", "Quien consulta"
        OTRO = "otro", "Otro dato"

    concepto = models.ForeignKey(Concepto, on_delete=models.CASCADE, related_name="tachaduras")
    pasaje = models.CharField(max_length=500)
    clase = models.CharField(max_length=10, choices=Clase)
    tacha = models.BooleanField("se suprime")
    motivo = models.CharField("por qué se conserva", max_length=200, blank=True)
    autor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    momento = models.DateTimeField()

    class Meta:
        verbose_name = "tachadura"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["concepto", "pasaje"], name="una_decision_por_pasaje"),
            models.CheckConstraint(
                name="lo_que_se_conserva_dice_por_que",
                condition=Q(tacha=True, motivo="") | (Q(tacha=False) & ~Q(motivo="")),
            ),
        ]
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return f"{'Se suprime' if self.tacha else 'Se conserva'}: {self.pasaje}"


class RelacionPrevista(models.Model):
    """What a concept will do to another of the bank when it is published."""

    concepto = models.ForeignKey(Concepto, on_delete=models.CASCADE, related_name="relaciones_previstas")
    tipo = models.CharField(max_length=10, choices=Relacion.Tipo)
    destino = models.ForeignKey(Publicacion, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "relación prevista"
        verbose_name_plural = "relaciones previstas"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["concepto", "destino"], name="una_relacion_prevista_con_otra")
        ]
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return f"{self.get_tipo_display()} {self.destino}"
