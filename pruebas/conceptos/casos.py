"""Concepts in each of their states, made through the same actions as in production."""

from datetime import date
from typing import Any

from asiste.conceptos.acciones.ejemplares import abrir_ejemplar, preparar_firma
from asiste.conceptos.acciones.firma import firmar as firmar_ejemplar
from asiste.conceptos.acciones.inicio import empezar_concepto
from asiste.conceptos.acciones.redaccion import guardar_seccion
from asiste.conceptos.acciones.revision import enviar_a_revision, pasar_a_firma
from asiste.conceptos.models import Concepto, EjemplarConcepto
from asiste.cuentas.models import Rol
from asiste.directorio.acciones import encargar_oficina
from asiste.directorio.models import Dependencia, Funcionario
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas
from pruebas.fabricas import AHORA

ANALISIS = "La creación de una dependencia no obliga a crear un proceso."
CONCLUSIONES = "Procede actualizar tres caracterizaciones."


def cabeza(oficina: str = "stdi", *, nombre: str = "Andrés Molina", rol: Rol = Rol.SUBDIRECCION) -> Funcionario:
    """Who heads an office."""
    return fabricas.funcionario(oficina, nombre=nombre, rol=rol)


def encargar(quien: Funcionario, oficina: Dependencia, *, autor: Funcionario, hasta: date | None = None) -> None:
    """Somebody heads the office from today, by an act that another one notes."""
    dia, acto = AHORA.date(), "Res. 1"
    datos: dict[str, Any] = {"desde": dia, "hasta": hasta, "acto": acto, "autor": autor.usuario, "ahora": AHORA}
    encargar_oficina(dependencia=oficina, funcionario=quien, **datos)


def escribir(concepto: Concepto, clave: str, texto: str) -> None:
    """Writes a section over what it says."""
    fila = concepto.secciones.filter(clave=clave, aparte=False).first()
    guardar_seccion(
        concepto=concepto,
        clave=clave,
        texto=f"<p>{texto}</p>",
        version=fila.version if fila else 0,
        autor=concepto.proyecta.usuario,
        ahora=AHORA,
    )


def escrito(*, oficina: str = "stdi", asesor: Funcionario | None = None, **cambios: Any) -> Concepto:
    """A draft with analysis and conclusions, of a request in hand; `cambios` are those of the request."""
    caso = fabricas.solicitud(
        asesor=asesor or fabricas.funcionario(oficina), estado=Solicitud.Estado.EN_TRAMITE, **cambios
    )
    assert caso.asesor is not None
    concepto = empezar_concepto(solicitud=caso, autor=caso.asesor.usuario, ahora=AHORA)
    escribir(concepto, "analisis", ANALISIS)
    escribir(concepto, "conclusiones", CONCLUSIONES)
    return concepto


def en_revision(concepto: Concepto | None = None, *, revisa: Funcionario | None = None, **cambios: Any) -> Concepto:
    """Sent to who heads its office, or to the one given."""
    concepto = concepto or escrito(**cambios)
    quien = revisa or cabeza(concepto.dependencia.clave)
    enviar_a_revision(concepto=concepto, revisa=quien, autor=concepto.proyecta.usuario, ahora=AHORA)
    return Concepto.objects.completos().get(pk=concepto.pk)


def por_firmar(concepto: Concepto | None = None, *, revisa: Funcionario | None = None, **cambios: Any) -> Concepto:
    """Approved by who reviewed it."""
    enviado = en_revision(concepto, revisa=revisa, **cambios)
    assert enviado.revisa is not None
    pasar_a_firma(concepto=enviado, autor=enviado.revisa.usuario, ahora=AHORA)
    return Concepto.objects.completos().get(pk=enviado.pk)


def abierto(concepto: Concepto, firmante: Funcionario | None = None) -> EjemplarConcepto:
    """The copy that the reviewer, or the one given, has opened to sign it."""
    quien = firmante or concepto.revisa
    assert quien is not None
    ejemplar = preparar_firma(concepto=concepto, firmante=quien, ahora=AHORA)
    abrir_ejemplar(ejemplar=ejemplar, ahora=AHORA)
    return ejemplar


def firmar(ejemplar: EjemplarConcepto) -> Concepto:
    """Signs what was opened."""
    return firmar_ejemplar(ejemplar=ejemplar, huella=ejemplar.archivo.huella, ahora=AHORA)


def firmado(concepto: Concepto | None = None, **cambios: Any) -> Concepto:
    """Signed by who reviewed it."""
    return firmar(abierto(concepto or por_firmar(**cambios)))
