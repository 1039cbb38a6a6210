"""The judged questions, asked of the search page itself: their documents are real projects."""

import pytest
from django.urls import reverse

from search.models import Synonyms
from search.shipped_synonyms import SHIPPED_SYNONYMS
from tests.factories import ProgrammeFactory, ProjectFactory
from tests.search.judging import JUDGED, answers_of, noise, recall, unanswered

pytestmark = pytest.mark.django_db
COLUMNS = {"lv": "lv", "en": "en", "ru": "lv"}  # Russian texts stand where Latvian ones do


def make_projects():
    """{key of a project: id of its document}"""
    programme, made = ProgrammeFactory(), {}
    for row in JUDGED["documents"]:
        code = COLUMNS[row["lang"]]
        texts = {"title_lv": "", "title_en": "", f"title_{code}": row["title"]}
        paragraphs = "".join(f"<p>{part}</p>" for part in row["text"].split("\n\n"))
        project = ProjectFactory(
            programme=programme,
            territories=[],
            number=row["number"],
            **texts,
            **{f"body_{code}": paragraphs},
        )
        project.participations.all().delete()
        made[project.pk] = row["id"]
    return made


def test_search_page_answers_as_a_visitor_would_want(client):
    if not Synonyms.objects.exists():  # a test before this one emptied the tables
        Synonyms.objects.bulk_create(Synonyms(words="\n".join(each)) for each in SHIPPED_SYNONYMS)
    ids = make_projects()

    def find(words, number):
        page = client.get(reverse("search:search", query={"q": words}))
        keys = [hit.item.pk for hit in page.context["page"] if page.context["results"].in_all]
        return [ids[key] for key in keys if key in ids][:number]

    answers = answers_of(find)

    assert recall(answers) >= 0.97
    assert unanswered(answers) <= 0.02
    assert noise(answers) <= 0.4
