"""Writes the rules of acknowledgement that are not there yet; may be repeated at any time."""

from django.db import transaction

from core.speaking import gettext as _

from .models import AcknowledgementRule, Fund
from .rule_texts import CHECKED_ON, OTHER_RULES, UNION, UNION_RULES

LANGUAGES = ("lv", "en")


def both(name, pair):
    """{"name_lv": …, "name_en": …}, each text on one line."""
    texts = (" ".join(text.split()) for text in pair)
    return {f"{name}_{code}": text for code, text in zip(LANGUAGES, texts, strict=True)}


@transaction.atomic
def load_rules(report=print):
    """Add missing funds of the Union and missing rules; returns the number of new rules.

    Rules and funds that exist stay as they are, also where staff changed them. A rule for funds
    that this installation does not have is left out.
    """
    for slug, (dye, short, name) in UNION.items():
        words = both("short_name", short) | both("name", name)
        Fund.objects.get_or_create(slug=slug, defaults={"dye": dye, "kind": "eu", **words})
    funds = {fund.slug: fund for fund in Fund.objects.all()}
    known = set(AcknowledgementRule.objects.values_list("slug", flat=True))
    made = 0
    for position, row in enumerate([*UNION_RULES, *OTHER_RULES]):
        if row["slug"] not in known and funds.keys() & set(row["funds"]):
            make_rule({**row, "position": position}, funds)
            made += 1
    if made:
        report(_("Rules of acknowledgement written: %(number)d.") % {"number": made})
    return made


def make_rule(row, funds):
    fields = {name: value for name, value in row.items() if name != "funds"}
    for name in AcknowledgementRule.translated_fields:
        fields |= both(name, fields.pop(name)) if name in fields else {}
    made = AcknowledgementRule.objects.create(checked_on=CHECKED_ON, **fields)
    made.funds.set([funds[slug] for slug in row["funds"] if slug in funds])
