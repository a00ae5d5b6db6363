"""`asiste`: Django's command line under its own name, with its database awake."""

import os
import signal
import sys

from django.core.management import execute_from_command_line

from asiste.base_embebida import encender


def main() -> None:
    """Runs a command of `asiste help`; the embedded database is left as it was found."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "asiste.config.settings")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # ends in order, as with Ctrl-C
    encender()
    try:
        execute_from_command_line(sys.argv)
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)


if __name__ == "__main__":
    main()
