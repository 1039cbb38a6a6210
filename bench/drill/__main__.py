"""`python -m bench.drill --seconds 600`: kill parts of a site while people use it.

20 visitors register and confirm, 5 editors write. Every few seconds one process is killed with
SIGKILL: a web worker, the jobs, the database, a connection of it, or the first process, which the
drill starts again as systemd would; everything else has to come back by itself. People send what
was not taken once more, as the page of the failure offers. Afterwards every yes that somebody got
must be in the database, once. Works in a folder of its own, which is deleted when all was well.

With `--readers 30` others read lists, pages and feeds at the same time; `--projects 1000` makes
so many for them. With `--calm` nothing is killed: then no request may fail, and memory must stay
as it is.
"""

import argparse
import os
import random
import shutil
import tempfile
import time
from pathlib import Path
from statistics import median

REST = (3, 9)  # seconds between the site's recovery and the next kill


def arguments():
    parser = argparse.ArgumentParser(prog="python -m bench.drill", description=__doc__)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--visitors", type=int, default=20)
    parser.add_argument("--editors", type=int, default=5)
    parser.add_argument("--readers", type=int, default=0)
    parser.add_argument("--projects", type=int, default=0)
    parser.add_argument("--calm", action="store_true")
    parser.add_argument("--port", type=int, default=8190)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def main():
    asked = arguments()
    folder = Path(tempfile.mkdtemp(prefix="drill-"))
    os.environ |= {"DATA_DIR": str(folder), "SITE_URL": f"http://127.0.0.1:{asked.port}"}
    os.environ.pop("DATABASE_URL", None)
    from bench.start import prepare, start

    start()
    prepare()  # addresses are translated
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    if asked.projects:
        from bench.content import load

        load(asked.projects, folder=folder)
        call_command("reindex", verbosity=0)
    if drill(asked, folder):
        raise SystemExit(f"What the site said: {folder / 'run.log'}")
    shutil.rmtree(folder, ignore_errors=True)


def drill(asked, folder):
    from django.db import connection

    from .memory import Memory
    from .people import Editor, Notes, Reader, Visitor, addresses
    from .proof import failures, mistakes
    from .site import Site

    site, notes = Site(folder, asked.port, range(100, 100 + asked.editors)), Notes()
    connection.close()
    site.start()
    print(f"The site answers after {site.seconds_until_it_answers(300):.0f} s.", flush=True)
    people = [Visitor(number, site, notes) for number in range(asked.visitors)]
    people += [Editor(number, site, notes) for number in range(100, 100 + asked.editors)]
    paths = addresses() if asked.readers else ()
    people += [Reader(number, site, notes, paths) for number in range(300, 300 + asked.readers)]
    connection.close()
    memory = Memory(site)
    for each in (memory, *people):
        each.start()
    seconds = {} if asked.calm else kill_for(asked, site)
    if asked.calm:
        wait_for(asked.seconds, site)
    memory.stop()
    finish(site, notes, people)
    found = [*notes.wrong, *mistakes(site, notes)]
    if asked.calm:
        found += failures(notes, memory)
    report(asked, seconds, notes, site, found)
    site.stop()
    return bool(found)


def wait_for(seconds, site):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        site.mailbox.look()
        time.sleep(0.5)


def kill_for(asked, site):
    """Kill one part after the other; {part: seconds until the site answered again}."""
    from .site import PARTS

    chance, seconds = random.Random(asked.seed), {part: [] for part in PARTS}  # noqa: S311
    until = time.monotonic() + asked.seconds
    while time.monotonic() < until:
        wait_for(chance.uniform(*REST), site)
        part = chance.choice(PARTS)
        if victim := site.victim(part):
            victim.kill()
            seconds[part].append(site.seconds_until_it_answers())
            print(f"{part}: {seconds[part][-1]:.1f} s", flush=True)
    return seconds


def finish(site, notes, people):
    """Nobody begins anything new; what is under way comes to its end, and so do the mails."""
    from django.db import connection

    from engage.models import Outbox

    notes.stopped.set()
    for each in people:
        each.join(timeout=320)
    connection.close()
    until = time.monotonic() + 420  # a mail that failed once waits up to five minutes
    while Outbox.objects.filter(sent_at=None).exists() and time.monotonic() < until:
        time.sleep(1)
    site.mailbox.look()


def report(asked, seconds, notes, site, found):
    if seconds:
        print("\n| killed | times | seconds until the site answered: median | most |")
        print("| --- | --- | --- | --- |")
    for part, each in seconds.items():
        if each:
            print(f"| {part} | {len(each)} | {median(each):.1f} | {max(each):.1f} |")
    done = ", ".join(f"{number} {kind}" for kind, number in notes.done.items())
    again = f"{notes.repeated} requests sent again, {site.mailbox.again} mails came twice"
    print(f"\n{done}; {again} (same Message-ID).")
    print("\n".join(found) or "Nothing is lost, nothing is doubled.")


main()
