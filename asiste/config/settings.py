"""Settings of every installation; what differs comes from the environment (see docs/operacion.md)."""

from pathlib import Path

import django_stubs_ext
import fontpkg_nunito_sans
from psycopg.conninfo import conninfo_to_dict

from asiste import entorno

django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = entorno.carpeta_local()
SECRET_KEY = entorno.clave_secreta()
DEBUG = False
ALLOWED_HOSTS = entorno.lista("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
URL_PUBLICA = entorno.texto("URL_PUBLICA", f"http://127.0.0.1:{entorno.texto('PORT', '8000')}")
HTTPS = URL_PUBLICA.startswith("https://")
CSRF_TRUSTED_ORIGINS = [URL_PUBLICA]
ROOT_URLCONF = "asiste.config.urls"
WSGI_APPLICATION = "asiste.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "asiste.arranque",
    "asiste.demo",
    "asiste.web.publico",
    "asiste.web.entidad",
    "asiste.web.equipo",
    "asiste.web.interfaz",
    "asiste.correo",
    "asiste.archivo",
    "asiste.oferta",
    "asiste.conceptos",
    "asiste.agenda",
    "asiste.solicitudes",
    "asiste.conocimiento",
    "asiste.directorio",
    "asiste.portafolio",
    "asiste.calendario",
    "asiste.documentos",
    "asiste.notificaciones",
    "asiste.auditoria",
    "asiste.cuentas",
    "asiste.cuentas.apps.AdministracionConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_htmx",
    "django_prose_editor",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "asiste.web.interfaz.seguridad.cabeceras",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "asiste.cuentas.middleware.segundo_factor",
    "asiste.auditoria.middleware.contexto",
    "django_htmx.middleware.HtmxMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "asiste.web.interfaz.contexto.interfaz",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Database: PostgreSQL only
_conexion = conninfo_to_dict(entorno.texto("DATABASE_URL"))
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": _conexion.get("dbname", "postgres"),
        "USER": _conexion.get("user", ""),
        "PASSWORD": _conexion.get("password", ""),
        "HOST": _conexion.get("host", ""),
        "PORT": _conexion.get("port", ""),
        "OPTIONS": {"pool": {"min_size": 0, "max_size": 8, "timeout": 30}},
        "TEST": {"TEMPLATE": "template0"},
    }
}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # Django's 300 would forget used codes and limits still in force
    }
}
PROCRASTINATE_IMPORT_PATHS = [
    "asiste.documentos.tareas",
    "asiste.auditoria.tareas",
    "asiste.cuentas.tareas",
    "asiste.solicitudes.tareas",
    "asiste.correo.tareas",
    "asiste.oferta.tareas",
    "asiste.conocimiento.tareas",
    "asiste.agenda.tareas",
]

# Language and time: Spanish of Colombia, Bogotá
LANGUAGE_CODE = "es-co"
TIME_ZONE = "America/Bogota"
USE_TZ = True
FORMAT_MODULE_PATH = ["asiste.web.interfaz.formatos"]

# People (docs/decisiones/0003-ingreso.md)
AUTH_USER_MODEL = "cuentas.Usuario"
AUTHENTICATION_BACKENDS = ["asiste.directorio.acceso.ConPuesto"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{nombre}"}
    for nombre in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "account_request_login_code"
LOGIN_REDIRECT_URL = "inicio"
SESSION_COOKIE_AGE = 12 * 60 * 60  # seconds: one working day
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
ACCOUNT_ADAPTER = "asiste.cuentas.adaptador.Adaptador"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60  # seconds
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}
ACCOUNT_RATE_LIMITS = {
    "request_login_code": "20/m/ip,3/m/key,10/h/key",
    "inscripcion": "120/m/ip,3/m/key,5/d/key",  # fewer than the automatic mails an address gets in a day
    "aviso_del_banco": "120/m/ip,600/d/ip,3/m/key,5/d/key",
    "resolvio": "60/h/ip",  # doubts that somebody says were solved, which are counted
    "verificar": "60/m/ip",  # codes and files that are checked
    "acta_por_enlace": "300/m/ip,30/m/key",  # a whole office may read behind one address
}
ALLAUTH_TRUSTED_PROXY_COUNT = int(entorno.texto("PROXIES", "0"))
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = True
# Django's own, so that allauth keeps no second copy of the addresses
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"
ACCOUNT_FORMS = {
    "request_login_code": "asiste.cuentas.formularios.PedirCodigo",
    "confirm_login_code": "asiste.cuentas.formularios.ConfirmarCodigo",
    "login": "asiste.cuentas.formularios.Ingreso",
    "reauthenticate": "asiste.cuentas.formularios.Reautenticar",
    "reset_password": "asiste.cuentas.formularios.PedirContrasena",
    "reset_password_from_key": "asiste.cuentas.formularios.CrearContrasena",
}
MFA_FORMS = {
    "authenticate": "asiste.cuentas.formularios.CodigoSegundoPaso",
    "reauthenticate": "asiste.cuentas.formularios.RepetirSegundoPaso",
    "activate_totp": "asiste.cuentas.formularios.ActivarSegundoPaso",
}
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Asiste"
SOCIALACCOUNT_ADAPTER = "asiste.cuentas.adaptador.AdaptadorInstitucional"
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "APPS": [
            {
                "provider_id": "institucional",
                "name": entorno.texto("OIDC_NOMBRE", "Cuenta institucional"),
                "client_id": entorno.texto("OIDC_CLIENTE"),
                "secret": entorno.texto("OIDC_SECRETO"),
                "settings": {
                    "server_url": entorno.texto("OIDC_SERVIDOR"),
                    "verified_email": entorno.lista("OIDC_DOMINIOS"),
                },
            }
        ]
        if entorno.texto("OIDC_SERVIDOR")
        else [],
        "OAUTH_PKCE_ENABLED": True,
    }
}

# Outgoing mail: to files unless SMTP is configured, so that a demo never writes to anyone
DEFAULT_FROM_EMAIL = entorno.texto("CORREO_REMITENTE", "Asistencia técnica <asistencia@asiste.localhost>")
CORREO_SALIENTE = VAR / "correo-saliente"
EMAIL_HOST = entorno.texto("SMTP_HOST")
EMAIL_PORT = int(entorno.texto("SMTP_PORT", "587"))
EMAIL_HOST_USER = entorno.texto("SMTP_USER")
EMAIL_HOST_PASSWORD = entorno.texto("SMTP_PASSWORD")
EMAIL_USE_TLS = entorno.booleano("SMTP_TLS", por_defecto=True)
EMAIL_TIMEOUT = 20  # seconds
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend" if EMAIL_HOST else "asiste.notificaciones.carpeta.EmailBackend"
)

# Files
STATIC_URL = "static/"
STATIC_ROOT = VAR / "estaticos"
STATICFILES_DIRS = [("letra", fontpkg_nunito_sans.ROOT / "files")]
MEDIA_ROOT = VAR / "archivos"
STORAGES = {
    "default": {"BACKEND": "asiste.documentos.almacen.AlmacenEntero"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000  # bytes, files apart
CLAMAV_SERVIDOR = entorno.texto("CLAMAV_SERVIDOR")  # host:port, or path of a socket; empty: no antivirus
TAMANO_ANEXOS = 20 * 1024 * 1024  # bytes, all the attachments of one filing

# Seal of the documents that are issued (docs/decisiones/0022-sello-y-verificacion.md)
SELLO_CERTIFICADO = entorno.texto("SELLO_CERTIFICADO")  # path of a PKCS#12 file
SELLO_CLAVE = entorno.texto("SELLO_CLAVE")
SELLO_DE_PRUEBA = entorno.booleano("SELLO_DE_PRUEBA", por_defecto=not HTTPS)  # without one, makes one to try
SELLO_CARPETA = VAR / "sello"

# Transport
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"renglon": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"consola": {"class": "logging.StreamHandler", "formatter": "renglon"}},
    "root": {"handlers": ["consola"], "level": entorno.texto("NIVEL_REGISTRO", "WARNING")},
}
