"""Addresses of signing in: those of allauth that are wanted, under its names. Mounted at `cuenta/`."""

from allauth.account import views as cuenta
from allauth.mfa.base import views as segundo_paso
from allauth.mfa.recovery_codes import views as respaldo
from allauth.mfa.totp import views as totp
from allauth.socialaccount import views as institucional
from allauth.socialaccount.providers.openid_connect import views as openid
from django.urls import path, re_path

from asiste.cuentas import views

urlpatterns = [
    path("ingresar/", cuenta.request_login_code, name="account_request_login_code"),
    path("ingresar/codigo/", cuenta.confirm_login_code, name="account_confirm_login_code"),
    path("equipo/", cuenta.login, name="account_login"),
    path("equipo/codigo/", segundo_paso.authenticate, name="mfa_authenticate"),
    path("salir/", cuenta.logout, name="account_logout"),
    path("inactiva/", cuenta.account_inactive, name="account_inactive"),
    path("confirmar/", cuenta.reauthenticate, name="account_reauthenticate"),
    path("confirmar/codigo/", segundo_paso.reauthenticate, name="mfa_reauthenticate"),
    path("contrasena/", cuenta.password_reset, name="account_reset_password"),
    path("contrasena/enviada/", cuenta.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^contrasena/nueva/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        cuenta.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("contrasena/lista/", cuenta.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path("segundo-paso/", segundo_paso.index, name="mfa_index"),
    path("segundo-paso/activar/", totp.activate_totp, name="mfa_activate_totp"),
    path("segundo-paso/cambiar/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("segundo-paso/respaldo/", respaldo.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("segundo-paso/respaldo/nuevos/", respaldo.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("institucional/cancelado/", institucional.login_cancelled, name="socialaccount_login_cancelled"),
    path("institucional/<slug:provider_id>/", views.ingresar_por_la_institucion, name="openid_connect_login"),
    path("institucional/<slug:provider_id>/vuelta/", openid.callback, name="openid_connect_callback"),
]
