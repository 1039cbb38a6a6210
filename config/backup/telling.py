"""What backup and restore say to, and ask of, the person who started them."""

import getpass
import sys

from django.core.management.base import CommandError


def say_nothing(_line):
    pass


def megabytes(size):
    return f"{size / 1e6:,.1f} MB"


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
        raise CommandError("set BACKUP_PASSWORD; there is nobody here to ask for the password")
    password = getpass.getpass("Password of the backup: ")
    if twice and (not password or getpass.getpass("Once more: ") != password):
        raise CommandError("the two passwords differ, or are empty")
    return password


def asked_yes(question):
    """Whether the person types “yes”; raises `CommandError` where there is nobody."""
    if not sys.stdin.isatty():
        raise CommandError(f"{question} Nobody is here to say yes; use --force.")
    return input(f"{question} Type yes to go on: ").strip().lower() in ("yes", "jā")
