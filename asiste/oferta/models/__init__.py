"""Yearly plans, their activities and what changes in them."""

from asiste.oferta.models.actividad import Actividad, ActividadQuerySet
from asiste.oferta.models.cambio import CambioPlan
from asiste.oferta.models.plan import Estrategia, Plan

__all__ = ["Actividad", "ActividadQuerySet", "CambioPlan", "Estrategia", "Plan"]
