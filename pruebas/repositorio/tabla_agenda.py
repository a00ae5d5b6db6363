"""Addresses of the agenda and of the offer: kind of record each shows, and who comes in."""

CUALQUIERA = {
    "anónimo",
    *("enlace propio", "enlace ajeno", "asesora del caso", "compañero", "subdirector", "directora", "radicadora"),
    *("subsecretaria", "administradora", "asesor de la Imprenta", "subdirectora de la Imprenta"),
    *("asesor del Archivo", "director del Archivo", "radicador del Archivo", "asesora internacional"),
}
DEL_EQUIPO = CUALQUIERA - {"anónimo", "enlace propio", "enlace ajeno"}
LLEVAN = {"asesora del caso", "subdirector", "directora", "subsecretaria", "administradora"}  # the session of the cast
DEL_ARBOL = LLEVAN | {"compañero", "radicadora"}

DE_LA_AGENDA: dict[str, tuple[str, set[str]]] = {
    # The session
    "equipo:sesion": ("sesión", DEL_ARBOL),
    # Who is invited
    # Who came
    # Minutes and report
    # Commitments
    # Availability
    # Offer
    # Portal
    # Entity
}
