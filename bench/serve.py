"""Measures running sites over HTTP, side by side: requests per second and processor time of each.

`python -m bench.serve ours=http://127.0.0.1:8000 [other=http://127.0.0.1:9000 …] [--paths FILE]`

Every case is asked of every site in turn, several times over, so that whatever else the machine
does hits all alike. Processor time is that of the whole machine but this program, less what the
machine spent while nobody asked: web server, application and database together.
"""

import argparse
import os
import re
import socket
import threading
import time
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

CASES = {
    "first page": "/lv/",
    "project list": "/lv/projekti/",
    "list with a filter": "/lv/projekti/?status=completed",
    "news": "/lv/zinas/",
    "feed": "/lv/feeds/post.xml",
    "search": "/lv/meklet/?q=sadarb%C4%ABba",
}
TICK = 1000 / os.sysconf("SC_CLK_TCK")  # ms


def main():
    parser = argparse.ArgumentParser(prog="python -m bench.serve", description=__doc__)
    parser.add_argument("sites", nargs="+", metavar="NAME=ADDRESS")
    parser.add_argument("--paths", metavar="FILE", help="lines of: site, case, path; by tabs")
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=2, help="of each measurement")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    sites = dict(each.split("=", 1) for each in options.sites)
    paths = {name: dict(CASES) for name in sites}
    for line in Path(options.paths).read_text().splitlines() if options.paths else ():
        site, case, path = line.split("\t")
        paths[site][case] = path
    idle = at_rest(options.seconds)
    print(f"At rest the machine spends {idle:.0f} ms of processor time in a second.\n")
    print("| case | site | processor ms | requests/s | KB sent |\n| --- | --- | --- | --- | --- |")
    for case in dict.fromkeys(case for cases in paths.values() for case in cases):
        show(case, sites, paths, options, idle)


def show(case, sites, paths, options, idle):
    """Ask one case of all sites in turn and print a line for each."""
    found = {name: [] for name in sites if case in paths[name]}
    for _round in range(options.rounds):
        for name in found:
            load = Load(sites[name], paths[name][case], options.connections)
            found[name].append(load.run(options.seconds, idle))
    for name, runs in found.items():
        cost, rate, size = (median(values) for values in zip(*runs, strict=True))
        print(f"| {case} | {name} | {cost:.2f} | {rate:,.0f} | {size / 1024:.1f} |", flush=True)


class Load:
    """Visitors without cookies who ask for one address again and again, on lasting connections."""

    def __init__(self, base, path, connections):
        parts = urlsplit(base)
        self.place = (parts.hostname, parts.port or 80)
        self.connections = connections
        self.words = (
            f"GET {path} HTTP/1.1\r\nHost: {parts.netloc}\r\nAccept-Encoding: br, gzip\r\n"
            "Accept: text/html\r\n\r\n"
        ).encode()
        self.number, self.size = 0, 0
        self.lock = threading.Lock()

    def run(self, seconds, idle):
        """(processor ms of a request, requests per second, bytes of an answer)."""
        threads = [
            threading.Thread(target=self.visit, args=[time.monotonic() + seconds])
            for _each in range(self.connections)
        ]
        before, began = (machine(), time.process_time()), time.monotonic()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        passed, own = time.monotonic() - began, (time.process_time() - before[1]) * 1000
        if not self.number:
            raise SystemExit(f"error: {self.words.split()[1].decode()} is not answered with 200")
        spent = machine() - before[0] - own - idle * passed
        return max(spent, 0) / self.number, self.number / passed, self.size

    def visit(self, until):
        number, size, connection = 0, 0, None
        while time.monotonic() < until:
            connection = connection or socket.create_connection(self.place, timeout=30)
            connection.sendall(self.words)
            status, size, stays = answer(connection)
            if status != 200:
                return
            number += 1
            if not stays:
                connection.close()
                connection = None
        with self.lock:
            self.number, self.size = self.number + number, size


def answer(connection):
    """(status, bytes of the body, whether the connection stays) of one answer."""
    got = b""
    while b"\r\n\r\n" not in got:
        more = connection.recv(65536)
        if not more:
            return 0, 0, False
        got += more
    head, _, body = got.partition(b"\r\n\r\n")
    length = re.search(rb"(?im)^content-length: *(\d+)", head)
    stays = not re.search(rb"(?im)^connection: *close", head) and length is not None
    size = len(body)
    while size < int(length[1]) if length else not ended(head, body):
        more = connection.recv(65536)
        if not more:
            break
        size, body = size + len(more), body[-8:] + more
    return int(head.split()[1]), size, stays


def ended(head, body):
    """Whether the last part of an answer without a length is there."""
    return b"chunked" in head.lower() and body.endswith(b"0\r\n\r\n")


def machine():
    """Milliseconds of processor time that all processes have had since the machine began."""
    with open("/proc/stat") as file:
        user, nice, system, _idle, _waiting, irq, soft = map(int, file.readline().split()[1:8])
    return (user + nice + system + irq + soft) * TICK


def at_rest(seconds):
    """Milliseconds of processor time in a second while nobody asks."""
    before = machine()
    time.sleep(seconds)
    return (machine() - before) / seconds


if __name__ == "__main__":
    main()
