"""`asiste`: Django's command line under its own name, with its database awake."""

import os
import sys

from asiste.base_embebida import encender


def main() -> None:
    """Runs a command of `asiste help`; the embedded database is left as it was found."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "asiste.config.settings")
    encender()
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
