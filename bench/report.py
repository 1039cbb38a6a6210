"""The measurements as a Markdown table, and their place in docs/performance.md."""

import platform
import re
import resource
from datetime import date
from pathlib import Path
from statistics import median

from .lists import high

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "performance.md"
HEAD = (
    "| case | requests | processor ms, median | p95 | of it database | wall ms, median"
    " | queries | KB sent | asked again | budget |"
)


def table(measured, size):
    """The lines of the table."""
    return [HEAD, "|" + " --- |" * (HEAD.count("|") - 1), *(row(*each, size) for each in measured)]


def told(floor):
    return (
        f"Between the cases bare Django with SQL by hand took {short(floor.median)} ms for the page"
        " of a project (`bench.floor`)."
    )


def row(case, fresh, again, size):
    processor = [cost.processor for cost in fresh]
    cells = [
        case.name,
        str(len(fresh)),
        short(median(processor)),
        short(high(processor)),
        short(median(cost.database for cost in fresh)),
        short(median(cost.wall for cost in fresh)),
        f"{median(cost.queries for cost in fresh):.0f}",
        f"{median(cost.size for cost in fresh) / 1024:.1f}",
        short(median(cost.processor for cost in again)),
        budget(case, size),
    ]
    failed = sum(cost.status != 200 for cost in fresh)
    cells[0] += f" ({failed} failed)" if failed else ""
    return "| " + " | ".join(cells) + " |"


def short(number):
    return f"{number:.1f}" if number < 20 else f"{number:,.0f}"


def budget(case, size):
    from .cases import SMALL

    number = case.budget(size)
    return f"{'median' if size <= SMALL else 'p95'} ≤ {number}" if number else "–"


def document(lines, size, command):
    """Put the table between the marks of this size; a new size comes at the end."""
    begin, end = f"<!-- measured {size} -->", f"<!-- end of {size} -->"
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    about = (
        f"**{size:,} projects**, {date.today()}, {processor()}, Python {platform.python_version()},"
        f" {memory:,} MB of memory at the most in the process that answers. `{command.strip()}`"
    )
    block = "\n".join([begin, about, "", *lines, end])
    text = DOCUMENT.read_text()
    if begin in text:
        text = re.sub(f"{begin}.*?{end}", lambda _found: block, text, flags=re.DOTALL)
    else:
        text = f"{text.rstrip()}\n\n{block}\n"
    DOCUMENT.write_text(text)


def processor():
    """The name of the processor and the number of its cores."""
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{len(names)} × {names[0]}" if names else platform.processor()
