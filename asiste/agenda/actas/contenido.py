"""What minutes and reports say, as the document shows it: what was written, and what the session already knows."""

from typing import Any

from django.utils import timezone

from asiste.agenda.actas.entidades import entidades_de_la_sesion
from asiste.agenda.models import Acta, Asistencia, FormatoActa, SeccionActa, Sesion
from asiste.directorio.models import Dependencia
from asiste.solicitudes.copia.hoja import en_dia

INSTITUCION = "Secretaría General de la Alcaldía Mayor de Bogotá, D.C."
# What the header of a report asks of the visited entity
DATOS_DE_LA_ENTIDAD = {
    "representante": "Representante legal",
    "area": "Dependencia responsable de la gestión documental y el archivo",
    "responsable": "Nombre del responsable",
    "direccion": "Dirección",
    "telefonos": "Teléfonos",
    "correo": "Correo o página web",
    "tipo": "Tipo de visita",
}


def clase_para(sesion: Sesion) -> Acta.Clase:
    """A visit leaves a report; the rest, minutes. Disposición: 7.1.2-visita."""
    return Acta.Clase.INFORME if sesion.es_visita else Acta.Clase.ACTA


def acta_de(sesion: Sesion) -> Acta | None:
    """What is written of a session, if somebody started it."""
    acta = sesion.actas.filter(clase=clase_para(sesion)).select_related("documento").first()
    if acta is not None:
        acta.sesion = sesion
    return acta


def contenido_de(acta: Acta) -> dict[str, Any]:
    """The whole of it as plain data, the pictures apart: what a version keeps, and what the template sets."""
    sesion = acta.sesion
    textos = dict(SeccionActa.objects.juntas().filter(acta=acta).values_list("clave", "texto"))
    return {
        "titulo": f"{acta.get_clase_display()}: {sesion.titulo}",
        "clase": acta.get_clase_display(),
        "institucion": INSTITUCION,
        "dependencia": sesion.dependencia.nombre,
        "formato": formato_para(acta, sesion.dependencia),
        "datos": [par for par in _datos(sesion) if par[1]],
        "entidad": [par for par in _de_la_entidad(acta) if par[1]] if acta.clase == Acta.Clase.INFORME else [],
        "orden": [
            [punto.titulo, punto.responsable, f"{punto.minutos} min", "Sí" if punto.tratado else "No"]
            for punto in sesion.puntos.order_by("orden")
        ],
        "secciones": [[rotulo, textos.get(clave, "")] for clave, rotulo in acta.rotulos.items()],
        "compromisos": [
            [uno.actividad, uno.quien, uno.entidad.corto if uno.entidad else "", en_dia(uno.vence_el)]
            for uno in sesion.compromisos.select_related("entidad", "responsable__usuario").order_by("vence_el", "id")
        ],
        "asistentes": [_asistente(una) for una in sesion.asistencias.validas().en_orden()],
        "fotos": list(acta.fotos.order_by("id").values_list("descripcion", flat=True)),
    }


def formato_para(acta: Acta, dependencia: Dependencia) -> str:
    """Code and version of the format of the office, or of the nearest above it; empty without one."""
    oficinas = [oficina.pk for oficina in dependencia.cadena()]
    formatos = FormatoActa.objects.filter(dependencia__in=oficinas, clase=acta.clase)
    cercano = min(formatos, key=lambda formato: oficinas.index(formato.dependencia_id), default=None)
    return f"Código {cercano.codigo} · Versión {cercano.version}" if cercano else ""


def _datos(sesion: Sesion) -> list[tuple[str, str]]:
    inicia, termina = timezone.localtime(sesion.inicia), timezone.localtime(sesion.termina)
    personas = sesion.encargados.select_related("funcionario__usuario").order_by("-dirige", "id")
    quienes = [str(uno.funcionario) for uno in personas]
    radicados = sesion.solicitudes.order_by("recibida_en", "id").values_list("radicado", flat=True)
    return [
        ("Radicado", ", ".join(radicados)),
        ("Asunto", sesion.titulo),
        ("Modalidad", str(sesion.modalidad)),
        ("Dependencia responsable", sesion.dependencia.nombre),
        ("Lugar", sesion.donde),
        ("Fecha", en_dia(sesion.inicia)),
        ("Hora", f"{inicia:%H:%M} a {termina:%H:%M}, hora de Bogotá"),
        ("Dirige", quienes[0] if quienes else ""),
        ("Acompañan", ", ".join(quienes[1:])),
    ]


def _de_la_entidad(acta: Acta) -> list[tuple[str, str]]:
    nombres = ", ".join(entidades_de_la_sesion(acta.sesion))
    return [
        ("Nombre de la entidad", nombres),
        *((rotulo, acta.datos.get(clave, "")) for clave, rotulo in DATOS_DE_LA_ENTIDAD.items()),
    ]


def _asistente(una: Asistencia) -> list[str]:
    llegada = timezone.localtime(una.llegada_en)
    como = f" · {una.get_medio_display().lower()}" if una.medio in Asistencia.A_MANO else ""
    return [una.nombre, una.cargo, una.de_donde, f"{llegada:%H:%M}{como}"]
