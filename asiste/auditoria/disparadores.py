"""Triggers that write the audit trail; each audited model lists them in `Meta.triggers`."""

from typing import Any, cast

import pgtrigger
from django.db.models import Model
from django.db.models.base import ModelBase


def auditado() -> pgtrigger.Trigger:
    """Trigger that records every insert, change and deletion of a row, with who and from where."""
    return pgtrigger.Trigger(
        name="auditado",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
    )


def relacion_auditada(tabla: type[Model]) -> type[Model]:
    """Puts the trigger on the table that Django keeps by itself for a relation of many to many.

    Such a table has no model where to write it: this proxy, never used for anything else, carries it.
    """
    meta = {"proxy": True, "app_label": tabla._meta.app_label, "triggers": [auditado()]}
    partes: dict[str, Any] = {"__module__": tabla.__module__, "Meta": type("Meta", (), meta)}
    return cast(type[Model], ModelBase(f"{tabla.__name__}_auditada", (tabla,), partes))


def inmutable(*campos: str) -> pgtrigger.Trigger:
    """Guard of fields that keep for ever the value they were given: the database refuses to change them."""
    return pgtrigger.ReadOnly(name="no_cambia_lo_dado", fields=list(campos))


def no_se_borra() -> pgtrigger.Trigger:
    """Guard of rows that stay, whatever happens to them."""
    return pgtrigger.Protect(name="no_se_borra", operation=pgtrigger.Delete)


def solo_agregar() -> list[pgtrigger.Trigger]:
    """Guards of a table that only grows: the database refuses to change, delete or truncate."""
    return [
        pgtrigger.Protect(name="no_cambia", operation=pgtrigger.Update | pgtrigger.Delete),
        pgtrigger.Trigger(
            name="no_se_vacia",
            when=pgtrigger.Before,
            operation=pgtrigger.Truncate,
            level=pgtrigger.Statement,
            func="RAISE EXCEPTION '% solo se agrega', TG_TABLE_NAME;",
        ),
    ]
