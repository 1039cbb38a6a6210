"""What was looked for in vain, counted by day: words alone, and never of whom they may tell.

Nothing is kept that may name a person, an address or a number of somebody, nor what only a
machine would ask. Staff make synonyms of the rest; after some weeks it is forgotten.
"""

import logging
import re
import unicodedata
from datetime import timedelta

from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from .models import Miss

log = logging.getLogger(__name__)
KEPT_DAYS = 90
MOST_A_DAY = 1_000  # different words: more are typed by machines
LONGEST = 60  # letters; whoever writes more writes a letter, not a question
MOST_WORDS = 6
ASKED = re.compile(r"[\w\s.,:/&+()#%!?'’\"„“”«»–-]+")  # the signs of questions
PROJECT_NUMBER = re.compile(r"\b\d\d-?\d\d-?[a-z]+[\d.-]+")  # 19-00-a019.333-000005
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LONG_NUMBER = re.compile(r"\d(?:[ ().+/-]*\d){6}")  # a telephone, a person's code, an account
MACHINES = ("..", "//", "--")
WORD = re.compile(r"[^\W\d_]{2}")

# One statement: requests that count the same words wait for each other no longer than needed.
COUNT = """
insert into search_miss (day, words, number)
select %(day)s, %(words)s, 1
where (select count(*) from search_miss where day = %(day)s) < %(most)s
   or exists (select from search_miss where day = %(day)s and words = %(words)s)
on conflict (day, words) do update set number = search_miss.number + 1
"""


def count(words):
    """Count one question without an answer. Never fails: nobody's page depends on it."""
    words = " ".join(words.lower().split())
    if not is_kept(words):
        return
    values = {"day": timezone.localdate(), "words": words, "most": MOST_A_DAY}
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(COUNT, values)
    except DatabaseError:
        log.exception("A search without results could not be counted.")


def is_kept(words):
    """Whether lower-cased words say nothing about a person and look like a person's question."""
    if len(words) > LONGEST or len(words.split()) > MOST_WORDS:
        return False
    if any(unicodedata.category(letter)[0] == "C" for letter in words):
        return False
    if not ASKED.fullmatch(words) or any(sign in words for sign in MACHINES):
        return False
    rest = YEAR.sub("", PROJECT_NUMBER.sub("", words))
    return not LONG_NUMBER.search(rest) and bool(WORD.search(words) or rest != words)


def forget():
    """Delete what is older than 90 days; returns the number of rows."""
    long_ago = timezone.localdate() - timedelta(days=KEPT_DAYS)
    return Miss.objects.filter(day__lt=long_ago).delete()[0]
