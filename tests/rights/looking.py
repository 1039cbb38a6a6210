"""Actions that only look, each as a request straight to its address; each says what was seen."""

import csv
import io

from django.urls import reverse

from core.content import Content
from core.models import Document, Image, Version
from core.prose.references import page_reference

from .world import address, field_of

# Where a row of each kind is offered as a choice: app, model and field.
WAYS = {
    "directory.community": ("directory", "communityentry", "community"),
    "directory.entry": ("directory", "listing", "entry"),
    "directory.sector": ("directory", "listing", "sectors"),
    "directory.contactpoint": ("directory", "community", "leader"),
    "events.event": ("ideas", "idea", "event"),
    "events.series": ("events", "event", "series"),
    "core.image": ("projects", "project", "cover"),
    "ideas.forum": ("ideas", "ideathon", "needs"),
    "ideas.idea": ("ideas", "challenge", "needs"),
    "library.item": ("library", "item", "replaces"),
    "pages.glossaryterm": ("projects", "project", "glossary_terms"),
    "partnership.organisation": ("projects", "participation", "organisation"),
    "partnership.partnership": ("core", "user", "partnerships"),
    "partnership.person": ("projects", "participation", "contact"),
    "partnership.territory": ("projects", "project", "territories"),
    "projects.programme": ("projects", "project", "programme"),
    "projects.project": ("projects", "projectrelation", "other"),
    "projects.theme": ("projects", "project", "themes"),
}


def reference(row):
    """How texts name the row."""
    kinds = {Image: "picture", Document: "document"}
    return f"/{kinds[type(row)]}/{row.pk}/" if type(row) in kinds else page_reference(row)


def may_be_named(row):
    return isinstance(row, Content | Document | Image)


def rows_of(answer):
    """The rows of an exported table; none when there is no table."""
    if not answer.get("Content-Disposition"):
        return []
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))


class Looking:
    """What the person sees of `row`. Answers about all rows of a kind are kept in `seen`."""

    def __init__(self, world, name, client, seen):
        self.world, self.client, self.seen = world, client, seen
        self.row, self.form = world.rows[name], world.forms[name]
        self.label, self.field = self.row._meta.label_lower, field_of(self.row)
        self.title = getattr(self.row, self.field)
        self.versions = world.versions.get(name, ())

    def get(self, page, query=""):
        return self.client.get(address(self.row, page, self.row.pk) + query)

    def once(self, key, ask):
        """The answer to a question that is the same for every row of the kind."""
        if (self.client, key) not in self.seen:
            self.seen[self.client, key] = ask()
        return self.seen[self.client, key]

    def json(self, url, query):
        """What the address answers; nothing when it refuses."""
        answer = self.client.get(url, query)
        return answer.json() if answer.status_code == 200 else {}

    def listed(self):
        answer = self.client.get(address(self.row, "changelist"))
        return set(answer.context["cl"].queryset) if answer.status_code == 200 else set()

    def exported(self):
        answer = self.client.post(address(self.row, "export"), {"format": "csv"})
        return {next(iter(row.values())) for row in rows_of(answer)}

    def offered(self):
        """Keys of the rows that another row's form offers to choose."""
        names = dict(zip(("app_label", "model_name", "field_name"), WAYS[self.label], strict=True))
        found = self.json(reverse("admin:autocomplete"), names | {"term": ""})
        return {each["id"] for each in found.get("results", ())}

    def pictures(self):
        return {
            each["address"] for each in self.json(reverse("text_pictures"), {}).get("pictures", ())
        }

    def targets(self, words):
        found = self.json(reverse("text_targets"), {"q": words})
        return {each["address"] for each in found.get("targets", ())}

    def can_list(self):
        return self.row in self.once(("list", self.label), self.listed)

    def can_form(self):
        answer = self.get("change")
        return answer.status_code == 200 and answer.context["original"] == self.row

    def can_history(self):
        return self.get("history").status_code == 200

    def can_read_folder(self):
        return self.client.get(address(self.row, "folder")).status_code == 200

    def can_compare(self):
        page = self.get("compare", f"?a={self.versions[0].pk}")
        return page.status_code == 200 and page.context["older"] == self.versions[0]

    def can_export(self):
        key = getattr(self.row, "slug_lv", None) or self.row.slug
        return key in self.once(("export", self.label), self.exported)

    def can_autocomplete(self):
        return str(self.row.pk) in self.once(("offered", self.label), self.offered)

    def can_pick(self):
        """By words and, where a text names it already, by its reference."""
        if isinstance(self.row, Image):
            return reference(self.row) in self.once("pictures", self.pictures)
        ways = {reference(self.row) in self.targets(q) for q in (self.title, reference(self.row))}
        assert len(ways) == 1
        return ways.pop()

    def can_refer(self):
        return self.client.get(reference(self.row)).status_code == 302

    def can_preview(self):
        query = f"?object_id={self.row.pk}&language=lv"
        data = {**self.form, "title_lv": "Priekšskatīts"}
        answer = self.client.post(address(self.row, "preview") + query, data)
        return "Priekšskatīts</h1>" in answer.text

    def can_check(self):
        query = f"?object_id={self.row.pk}"
        answer = self.client.post(address(self.row, "check") + query, self.form)
        return answer.status_code == 200 and 'id="publication-check"' in answer.text

    def can_presence(self):
        answer = self.client.post(address(self.row, "presence"), {"object_id": self.row.pk})
        return answer.status_code == 200 and answer.json()["others"] == []

    def drafts(self):
        return Version.objects.of(type(self.row), self.row.pk).drafts()
