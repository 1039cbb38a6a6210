"""One result of the search page: what is marked, and what it says of the row."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import translation

from tests.factories import (
    OrganisationFactory,
    PartnershipFactory,
    PostFactory,
    ProjectFactory,
    TerritoryFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db


def search(client, words, language="lv"):
    with translation.override(language):
        return client.get(reverse("search:search", query={"q": words}))


def text_of(pieces):
    return "".join(f"[{piece}]" if is_marked else piece for piece, is_marked in pieces)


def test_words_are_marked_in_title_and_passage(client):
    body = "<p>Pirmais teikums.</p><p>Zvejnieki brauc <em>jūrā</em>, kad &amp; ja laiks labs.</p>"
    ProjectFactory(title_lv="Zvejniekiem", summary_lv="Par zivīm.", aims_lv=body)

    page = search(client, "zvejnieks jūra")

    (hit,) = page.context["page"]
    assert text_of(hit.title) == "[Zvejniekiem]"
    passage = "Pirmais teikums. [Zvejnieki] brauc [jūrā], kad & ja laiks labs."
    assert text_of(hit.passage[0]) == passage
    assert "<mark>Zvejniekiem</mark></a></h2>" in page.text
    assert "kad &amp; ja laiks labs." in page.text


def test_text_of_visitors_and_editors_is_escaped(client):
    PostFactory(title_lv="<b>Āboli</b> & 'bumbieri'")

    page = search(client, 'āboli "><img>')

    assert "<img>" not in page.text
    assert 'value="āboli &quot;&gt;&lt;img&gt;"' in page.text
    assert "&lt;b&gt;<mark>Āboli</mark>&lt;/b&gt; &amp; &#x27;bumbieri&#x27;" in page.text


def test_passage_in_another_language_is_marked(client):
    PostFactory(title_lv="Ziņa", title_en="News", summary_lv="Par zivīm.", summary_en="About fish.")

    lv, en = search(client, "fish"), search(client, "fish", "en")

    assert '<p lang="en">About <mark>fish</mark>.</p>' in lv.text
    assert "<p>About <mark>fish</mark>.</p>" in en.text


def test_number_that_was_asked_for_is_shown(client):
    project = ProjectFactory(title_lv="Ciems", number="19-00-A019.333-000005")
    part = project.participations.get()
    part.number = "20-11-B020.111-000009"
    part.save()

    own, partners = search(client, "19-00-A019.333-000005"), search(client, "000009")
    by_title = search(client, "ciems")

    assert "<mark>19-00-A019.333-000005</mark>" in own.text
    assert "20-11-B020.111-<mark>000009</mark>" in partners.text
    assert by_title.context["page"][0].number is None


def test_result_says_which_place_partner_or_theme_it_was_found_by(client):
    old = TerritoryFactory(name_lv="Baldones novads")
    new = TerritoryFactory(name_lv="Ķekavas novads")
    new.predecessors.add(old)
    partner = OrganisationFactory(name_lv="Biedrība Sernikon")
    project = ProjectFactory(title_lv="Viedie ciemi", territories=[new], partner=partner)
    project.themes.add(ThemeFactory(name_lv="Vide", name_en="Environment"))

    found = {
        words: [
            text_of(pieces)
            for pieces, _language in search(client, words).context["page"][0].related
        ]
        for words in ("baldonē", "sernikons", "environment", "viedais")
    }

    assert found == {
        "baldonē": ["[Baldones] novads"],
        "sernikons": ["Biedrība [Sernikon]"],
        "environment": ["[Environment]"],
        "viedais": [],
    }


def test_relations_are_read_only_where_the_texts_of_a_row_lack_a_word(client):
    project = ProjectFactory(title_lv="Viedie ciemi", partner=OrganisationFactory(name_lv="Upe"))

    (own,), (also,) = (search(client, words).context["page"] for words in ("viedie", "viedie upe"))

    assert own.item == also.item == project
    assert "participations" not in vars(own.item).get("_prefetched_objects_cache", {})
    assert "participations" in vars(also.item)["_prefetched_objects_cache"]


def test_related_draft_is_not_named(client):
    draft = ProjectFactory(title_lv="Slepenie svētki", published_at=None)
    shown = ProjectFactory(title_lv="Ciema svētki")
    post = PostFactory(title_lv="Ziņa par ciemu", projects=[draft, shown])

    page = search(client, "ciems svētki")

    assert "Slepenie" not in page.text
    (hit,) = [hit for hit in page.context["page"] if hit.item == post]
    assert [text_of(pieces) for pieces, _ in hit.related] == ["[Ciema] [svētki]"]


def test_results_show_years_of_projects_and_days_of_news(client):
    ProjectFactory(title_lv="Ābolu dārzs", start_on=date(2019, 3, 1), end_on=date(2020, 5, 1))
    PostFactory(title_lv="Ābolu ziņa")
    PartnershipFactory(title_lv="Ābolu biedrība")

    hits = {hit.kind: hit for hit in search(client, "ābolu").context["page"]}

    assert hits["Projekts"].years == "2019–2020"
    assert hits["Ziņa"].day == hits["Ziņa"].item.published_at
    assert [(hits[kind].years, hits[kind].day) for kind in ("Partnerība",)] == [("", None)]
