"""Addresses of concepts, of the bank and of the archive's model: kind of record each shows, and who comes in."""

from pruebas.accesos.tabla_agenda import CUALQUIERA, DE_ENTIDAD, DEL_ARBOL, DEL_EQUIPO, LLEVAN, ORDENAN, PROGRAMAN
from pruebas.arnes.elenco import ENLACES, EQUIPO, TODOS

ESCRIBEN = LLEVAN  # the concept of the case
LLEVAN_PLANES = {"director del Archivo", "subsecretaria", "administradora"}
DEL_ARCHIVO = LLEVAN_PLANES | {"asesor del Archivo", "radicador del Archivo"}
REVISAN = {"subdirector", "directora", "subsecretaria", "administradora"}
ANOTAN = {"asesor del Archivo", "director del Archivo", "subsecretaria", "administradora"}

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
    "equipo:concepto-envio": ("concepto", ESCRIBEN),
    "equipo:concepto-devolucion": ("concepto en revisión", ESCRIBEN),
    "equipo:concepto-sin-efecto": ("concepto en revisión", ESCRIBEN),
    "equipo:concepto-enviada": ("versión de concepto", DEL_ARBOL),
    "equipo:observacion-nueva": ("concepto en revisión", REVISAN),
    "equipo:observacion-respuesta": ("observación", ESCRIBEN),
    "equipo:concepto-visto-bueno": ("concepto en revisión", REVISAN),  # the last one: it is reviewed no more
    "equipo:concepto-firma": ("concepto por firmar", {"subdirector", "directora"}),
    "equipo:concepto-ejemplar": ("ejemplar", set()),  # only for who is going to sign it
    "equipo:concepto-firmado": ("concepto firmado", DEL_ARBOL),
    "equipo:concepto-entrega": ("concepto firmado", ESCRIBEN),
    "equipo:encargo-oficina": ("", ORDENAN),
    "equipo:encargo-fin": ("encargo de oficina", REVISAN),
    # Its public version
    "equipo:concepto-publicacion": ("concepto firmado", ESCRIBEN),
    "equipo:concepto-publico": ("concepto firmado", ESCRIBEN),
    "equipo:concepto-dato": ("concepto firmado", ESCRIBEN),
    "equipo:concepto-pasaje": ("concepto firmado", ESCRIBEN),
    "equipo:concepto-tachadura-retiro": ("tachadura", ESCRIBEN),
    "equipo:concepto-ficha": ("concepto firmado", ESCRIBEN),
    "equipo:concepto-relacion": ("concepto firmado", ESCRIBEN),
    "equipo:concepto-relacion-retiro": ("relación prevista", ESCRIBEN),
    "equipo:concepto-reserva": ("concepto firmado", REVISAN),
    "equipo:concepto-publicar": ("concepto firmado", REVISAN),
    "equipo:concepto-correccion": ("concepto publicado", REVISAN),
    # The bank: anyone
    "conocimiento": ("", CUALQUIERA),
    "conocimiento-atom": ("", CUALQUIERA),
    "publicacion": ("publicación", CUALQUIERA),
    "publicacion-archivo": ("publicación", CUALQUIERA),
    "publicacion-anterior": ("versión pública", CUALQUIERA),
    "publicacion-anterior-archivo": ("versión pública", CUALQUIERA),
    "autogestion": ("", CUALQUIERA),
    "banco-avisos": ("", CUALQUIERA),
    "banco-aviso-confirmar": ("aviso por confirmar", CUALQUIERA),
    "banco-aviso-retirar": ("aviso del banco", CUALQUIERA),
    "robots": ("", CUALQUIERA),
    "sitemap": ("", CUALQUIERA),
    "sitemap-de": ("mapa del sitio", CUALQUIERA),
    # The bank: the team
    "equipo:banco": ("", DEL_EQUIPO),
    "equipo:publicacion-nueva": ("", PROGRAMAN),
    "equipo:publicacion": ("instrumento", DEL_ARBOL),
    "equipo:publicacion-archivo": ("instrumento", DEL_ARBOL),
    "equipo:publicacion-version-anterior": ("versión de un instrumento", DEL_ARBOL),
    "equipo:publicacion-version-archivo": ("versión de un instrumento", DEL_ARBOL),
    "equipo:publicacion-ficha": ("instrumento", DEL_ARBOL - {"radicadora"}),
    "equipo:publicacion-version": ("instrumento", DEL_ARBOL - {"radicadora"}),
    "equipo:publicacion-vigencia": ("instrumento", DEL_ARBOL & ORDENAN),
    "equipo:relacion-nueva": ("instrumento", DEL_ARBOL & ORDENAN),
    "equipo:relacion-retiro": ("relación", DEL_ARBOL & ORDENAN),
    "equipo:sinonimos": ("", ORDENAN),
    "equipo:sinonimo-nuevo": ("", ORDENAN),
    "equipo:sinonimo": ("sinónimo", ORDENAN),
    "equipo:sinonimo-retiro": ("sinónimo", ORDENAN),
    # Suggestions
    "publicacion-resolvio": ("publicación", CUALQUIERA),
    "entidad:borrador-resuelve": ("publicación", DE_ENTIDAD),
    "entidad:resuelta": ("publicación", DE_ENTIDAD),
    "equipo:radicar-resuelve": ("publicación", DEL_EQUIPO),
    "equipo:del-banco": ("solicitud", DEL_ARBOL),
    "equipo:citar": ("solicitud y publicación", LLEVAN),
    # Focalised assistance
    "equipo:planes-focalizados": ("", DEL_ARCHIVO),
    "equipo:planes-focalizados-excel": ("", DEL_ARCHIVO),
    "equipo:plan-focalizado-nuevo": ("", DEL_ARCHIVO - {"radicador del Archivo"}),
    "equipo:plan-focalizado": ("plan focalizado", DEL_ARCHIVO),
    "equipo:plan-focalizado-pdf": ("plan focalizado", DEL_ARCHIVO),
    **{
        f"equipo:plan-focalizado-{accion}": ("plan focalizado", LLEVAN_PLANES)
        for accion in ("datos", "propuesta", "retoma", "descarte", "cierre")
    },
    "equipo:linea": ("línea de acción", DEL_ARCHIVO),
    "equipo:linea-archivo": ("archivo de la línea", DEL_ARCHIVO),
    "equipo:linea-evidencia-retiro": ("archivo de la línea", LLEVAN_PLANES),
    "equipo:linea-nueva": ("plan focalizado", LLEVAN_PLANES),
    **{
        f"equipo:linea-{accion}": ("línea de acción", LLEVAN_PLANES)
        for accion in ("cambio", "retiro", "permanencia", "fase", "regreso", "evidencia", "comentario")
    },
    "entidad:planes-focalizados": ("", {"enlace propio", "enlace ajeno"}),
    "entidad:plan-focalizado": ("plan focalizado", {"enlace propio"}),
    "entidad:plan-focalizado-pdf": ("plan focalizado", {"enlace propio"}),
    "entidad:linea": ("línea de acción", {"enlace propio"}),
    "entidad:linea-archivo": ("archivo de la línea", {"enlace propio"}),
    # Levels, portfolio, scheme and indicators
    "equipo:nivel": ("solicitud del Archivo", {*ANOTAN, "radicador del Archivo"} - {"asesor del Archivo"}),
    "portafolio": ("", set(TODOS)),
    "portafolio-pdf": ("", set(TODOS)),
    "acuerdos": ("", set(TODOS)),
    "acuerdos-pdf": ("", set(TODOS)),
    "esquema": ("", set(TODOS)),
    "equipo:esquema": ("", set(EQUIPO)),
    "equipo:indicadores": ("", set(EQUIPO)),
    "equipo:indicadores-excel": ("", set(EQUIPO)),
    "equipo:indicadores-de": ("indicadores de una entidad", set(EQUIPO)),
    "equipo:indicadores-catalogo": ("", set(EQUIPO)),
    "equipo:indicador-nuevo": ("", ANOTAN - {"asesor del Archivo"}),
    "equipo:indicador": ("indicador", ANOTAN - {"asesor del Archivo"}),
    "equipo:indicadores-importar": ("", ANOTAN),
    "equipo:indicadores-aplicar": ("", ANOTAN),
    "equipo:indicadores-valores": ("indicadores de un año", ANOTAN),
    "equipo:interpretacion": ("indicadores de un año", ANOTAN),
    "entidad:indicadores": ("", set(ENLACES)),
    "entidad:autoevaluacion": ("indicadores de un año", {"enlace propio"}),
}
