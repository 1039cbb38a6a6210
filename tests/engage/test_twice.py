"""A button that is pressed twice at once: the second request waits for the first and sees it."""

import threading

import pytest
from django.db import connection, transaction

from engage.models import Outbox
from engage.outbox import is_written

pytestmark = pytest.mark.django_db(transaction=True)


def test_second_request_sees_what_the_first_has_written():
    asked, answers = threading.Event(), []

    def second():
        asked.set()
        with transaction.atomic():
            answers.append(is_written("idea-confirm:a"))
        connection.close()

    other = threading.Thread(target=second)
    with transaction.atomic():
        answers.append(is_written("idea-confirm:a"))
        other.start()
        asked.wait(60)
        other.join(0.3)  # it waits for our transaction; without the lock it would be over
        Outbox.objects.create(key="idea-confirm:a", to="anna@example.lv")
    other.join(60)

    assert answers == [False, True]
