"""Forms of signing in: those of allauth with our words and without text inside the controls."""

from typing import Any

from allauth.account import forms as cuenta
from allauth.account.fields import EmailField
from allauth.core import context
from allauth.mfa.base import forms as segundo_paso
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django import forms
from django.utils import timezone

from asiste.cuentas.acciones import cuenta_para_codigo
from asiste.cuentas.adaptador import Adaptador
from asiste.cuentas.models import Usuario
from asiste.cuentas.permisos import entra_con_codigo, entra_con_contrasena

LARGO_CORREO = Usuario._meta.get_field("email").max_length
CODIGO = {"inputmode": "numeric", "autocomplete": "one-time-code"}


def _presentar(campo: forms.Field, rotulo: str, ayuda: str = "", **atributos: str) -> None:
    campo.label, campo.help_text = rotulo, ayuda
    campo.widget.attrs.pop("placeholder", None)
    campo.widget.attrs.update(atributos)


class PedirCodigo(cuenta.RequestLoginCodeForm):
    """Address to which a code is sent. Whoever it is, the page answers the same."""

    email = EmailField(max_length=LARGO_CORREO)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _presentar(self.fields["email"], "Correo electrónico", "El de su entidad, si lo tiene.")

    def clean_email(self) -> str:
        """The address, within the rate limit: a code for contacts, directions for the team, an account for the new."""
        correo: str = super().clean_email()
        usuario = cuenta_para_codigo(correo=correo, ahora=timezone.now())
        self._user = usuario if entra_con_codigo(usuario) else None
        if entra_con_contrasena(usuario):
            Adaptador().avisar_que_use_contrasena(correo)
        return correo


class ConfirmarCodigo(cuenta.ConfirmLoginCodeForm):
    """The code that came by mail."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _presentar(self.fields["code"], "Código de 6 números", **CODIGO)


class Ingreso(cuenta.LoginForm):
    """Address and password of the team."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _presentar(self.fields["login"], "Correo electrónico", autocomplete="username")
        _presentar(self.fields["password"], "Contraseña")


class Reautenticar(cuenta.ReauthenticateForm):
    """The password, once more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _presentar(self.fields["password"], "Contraseña")


class PedirContrasena(cuenta.ResetPasswordForm):
    """Address to which the link to make a password is sent."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _presentar(self.fields["email"], "Correo electrónico")


class CrearContrasena(cuenta.ResetPasswordKeyForm):
    """The new password, twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ayuda = "De 8 caracteres o más. No sirven solo números, las palabras más usadas ni sus propios datos."
        _presentar(self.fields["password1"], "Contraseña nueva", ayuda)
        _presentar(self.fields["password2"], "Escríbala otra vez")


class CodigoSegundoPaso(segundo_paso.AuthenticateForm):
    """The code of the app, or one of the backup codes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _presentar(self.fields["code"], "Código de la aplicación", **CODIGO)


class RepetirSegundoPaso(segundo_paso.ReauthenticateForm):
    """The code of the app, once more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _presentar(self.fields["code"], "Código de la aplicación", **CODIGO)


class ActivarSegundoPaso(ActivateTOTPForm):
    """First code of the app, which proves that the secret was read well."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        mostrado = context.request.session.get(SECRET_SESSION_KEY)
        super().__init__(*args, **kwargs)
        if mostrado:  # allauth makes another at each visit, and the one already in the phone would be of no use
            self.secret = context.request.session[SECRET_SESSION_KEY] = mostrado
        _presentar(self.fields["code"], "Código que muestra la aplicación", **CODIGO)
