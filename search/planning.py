"""Which lines of the change feed an index takes over next, and its state afterwards.

The state of an index is {"feed": name of the database's feed, "since": number of a transaction,
"done": lines of younger transactions that it holds already, "everything": the last line that
moved all rows}.
"""

from .building import CHUNK
from .watching import EVERYTHING, moved_by

DUE = 0  # stands among the lines of the feed for rows whose moment has come


def fits(state, pending):
    """Whether an index was built from this database and has missed no line."""
    known = state.get("feed") == pending.feed
    return known and pending.kept_from <= state["since"] <= pending.youngest


def new_lines(state, pending):
    done = set(state["done"])
    return [line for line in pending.lines if line[0] not in done]


def news(engine, pending, left):
    """Whether there is something that a visitor's request may take over."""
    if is_due(engine, pending.now) and DUE not in left:
        return True
    return any(line[0] not in left for line in new_lines(engine.state, pending))


def is_due(engine, now):
    """Whether rows change by themselves that the index does not know yet; seconds since 1970."""
    return 0 < engine.next_moment <= now


def planned(lines, most):
    """(ids of the lines to take over, {kind: keys} of the rows they move), `most` rows at most."""
    by_label, taken, moved, number = {}, set(), {}, 0
    for line in lines:
        by_label.setdefault(line[1], []).append(line)
    for label, group in by_label.items():
        if most and label == EVERYTHING:
            continue
        size = most or len(group)
        for start in range(0, len(group), size):
            part = group[start : start + size]
            rows = moved_by(label, list({key for _id, _label, key, _number in part}), most)
            number += sum(map(len, rows.values()))
            if most is not None and number > most:
                break
            taken |= {line[0] for line in part}
            add(moved, rows)
    return taken, moved


def plan(engine, lines, now, most=None):
    """`planned`, and the rows whose moment has come; when these are too many DUE is not taken."""
    taken, moved = planned(lines, most)
    for kind, keys in engine.due(now).items():
        rows = moved_by(kind, list(keys), most)
        if most is not None and sum(map(len, rows.values())) > most:
            return taken, moved
        add(moved, rows)
    return taken | {DUE}, moved


def parts(moved):
    """(model, keys) of {model: keys}, some at a time."""
    for model, keys in moved.items():
        keys = sorted(keys)
        for start in range(0, len(keys), CHUNK):
            yield model, keys[start : start + CHUNK]


def add(moved, rows):
    for model, keys in rows.items():
        moved.setdefault(model, set()).update(keys)


def after(state, pending, lines, taken):
    """The state of the index with the taken lines in it."""
    left = [number for id_, _label, _key, number in lines if id_ not in taken]
    since = min([pending.oldest, *left])
    done = taken | set(state["done"])
    young = [line[0] for line in pending.lines if line[3] >= since and line[0] in done]
    whole = [line[0] for line in lines if line[1] == EVERYTHING and line[0] in taken]
    everything = max([state.get("everything", 0), *whole])
    return {"feed": pending.feed, "since": since, "done": young, "everything": everything}
