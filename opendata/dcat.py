"""The graph of the catalogue: a dataset for each kind of content, a distribution for each form.

rdflib writes it: three syntaxes with their escapes are more than one wants to write by hand, and
it is pure Python. A thing of somebody else's list (a language, a licence) is named with its class,
because the shapes of DCAT-AP ask for it and a harvester may not follow the address.
"""

from dataclasses import dataclass

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from rdflib import DCTERMS, FOAF, RDF, RDFS, XSD, Graph, Literal, URIRef
from rdflib.namespace import DCAT, SKOS

from .forms import LICENCE
from .offer import offers

MEDIA = "https://www.iana.org/assignments/media-types/"
EU = "http://publications.europa.eu/resource/authority/"
LANGUAGE = {"lv": f"{EU}language/LAV", "en": f"{EU}language/ENG"}
FILE_TYPES = {  # the Union's name for what a media type says
    "text/csv": "CSV",
    "application/json": "JSON",
    "application/ld+json": "JSON_LD",
    "application/geo+json": "GEOJSON",
    "application/atom+xml": "ATOM",
    "application/xml": "XML",
    "text/calendar": "ICS",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "XLSX",
}
AT_ONCE = f"{EU}frequency/CONT"
THEMES, THEME = f"{EU}data-theme", f"{EU}data-theme/REGI"  # regions and cities


@dataclass
class Writer:
    """An rdflib graph with short ways to say what the catalogue says."""

    graph: Graph
    base: str

    def node(self, name):
        return URIRef(f"{self.base}#{name}")

    def thing(self, address, kind):
        """A thing that others name, with its class."""
        self.graph.add((URIRef(address), RDF.type, kind))
        return URIRef(address)

    def say(self, subject, *pairs):
        for predicate, value in pairs:
            self.graph.add((subject, predicate, value))

    def say_in_all(self, subject, predicate, text):
        """A literal in each language; `text` is called while that language is active."""
        for language, _name in settings.LANGUAGES:
            with translation.override(language):
                self.graph.add((subject, predicate, Literal(str(text()), lang=language)))


def graph(identifier, name):
    """The whole catalogue: its publisher, and a dataset for each kind of content."""
    base = f"{settings.SITE_URL}/data/catalogue.ttl"
    write = Writer(Graph(), base)
    agent, catalog = write.node("publisher"), write.node("catalogue")
    write.say(agent, (RDF.type, FOAF.Agent), (FOAF.name, Literal(name)))
    write.say(agent, (DCTERMS.identifier, Literal(identifier)))
    write.say(catalog, (RDF.type, DCAT.Catalog), (DCTERMS.publisher, agent))
    write.say_in_all(catalog, DCTERMS.title, lambda: _("Open data") + f" · {name}")
    write.say_in_all(catalog, DCTERMS.description, description)
    home = write.thing(f"{settings.SITE_URL}/", FOAF.Document)
    scheme = write.thing(THEMES, SKOS.ConceptScheme)
    write.say(catalog, (FOAF.homepage, home), (DCAT.themeTaxonomy, scheme))
    write.say(catalog, (DCTERMS.license, write.thing(LICENCE, DCTERMS.LicenseDocument)))
    for address in LANGUAGE.values():
        language = write.thing(address, DCTERMS.LinguisticSystem)
        write.say(catalog, (DCTERMS.language, language))
    for dataset in datasets(write, agent):
        write.say(catalog, (DCAT.dataset, URIRef(dataset)))
    return write.graph


def description():
    return _("All that is published here, as it stands on the site today.")


def datasets(write, agent):
    """The address of each kind's dataset, when all about it is said."""
    in_languages = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            in_languages[language] = offers()
    for versions in zip(*in_languages.values(), strict=True):
        by_language = dict(zip(in_languages, versions, strict=True))
        yield dataset(write, agent, by_language)


def dataset(write, agent, by_language):
    """One kind of content; `by_language` is its offer in each language."""
    first = next(iter(by_language.values()))
    here = write.node(first.kind)
    write.say(
        here,
        (RDF.type, DCAT.Dataset),
        (DCTERMS.publisher, agent),
        (DCTERMS.identifier, Literal(str(here))),
        (DCTERMS.accrualPeriodicity, write.thing(AT_ONCE, DCTERMS.Frequency)),
        (DCAT.theme, write.thing(THEME, SKOS.Concept)),
    )
    if first.changed_at:
        changed = Literal(first.changed_at.isoformat(), datatype=XSD.dateTime)
        write.say(here, (DCTERMS.modified, changed))
    for language, each in by_language.items():
        with translation.override(language):
            in_language(write, here, each, language)
    return here


def in_language(write, here, offer, language):
    """What one language has of a dataset: its words, its page and its files."""
    about = _("All that is published here: %(kind)s.") % {"kind": offer.name}
    write.say(
        here,
        (DCTERMS.title, Literal(capitalised(offer.name), lang=language)),
        (DCTERMS.description, Literal(about, lang=language)),
        (DCAT.landingPage, write.thing(settings.SITE_URL + offer.page, FOAF.Document)),
        (DCTERMS.language, write.thing(LANGUAGE[language], DCTERMS.LinguisticSystem)),
    )
    for form, address in offer.forms:
        distribution = write.node(f"{offer.kind}-{form.name}-{language}")
        write.say(here, (DCAT.distribution, distribution))
        describe(write, distribution, offer, form, address, language)


def capitalised(name):
    return name[:1].upper() + name[1:]


def describe(write, here, offer, form, address, language):
    """One form in one language: where the list is, where the file is, what it is."""
    media = form.media_type.partition(";")[0]
    title = f"{capitalised(offer.name)} · {form.label}"
    file_type = f"{EU}file-type/{FILE_TYPES[media]}"
    write.say(
        here,
        (RDF.type, DCAT.Distribution),
        (DCTERMS.title, Literal(title, lang=language)),
        (DCAT.accessURL, write.thing(settings.SITE_URL + offer.page, RDFS.Resource)),
        (DCAT.downloadURL, write.thing(settings.SITE_URL + address, RDFS.Resource)),
        (DCAT.mediaType, write.thing(MEDIA + media, DCTERMS.MediaType)),
        (DCTERMS.format, write.thing(file_type, DCTERMS.MediaTypeOrExtent)),
        (DCTERMS.license, write.thing(LICENCE, DCTERMS.LicenseDocument)),
        (DCTERMS.language, write.thing(LANGUAGE[language], DCTERMS.LinguisticSystem)),
    )
    if form.note:
        write.say(here, (DCTERMS.description, Literal(str(form.note), lang=language)))
