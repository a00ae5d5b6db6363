"""A request becomes a signed concept and then a public one, that who asks later finds by plain words before filing."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from asiste.conceptos.models import Concepto
from asiste.conocimiento.models import Sinonimo, Uso
from asiste.cuentas.models import Rol, Usuario
from asiste.directorio.acciones import asignar_asesor
from asiste.directorio.models import Funcionario
from asiste.portafolio.models import Modalidad
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas
from pruebas.arnes.paginas import faltas_de_accesibilidad

Entrar = Callable[[Usuario], Page]
CEDULA = "C.C. 52.345.678"
ANALISIS = f"El código de integridad vincula a los contratistas, como en el caso de quien se identifica con {CEDULA}."
CONCLUSIONES = "Procede incluir en cada contrato la obligación de conocer y aplicar el código de integridad."


def pedir_un_concepto(pagina: Page) -> Solicitud:
    pagina.goto("/mi-entidad/solicitar/")
    pagina.locator("[name=asunto]").fill("Código de integridad para contratistas")
    pagina.locator("[name=texto]").fill("¿Los contratistas deben cumplir el código de integridad de la entidad?")
    pagina.locator("[name=cargo]").fill("Profesional")
    pagina.locator(f"[name=temas][value='{fabricas.tema().pk}']").evaluate("casilla => { casilla.checked = true }")
    concepto = Modalidad.objects.get(clave="concepto").pk
    pagina.locator(f"[name=modalidad][value='{concepto}']").evaluate("opcion => { opcion.checked = true }")
    pagina.locator("[name=terminos]").fill("Por escrito, antes de la próxima contratación.")
    pagina.get_by_role("button", name="Radicar solicitud").last.click()
    expect(pagina.get_by_role("heading", name="Su solicitud quedó radicada")).to_be_visible()
    return Solicitud.objects.get()


def proyectar(pagina: Page, caso: Solicitud, revisa: Funcionario) -> Concepto:
    pagina.goto("/equipo/")
    pagina.get_by_role("button", name="Tomar la siguiente").click()
    pagina.goto(f"/equipo/solicitudes/{caso.radicado}/")
    pagina.get_by_role("button", name="Proyectar el concepto").click()
    for clave, texto in (("analisis", ANALISIS), ("conclusiones", CONCLUSIONES)):
        escrito = pagina.locator(f"#s-{clave} .ProseMirror")
        escrito.click()
        escrito.press_sequentially(texto)
        expect(pagina.locator(f"#estado-{clave}")).to_contain_text("Guardado")
    pagina.get_by_role("link", name="Enviar a revisión").click()
    pagina.locator("[name=revisa]").select_option(str(revisa.pk))
    pagina.get_by_role("button", name="Enviar a revisión").click()
    expect(pagina.get_by_text(f"Revisa {revisa}").first).to_be_visible()
    return Concepto.objects.get()


def revisar_y_firmar(pagina: Page, concepto: Concepto) -> None:
    pagina.goto(f"/equipo/conceptos/{concepto.pk}/")
    pagina.get_by_role("link", name="Pasar a firma").click()
    pagina.get_by_role("button", name="Pasar a firma").click()
    pagina.get_by_role("link", name="Firmar concepto").click()
    with pagina.expect_download():
        pagina.get_by_role("link", name="Abrir el PDF por firmar").click()
    pagina.get_by_label("Su contraseña, o el código de su aplicación").fill(fabricas.CONTRASENA)
    pagina.get_by_role("button", name="Firmar", exact=True).click()
    expect(pagina.get_by_text("Firmó el concepto C-DDDI-")).to_be_visible()


def publicar_sin_datos_personales(pagina: Page) -> None:
    pagina.get_by_role("link", name="Preparar la versión pública").click()
    assert faltas_de_accesibilidad(pagina) == []
    while pagina.locator("button[value=suprimir]").count():
        pagina.locator("button[value=suprimir]").first.click()
    pagina.get_by_role("link", name="Escribir").click()
    pagina.locator("[name=titulo]").fill("El código de integridad y los contratistas")
    pagina.locator("[name=resumen]").fill("Los contratistas conocen y aplican el código de integridad de la entidad.")
    pagina.get_by_role("button", name="Guardar").last.click()
    pagina.get_by_role("button", name="Publicar en el banco").click()
    expect(pagina.get_by_text("ya está en el banco de conceptos")).to_be_visible()


def hallarlo_en_el_banco(pagina: Page) -> None:
    pagina.context.clear_cookies()
    pagina.goto("/conocimiento/")
    pagina.get_by_role("searchbox").first.fill("reglas de comportamiento de los contratistas")
    pagina.get_by_role("searchbox").first.press("Enter")
    pagina.get_by_role("link", name="El código de integridad y los contratistas").click()
    expect(pagina.get_by_text("Procede incluir en cada contrato").first).to_be_visible()
    expect(pagina.get_by_text("52.345.678")).to_have_count(0)


def resolver_la_duda_sin_radicar(pagina: Page) -> None:
    pagina.goto("/mi-entidad/solicitar/")
    pagina.locator("[name=asunto]").fill("Contratistas y reglas de comportamiento")
    pagina.locator("[name=texto]").press_sequentially("Los contratistas tienen que cumplir el codigo de integridad?")
    pagina.get_by_role("button", name="Esto resolvió mi duda").click()
    expect(pagina.get_by_role("heading", name="Nos alegra que le sirviera")).to_be_visible()


@pytest.mark.disposicion("6.3-conceptos", "7.1.3-banco-conceptos", "7.1.3-ans-niveles")
def test_un_concepto_va_de_la_solicitud_al_banco_y_de_ahi_a_quien_pregunta_despues(
    pagina: Page, entrar: Entrar
) -> None:
    Sinonimo.objects.get_or_create(palabra="reglas de comportamiento", defaults={"equivale": "código de integridad"})
    asesora = fabricas.funcionario("stdi")
    asignar_asesor(
        dependencia=asesora.dependencia, asesor=asesora, entidad=fabricas.entidad("sdh"), desde=fabricas.SIEMPRE
    )
    subdirector = fabricas.funcionario("stdi", nombre="Andrés Molina", rol=Rol.SUBDIRECCION)
    entrar(fabricas.cuenta(fabricas.enlace("sdh")))
    caso = pedir_un_concepto(pagina)
    entrar(asesora.usuario)
    concepto = proyectar(pagina, caso, subdirector)
    entrar(subdirector.usuario)
    revisar_y_firmar(pagina, concepto)
    caso.refresh_from_db()
    assert caso.estado == Solicitud.Estado.ATENDIDA
    publicar_sin_datos_personales(pagina)
    hallarlo_en_el_banco(pagina)
    entrar(fabricas.cuenta(fabricas.enlace("sed", nombre="Rosa Díaz")))
    resolver_la_duda_sin_radicar(pagina)
    uso = Uso.objects.get()
    assert (uso.clase, uso.entidad, Solicitud.objects.count()) == ("resolvio", fabricas.entidad("sed"), 1)
