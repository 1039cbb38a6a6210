"""What the processes of a site hold in memory while it is used, and whether it grows."""

import threading
from pathlib import Path
from statistics import median

import psutil

EVERY = 10  # seconds


class Memory(threading.Thread):
    """Looks again and again; `site.process` is the first process, whose children are the site."""

    def __init__(self, site):
        super().__init__(daemon=True)
        self.site, self.over, self.seen = site, threading.Event(), []

    def run(self):
        while not self.over.wait(EVERY):
            self.seen.append(self.now())

    def now(self):
        """{part: MB that its processes made for themselves}, without files and what they share."""
        found = {}
        first = psutil.Process(self.site.process.pid)
        for name, parent in (("site", first), ("database", self.site.server())):
            processes = [parent, *parent.children(recursive=True)]
            found[name] = sum(map(megabytes, processes))
        return found

    def stop(self):
        self.over.set()
        self.join()

    def series(self, number=10):
        """[{part: MB}] at so many times from beginning to end."""
        step = max(len(self.seen) // number, 1)
        return self.seen[::step]

    def told(self):
        """[(part, MB in the second fifth of the time, MB in the last)], medians."""
        fifth = max(len(self.seen) // 5, 1)
        early, late = self.seen[fifth : 2 * fifth] or self.seen, self.seen[-fifth:]
        return [
            (part, median(each[part] for each in early), median(each[part] for each in late))
            for part in self.seen[0]
        ]


def megabytes(process):
    try:
        lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    except OSError:  # it ended just now
        return 0
    found = (line.split()[1] for line in lines if line.startswith("RssAnon:"))
    return int(next(found, 0)) / 1024
