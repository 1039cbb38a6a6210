"""One command brings an installation to the version at hand, as often as one likes."""

import pytest
from django.core.management import call_command

from partnership.models import Territory
from projects.models import AcknowledgementRule
from search import copy


@pytest.mark.django_db
def test_set_up_makes_what_is_missing_and_may_be_repeated(monkeypatch, tmp_path):
    monkeypatch.setattr(copy, "COPY", copy.Copy(tmp_path / "search"))

    call_command("set_up", verbosity=0)
    first = [Territory.objects.count(), AcknowledgementRule.objects.count()]
    call_command("set_up", verbosity=0)

    assert min(first) > 0
    assert [Territory.objects.count(), AcknowledgementRule.objects.count()] == first
    assert copy.COPY.is_ready()
