"""Concepts in the demo city, each as far as its adviser has come."""

from datetime import datetime, timedelta

from asiste.conceptos import acciones
from asiste.conceptos.models import Concepto
from asiste.directorio.models import Dependencia, Funcionario
from asiste.documentos.acciones import guardar_archivo
from asiste.solicitudes.acciones import ArchivoNombrado
from asiste.solicitudes.models import Solicitud

FORMATOS = {"dddi": ("4202000-FT-1172", "03"), "ddab": ("2215100-FT-941", "02"), "ddri": ("4203000-FT-880", "01")}
CUADRO = "Asunto;Hallado;Qué sigue\nResponsables;Sin acto que los asigne;Expedir el acto\n"
DE_LAURA, DE_OTROS = 3, 5
MARCO = {
    "dddi": "<p>Decreto 1499 de 2017, Manual Operativo de MIPG, dimensión 3, y Decreto Distrital 221 de 2023.</p>",
    "ddab": "<p>Ley 594 de 2000, Acuerdo 001 de 2024 del Archivo General de la Nación y Decreto 828 de 2018.</p>",
    "ddri": "<p>Acuerdo Distrital 257 de 2006 y política distrital de internacionalización.</p>",
}
ANALISIS = (
    "<p>Se revisó lo que envió <strong>{entidad}</strong> frente a los lineamientos vigentes. De lo hallado, dos "
    "asuntos exigen ajuste y uno está conforme:</p>"
    "<table><tr><th>Asunto</th><th>Hallado</th><th>Qué sigue</th></tr>"
    "<tr><td>Responsables</td><td>Sin acto que los asigne</td><td>Expedir el acto</td></tr>"
    "<tr><td>Instrumento</td><td>Versión de 2021</td><td>Actualizar y aprobar en comité</td></tr>"
    "<tr><td>Publicación</td><td>Conforme</td><td>Mantener</td></tr></table>"
    "<h3>Alcance de lo revisado</h3><p>No se revisaron expedientes en sitio. La entidad responde por sus "
    'datos, que puede contrastar con la <a href="https://www.funcionpublica.gov.co/">guía publicada</a>.</p>'
)
CONCLUSIONES = (
    "<ol><li>Procede ajustar el instrumento.</li><li>El ajuste se aprueba en el comité institucional.</li></ol>"
)
RECOMENDACIONES = "<ul><li>Enviar la versión ajustada.</li><li>Capacitar a los responsables.</li></ul>"


def proyectar(equipo: dict[str, Funcionario], ahora: datetime) -> list[Concepto]:
    """Eight drafts of requests in course, from just started to ready for review, and the formats of the offices."""
    for clave, (codigo, version) in FORMATOS.items():
        oficina = Dependencia.objects.get(clave=clave)
        acciones.guardar_formato(dependencia=oficina, codigo=codigo, version=version, textos={"marco": MARCO[clave]})
    en_curso = Solicitud.objects.filter(estado=Solicitud.Estado.EN_TRAMITE, asesor__isnull=False)
    con_tiempo = en_curso.select_related("asesor__usuario").order_by("-vence_el", "id")
    laura = equipo["lortiz"]
    casos = [*con_tiempo.filter(asesor=laura)[:DE_LAURA], *con_tiempo.exclude(asesor=laura)[:DE_OTROS]]
    return [_proyectar(caso.asesor, caso, avance, ahora) for avance, caso in enumerate(casos) if caso.asesor]


def _proyectar(quien: Funcionario, caso: Solicitud, avance: int, ahora: datetime) -> Concepto:
    """Started some hours ago by its adviser; the further in the list, the more of it is written."""
    desde = ahora - timedelta(hours=4)
    concepto = acciones.empezar_concepto(solicitud=caso, autor=quien.usuario, ahora=desde)
    textos = {
        "analisis": ANALISIS.format(entidad=caso.quien_pide),
        "conclusiones": CONCLUSIONES,
        "recomendaciones": RECOMENDACIONES,
    }
    for lugar, (clave, html) in enumerate(list(textos.items())[: avance % 4]):
        momento = desde + timedelta(hours=1 + lugar)
        acciones.guardar_seccion(
            concepto=concepto, clave=clave, texto=html, version=0, autor=quien.usuario, ahora=momento
        )
    if avance % 4 == len(textos):
        cuadro = ArchivoNombrado("cuadro-de-ajustes.csv", guardar_archivo(contenido=CUADRO.encode()))
        acciones.agregar_anexos(concepto=concepto, archivos=[cuadro], autor=quien.usuario)
    return concepto
