"""The site with its floor, for gunicorn."""

import os

from django.core.wsgi import get_wsgi_application

os.environ["DJANGO_SETTINGS_MODULE"] = "pruebas.banco.ajustes"
application = get_wsgi_application()
