"""Addresses of the agenda and of the offer: kind of record each shows, and who comes in."""

CUALQUIERA = {
    "anónimo",
    *("enlace propio", "enlace ajeno", "asesora del caso", "compañero", "subdirector", "directora", "radicadora"),
    *("subsecretaria", "administradora", "asesor de la Imprenta", "subdirectora de la Imprenta"),
    *("asesor del Archivo", "director del Archivo", "radicador del Archivo", "asesora internacional"),
}
DEL_EQUIPO = CUALQUIERA - {"anónimo", "enlace propio", "enlace ajeno"}
LLEVAN = {"asesora del caso", "subdirector", "directora", "subsecretaria", "administradora"}  # the session of the cast
PROGRAMAN = DEL_EQUIPO - {"radicadora", "radicador del Archivo"}
DE_ENTIDAD = {"enlace propio", "enlace ajeno"}
ENLACE = {"enlace propio"}
DEL_ARBOL = LLEVAN | {"compañero", "radicadora"}
PROGRAMAN = DEL_EQUIPO - {"radicadora", "radicador del Archivo"}
VEN_EL_PLAN = DEL_ARBOL | {"asesor de la Imprenta", "subdirectora de la Imprenta"}  # that of the DDDI
ORDENAN = {
    *("subdirector", "directora", "subsecretaria", "administradora", "subdirectora de la Imprenta"),
    "director del Archivo",
}

DE_LA_AGENDA: dict[str, tuple[str, set[str]]] = {
    # The session
    "equipo:agenda": ("", DEL_EQUIPO),
    "equipo:sesion-nueva": ("", PROGRAMAN),
    "equipo:sesion": ("sesión", DEL_ARBOL),
    "equipo:sesion-cambio": ("sesión", LLEVAN),
    "equipo:sesion-cancelacion": ("sesión", LLEVAN),
    "equipo:sesion-apertura": ("sesión", LLEVAN),
    "equipo:sesion-repeticion": ("sesión", LLEVAN),
    "equipo:orden": ("sesión", LLEVAN),
    "equipo:punto": ("punto", LLEVAN),
    "equipo:punto-lugar": ("punto", LLEVAN),
    "equipo:punto-tratado": ("punto", LLEVAN),
    "equipo:punto-quitar": ("punto", LLEVAN),
    "equipo:material-nuevo": ("sesión", LLEVAN),
    "equipo:material": ("material", DEL_ARBOL),
    "equipo:material-quitar": ("material", LLEVAN),
    # Who is invited
    "equipo:convocatoria": ("sesión", LLEVAN),
    "equipo:invitados": ("sesión", DEL_ARBOL),
    "equipo:invitado-nuevo": ("sesión", LLEVAN),
    "equipo:invitado-retiro": ("invitado", LLEVAN),
    "equipo:invitado-respuesta": ("invitado", LLEVAN),
    "equipo:invitado-decision": ("invitado", LLEVAN),
    "equipo:suscripcion": ("", DEL_EQUIPO),
    "entidad:suscripcion": ("", {"enlace propio", "enlace ajeno"}),
    "convocatoria": ("convocatoria", CUALQUIERA),
    "convocatoria-archivo": ("convocatoria", CUALQUIERA),
    "suscripcion": ("suscripción", CUALQUIERA),  # who has the address
    # Who came
    "codigo-ingreso": ("", CUALQUIERA),
    "asistencia": ("sesión por su clave", CUALQUIERA),
    "asistencia-quien": ("sesión por su clave", CUALQUIERA),
    "equipo:proyectar": ("sesión", LLEVAN),
    "equipo:codigo-de-sesion": ("sesión", LLEVAN),
    "equipo:hoja-de-ingreso": ("sesión", LLEVAN),
    "equipo:asistencia": ("sesión", DEL_ARBOL),
    "equipo:asistencia-pdf": ("sesión", DEL_ARBOL),
    "equipo:asistencia-excel": ("sesión", DEL_ARBOL),
    "equipo:anotar-asistencia": ("sesión", LLEVAN),
    "equipo:retirar-asistencia": ("asistente", LLEVAN),
    "equipo:marcar-ingreso": ("por entrar", LLEVAN),
    "equipo:terminar-sesion": ("sesión sin nadie", LLEVAN),
    # Minutes and report
    "verificar": ("", CUALQUIERA),
    "verificacion": ("documento", CUALQUIERA),
    "documento-publico": ("documento", CUALQUIERA),
    "acta-aprobar": ("enlace de aprobación", CUALQUIERA),
    "acta-aprobar-documento": ("enlace de aprobación", CUALQUIERA),
    "acta-otro-enlace": ("enlace de aprobación", CUALQUIERA),
    "acta-leer": ("enlace de lectura", CUALQUIERA),
    "acta-leer-documento": ("enlace de lectura", CUALQUIERA),
    **{f"equipo:acta{cual}": ("sesión con acta", DEL_ARBOL) for cual in ("", "-borrador", "-historia")},
    "equipo:acta-version": ("versión del acta", DEL_ARBOL),
    "equipo:acta-documento": ("sesión con acta aprobada", DEL_ARBOL),
    "equipo:acta-foto": ("foto", DEL_ARBOL),
    **{
        f"equipo:acta-{cual}": ("sesión con acta", LLEVAN)
        for cual in ("inicio", "presentes", "datos", "sello", "fotos", "aprobacion", "retoma")
    },
    "equipo:acta-seccion": ("sección", LLEVAN),
    "equipo:acta-versiones": ("sección", LLEVAN),
    "equipo:acta-foto-retiro": ("foto", LLEVAN),
    "equipo:aprobacion": ("aprobación", {"asesora del caso"}),
    "equipo:aprobacion-documento": ("aprobación", {"asesora del caso"}),
    # Commitments
    "equipo:compromisos": ("", DEL_EQUIPO),
    "equipo:compromisos-excel": ("", DEL_EQUIPO),
    "equipo:compromiso-nuevo": ("sesión", LLEVAN),
    "equipo:compromiso": ("compromiso", DEL_ARBOL),
    **{
        f"equipo:compromiso-{accion}": ("compromiso", LLEVAN)
        for accion in ("avance", "cumplimiento", "fecha", "sin-efecto", "reapertura")
    },
    "equipo:compromiso-evidencia": ("evidencia", DEL_ARBOL),
    # Availability
    "equipo:huecos": ("", PROGRAMAN),
    "equipo:horarios": ("", DEL_EQUIPO),
    "equipo:horario": ("persona", LLEVAN),
    "equipo:propuestas": ("", DEL_EQUIPO),
    "equipo:propuesta-nueva": ("", PROGRAMAN),
    "equipo:propuesta": ("propuesta", DEL_ARBOL),
    "equipo:propuesta-retiro": ("propuesta", LLEVAN),
    # Offer
    "equipo:planes": ("", DEL_EQUIPO),
    "equipo:plan-nuevo": ("", PROGRAMAN),
    "equipo:plan": ("plan", VEN_EL_PLAN),
    "equipo:plan-aprobacion": ("plan", {"directora"}),
    "equipo:plan-cierre": ("plan", {"directora"}),
    "equipo:plan-cambios": ("plan", VEN_EL_PLAN),
    "equipo:plan-excel": ("plan", VEN_EL_PLAN),
    "equipo:plan-pdf": ("plan", VEN_EL_PLAN),
    "equipo:actividad-nueva": ("plan", ORDENAN & VEN_EL_PLAN),
    "equipo:actividad": ("actividad", VEN_EL_PLAN),
    "equipo:actividad-cambio": ("actividad", ORDENAN & VEN_EL_PLAN),
    "equipo:actividad-retiro": ("actividad", ORDENAN & VEN_EL_PLAN),
    "equipo:actividad-sesiones": ("actividad", PROGRAMAN & VEN_EL_PLAN),
    "equipo:actividad-vinculo": ("actividad", PROGRAMAN & VEN_EL_PLAN),
    "equipo:actividad-faltantes": ("actividad", PROGRAMAN & VEN_EL_PLAN),
    "equipo:estrategias": ("", DEL_EQUIPO),
    "equipo:estrategia-nueva": ("", ORDENAN),
    "equipo:estrategia": ("estrategia", ORDENAN & VEN_EL_PLAN),
    "equipo:afinidad": ("", DEL_EQUIPO),
    "equipo:grupo": ("tema de la oferta", PROGRAMAN & DEL_ARBOL),
    "equipo:cobertura": ("", DEL_EQUIPO),
    "equipo:cobertura-excel": ("", DEL_EQUIPO),
    "equipo:cobertura-pdf": ("", DEL_EQUIPO),
    "equipo:cobertura-celda": ("casilla", VEN_EL_PLAN),
    "equipo:demanda": ("", DEL_EQUIPO),
    "equipo:demanda-agregar": ("tema de la oferta", PROGRAMAN & VEN_EL_PLAN - {"subsecretaria", "administradora"}),
    # Portal
    "agenda": ("", CUALQUIERA),
    "agenda-sesion": ("sesión abierta", CUALQUIERA),
    "inscripcion": ("inscripción", CUALQUIERA),
    "horas": ("horas", CUALQUIERA),
    "horas-otras": ("horas", CUALQUIERA),
    "compromiso": ("enlace del compromiso", CUALQUIERA),
    # Entity
    "entidad:sesiones": ("", DE_ENTIDAD),
    "entidad:sesion": ("sesión", ENLACE),
    "entidad:material": ("material", ENLACE),
    "entidad:acta": ("acta", ENLACE),
    "entidad:compromisos": ("", DE_ENTIDAD),
    "entidad:compromiso": ("compromiso", ENLACE),
    "entidad:compromiso-evidencia": ("evidencia", ENLACE),
}
