"""The documents of all rows, made in this process or by several at a time."""

from contextlib import contextmanager
from multiprocessing import get_context

from django.db import connection

from . import documents as made

CHUNK = 1000  # rows read at once
MANY = 20_000  # rows from which on more processes help

shape, memory = None, {}  # of a helping process


@contextmanager
def documents(engine_shape, tell=None, processes=0):
    """Batches of (kind, (), documents) for `Engine.write`; `tell` hears (rows done, of all)."""
    number = made.number_of_rows()
    parts = made.parts(CHUNK)
    if processes < 2 or number < MANY:
        yield told(alone(parts, engine_shape), tell, number)
        return
    parts = list(parts)  # read here: the pool asks for them in a thread of its own
    connection.close()  # each process opens its own
    with get_context("fork").Pool(processes, begin, [engine_shape]) as pool:
        yield told(pool.imap(made_of, parts), tell, number)


def alone(parts, engine_shape):
    known = {}
    for label, keys in parts:
        yield label, len(keys), made.of(label, keys, engine_shape, known)


def told(batches, tell, number):
    done = 0
    for label, size, found in batches:
        yield label, (), found
        done += size
        if tell:
            tell(done, number)


def begin(engine_shape):
    global shape
    shape = engine_shape


def made_of(part):
    label, keys = part
    return label, len(keys), made.of(label, keys, shape, memory)
