"""Steps of signing in after the first proof."""

from allauth.mfa.stages import AuthenticateStage
from django.http import HttpResponse

from asiste.cuentas.permisos import vino_de_la_institucion


class SegundoFactor(AuthenticateStage):
    """Asks the code of the app, except to whom the institution's sign-in already vouched for."""

    def handle(self) -> tuple[HttpResponse | None, bool]:
        """The redirection to the code page, or None to go on."""
        if vino_de_la_institucion(self.request, self.login.user):
            return None, True
        return super().handle()
