"""What one may read by oneself before asking: level 1."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from asiste.conocimiento.models import Publicacion
from asiste.web.publico.conocimiento.vitrina import Grupo, componentes, de_clase

TITULOS = {
    Publicacion.Clase.LINEA: "Líneas técnicas",
    Publicacion.Clase.GUIA: "Guías",
    Publicacion.Clase.INSTRUMENTO: "Videos, cursos y formatos",
}


@require_safe
def autogestion(request: HttpRequest) -> HttpResponse:
    """Lines, guides, instruments and the concepts most used, by component. Disposición: 7.1.3-ans-niveles."""
    contexto = {
        "grupos": [Grupo(clase, titulo, de_clase(clase)) for clase, titulo in TITULOS.items()],
        "componentes": componentes(),
    }
    return render(request, "publico/conocimiento/autogestion.html", contexto)
