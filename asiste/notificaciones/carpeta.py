"""Mail backend of installations without SMTP: each mail becomes an .eml file and reaches nobody."""

from collections.abc import Sequence
from uuid import uuid4

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone


class EmailBackend(BaseEmailBackend):
    """Writes to `settings.CORREO_SALIENTE`."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Writes each message to a file of its own, named by moment, and returns how many."""
        settings.CORREO_SALIENTE.mkdir(parents=True, exist_ok=True)
        for correo in email_messages:
            nombre = f"{timezone.localtime():%Y%m%d-%H%M%S}-{uuid4().hex[:8]}.eml"
            (settings.CORREO_SALIENTE / nombre).write_bytes(correo.message().as_bytes())
        return len(email_messages)
