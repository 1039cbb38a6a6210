"""Measures how long an edit takes until another process shows it.

`python -m bench.fresh [--number N]`: titles of random projects get a new word; a second process
asks the list for the word until it finds the project. The titles are put back afterwards.
"""

import argparse
import subprocess
import sys
import time
from statistics import median

from .start import prepare, start
from .words import seeded

PAUSE = 0.01  # seconds between two looks
PATIENCE = 60  # seconds until an edit counts as lost


def main():
    parser = argparse.ArgumentParser(prog="python -m bench.fresh", description=__doc__)
    parser.add_argument("--number", type=int, default=30, help="edits")
    parser.add_argument("--watch", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    start()
    prepare()
    if options.watch:
        watch()
    else:
        edit(options.number)


def edit(number):
    """Change titles and let another interpreter look for them; print what it took."""
    from .lists import high

    rng = seeded(time.time_ns())  # other words each time: nothing may be found from before
    command = [sys.executable, "-m", "bench.fresh", "--watch"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "bufsize": 1}
    with subprocess.Popen(command, **pipes) as watcher:  # noqa: S603 (our own module)
        took = []
        for project in random_projects(rng, number):
            seconds = seen_after(watcher, project, new_word(rng))
            print(f"{seconds:.3f}" if seconds else "not seen", file=sys.stderr, flush=True)
            took.append(seconds or float("inf"))
        watcher.stdin.close()
    print(
        f"{number} edits, seconds until another process shows them:"
        f" median {median(took):.3f}, p95 {high(took):.3f}, most {max(took):.3f}"
    )


def random_projects(rng, number):
    from projects.models import Project

    published = Project.objects.published()
    keys = published.order_by().values_list("pk", flat=True)
    most = published.order_by("-pk").values_list("pk", flat=True)[0]
    for _each in range(number):
        yield published.get(pk=keys.filter(pk__gte=rng.randint(1, most)).order_by("pk")[0])


def new_word(rng):
    return "".join(rng.choices("bdgklmnprstvz", k=12))


def seen_after(watcher, project, word):
    """Seconds from the beginning of the save until the word is shown; None when it never is."""
    watcher.stdin.write(f"{word} {project.slug_lv}\n")
    watcher.stdout.readline()  # it looks, and has not found the word
    title, started = project.title_lv, time.monotonic()
    project.title_lv = f"{title[:230]} {word}"
    project.save()
    answer = float(watcher.stdout.readline())
    project.title_lv = title
    project.save()
    return answer - started if answer else None


def watch():
    """For each line `word slug`: say once that the word is not there, then when it is (or 0)."""
    from .clock import Meter

    meter = Meter()
    for line in sys.stdin:
        word, slug = line.split()
        shows(meter, word, slug)
        print("looking", flush=True)
        until = time.monotonic() + PATIENCE
        while not (found := shows(meter, word, slug)) and time.monotonic() < until:
            time.sleep(PAUSE)
        print(time.monotonic() if found else 0, flush=True)


def shows(meter, word, slug):
    """Whether the list, asked for the word, has a link to the project."""
    from .cases import address

    path = address("projects:project_list", {"q": word})
    response = meter.client.get(path, headers={"accept-encoding": "identity"})
    link = address("projects:project_detail", arguments=[slug])
    return response.status_code == 200 and link in response.content.decode()


if __name__ == "__main__":
    main()
