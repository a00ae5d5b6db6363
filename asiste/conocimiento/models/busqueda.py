"""What people search with: synonyms, searches kept and what was of use."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from asiste.auditoria.disparadores import auditado, solo_agregar
from asiste.conocimiento.models.publicacion import Publicacion
from asiste.directorio.models import Entidad


class Sinonimo(models.Model):
    """Plain words, and those of the documents: «botar» finds «eliminar»."""

    palabra = models.CharField("lo que la gente escribe", max_length=80, unique=True)
    equivale = models.CharField("lo que dicen los documentos", max_length=120)

    class Meta:
        verbose_name = "sinónimo"
        constraints: ClassVar = [
            models.CheckConstraint(name="sinonimo_en_minusculas", condition=Q(palabra=Lower("palabra")))
        ]
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return f"{self.palabra} → {self.equivale}"


class BusquedaGuardadaQuerySet(models.QuerySet["BusquedaGuardada"]):
    """Reads of the searches kept."""

    def activas(self) -> Self:
        """Those whose person still wants to be told."""
        return self.filter(cancelada_en=None)


class BusquedaGuardada(models.Model):
    """Somebody wants to be told by mail of what is published on a search.

    It is kept when the person confirms the address: until then what was asked travels in the link, and nowhere else.
    """

    correo = models.EmailField("correo electrónico")
    consulta = models.CharField("búsqueda y filtros", max_length=500, blank=True)
    confirmada_en = models.DateTimeField()
    avisada_hasta = models.DateTimeField("hasta cuándo se le ha avisado")
    cancelada_en = models.DateTimeField(null=True, blank=True)

    objects = BusquedaGuardadaQuerySet.as_manager()

    class Meta:
        verbose_name = "búsqueda guardada"
        verbose_name_plural = "búsquedas guardadas"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["correo", "consulta"], condition=Q(cancelada_en=None), name="una_alerta_por_busqueda"
            ),
            models.CheckConstraint(name="alerta_correo_en_minusculas", condition=Q(correo=Lower("correo"))),
        ]
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return self.consulta or "todo el banco"


class Uso(models.Model):
    """One time a publication was of use; only added. Level-1 attention is what solved a doubt without a request.

    Disposición: 7.1.3-ans-niveles.
    """

    class Clase(models.TextChoices):
        RESOLVIO = "resolvio", "Resolvió una duda sin solicitud"
        RESPUESTA = "respuesta", "Citada en una respuesta"
        SESION = "sesion", "Material de una sesión"

    publicacion = models.ForeignKey(Publicacion, on_delete=models.PROTECT, related_name="usos")
    clase = models.CharField(max_length=10, choices=Clase)
    entidad = models.ForeignKey(Entidad, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    referencia = models.CharField("radicado o sesión", max_length=40, blank=True)
    momento = models.DateTimeField()

    class Meta:
        verbose_name = "uso de una publicación"
        verbose_name_plural = "usos de publicaciones"
        indexes: ClassVar = [models.Index("publicacion", "clase", name="uso_de_publicacion")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["publicacion", "clase", "referencia"],
                condition=~Q(referencia=""),
                name="un_uso_por_referencia",
            )
        ]
        triggers: ClassVar = [auditado(), *solo_agregar()]

    def __str__(self) -> str:
        return f"{self.get_clase_display()}: {self.publicacion}"
