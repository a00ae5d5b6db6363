"""The list as an archivable document."""

from datetime import datetime

from django.utils import timezone

from asiste.agenda.lista.resumen import resumen_de_asistencia
from asiste.agenda.models import Asistencia, Sesion
from asiste.documentos.pdf import componer
from asiste.solicitudes.copia.hoja import en_dia

AVISO = (
    "Datos tratados por la Secretaría General de la Alcaldía Mayor de Bogotá, D.C., según la Ley 1581 de 2012, con "
    "autorización de cada persona al registrarse, para dejar constancia de la sesión, enviar el acta y la encuesta. "
    "Consultas y reclamos: por los canales oficiales del servicio de asistencia técnica."
)


def lista_en_pdf(sesion: Sesion, *, ahora: datetime, con_correos: bool = True) -> bytes:
    """The list in PDF/A-2a and PDF/UA-1. What entities see of one another goes without addresses (Ley 1581, art. 4)."""
    personas = list(sesion.asistencias.validas().en_orden())
    datos = {
        "titulo": f"Lista de asistencia: {sesion.titulo}",
        "sesion": sesion.titulo,
        "corte": f"Como estaba el {en_dia(ahora)} a las {_hora(ahora)}. Horas de Bogotá.",
        "datos": _datos(sesion),
        "con_correos": con_correos,
        "personas": [_renglon(numero, una, con_correos) for numero, una in enumerate(personas, 1)],
        "notas": _notas(personas),
        "aviso": AVISO,
    }
    return componer("asistencia", datos, fecha=timezone.localdate(ahora))


def _datos(sesion: Sesion) -> list[tuple[str, str]]:
    personas = sesion.encargados.select_related("funcionario__usuario").order_by("-dirige", "id")
    pares = [
        ("Modalidad", str(sesion.modalidad)),
        ("Fecha", en_dia(sesion.inicia)),
        ("Hora", f"{_hora(sesion.inicia)} a {_hora(sesion.termina)}"),
        (sesion.get_medio_display(), sesion.donde),
        ("Dependencia", sesion.dependencia.nombre),
        ("A cargo", ", ".join(str(uno) for uno in personas)),
        ("Solicitudes", ", ".join(sesion.solicitudes.order_by("id").values_list("radicado", flat=True))),
        ("Asistencia", resumen_de_asistencia(sesion)),
    ]
    return [par for par in pares if par[1]]


def _renglon(numero: int, una: Asistencia, con_correos: bool) -> list[str]:
    como = una.get_medio_display() + (" *" if una.medio in Asistencia.A_MANO else "")
    hora = "–" if una.medio == Asistencia.Medio.TARDIA else _hora(una.llegada_en)
    donde = una.entidad.nombre if una.entidad else una.entidad_nombre
    celdas = [str(numero), una.nombre, donde, una.cargo, *([una.correo] if con_correos else [])]
    return [*celdas, hora, como + (" · sin cupo" if una.fuera_de_cupo else "")]


def _notas(personas: list[Asistencia]) -> list[str]:
    """Why those by hand were written down, and by whom."""
    return [
        f"{una.nombre}: {una.get_medio_display().lower()}, por {una.anotada_por}, "
        f"el {en_dia(una.registrada_en)} a las {_hora(una.registrada_en)}. Motivo: {una.motivo}"
        for una in personas
        if una.medio in Asistencia.A_MANO
    ]


def _hora(momento: datetime) -> str:
    return f"{timezone.localtime(momento):%H:%M}"
