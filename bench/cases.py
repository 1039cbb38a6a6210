"""The requests that are measured, drawn at random from what the database holds."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Max, Min
from django.urls import NoReverseMatch, reverse
from django.utils import translation

from core.text import fold, search_stems
from core.views import PER_PAGE
from news.models import Post
from partnership.models import Territory
from projects.models import Project

from .words import latvian

COMMON = 0.15, 0.6  # share of the rows that a common keyword finds
SAMPLE = 600
SEEN = 1000  # ms from an edit until a page shows it; this request puts it into the index, too
SMALL = 20_000  # up to here the budgets of an ordinary site hold, above those of a large one


@dataclass
class Case:
    """A kind of request. Budgets are in ms: the median of an ordinary site, p95 of a large one."""

    name: str
    make: object  # gives one address
    ordinary: int
    large: int | None = None
    after_an_edit: bool = False

    def budget(self, size):
        return self.ordinary if size <= SMALL else self.large


def address(name, parameters=(), language="lv", arguments=()):
    with translation.override(language):
        path = reverse(name, args=arguments)
    return f"{path}?{urlencode(parameters, doseq=True)}" if parameters else path


class Content:
    """A sample of the published projects: their facet values, their words, the number of rows."""

    def __init__(self, rng):
        self.rng, self.ranks = rng, latvian().ranks
        published = Project.objects.published()
        self.size, self.rows = Project.objects.count(), published.count()
        ends = Project.objects.aggregate(least=Min("pk"), most=Max("pk"))
        keys = [rng.randint(ends["least"], ends["most"]) for _each in range(SAMPLE)]
        self.sample = list(published.filter(pk__in=keys).with_relations())
        self.slugs = dict(Territory.objects.values_list("pk", "slug"))
        self.common = self.common_words()

    def project(self):
        return self.rng.choice(self.sample)

    def values(self, project):
        """{parameter: value} that find this project."""
        partners = list(project.participations.all())
        partnership = getattr(partners[0].organisation, "partnership", None) if partners else None
        values = {
            "territory": next((row.slug for row in project.territories.all()), None),
            "funder": project.programme.fund.slug,
            "status": project.status,
            "programme": project.programme.slug_lv,
            "partnership": partnership and partnership.slug_lv,
            "country": partners[0].organisation.country if partners else None,
            "theme": next((row.slug for row in project.themes.all()), None),
            "year": project.start_on and project.start_on.year,
        }
        return {name: value for name, value in values.items() if value}

    def filters(self, number, values=1):
        """Some filters that find at least one project; each has up to so many values."""
        chosen = self.values(self.project())
        names = self.rng.sample(list(chosen), number)
        others = [self.values(self.project()) for _each in range(values - 1)]
        return {
            name: list(
                dict.fromkeys([chosen[name], *(row.get(name, chosen[name]) for row in others)])
            )
            for name in names
        }

    def rare(self):
        """The least frequent word of a random project."""
        words = f"{self.project().summary_lv}".lower().replace(".", "").split()
        return max(words, key=lambda word: self.ranks.get(word, 0))

    def common_words(self):
        """Real words whose stems stand in the titles or texts of 15 to 60 of 100 projects."""
        texts = [
            fold(f"{row.title_lv} {row.title_en} {row.summary_lv} {row.body_lv}")
            for row in self.sample
        ]
        words = [word for word, rank in self.ranks.items() if 20 <= rank < 600 and len(word) > 4]
        found = []
        for word in words:
            stem = search_stems(word)[0]
            if COMMON[0] <= sum(stem in text for text in texts) / len(texts) <= COMMON[1]:
                found.append(word)
        return found


class Requests:
    """One method for each case; every call gives another address."""

    def __init__(self, rng):
        self.rng, self.content = rng, Content(rng)
        self.pages = -(-self.content.rows // PER_PAGE)

    def list_of(self, **parameters):
        language = self.rng.choice(("lv", "en"))
        return address("projects:project_list", parameters, language)

    def page(self, share, spread=0.05):
        """A page near a share of all pages."""
        return max(1, int(self.pages * (share + spread * (self.rng.random() - 0.5))))

    def unfiltered(self):
        return self.list_of(page=self.rng.randint(1, min(200, self.pages)))

    def one_filter(self):
        return self.list_of(**self.content.filters(1))

    def three_filters(self):
        return self.list_of(**self.content.filters(3, values=3))

    def rare(self):
        return self.list_of(q=self.content.rare())

    def common(self):
        pages = max(1, min(5, int(self.pages * COMMON[0] / 2)))
        word = self.rng.choice(self.content.common)
        return self.list_of(q=word, page=self.rng.randint(1, pages))

    def common_filtered(self):
        word = self.rng.choice(self.content.common)
        return self.list_of(q=word, **self.content.filters(1))

    def page_500(self):
        number = min(500 + self.rng.randint(-50, 50), self.pages)
        return self.list_of(sort="budget", page=number)

    def far_down(self):
        return self.list_of(page=self.page(0.9))

    def project(self):
        slug = self.content.project().slug_lv
        return address("projects:project_detail", arguments=[slug])

    def home(self):
        return address("home", language=self.rng.choice(("lv", "en")))

    def news(self):
        pages = -(-Post.objects.published().count() // PER_PAGE)
        return address("news:post_list", {"page": self.rng.randint(1, pages)})

    def feed(self):
        return address(
            "opendata:feed", language="lv", arguments=[self.rng.choice(("lv", "en")), "project"]
        )

    def search_page(self):
        return address("search:search", {"q": self.rng.choice(self.content.common)})

    def suggestions(self):
        return address("search:suggestions", {"q": self.rng.choice(self.content.common)[:4]})

    def cases(self):
        """All cases whose pages the site has."""
        every = [
            Case("no filter", self.unfiltered, 6, 150),
            Case("no filter, after an edit", self.unfiltered, SEEN, SEEN, after_an_edit=True),
            Case("one filter", self.one_filter, 8, 50),
            Case("three filters, up to three values each", self.three_filters, 8, 50),
            Case("rare keyword", self.rare, 8, 50),
            Case("common keyword (15–60 % of the rows)", self.common, 8, 50),
            Case("common keyword and a filter", self.common_filtered, 8, 50),
            Case("about page 500 by budget", self.page_500, 6, 150),
            Case("90 % down the unfiltered list", self.far_down, 6, 150),
            Case("search page", self.search_page, 8, 50),
            Case("suggestions", self.suggestions, 8, 50),
            Case("project page", self.project, 4),
            Case("first page", self.home, 4),
            Case("news list", self.news, 5),
            Case("feed", self.feed, 2),
        ]
        return [case for case in every if exists(case)]


def exists(case):
    try:
        case.make()
    except NoReverseMatch:
        return False
    return True
