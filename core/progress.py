"""How far a long command is, for whoever looks at it."""

from .speaking import gettext as _


def counter(out, what):
    """A function of (done, number) that keeps “links: 3 of 10” in one line of a terminal.

    Where nobody looks, such as in a journal, it says nothing: all of these would be one line.
    """

    def tell(done, number):
        if out.isatty():
            told = _("%(what)s: %(number)d of %(of)d") % {
                "what": what,
                "number": done,
                "of": number,
            }
            out.write(f"\r{told}", ending="")
            out.flush()

    return tell
