"""Projects as a table: their facts in both languages, their partners in one column."""

from django.core.exceptions import ValidationError
from django.db.models import Prefetch
from django.utils.translation import gettext as _

from core.admin import both
from core.exchange.cells import ChoiceCell
from core.exchange.columns import Column
from core.exchange.importing import ScopedResource
from core.exchange.references import ReferenceCell, ReferencesCell, names_in
from core.exchange.values import as_text
from partnership.models import Organisation

from .models import Measure, Participation, Project
from .sharing import LOCAL, base_name


def in_both(*names):
    """Names of the columns of both languages."""
    return [column for row in both(*names) for column in row]


class MeasureCell(ReferenceCell):
    """A measure of the row's programme, by its code where no other one has it."""

    @property
    def measures(self):
        """{programme: {name in small letters: [keys]}} and {key: its name in the file}."""
        if "measures" not in self.resource.directories:
            by_name, name_of, programme_of = {}, {}, {}
            rows = Measure.objects.order_by("pk").values_list("pk", "programme", "code", "slug")
            for pk, programme, code, slug in rows:
                known = by_name.setdefault(programme, {})
                for name in filter(None, {code.casefold(), slug.casefold()}):
                    known.setdefault(name, []).append(pk)
                name_of[pk], programme_of[pk] = (code, slug), programme
            self.resource.directories["measures"] = by_name, name_of, programme_of
        return self.resource.directories["measures"]

    def clean(self, value, row=None, **kwargs):
        text = as_text(value)
        found = self.measures[0].get(row.programme_id, {}).get(text.casefold(), ())
        if text and len(found) != 1:
            raise ValueError(_("The programme has no measure “%(text)s”.") % {"text": text[:60]})
        return found[0] if text else None

    def render(self, value, **kwargs):
        if value is None:
            return ""
        by_name, name_of, programme_of = self.measures
        code, slug = name_of[value]
        is_clear = code and by_name[programme_of[value]][code.casefold()] == [value]
        return code if is_clear else slug

    def describe(self):
        return _("Code of a measure of the programme, such as 19.3")


class PartnersCell(ReferencesCell):
    """All partners with their roles, in their order; what else is known of one stays with it."""

    def __init__(self, field):
        super().__init__(field)
        self.role = ChoiceCell(field.related_model._meta.get_field("role"))

    @property
    def directory(self):
        return self.resource.directory(Organisation)

    @property
    def keeps_when_empty(self):
        return False

    def prefetch(self):
        rows = Participation.objects.only("pk", "project", "role", "organisation")
        return Prefetch("participations", rows)

    def read(self, row):
        partners = row.participations.all() if row.pk else ()
        return [(each.role, each.organisation_id) for each in partners]

    def render(self, value, **kwargs):
        return "; ".join(f"{role}: {self.directory.key_of[pk]}" for role, pk in value)

    def clean(self, value, row=None, **kwargs):
        besides = {pk for _role, pk in self.read(row)}
        partners = [self.partner(name, besides) for name in names_in(value)]
        if len({pk for _role, pk in partners}) < len(partners):
            raise ValueError(_("An organisation stands here twice."))
        if [role for role, _pk in partners].count(Participation.Role.LEAD) > 1:
            raise ValueError(_("A project has one lead partner."))
        return partners

    def partner(self, text, besides):
        role, colon, name = text.rpartition(":")
        role = self.role.clean(role.strip()) if colon else Participation.Role.PARTNER
        return role, self.directory.find(name.strip(), besides)

    def normal(self, value):
        return value

    def write(self, row, value):
        """The earlier lead partner steps back before a new one is stored."""
        kept = {each.organisation_id: each for each in row.participations.all()}
        wanted = {pk: (role, place) for place, (role, pk) in enumerate(value, 1)}
        row.participations.exclude(organisation__in=wanted).delete()
        row.participations.filter(role="lead").update(role=Participation.Role.PARTNER)
        for pk, (role, place) in wanted.items():
            part = kept.get(pk) or Participation(project=row, organisation_id=pk)
            part.role, part.position = role, place
            part.save(update_fields=["role", "position"] if part.pk else None)

    def describe(self):
        return _("Role and organisation, with semicolons between: lead: one; partner: two")


class PartnersColumn(Column):
    @property
    def title(self):
        return Participation._meta.verbose_name_plural

    @property
    def is_required(self):
        return False


class ProjectResource(ScopedResource):
    """Of a project that another site keeps, a file changes only what is this site's own."""

    partners = PartnersColumn(
        "participations",
        "partners",
        PartnersCell(Project._meta.get_field("participations")),
    )

    class Meta(ScopedResource.Meta):
        model = Project
        fields = [
            *("slug_lv", "slug_en", "owner", "published_at", "unpublish_at"),
            *in_both("title", "short_name"),
            *("title_language", "kind", "status", "programme", "measure", "number"),
            *("total_cost", "cofinancing_rate", "start_on", "start_precision"),
            *("end_on", "end_precision", "duration_months"),
            *("themes", "territories", "glossary_terms", "partners"),
            *in_both("summary", "aims", "tasks", "activities", "outcome", "body"),
            *in_both("target_groups", "territory_note", "other_partners", "thanks"),
        ]

    def validate_instance(self, instance, import_validation_errors=None, validate_unique=True):
        errors = dict(import_validation_errors or {})
        names = [change.column.column_name for change in self.changes]
        for name in names if not instance.is_kept_here else ():
            if base_name(name) not in LOCAL:
                keeper = {"site": instance.subscription}
                told = _("%(site)s keeps this project; leave this cell as it is.") % keeper
                errors.setdefault(name, ValidationError(told))
        super().validate_instance(instance, errors, validate_unique)
