"""Addresses of concepts, of the bank and of the archive's model: kind of record each shows, and who comes in."""

from pruebas.accesos.tabla_agenda import DEL_ARBOL, DEL_EQUIPO, LLEVAN, ORDENAN

ESCRIBEN = LLEVAN  # the concept of the case

DE_CONCEPTOS: dict[str, tuple[str, set[str]]] = {
    # Writing a concept
    "equipo:conceptos": ("", DEL_EQUIPO),
    "equipo:concepto-inicio": ("solicitud", ESCRIBEN),
    "equipo:concepto": ("concepto", DEL_ARBOL),
    "equipo:concepto-presentes": ("concepto", ESCRIBEN),
    "equipo:concepto-datos": ("concepto", ESCRIBEN),
    "equipo:concepto-seccion": ("sección de un concepto", ESCRIBEN),
    "equipo:concepto-versiones": ("sección de un concepto", ESCRIBEN),
    "equipo:concepto-anexos": ("concepto", ESCRIBEN),
    "equipo:concepto-anexo": ("anexo de un concepto", DEL_ARBOL),
    "equipo:concepto-anexo-retiro": ("anexo de un concepto", ESCRIBEN),
    "equipo:concepto-borrador": ("concepto", DEL_ARBOL),
    "equipo:concepto-historia": ("concepto", DEL_ARBOL),
    "equipo:formatos-concepto": ("", ORDENAN),
    "equipo:formato-concepto": ("oficina", ORDENAN - {"subdirectora de la Imprenta", "director del Archivo"}),
    # Review and signature
    # The bank: anyone
    # The bank: the team
    # Suggestions
    # Focalised assistance
    # Levels, portfolio, scheme and indicators
}
