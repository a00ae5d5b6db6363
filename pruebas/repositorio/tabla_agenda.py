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
PROGRAMAN = DEL_EQUIPO - {"radicadora", "radicador del Archivo"}

DE_LA_AGENDA: dict[str, tuple[str, set[str]]] = {
    # The session
    "equipo:sesion-nueva": ("", PROGRAMAN),
    "equipo:sesion": ("sesión", DEL_ARBOL),
    "equipo:sesion-cambio": ("sesión", LLEVAN),
    "equipo:sesion-cancelacion": ("sesión", LLEVAN),
    "equipo:sesion-apertura": ("sesión", LLEVAN),
    "equipo:orden": ("sesión", LLEVAN),
    "equipo:punto": ("punto", LLEVAN),
    "equipo:punto-lugar": ("punto", LLEVAN),
    "equipo:punto-tratado": ("punto", LLEVAN),
    "equipo:punto-quitar": ("punto", LLEVAN),
    "equipo:material-nuevo": ("sesión", LLEVAN),
    "equipo:material": ("material", DEL_ARBOL),
    "equipo:material-quitar": ("material", LLEVAN),
    # Who is invited
    # Who came
    # Minutes and report
    # Commitments
    # Availability
    # Offer
    # Portal
    # Entity
}
