"""Who paid, as the fund's rule wants it said: computed from programme, level and language."""

from dataclasses import dataclass, field

from core.reading import Reading, fill

from .models import AcknowledgementRule

Level = AcknowledgementRule.Level


@dataclass
class Acknowledgement:
    """What stands on a page, a poster or a display about the money of one project.

    Texts are in the active language. `rule` is None where no rule is known for the fund.
    """

    project: object
    rule: AcknowledgementRule | None
    logos: list = field(default_factory=list)

    @property
    def fund(self):
        return self.project.programme.fund

    @property
    def has_emblem(self):
        """The emblem of the Union: as the rule says, without a rule for every EU fund."""
        if self.rule is None:
            return self.fund.is_eu
        return self.rule.has_emblem

    @property
    def statement_source(self):
        """The row whose `statement` stands beside the emblem; None where there is no words."""
        rows = (self.rule, self.project.programme)
        return next((each for each in rows if each and each.statement), None)

    @property
    def statement(self):
        """Beside the emblem, word for word; without a rule, the programme's own sentence."""
        source = self.statement_source
        return source.statement if source else self.fund.name

    @property
    def fund_name(self):
        """The name of the fund where the rule wants it beside the statement."""
        wanted = self.rule is None or self.rule.names_fund
        return self.fund.name if wanted and self.fund.name != self.statement else ""

    @property
    def sentence(self):
        """The programme's sentence about the support, when it is not the statement itself."""
        own = self.project.programme.statement
        return own if own != self.statement else ""

    @property
    def national_source(self):
        """The row whose `national_line` is shown: the programme's own goes first."""
        rows = (self.project.programme, self.rule)
        return next((each for each in rows if each and each.national_line), None)

    @property
    def national_line(self):
        source = self.national_source
        return source.national_line if source else ""

    @property
    def words(self):
        """What stands beside the emblem; two projects with the same words need it once."""
        return self.statement, self.fund_name

    @property
    def in_first_screen(self):
        return self.rule.in_first_screen if self.rule else self.fund.is_eu

    @property
    def logos_before(self):
        return [each for each in self.logos if each.is_before_emblem]

    @property
    def logos_after(self):
        return [each for each in self.logos if not each.is_before_emblem]


def with_payer(rows, project="project"):
    """The rows with what `acknowledgement` asks of the project to which they lead."""
    rows = rows.select_related(f"{project}__programme__fund", f"{project}__measure")
    return rows.prefetch_related(f"{project}__programme__logos__image")


READ_RULES = Reading(lambda: {"rules": AcknowledgementRule.objects.prefetch_related("funds")})


def all_rules():
    return READ_RULES()["rules"]


def rules_of(project):
    """A QuerySet of the rules of a project's fund."""
    rows = AcknowledgementRule.objects.filter(funds__programmes__projects=project)
    return rows.prefetch_related("funds")


def rule_for(project, rules):
    """The rule of the programme's fund, period and level, else the one of another level."""
    programme = project.programme
    found = {
        each.level: each
        for each in reversed(rules)
        if each.holds_in(programme.period_start)
        and any(fund.pk == programme.fund_id for fund in each.funds.all())
    }
    return found.get(project.funding_level) or found.get(Level.COFUNDED) or found.get(Level.FUNDED)


def acknowledgements(projects, rules=None):
    """One `Acknowledgement` for each project, in their order; rules are read once."""
    projects = list(projects)
    if not projects:
        return []
    rules = all_rules() if rules is None else rules
    fill([each for each in projects if not has_logos(each.programme)], "programme__logos__image")
    return [
        Acknowledgement(each, rule_for(each, rules), list(each.programme.logos.all()))
        for each in projects
    ]


def has_logos(programme):
    return "logos" in getattr(programme, "_prefetched_objects_cache", ())


def acknowledgement(project, rules=None):
    return acknowledgements([project], rules)[0]
