"""What to check: a code, or a file."""

from typing import cast

from django import forms
from django.core.files.uploadedfile import UploadedFile

from asiste.documentos.huellas import huella_de
from asiste.documentos.models import Documento
from asiste.documentos.verificacion import normalizar
from asiste.web.interfaz.templatetags.interfaz import tamano

CABE = 40 * 1024 * 1024  # bytes of a file to compare


class CodigoForm(forms.Form):
    """The code printed on a document; valid, `documento` is the one that has it."""

    documento: Documento

    codigo = forms.CharField(
        label="Código de verificación",
        max_length=60,
        help_text="Está junto al QR del documento. Por ejemplo, K7QM-2XVB-9RTD.",
        error_messages={
            "required": "Escriba el código.",
            "max_length": "El código es más largo que uno de verificación. Cópielo como está en el documento.",
        },
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

    def clean_codigo(self) -> str:
        """The code as it is kept. Finds the document."""
        codigo = normalizar(self.cleaned_data["codigo"])
        if not codigo:
            raise forms.ValidationError("Escriba las doce letras y cifras del código; los guiones no hacen falta.")
        encontrado = Documento.objects.filter(codigo=codigo).first()
        if encontrado is None:
            raise forms.ValidationError(
                f"Ningún documento expedido tiene el código {codigo}. Revíselo: uno que espera aprobación aún no vale."
            )
        self.documento = encontrado
        return codigo


class ArchivoForm(forms.Form):
    """A file to be compared. Only its hash is taken: it is neither kept nor opened."""

    archivo = forms.FileField(
        label="El archivo PDF",
        allow_empty_file=True,
        help_text=f"Hasta {tamano(CABE)}. No se guarda.",
        error_messages={"required": "Elija el archivo que quiere comprobar."},
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf", "data-tamano-maximo": CABE}),
    )

    @property
    def huella(self) -> str:
        """SHA-256 of the file."""
        return huella_de(cast(UploadedFile[bytes], self.cleaned_data["archivo"]))
