"""The catalogue in DCAT-AP and the page that says what data there is."""

import re
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import translation
from pyshacl import validate
from rdflib import DCTERMS, FOAF, RDF, Graph, Literal
from rdflib.namespace import DCAT

from core.content import content_models
from tests.factories import PostFactory, ProjectFactory

pytestmark = [
    pytest.mark.django_db,
    # rdflib's own reader of JSON-LD still makes one.
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated"),
]
SHAPES = Path(__file__).parent / "schemas" / "dcat-ap.ttl"
SYNTAXES = {"ttl": "turtle", "jsonld": "json-ld", "rdf": "xml"}


def catalogue(client, form="ttl"):
    response = client.get(reverse("catalogue", args=[form]))
    return Graph().parse(data=response.content, format=SYNTAXES[form])


def verdict(graph):
    """(whether the shapes are kept, what they say)."""
    shapes = Graph().parse(SHAPES)
    conforms, _results, text = validate(graph, shacl_graph=shapes)
    return conforms, text


@pytest.mark.parametrize("form", SYNTAXES)
def test_catalogue_keeps_the_shapes_of_dcat_ap(client, form):
    ProjectFactory()

    conforms, text = verdict(catalogue(client, form))

    assert conforms, text


def test_catalogue_without_content_keeps_the_shapes_too(client):
    conforms, text = verdict(catalogue(client))

    assert conforms, text


@pytest.mark.parametrize(
    ("kind", "predicate"),
    [
        (DCAT.Catalog, DCTERMS.title),
        (DCAT.Catalog, DCTERMS.publisher),
        (DCAT.Dataset, DCTERMS.description),
        (DCAT.Distribution, DCAT.accessURL),
        (FOAF.Agent, FOAF.name),
    ],
)
def test_shapes_see_what_is_missing(client, kind, predicate):
    graph = catalogue(client)
    for subject in list(graph.subjects(RDF.type, kind)):
        graph.remove((subject, predicate, None))

    assert verdict(graph)[0] is False


def test_catalogue_says_the_same_in_every_syntax(client):
    ProjectFactory()

    turtle, linked, xml = (catalogue(client, form) for form in SYNTAXES)

    assert set(turtle) == set(linked) == set(xml)


def test_catalogue_has_each_kind_in_each_form_and_language(client):
    graph = catalogue(client)

    assert len(list(graph.subjects(RDF.type, DCAT.Dataset))) == len(content_models())
    assert len(list(graph.subjects(RDF.type, DCAT.Distribution))) == 2 * sum(
        len(model.data_forms) for model in content_models()
    )


def test_every_file_that_the_catalogue_names_is_there(client, settings):
    graph = catalogue(client)
    answers = {}

    for distribution in graph.subjects(RDF.type, DCAT.Distribution):
        for predicate in (DCAT.accessURL, DCAT.downloadURL):
            address = str(graph.value(distribution, predicate)).removeprefix(settings.SITE_URL)
            answers[address] = client.head(address).status_code

    assert set(answers.values()) == {200}


def test_media_type_is_that_of_the_file(client, settings):
    graph = catalogue(client)

    for distribution in graph.subjects(RDF.type, DCAT.Distribution):
        address = str(graph.value(distribution, DCAT.downloadURL)).removeprefix(settings.SITE_URL)
        media = str(graph.value(distribution, DCAT.mediaType)).partition("media-types/")[2]
        assert client.head(address)["Content-Type"].partition(";")[0] == media


def test_drafts_change_nothing_in_the_catalogue(client):
    before = set(catalogue(client))
    PostFactory(published_at=None)

    assert set(catalogue(client)) == before


def test_titles_are_in_both_languages(client):
    graph = catalogue(client)
    (found,) = graph.subjects(RDF.type, DCAT.Catalog)

    languages = {title.language for title in graph.objects(found, DCTERMS.title)}

    assert languages == {"lv", "en"}
    assert all(isinstance(title, Literal) for title in graph.objects(found, DCTERMS.title))


def test_catalogue_may_be_read_from_anywhere(client):
    response = client.get(reverse("catalogue", args=["ttl"]))

    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Content-Type"] == "text/turtle; charset=utf-8"
    assert response.cookies == {}


@pytest.mark.parametrize("form", ["nt", "TTL", "ttl.bak", "x" * 3000])
def test_unknown_syntax_is_not_found(client, form):
    assert client.get(f"/data/catalogue.{form}").status_code == 404


@pytest.mark.parametrize("language", ["lv", "en"])
def test_page_names_every_form_of_every_kind(client, language):
    ProjectFactory()
    PostFactory(published_at=None)
    with translation.override(language):
        addresses = [
            reverse(f"{model._meta.app_label}:{model._meta.model_name}_data", args=[form])
            for model in content_models()
            for form in model.data_forms
        ]
        page = client.get(reverse("open_data")).content.decode()

    named = re.findall(r'href="([^"?]+)[^"]*"', page)
    assert set(addresses) - set(named) == set()
    assert 'href="/data/catalogue.ttl"' in page
    assert 'rel="license"' in page


def test_page_counts_what_is_published(client):
    ProjectFactory()
    ProjectFactory(published_at=None)

    page = client.get(reverse("open_data"))

    assert {each.kind: each.number for each in page.context["offers"]}["project"] == 1


@pytest.mark.parametrize("language", ["lv", "en"])
def test_every_page_leads_to_the_open_data(client, language):
    with translation.override(language):
        address = reverse("open_data")
        page = client.get(reverse("projects:project_list")).content.decode()

    assert f'<a href="{address}">' in page
