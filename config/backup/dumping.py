"""The database as compressed SQL, and a database from it, in one transaction.

What is only for the moment is left out: sessions and counted tries, so that nobody is signed in by
a restore who had signed out since; notes for the search index, which is built anew.
"""

import gzip
import shutil
import subprocess
import threading
import zlib

from django.db import connection
from django.utils.translation import gettext_noop

from core.caching.tables import CHANNEL
from core.speaking import gettext as _

from . import Failed
from .archive import PART
from .programs import environment, program, reason, server_major
from .sealing import damaged

FLEETING = ("django_session", "usersessions_usersession", "cache", "search_change")
NEEDED = """
select has_database_privilege(current_database(), 'CREATE')
   and pg_has_role(nspowner, 'USAGE') from pg_namespace where nspname = 'public'
"""
RESTORED = gettext_noop("restored from a backup")
# Extensions that somebody installed beside the site stay. Numbers of transactions mean nothing in
# another server, so every index must see that it belongs to another database. Mails that waited
# have probably been sent since: staff decide, in the list of mails. Pages kept as files go.
AFTERWARDS = """
grant usage on schema public to public;
do $$ declare each record; begin
    for each in select extname from pg_extension
        where extnamespace = to_regnamespace('{old}') loop
        execute format('alter extension %I set schema public', each.extname);
    end loop;
end $$;
update public.search_feed set kept_from = '0'::xid8,
    name = md5(random()::text || clock_timestamp()::text);
update public.engage_outbox set failed_at = now(), last_error = '{reason}'
    where sent_at is null and failed_at is null;
select pg_notify('{channel}', '');
"""


def dump(path):
    """Write one consistent state of the database to `path`; raises `Failed`."""
    with connection.cursor() as cursor:
        cursor.execute("select to_regclass('public.django_migrations')")
        if cursor.fetchone()[0] is None:
            raise Failed(_("the database holds no site: there is no table django_migrations"))
    words = ["--schema=public", "--no-owner", "--no-acl", "--compress=6", f"--file={path}"]
    words += [f"--exclude-table-data=public.{name}" for name in FLEETING]
    done = subprocess.run(  # noqa: S603 (the program was looked up)
        [program("pg_dump", server_major()), *words],
        env=environment(),
        capture_output=True,
        text=True,
    )
    if done.returncode:
        told = _("the database could not be read: %(reason)s")
        raise Failed(told % {"reason": reason(done.stderr)})


def may_load():
    """Whether the account of the database may put another schema in the place of the present."""
    with connection.cursor() as cursor:
        cursor.execute(NEEDED)
        return bool((cursor.fetchone() or [False])[0])


def load(path, old):
    """Put the dump in the place of the present database, which is kept as the schema `old`.

    Visitors read the old one until the new one is complete. Raises `Failed`, and then nothing has
    changed.
    """
    major = server_major()
    connection.close()
    running = subprocess.Popen(  # noqa: S603 (the program was looked up)
        [program("psql", major), "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--file=-"],
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    said = []
    listener = threading.Thread(target=lambda: said.append(running.stderr.read()))
    listener.start()
    try:
        feed(path, old, running.stdin)
    finally:
        code = running.wait()
        listener.join()
        running.stderr.close()
    if code:
        told = _("the database could not be written: %(reason)s")
        raise Failed(told % {"reason": reason(said[0].decode())})


def feed(path, old, stdin):
    """Give psql one transaction. Its end is the last thing said: whatever stops us before, even a
    kill, undoes all. When psql stops early, its own words say why.
    """
    last = AFTERWARDS.format(old=old, channel=CHANNEL, reason=RESTORED)
    try:
        with stdin, gzip.open(path) as source:
            stdin.write(f"begin; alter schema public rename to {old};\n".encode())
            shutil.copyfileobj(source, stdin, PART)
            stdin.write(f"\n{last}\ncommit;\n".encode())
    except BrokenPipeError:
        pass
    except (EOFError, OSError, zlib.error):
        raise damaged() from None


def drop(old):
    with connection.cursor() as cursor:
        cursor.execute("set statement_timeout = 0")
        cursor.execute(f"drop schema if exists {old} cascade")
