"""The list of projects: what each filter finds, and the counts beside its values."""

import random
from datetime import date
from itertools import product

import pytest
from django.http import QueryDict

from partnership.models import Succession, Territory
from projects.filters import ProjectList
from projects.models import FundingShare, Measure, Participation, Project
from search import copy
from tests.factories import (
    FundFactory,
    OrganisationFactory,
    PartnershipFactory,
    ProgrammeFactory,
    ProjectFactory,
    TerritoryFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True, params=["index", "tables"])
def backend(request, monkeypatch, tmp_path):
    """Every list is right by the index, and by the tables while there is no index."""
    if request.param == "tables":
        nothing = copy.Copy(tmp_path / "search")
        nothing.next_try = float("inf")
        monkeypatch.setattr(copy, "COPY", nothing)
    return request.param


def found(query):
    return ProjectList(Project.objects.published(), QueryDict(query))


def titles(query):
    return sorted(project.title_lv for project in found(query).rows())


def flat(options):
    for option in options:
        yield option
        yield from flat(option.children)


def counts(query, name):
    for facet, options, _chosen in found(query).facet_options():
        if facet.name == name:
            return {option.value: option.count for option in flat(options)}
    return {}


@pytest.fixture
def tree():
    """Latvia with Mārupes novads, which took over Babītes novads in 2021, and a parish in it."""
    country = TerritoryFactory(name_lv="Latvija", slug="latvija", kind="country")
    now = TerritoryFactory(name_lv="Mārupes novads", slug="marupes-novads", parent=country)
    parish = TerritoryFactory(name_lv="Salas pagasts", slug="salas-pagasts", parent=now)
    old = TerritoryFactory(
        name_lv="Babītes novads", slug="babites-novads", parent=country, valid_to=date(2021, 6, 30)
    )
    Succession.objects.create(predecessor=old, successor=now)
    return {"country": country, "now": now, "parish": parish, "old": old}


def test_territory_finds_everything_below_it(tree):
    ProjectFactory(title_lv="Pagastā", territories=[tree["parish"]])
    ProjectFactory(title_lv="Novadā", territories=[tree["now"]])
    ProjectFactory(title_lv="Citur", territories=[TerritoryFactory()])

    assert titles("territory=latvija") == ["Novadā", "Pagastā"]
    assert titles("territory=marupes-novads") == ["Novadā", "Pagastā"]
    assert titles("territory=salas-pagasts") == ["Pagastā"]


def test_old_municipality_finds_what_its_heir_has_and_the_other_way_round(tree):
    ProjectFactory(title_lv="Toreiz", territories=[tree["old"]])
    ProjectFactory(title_lv="Tagad", territories=[tree["now"]])

    assert titles("territory=babites-novads") == ["Tagad", "Toreiz"]
    assert titles("territory=marupes-novads") == ["Tagad", "Toreiz"]
    assert titles("q=Babītes novads") == ["Tagad", "Toreiz"]
    assert titles("q=babites") == ["Tagad", "Toreiz"]
    assert counts("territory=babites-novads", "territory")["babites-novads"] == 2


def test_partner_without_a_territory_stands_for_its_partnership_s_area(tree):
    partnership = PartnershipFactory()
    partnership.area.add(tree["now"])
    project = ProjectFactory(title_lv="Kopā", territories=[], partner=partnership.organisation)

    assert titles("territory=marupes-novads") == ["Kopā"]

    project.participations.get().territories.add(TerritoryFactory(slug="tikai-te"))
    assert titles("territory=marupes-novads") == []
    assert titles("territory=tikai-te") == ["Kopā"]


def test_values_of_one_filter_widen_and_filters_narrow():
    first, second = FundFactory(slug="elfla"), FundFactory(slug="ejzf")
    ProjectFactory(title_lv="A", programme__fund=first, status="running")
    ProjectFactory(title_lv="B", programme__fund=second, status="running")
    ProjectFactory(title_lv="C", programme__fund=second, status="completed")

    assert titles("funder=elfla&funder=ejzf") == ["A", "B", "C"]
    assert titles("funder=ejzf&status=running") == ["B"]
    funders = {"elfla": 1, "ejzf": 1, "source-eu": 2}
    assert counts("funder=ejzf&status=running", "funder") == funders
    assert counts("funder=ejzf&status=running", "status") == {"running": 1, "completed": 1}


def test_unknown_values_are_passed_over():
    ProjectFactory(title_lv="A")

    assert titles("status=none&funder=x&year=99999999999&sort=;drop&territory=%00&q=%00") == ["A"]


def test_order_follows_the_alphabet_and_the_budget():
    for title, cost in (("Čiekurs", 5), ("Celms", None), ("Dārzs", 9), ("Āboli", 7), ("Auzas", 1)):
        ProjectFactory(title_lv=title, total_cost=cost)

    def order(query):
        return [project.title_lv for project in found(query).rows()]

    assert order("sort=title") == ["Auzas", "Āboli", "Celms", "Čiekurs", "Dārzs"]
    assert order("sort=budget") == ["Dārzs", "Āboli", "Čiekurs", "Auzas", "Celms"]


def test_search_knows_endings_diacritics_numbers_and_partners():
    organisation = OrganisationFactory(name_lv="Lauku partnerība „Lielupe“")
    ProjectFactory(title_lv="Viedie ciemi", number="19-00-A019.333-000005", partner=organisation)
    ProjectFactory(title_lv="Cits")

    queries = (
        "viedajam ciemam",
        "VIEDIE",
        "a019.333",
        "lielupes partnerību",
        "19-00-A019.333-000005",
    )
    assert [titles(f"q={query}") for query in queries] == [["Viedie ciemi"]] * len(queries)
    assert titles("q=nekas") == []


def test_chips_remove_one_filter_each():
    ProjectFactory(status="running")
    narrowed = found("status=running&q=Virsraksts&sort=title")

    assert [(str(name), str(value), query) for name, value, query in narrowed.chips()] == [
        ("Meklētie vārdi", "Virsraksts", "sort=title&status=running"),
        ("Statuss", "īstenošanā", "q=Virsraksts&sort=title"),
    ]


def random_projects(rng, number=40):
    """Projects with every facet at random, and territories in a random tree with heirs."""
    places = [TerritoryFactory(parent=None) for _ in range(2)]
    for _ in range(10):
        places.append(TerritoryFactory(parent=rng.choice(places)))
    for earlier, later in ((10, 2), (11, 3), (11, 4)):
        Succession.objects.create(predecessor=places[earlier], successor=places[later])
        Territory.objects.filter(pk=places[earlier].pk).update(valid_to=date(2021, 6, 30))
    donor = FundFactory(kind="donor")
    programmes = [
        ProgrammeFactory(period_start=start, period_end=start + 6) for start in (2014, 2021)
    ]
    programmes.append(ProgrammeFactory(fund=donor))
    for programme in programmes[:2]:
        Measure.objects.create(name=f"Pasākums {programme.pk}", programme=programme)
    bodies = [PartnershipFactory().organisation for _ in range(3)]
    bodies += [OrganisationFactory(country=code) for code in ("FI", "SE")]
    themes = [ThemeFactory() for _ in range(4)]
    for number_ in range(number):
        start = rng.choice([None, date(rng.randint(2018, 2023), 5, 1)])
        project = ProjectFactory(
            title_lv=f"Projekts {number_}",
            programme=(programme := rng.choice(programmes)),
            measure=rng.choice([None, programme.measures.first()]),
            title_en=rng.choice(["", f"Project {number_}"]),
            status=rng.choice(Project.Status.values),
            start_on=start,
            end_on=start and date(start.year + rng.randint(0, 2), 12, 1),
            territories=rng.sample(places, rng.randint(0, 3)),
            partner=bodies[0],
        )
        others = rng.sample(bodies[1:], rng.randint(0, 3))
        for place, body in enumerate(others):
            role = rng.choice(Participation.Role.values[place > 0 :])  # one may lead
            Participation.objects.create(project=project, organisation=body, role=role)
        if not rng.randint(0, 3):
            FundingShare.objects.create(project=project, fund=donor, amount=5)
        project.themes.set(rng.sample(themes, rng.randint(0, 2)))


def ancestry(territory):
    """Slugs that something at a territory is found under, straight from the rows."""
    slugs = {territory.slug}
    if territory.parent:
        slugs |= ancestry(territory.parent)
    for heir in territory.successors.all():
        slugs |= ancestry(heir)
    return slugs


def funders_of(project):
    funds = [project.programme.fund, *(each.fund for each in project.funding_shares.all())]
    return {name for fund in funds for name in (fund.slug, f"source-{fund.kind}")}


def roles_of(project):
    """(slug of a partnership, its role) for each that takes part."""
    return {
        (each.organisation.partnership.slug_lv, each.role)
        for each in project.participations.all()
        if hasattr(each.organisation, "partnership")
    }


def values_of(project):
    """What a project is found under in each facet, computed from the rows one by one."""
    bodies = [each.organisation for each in project.participations.all()]
    years = set()
    if project.start_on:
        years = {str(year) for year in range(project.start_on.year, project.end_on.year + 1)}
    return {
        "territory": set().union(*(ancestry(each) for each in project.territories.all())),
        "funder": funders_of(project),
        "programme": {project.programme.slug_lv},
        "status": {project.status},
        "partnership": {
            body.partnership.slug_lv for body in bodies if hasattr(body, "partnership")
        },
        "country": {body.country for body in bodies},
        "theme": {theme.slug for theme in project.themes.all()},
        "year": years,
        "measure": {project.measure.slug} if project.measure else set(),
        "period": {f"{project.programme.period_start}-{project.programme.period_end}"},
        "role": {role for _slug, role in roles_of(project)},
        "language": {code for code in ("lv", "en") if getattr(project, f"title_{code}")},
    }


def heirs():
    """{slug of a territory: the slugs of itself and of all that took over from it}"""
    of = {each: list(each.successors.all()) for each in Territory.objects.all()}

    def later(territory):
        return {territory.slug}.union(*map(later, of[territory]))

    return {territory.slug: later(territory) for territory in of}


class Meant(dict):
    """What a value finds: {territory: its heirs too}, any other itself.

    A role and a partnership that are both asked for are those of one participation.
    """

    def __init__(self):
        super().__init__(heirs())
        self.roles = {project.pk: roles_of(project) for project in Project.objects.all()}
        self.values = {project.pk: values_of(project) for project in Project.objects.all()}

    def of(self, name, value):
        return self[value] if name == "territory" else {value}

    def found(self, chosen):
        """Keys of the projects of a list."""
        return {pk for pk in self.values if self.passes(pk, chosen)}

    def passes(self, pk, chosen):
        if chosen.keys() >= {"partnership", "role"}:
            asked = product(chosen["partnership"], chosen["role"])
            if self.roles[pk].isdisjoint(asked):
                return False
        return all(
            any(self.values[pk][name] & self.of(name, value) for value in wanted)
            for name, wanted in chosen.items()
        )

    def number_with(self, name, value, chosen):
        """What the list would hold if a value were its facet's only one; a territory that is not
        chosen counts what it holds itself, without that of its heirs."""
        if name != "territory" or value in chosen.get(name, ()):
            return len(self.found(chosen | {name: [value]}))
        others = {each: wanted for each, wanted in chosen.items() if each != name}
        return sum(value in self.values[pk][name] for pk in self.found(others))


def test_rows_and_counts_equal_those_computed_from_the_rows():
    rng = random.Random(20261122)
    random_projects(rng)
    meant = Meant()
    every = {
        name: sorted(set().union(*(each[name] for each in meant.values.values())))
        for name in values_of(Project.objects.first())
    }
    joined = ["partnership", "role"]
    for turn in range(24):
        names = joined if turn % 3 == 0 else []
        names = {*names, *rng.sample(sorted(every), rng.randint(not names, 3 - len(names)))}
        chosen = {
            name: rng.sample(every[name], min(len(every[name]), rng.randint(1, 2)))
            for name in sorted(names)
        }
        query = "&".join(f"{name}={value}" for name, wanted in chosen.items() for value in wanted)

        assert {project.pk for project in found(query).rows()} == meant.found(chosen), query
        for facet, options, _number in found(query).facet_options():
            for option in flat(options):
                expected = meant.number_with(facet.name, option.value, chosen)
                assert option.count == expected, (query, facet.name, option.value)


def test_very_many_measures_wait_for_a_programme(monkeypatch):
    first, second = ProgrammeFactory(slug_lv="lauki"), ProgrammeFactory(slug_lv="jura")
    for number, programme in enumerate((first, first, second, second)):
        measure = Measure.objects.create(
            programme=programme, slug=f"m{number}", name_lv=f"Pasākums {number}"
        )
        ProjectFactory(programme=programme, measure=measure)
    assert counts("", "measure") == {"m0": 1, "m1": 1, "m2": 1, "m3": 1}
    monkeypatch.setattr("projects.filters.MeasureFacet.most", 1)
    monkeypatch.setattr("projects.filters.MeasureFacet.of_many", 1)

    assert counts("", "measure") == {}
    assert counts("measure=m1", "measure") == {"m1": 1}
    assert list(counts("programme=lauki", "measure").values()) == [1]
    assert titles("measure=m1") != []
