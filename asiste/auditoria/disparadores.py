"""Triggers that write the audit trail; each audited model lists them in `Meta.triggers`."""

import pgtrigger


def auditado() -> pgtrigger.Trigger:
    """Trigger that records every insert, change and deletion of a row, with who and from where."""
    return pgtrigger.Trigger(
        name="auditado",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
    )


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
