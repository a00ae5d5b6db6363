"""How allauth behaves here: where each person lands, what is refused and what its mails say."""

import logging
import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.stagekit import clear_login
from allauth.core.exceptions import ImmediateHttpResponse, SignupClosedException
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base.constants import AuthProcess
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.mail import EmailMessage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from asiste.cuentas.models import Usuario
from asiste.cuentas.permisos import entra_con_codigo, entra_con_contrasena, vino_con_codigo

AUTOMATICO = {
    "Auto-Submitted": "auto-generated",
    "X-Auto-Response-Suppress": "All",
}  # no «fuera de la oficina» comes back
ETAPA_SEGUNDO_FACTOR = "allauth.mfa.stages.AuthenticateStage"
registro = logging.getLogger(__name__)


class Adaptador(DefaultAccountAdapter):
    """Sign-in of the site."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": "El correo o la contraseña no son correctos.",
        "incorrect_code": "El código no es correcto.",
        "incorrect_password": "La contraseña no es correcta.",
        "too_many_login_attempts": "Hubo demasiados intentos. Espere unos minutos y pruebe de nuevo.",
        "rate_limited": "Hubo demasiados intentos. Espere unos minutos y pruebe de nuevo.",
        "invalid_password_reset": "El enlace para crear la contraseña ya no sirve.",
    }

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Where each one works: the team in its tray, the others in their requests."""
        return reverse("equipo:bandeja" if entra_con_contrasena(request.user) else "entidad:solicitudes")

    def get_login_stages(self) -> list[str]:
        """Those of allauth, with our rule for the second factor."""
        propia = {ETAPA_SEGUNDO_FACTOR: "asiste.cuentas.etapas.SegundoFactor"}
        return [propia.get(etapa, etapa) for etapa in super().get_login_stages()]

    def pre_login(self, request: HttpRequest, user: AbstractBaseUser, **datos: Any) -> HttpResponse | None:
        """Refuses a mailed code from the team, also when the person joined it after asking for the code."""
        if entra_con_contrasena(user) and vino_con_codigo(request, user):
            clear_login(request)
            messages.error(request, "Esta cuenta es del equipo: ingrese con su contraseña.")
            return redirect("account_login")
        return super().pre_login(request, user, **datos)

    def is_reauthentication_required(self, *, app: str, **datos: Any) -> bool:
        """Who has just signed in is not asked again before activating the second factor."""
        pasos = get_authentication_records(self.request, self.request.user)
        recien = any(time.time() - paso["at"] < app_settings.REAUTHENTICATION_TIMEOUT for paso in pasos)
        return not recien and super().is_reauthentication_required(app=app, **datos)

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        """The mail, told to be automatic, with the minutes a code lives (`minutos`)."""
        contexto = {"minutos": app_settings.LOGIN_BY_CODE_TIMEOUT // 60, **context}
        return super().render_mail(template_prefix, email, contexto, AUTOMATICO | (headers or {}))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Sends at once; when the mail server fails, the person reads so on the same page."""
        try:
            super().send_mail(template_prefix, email, context)
        except OSError as error:  # SMTPException is one
            registro.exception("No salió el correo %s", template_prefix)
            messages.error(self.request, "No pudimos enviar el correo. Pruebe de nuevo en unos minutos.")
            raise ImmediateHttpResponse(redirect(self.request.get_full_path())) from error

    def send_password_reset_mail(self, user: AbstractBaseUser, email: str, context: dict[str, Any]) -> None:
        """The link, to the team; the others are told that they need no password."""
        if entra_con_contrasena(user):
            super().send_password_reset_mail(user, email, context)
        elif entra_con_codigo(user):
            direccion = self.request.build_absolute_uri(reverse("account_request_login_code"))
            self.send_mail("account/email/solo_codigo", email, {"direccion": direccion})

    def avisar_que_use_contrasena(self, email: str) -> None:
        """Tells someone of the team, who asked for a code, by which door to enter."""
        direccion = self.request.build_absolute_uri(reverse("account_login"))
        self.send_mail("account/email/solo_contrasena", email, {"direccion": direccion})


class AdaptadorInstitucional(DefaultSocialAccountAdapter):
    """Sign-in of the institution (OIDC): lets in who is already of the team, and creates nobody."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Links the identity to the active team account of its verified address.

        Raises SignupClosedException, which allauth shows as «no tiene acceso», for anyone else.
        """
        usuario = sociallogin.user if sociallogin.is_existing else _persona_de(sociallogin)
        ingresa = sociallogin.state.get("process") == AuthProcess.LOGIN
        if not (ingresa and entra_con_contrasena(usuario)):
            raise SignupClosedException
        if not sociallogin.is_existing:
            sociallogin.connect(request, usuario)


def _persona_de(sociallogin: SocialLogin) -> Usuario | None:
    verificados = [correo.email.lower() for correo in sociallogin.email_addresses if correo.verified is True]
    return Usuario.objects.filter(email__in=verificados).order_by("id").first()
