"""What backup and restore say to, and ask of, the person who started them."""

import getpass
import sys

from django.core.management.base import CommandError

from core.speaking import gettext as _
from core.speaking import megabytes


def say_nothing(_line):
    pass


def so_far(what, number, of, size, whole):
    """Such as “files: 3 of 10, 1.5 MB of 9.0 MB”."""
    told = _("%(what)s: %(number)d of %(of)d, %(size)s of %(whole)s")
    sizes = {"size": megabytes(size), "whole": megabytes(whole)}
    return told % {"what": what, "number": number, "of": of, **sizes}


class Teller:
    """Prints lines; one that begins with \\r stands in the place of the one before it.

    Where nobody looks, such as in a journal, only the last of these is printed.
    """

    def __init__(self, out, verbosity=1):
        self.out, self.is_quiet, self.last = out, not verbosity, ""

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.end()

    def __call__(self, line):
        if self.is_quiet:
            return
        if not line.startswith("\r"):
            self.end()
            self.out.write(line)
        elif self.out.isatty():
            self.out.write(f"{line}\x1b[K", ending="")
            self.out.flush()
            self.last = "\n"
        else:
            self.last = line[1:]

    def end(self):
        if self.last:
            self.out.write(self.last, ending="" if self.last == "\n" else None)
        self.last = ""


def asked_password(*, twice=False):
    """A password typed at the keyboard; raises `CommandError` where there is none."""
    if not sys.stdin.isatty():
        raise CommandError(_("set BACKUP_PASSWORD; there is nobody here to ask for the password"))
    password = getpass.getpass(_("Password of the backup:") + " ")
    if twice and (not password or getpass.getpass(_("Once more:") + " ") != password):
        raise CommandError(_("the two passwords differ, or are empty"))
    return password


def asked_yes(question):
    """Whether the person types “yes”; raises `CommandError` where there is nobody."""
    if not sys.stdin.isatty():
        raise CommandError(question + " " + _("Nobody is here to say yes; use --force."))
    answer = input(question + " " + _("Type yes to go on:") + " ")
    return answer.strip().lower() in ("yes", "jā")
