"""How far a long command is, for whoever looks at it."""


def counter(out, what):
    """A function of (done, number) that keeps “3 of 10 links” in one line of a terminal.

    Where nobody looks, such as in a journal, it says nothing: all of these would be one line.
    """

    def tell(done, number):
        if out.isatty():
            out.write(f"\r{done} of {number} {what}", ending="")
            out.flush()

    return tell
