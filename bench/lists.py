"""Measures lists with facets, the search and the pages around them; prints a Markdown table.

`python -m bench.lists [--number N] [--cases WORD …] [--write]`
"""

import argparse
import sys
from statistics import quantiles

from .start import prepare, remember, start
from .words import seeded


def main():
    options = arguments()
    start()
    prepare()
    remember()
    from .report import document, table, told

    measured, size, floor = measure(options)
    lines = [*table(measured, size), "", told(floor)]
    print("\n".join(lines))
    if options.write:
        document(lines, size, "python -m bench.lists " + " ".join(sys.argv[1:]))


def arguments():
    parser = argparse.ArgumentParser(prog="python -m bench.lists", description=__doc__)
    parser.add_argument("--number", type=int, default=40, help="requests of each case")
    parser.add_argument("--warm", type=int, default=3, help="requests before, not counted")
    parser.add_argument("--cases", nargs="*", help="only cases with one of these words")
    parser.add_argument("--seed", default="requests", help="other requests")
    parser.add_argument("--write", action="store_true", help="put it into docs/performance.md")
    return parser.parse_args()


def measure(options):
    """[(case, costs of different requests, costs of the same ones once more)], projects, `Floor`"""
    from .cases import Requests
    from .clock import Meter
    from .floor import Floor

    rng = seeded(options.seed)
    requests, meter = Requests(rng), Meter()
    floor = Floor(meter, [each.slug_lv for each in requests.content.sample])
    measured = []
    for case in requests.cases():
        if options.cases and not any(word in case.name for word in options.cases):
            continue
        print(f"{case.name} …", file=sys.stderr, flush=True)
        for address in different(case, options.warm):
            meter.ask(address)
        addresses = different(case, options.number)
        fresh = [asked(meter, case, address, requests) for address in addresses]
        if all(cost.status != 200 for cost in fresh):
            raise SystemExit(f"error: {addresses[0]} answers {fresh[0].status}")
        measured.append((case, fresh, [meter.ask(address) for address in addresses]))
        floor.ask()
    return measured, requests.content.size, floor


def asked(meter, case, address, requests):
    """The cost of a request; some come right after an edit, when nothing can be remembered."""
    if case.after_an_edit:
        requests.content.project().save()
    return meter.ask(address)


def different(case, number):
    """Up to `number` addresses, none twice; a small site may have fewer."""
    found = {}
    for _each in range(number * 10):
        found.setdefault(case.make())
        if len(found) == number:
            break
    return list(found)


def high(values):
    """The 95th of 100."""
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


if __name__ == "__main__":
    main()
