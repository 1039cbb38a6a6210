#!/usr/bin/env python
"""Django's command line, with the embedded database started when no other is named."""

import os
import sys

from core.speaking import gettext as _

SERVING = {"run", "runserver", "engage_tick"}
WITHOUT_DATABASE = {"prepare", "collectstatic", "compilemessages", "makemessages", "help"}


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from config import database

    database.is_serving = bool(SERVING & set(sys.argv[1:2]))
    if not WITHOUT_DATABASE & set(sys.argv[1:2]):
        try:
            database.connect()
        except database.Unavailable as error:
            if sys.argv[1:2] != ["doctor"]:  # which says so itself, with all the rest
                stop(error)
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    from config.memory import roomy

    try:
        roomy(execute_from_command_line)(sys.argv)
    except ImproperlyConfigured as error:
        stop(error)
    except KeyboardInterrupt:
        print("\n" + _("stopped"), file=sys.stderr)
        sys.exit(130)  # what shells expect of a program that Ctrl-C ended


def stop(error):
    sys.exit(_("error: %(reason)s") % {"reason": error})


if __name__ == "__main__":
    main()
