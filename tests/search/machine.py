"""Another process of the site, or another machine: edits and looks for words on its own.

`python -m tests.search.machine edit FIRST LAST` gives projects new words, each in a transaction
of its own, and asks the index after each; `… read NUMBER` finds what the database holds.
"""

import sys
import time

import django
from django.http import QueryDict


def main(what, *numbers):
    django.setup()
    {"edit": edit, "read": read}[what](*map(int, numbers))


def edit(first, last):
    from projects.models import Project
    from search import copy

    for number in range(first, last):
        project = Project.objects.get(number=f"P-{number}")
        project.title_lv = f"{word(number)} otrais"
        project.save()
        copy.current()
        print(number, flush=True)


def read(number):
    """Until all rows have their second words: what has them in the database is found at once."""
    from projects.filters import ProjectList
    from projects.models import Project

    until = time.monotonic() + 100
    found = set()
    while len(found) < number and time.monotonic() < until:
        edited = Project.objects.filter(title_lv__endswith=" otrais").values_list(
            "number", flat=True
        )
        for name in set(edited) - found:
            words = QueryDict(f"q={word(int(name[2:]))} otrais")
            rows = ProjectList(Project.objects.published(), words).paged()[0:3]
            if [row.number for row in rows] == [name]:
                found.add(name)
        time.sleep(0.02)  # the editors need a processor, too
    sys.exit(0 if len(found) == number else f"only {sorted(found)} were found")


def word(number):
    """A word of letters for a number: `zqbcd`."""
    return "zq" + "".join(chr(ord("b") + int(digit)) for digit in str(number)) + "x"


if __name__ == "__main__":
    main(*sys.argv[1:])
