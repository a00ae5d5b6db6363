"""Whom something is for: all the entities, those of a sector or a nature, or a list; and through which contacts."""

from datetime import date
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet

from asiste.auditoria.disparadores import auditado, relacion_auditada
from asiste.directorio.models import Enlace, Entidad, Sector
from asiste.portafolio.models import Tema


class Publico(models.Model):
    """Target of a session or of an activity: what each condition reaches is added up. Disposición: 6.3-promocion."""

    todas = models.BooleanField("todas las entidades", default=False)
    sectores = models.ManyToManyField(Sector, blank=True, related_name="+")
    naturalezas = ArrayField(models.CharField(max_length=15, choices=Entidad.Naturaleza), default=list, blank=True)
    entidades = models.ManyToManyField(Entidad, blank=True, related_name="+")
    temas = models.ManyToManyField(
        Tema, blank=True, related_name="+", verbose_name="temas por los que se llega a sus enlaces"
    )

    class Meta:
        verbose_name = "público objetivo"
        verbose_name_plural = "públicos objetivo"
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        if self.todas:
            return "Todas las entidades"
        partes = [*self.sectores.order_by("orden"), *self.nombres_de_naturaleza(), *self.entidades.order_by("nombre")]
        return ", ".join(str(parte) for parte in partes) or "Sin público definido"

    def nombres_de_naturaleza(self) -> list[str]:
        """Natures as shown."""
        return [Entidad.Naturaleza(una).label for una in self.naturalezas]

    def entidades_objetivo(self) -> QuerySet[Entidad]:
        """The active entities that any of the conditions reaches, by name."""
        activas = Entidad.objects.activas()
        if self.todas:
            return activas
        return activas.filter(
            Q(pk__in=self.entidades.values("pk"))
            | Q(sector__in=self.sectores.values("pk"))
            | Q(naturaleza__in=self.naturalezas)
        )

    def enlaces_objetivo(self, hoy: date) -> QuerySet[Enlace]:
        """Contacts in force of those entities: those of the topics; where an entity has none, its general ones."""
        enlaces = Enlace.objects.vigentes(hoy).filter(entidad__in=self.entidades_objetivo().order_by().values("pk"))
        orden = ("entidad__nombre", "nombre", "id")
        temas = list(self.temas.values_list("pk", flat=True))
        if not temas:
            return enlaces.select_related("entidad").order_by(*orden)
        del_tema = Enlace.temas.through.objects.filter(Q(tema__in=temas) | Q(tema__padre__in=temas))
        suyos = enlaces.filter(pk__in=del_tema.values("enlace"))
        sin_tema = ~Exists(Enlace.temas.through.objects.filter(enlace=OuterRef("pk")))
        generales = enlaces.filter(sin_tema).exclude(entidad__in=suyos.order_by().values("entidad"))
        return (
            enlaces.filter(Q(pk__in=suyos.values("pk")) | Q(pk__in=generales.values("pk")))
            .select_related("entidad")
            .order_by(*orden)
        )


relacion_auditada(Publico.sectores.through)
relacion_auditada(Publico.entidades.through)
relacion_auditada(Publico.temas.through)
