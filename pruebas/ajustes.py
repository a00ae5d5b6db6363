"""Settings of the tests: the real ones, over a clone of a migrated database and without pool, mail or slow hashes."""

from typing import cast

from asiste.base_embebida import encender

encender()

from asiste.config.settings import *
from pruebas.arnes.plantillas import Indefinida

DATABASES["default"]["OPTIONS"] = {
    "options": "-c synchronous_commit=off -c lock_timeout=20s -c statement_timeout=60s",
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES |= {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
WHITENOISE_MAX_AGE = 600  # seconds: a browser keeps the styles from page to page, as it does in production
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
cast("dict[str, object]", TEMPLATES[0]["OPTIONS"])["string_if_invalid"] = Indefinida()
