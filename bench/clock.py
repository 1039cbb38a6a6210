"""What one request costs: processor time of the application and of the database, wall time."""

import os
import time
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

TICK = 1000 / os.sysconf("SC_CLK_TCK")  # ms
# Servants of the server that work on after a request, or for nobody in particular.
BACKGROUND = ("writer", "checkpointer", "launcher", "autovacuum", "archiver", "logger", "startup")


@dataclass
class Cost:
    """Of one request: milliseconds of processor and wall time, queries, bytes of the answer."""

    application: float
    database: float
    wall: float
    queries: int
    size: int
    status: int

    @property
    def processor(self):
        return self.application + self.database


class Backends:
    """The processes of the PostgreSQL server on this machine that answer queries.

    Reads /proc and therefore needs Linux and a server that runs here.
    """

    def __init__(self):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            own = cursor.fetchone()[0]
        if not Path(f"/proc/{own}/stat").exists():
            raise SystemExit("error: the database's processor time needs a server on this machine")
        self.server = int(fields(own)[1])
        self.serves = {}

    def milliseconds(self):
        """Processor time of all that live, and of helpers that ended (in ticks of 10 ms)."""
        gone = fields(self.server)
        ended = (int(gone[13]) + int(gone[14])) * TICK
        return ended + sum(map(running_time, filter(self.is_ours, self.children())))

    def children(self):
        return Path(f"/proc/{self.server}/task/{self.server}/children").read_text().split()

    def is_ours(self, pid):
        if pid not in self.serves:
            try:
                title = Path(f"/proc/{pid}/cmdline").read_text()
            except OSError:
                return False
            self.serves[pid] = not any(word in title for word in BACKGROUND)
        return self.serves[pid]


def fields(pid):
    """The fields of /proc/<pid>/stat from the state on, which stands after the name."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()


def running_time(pid):
    """Milliseconds on a processor; finer than the ticks where the kernel keeps count."""
    try:
        return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e6
    except OSError:
        pass
    try:
        own = fields(pid)
    except OSError:  # it ended just now
        return 0
    return (int(own[11]) + int(own[12])) * TICK


class Queries:
    """Counts the queries that pass it."""

    def __init__(self):
        self.number = 0

    def __call__(self, execute, *arguments):
        self.number += 1
        return execute(*arguments)


class Meter:
    """Asks for addresses in this process, through all middleware, as a browser would."""

    def __init__(self):
        from django.test import Client

        from config.memory import Settling

        self.client = Client(
            raise_request_exception=False,
            headers={"host": "127.0.0.1", "accept-encoding": "gzip, br"},
        )
        self.get = Settling(self.client.get)  # as in a web process
        self.backends = Backends()

    def ask(self, address, get=None):
        """The cost of one request; `get` answers it instead of the whole site."""
        queries = Queries()
        before = self.backends.milliseconds(), time.process_time(), time.perf_counter()
        with connection.execute_wrapper(queries):
            response = (get or self.get)(address)
            content = b"".join(response) if response.streaming else response.content
        wall, worked = time.perf_counter() - before[2], time.process_time() - before[1]
        return Cost(
            application=worked * 1000,
            database=self.backends.milliseconds() - before[0],
            wall=wall * 1000,
            queries=queries.number,
            size=len(content),
            status=response.status_code,
        )
