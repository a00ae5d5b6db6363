"""What a concept says, as the document shows it: what was written, and what its request already knows."""

from collections.abc import Mapping
from typing import Any

from asiste.conceptos.formatos import rotulo_del_formato
from asiste.conceptos.html import sin_formato
from asiste.conceptos.models import AnexoConcepto, Concepto, SeccionConcepto
from asiste.conceptos.oficina import oficina_de
from asiste.directorio.models import Funcionario
from asiste.solicitudes.copia.hoja import en_dia

INSTITUCION = "Secretaría General de la Alcaldía Mayor de Bogotá, D.C."
ALCANCE = (
    "Este concepto se emite en los términos del artículo 28 de la Ley 1437 de 2011, Código de Procedimiento "
    "Administrativo y de lo Contencioso Administrativo, sustituido por el artículo 1 de la Ley 1755 de 2015: salvo "
    "disposición legal en contrario, los conceptos emitidos por las autoridades como respuestas a peticiones "
    "realizadas en ejercicio del derecho a formular consultas no serán de obligatorio cumplimiento o ejecución."
)


def contenido_de(concepto: Concepto) -> dict[str, Any]:
    """The whole of it as plain data, with the sections in clean HTML: what a version keeps, and what the PDF sets."""
    oficina = oficina_de(concepto)
    textos = dict(SeccionConcepto.objects.juntas().filter(concepto=concepto).values_list("clave", "texto"))
    return {
        "titulo": f"Concepto: {concepto.asunto}",
        "asunto": concepto.asunto,
        "institucion": INSTITUCION,
        "dependencia": oficina.nombre,
        "formato": rotulo_del_formato(oficina),
        "datos": [par for par in _datos(concepto) if par[1]],
        "consulta": concepto.consulta,
        "terminos": concepto.terminos,
        "secciones": [[clave, rotulo, textos.get(clave, "")] for clave, rotulo in Concepto.SECCIONES.items()],
        "alcance": ALCANCE,
        "responsables": [
            persona("Proyectó", concepto.proyecta),
            *([persona("Revisó", concepto.revisa)] if concepto.revisa else []),
        ],
        "anexos": [_anexo(uno) for uno in concepto.anexos.select_related("archivo").order_by("id")],
    }


def lo_escrito(contenido: Mapping[str, Any]) -> str:
    """The sections, with their marks and without them: what may name another concept by its number or its address."""
    textos = [html for _, _, html in contenido["secciones"]]
    return "\n".join([*textos, *map(sin_formato, textos)])


def persona(que_hizo: str, funcionario: Funcionario) -> list[str]:
    """A row of who answers for it."""
    return [que_hizo, str(funcionario), funcionario.cargo]


def _datos(concepto: Concepto) -> list[list[str]]:
    caso = concepto.solicitud
    temas = caso.temas.order_by("nombre", "id").values_list("nombre", flat=True)
    return [
        ["Radicado", caso.radicado],
        ["Recibido", en_dia(caso.recibida_en)],
        ["Entidad", caso.quien_pide],
        ["Sector", str(caso.sector) if caso.sector else ""],
        ["Quien consulta", ", ".join(filter(None, [caso.solicitante_nombre, caso.solicitante_cargo]))],
        ["Temas", ", ".join(dict.fromkeys(temas))],
        ["Responde", oficina_de(concepto).nombre],
    ]


def _anexo(uno: AnexoConcepto) -> list[str]:
    paginas = "" if uno.paginas is None else f"{uno.paginas} página{'' if uno.paginas == 1 else 's'}"
    return [uno.nombre, paginas, uno.archivo.huella]
