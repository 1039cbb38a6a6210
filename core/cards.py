"""Rows of lists that a function draws, for templates that would only call it."""

DRAWN = {}  # {template: function of (row, whether it is the first of its list)}


def draws(template):
    """Say that the function gives what the template gives, at less cost for each row."""

    def known(function):
        DRAWN[template] = function
        return function

    return known
