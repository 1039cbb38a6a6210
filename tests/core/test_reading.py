"""Reading by prepared statements gives what QuerySets and Django's prefetching give."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.db.models import Sum, prefetch_related_objects
from django.db.models.signals import post_init
from django.utils import translation

from core.reading import Reading, ReadingOfRare, fill
from core.reading.making import Maker
from core.reading.reading import relations_of
from core.reading.statement import MOST, KeysOf
from events.models import Event
from news.models import Post
from partnership.models import OrganisationName
from projects.models import Fund, FundingShare, Participation, Programme, Project, Result
from tests.factories import (
    EventFactory,
    FundFactory,
    OrganisationFactory,
    PartnershipFactory,
    PostFactory,
    ProjectFactory,
    TerritoryFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db
LOOKUPS = (
    *("themes", "territories", "results", "posts__themes", "programme__logos__image"),
    *("participations__territories", "participations__contact__portrait"),
    *("participations__organisation__partnership__area", "funding_shares__fund"),
    "participations__organisation__earlier_names",
)


@pytest.fixture
def project():
    """A project with rows behind all lookups but the pictures."""
    project = ProjectFactory()
    themes = {"B": "A", "A": "B"}.items()
    project.themes.set(ThemeFactory(name_lv=lv, name_en=en) for lv, en in themes)
    partner = OrganisationFactory()
    OrganisationName.objects.create(
        organisation=partner, name_lv="Vecais", valid_until=date(2020, 5, 1)
    )
    partnership = PartnershipFactory(organisation=partner)
    partnership.area.set([TerritoryFactory(), TerritoryFactory()])
    row = Participation.objects.create(
        project=project, organisation=partner, share=Decimal("12.50"), agreed_on=date(2024, 2, 29)
    )
    row.territories.add(TerritoryFactory())
    FundingShare.objects.create(project=project, fund=FundFactory(), rate=Decimal("90.00"))
    Result.objects.create(project=project, label_lv="Koki", value=Decimal("1.5"))
    add_post(project)
    return project


def add_post(project):
    PostFactory(projects=[project]).themes.set([ThemeFactory()])


def seen(row):
    """A row as (name, type and value) of its columns."""
    columns = (field.attname for field in row._meta.concrete_fields)
    return type(row), [(name, repr(getattr(row, name))) for name in columns]


def seen_behind(rows, tree):
    """What `.all()` and the ties of rows give along a lookup, as far as it leads."""
    name, _, rest = tree.partition("__")
    found = []
    for row in rows:
        field = row._meta.get_field(name)
        behind = getattr(row, name, None)
        many = field.many_to_many or field.one_to_many
        reached = list(behind.all()) if many else [behind] if behind else []
        found.append([seen(each) for each in reached])
        found += seen_behind(reached, rest) if rest else []
    return found


@pytest.mark.parametrize("language", ["lv", "en"])
def test_relations_are_those_that_prefetching_gives(project, language, django_assert_num_queries):
    keys = [project.pk, ProjectFactory().pk, ProjectFactory(programme=project.programme).pk]
    with translation.override(language):
        rows = Project.objects.filter(pk__in=keys).select_related("programme")
        expected, filled = list(rows), list(rows)
        prefetch_related_objects(expected, *LOOKUPS)

        with django_assert_num_queries(1):
            fill(filled, *LOOKUPS)
        with django_assert_num_queries(0):
            found = [seen_behind(filled, lookup) for lookup in LOOKUPS]

        assert found == [seen_behind(expected, lookup) for lookup in LOOKUPS]
        assert {id(each.project) for each in filled[0].participations.all()} == {id(filled[0])}


def test_columns_that_nobody_reads_are_left_out(project, django_assert_num_queries):
    reading = Reading(
        lambda key: {"rows": Project.objects.filter(pk=key).select_related("programme")}
    )
    (row,) = reading(key=project.pk)["rows"]

    assert not {"title", "body", "slug"} & (vars(row).keys() | vars(row.programme).keys())
    with django_assert_num_queries(0):
        assert (row.title, row.programme.title) == (project.title_lv, project.programme.title_lv)


def test_values_whose_order_nobody_keeps_are_refused(project):
    rows = Project.objects.rewrite(False).filter(pk=project.pk)

    found = Reading(lambda: {"rows": rows.values_list("number", "status", "pk")})()

    assert found["rows"] == [(project.number, project.status, project.pk)]
    with pytest.raises(TypeError, match="rewrite"):
        Reading(lambda: {"rows": Project.objects.values_list("number", "status")})()


def test_model_made_quickly_is_the_one_that_django_makes(project):
    programme = project.programme
    names = [field.attname for field in programme._meta.concrete_fields]
    values = [getattr(programme, name) for name in names]
    maker = Maker(Programme)

    first, second = (maker.from_db("default", names, values) for _each in range(2))

    assert maker.is_alike
    assert vars(second) | {"_state": None} == vars(first) | {"_state": None}
    assert (second._state.adding, second._state.db) == (False, "default")
    second.title_lv = "Cits"
    second.save()
    assert Programme.objects.get().title_lv == "Cits"
    assert first.title_lv == programme.title_lv


def test_who_listens_to_a_model_is_told_of_each(project):
    told = []

    def listen(instance, **_signal):
        told.append(instance.pk)

    post_init.connect(listen, sender=Programme)
    try:
        maker = Maker(Programme)
        for _each in range(2):
            maker.from_db("default", ["id"], [7])
    finally:
        post_init.disconnect(listen, sender=Programme)
    assert told == [7, 7]


def test_known_relation_answers_what_a_relation_is_asked(project):
    (filled,) = fill([Project.objects.get(pk=project.pk)], "themes", "quotes")

    assert [filled.themes.count(), filled.themes.exists()] == [2, True]
    assert filled.themes.first() == project.themes.first()
    assert [filled.quotes.count(), filled.quotes.exists()] == [0, False]
    assert filled.quotes.first() is None


def test_filling_nothing_asks_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert fill([], "themes") == []


def read(project):
    return {
        "posts": Post.objects.published().filter(projects=project).with_relations()[:2],
        "events": Event.objects.published().filter(project=project).with_relations(),
        "sums": Result.objects.filter(project=project)
        .order_by()
        .values_list("project")
        .annotate(Sum("value")),
        "nothing": Post.objects.none(),
    }


@pytest.mark.parametrize("number", [0, 1, 3])
def test_lists_with_their_relations_take_one_question(project, number, django_assert_num_queries):
    for _each in range(number):
        add_post(project)
        EventFactory(project=project).territories.set([TerritoryFactory()])
    reading = Reading(read)

    with django_assert_num_queries(1):
        found = reading(project=project.pk)
        behind = [seen_behind(found["posts"], name) for name in ("themes", "projects__programme")]
        places = seen_behind(found["events"], "territories")
    expected = {name: list(rows) for name, rows in read(project.pk).items()}

    assert found["sums"] == expected["sums"] == [(project.pk, Decimal("1.5"))]
    assert found["nothing"] == []
    for name in ("posts", "events"):
        assert [seen(each) for each in found[name]] == [seen(each) for each in expected[name]]
    assert [each.taken for each in found["events"]] == [each.taken for each in expected["events"]]
    assert behind == [
        seen_behind(expected["posts"], name) for name in ("themes", "projects__programme")
    ]
    assert places == seen_behind(expected["events"], "territories")


def test_statement_knows_values_rows_and_language_of_each_call(project):
    other = ProjectFactory(title_lv="Cits", title_en="Other")
    reading = Reading(lambda title: {"rows": Project.objects.filter(title=title).order_by("title")})

    def keys(language, title):
        with translation.override(language):
            return [row.pk for row in reading(title=title)["rows"]]

    assert keys("lv", "Cits") == keys("en", "Other") == [other.pk]
    assert keys("lv", "Other") == keys("en", "x' or true --%s") == []
    assert keys("lv", project.title_lv) == [project.pk]


def test_single_values_are_no_rows(project):
    reading = Reading(
        lambda key: {"keys": Project.objects.filter(pk=key).values_list("pk", flat=True)}
    )

    assert reading(key=project.pk) == {"keys": [project.pk]}


def test_statement_is_prepared_anew_on_another_connection(project):
    reading = Reading(lambda key: {"rows": Project.objects.filter(pk=key)})
    assert reading(key=project.pk)["rows"] == [project]

    with connection.cursor() as cursor:
        cursor.execute("deallocate all")
    del connection.prepared

    assert reading(key=project.pk)["rows"] == [project]


def test_arguments_that_a_list_does_not_need_are_not_sent(project):
    reading = ReadingOfRare(
        lambda project, programme: {"all": Project.objects.filter(programme=programme)},
        lambda project, programme: {
            "posts": Post.objects.filter(projects=project),
            "funds": Fund.objects.filter(programmes=programme),
            "events": Event.objects.filter(project=project).order_by("-pk")[:1],
        },
    )

    found = reading(project=project.pk, programme=project.programme_id)

    assert found == {
        "all": [project],
        "posts": list(project.posts.all()),
        "funds": [project.programme.fund],
        "events": [],
    }


def test_rare_lists_are_read_by_a_second_question_if_there_are_any(
    project, django_assert_num_queries
):
    reading = ReadingOfRare(
        lambda project: {"all": Project.objects.filter(pk=project)},
        lambda project: {
            "posts": Post.objects.filter(projects=project).prefetch_related("themes"),
            "events": Event.objects.filter(project=project).order_by("-pk")[:1],
        },
    )
    reading(project=project.pk)
    other = ProjectFactory()
    event = EventFactory(project=other)

    with django_assert_num_queries(2):
        (post,) = reading(project=project.pk)["posts"]
        assert len(post.themes.all()) == 1
    with django_assert_num_queries(2):
        assert reading(project=other.pk) == {"all": [other], "posts": [], "events": [event]}
    with django_assert_num_queries(1):
        assert reading(project=0) == {"all": [], "posts": [], "events": []}


def test_nothing_hangs_on_the_rows_of_no_list(project):
    def lists(key):
        found = Project.objects.prefetch_related("themes", "participations__organisation")
        return {"none": found.none(), "rows": found.filter(pk=key), "gone": found.filter(pk=-1)}

    found = Reading(lists)(key=project.pk)

    assert (found["none"], found["gone"]) == ([], [])
    assert len(found["rows"][0].themes.all()) == 2


def test_lists_about_a_row_may_come_with_it(project, django_assert_num_queries):
    about = ReadingOfRare(
        lambda project: {"results": Result.objects.filter(project=project)},
        lambda project: {
            "posts": Post.objects.filter(projects=project).prefetch_related("themes"),
            "events": Event.objects.filter(project=project),
        },
    )
    reading = Reading(
        lambda key: {
            "rows": Project.objects.filter(pk=key).prefetch_related("themes"),
            **about.plain(KeysOf("rows")),
        }
    )
    expected = about(project=project.pk)

    found = reading(key=project.pk)
    (row,) = found.pop("rows")
    row.read_with = found
    with django_assert_num_queries(1):  # for the posts
        with_row = about.about(row)
    with django_assert_num_queries(2):
        alone = about.about(row)

    assert with_row == alone == expected
    assert [len(found) for found in expected.values()] == [1, 1, 0]


def test_relation_that_is_known_is_a_relation_still(project, django_assert_num_queries):
    (filled,) = fill([Project.objects.get(pk=project.pk)], "themes", "results")
    with django_assert_num_queries(0):
        before = list(filled.themes.all())

    more = ThemeFactory(name_lv="C")
    filled.themes.add(more)

    assert filled.themes.filter(pk=more.pk).get() == more
    assert list(filled.themes.all()) == [*before, more]
    assert filled.results.model is Result
    with pytest.raises(TypeError):
        filled.results = []


def test_connection_keeps_a_bounded_number_of_statements(project):
    for _each in range(MOST + 3):
        assert Reading(lambda key: {"rows": Project.objects.filter(pk=key)})(key=project.pk) == {
            "rows": [project]
        }

    with connection.cursor() as cursor:
        cursor.execute("select count(*) from pg_prepared_statements")
        (number,) = cursor.fetchone()
    assert 0 < number <= MOST


def test_threads_that_prepare_at_once_disturb_nobody(project):
    """Each makes relations of its own, of which the last ones stay."""
    reading = Reading(lambda: {"projects": Project.objects.prefetch_related("themes")})
    before = reading()["projects"][0].themes.all()

    relations_of.cache_clear()
    with translation.override("en"):
        reading()

    assert reading()["projects"][0].themes.all() == before != []


def test_lists_about_a_row_are_its_own_when_two_rows_have_one_address(client):
    """What a post names beside itself is every other one."""
    own, other = PostFactory(slug_lv="tilts"), PostFactory(slug_en="tilts")

    shown = [client.get(page).context for page in ("/lv/zinas/tilts/", "/en/news/tilts/")]

    assert [(each["item"], each["others"]) for each in shown] == [(own, [other]), (other, [own])]
