"""The words for what the check finds in the facts of a project."""

from django.utils.translation import gettext_lazy as _

from .wording import ADVICE, RULE, Wording

PROJECT_WORDS = {
    "rule-missing": Wording(
        RULE,
        _("No rule says how this support is acknowledged."),
        _("The statement and the emblem cannot be shown as the fund wants them."),
        _("Ask a network editor to add the rule of the fund and its period."),
        _(
            "Reg. (EU) 2021/1060, Art. 50(1)(a)–(b), Annex IX;"
            " Impl. Reg. (EU) 2022/129, Annex III, 2"
        ),
    ),
    "rule-unverified": Wording(
        ADVICE,
        _("The rule of acknowledgement is not verified."),
        _("Its text is known from other sources only."),
        _("Compare the statement with the fund’s guidelines."),
    ),
    "statement-missing": Wording(
        RULE,
        _("The statement about the Union’s support is missing."),
        _("The page must say it visibly; up to 3 % of the support may be cancelled."),
        _("Write the statement into the rule of the fund or into the programme."),
        _(
            "Reg. (EU) 2021/1060, Art. 50(1)(a)–(b), 50(3);"
            " Impl. Reg. (EU) 2022/129, Annex III, 2(a)–(b)"
        ),
    ),
    "statement-language": Wording(
        ADVICE,
        _("The statement is missing in one language."),
        _("Visitors of that language read the name of the fund only."),
        _("Write the statement in both languages into the rule or the programme."),
        _("Reg. (EU) 2021/1060, Annex IX"),
    ),
    "emblem-missing": Wording(
        RULE,
        _("The rule of an EU fund shows no emblem."),
        _("The emblem of the Union must stand beside the statement."),
        _("Correct the rule of acknowledgement."),
        _("Reg. (EU) 2021/1060, Art. 47, Annex IX; Impl. Reg. (EU) 2022/129, Annex II"),
    ),
    "funder-unnamed": Wording(
        ADVICE,
        _("Nothing says in a sentence who paid."),
        _("Donors ask to be named with their own words."),
        _("Write the sentence about the support into the programme."),
    ),
    "aims-missing": Wording(
        RULE,
        _("The aims of the project are missing."),
        _("The short description on the site names the aims."),
        _("Write the aims in a few sentences."),
        _("Reg. (EU) 2021/1060, Art. 50(1)(a); Impl. Reg. (EU) 2022/129, Annex III, 2(a)"),
    ),
    "results-missing": Wording(
        RULE,
        _("The project is completed, but says nothing of its results."),
        _("The short description on the site names the results."),
        _("Write the results, or add figures that were reached."),
        _("Reg. (EU) 2021/1060, Art. 50(1)(a); Impl. Reg. (EU) 2022/129, Annex III, 2(a)"),
    ),
    "number-missing": Wording(
        ADVICE,
        _("The project number is missing."),
        _("Officials and partners find a project by its number."),
        _("Copy it from the decision on the support."),
        _("Reg. (EU) 2021/1060, Art. 49(3)"),
    ),
    "number-unusual": Wording(
        ADVICE,
        _("The project number does not have the form usual in this programme."),
        _("With a misprint nobody finds the project in the registers."),
        _("Compare it with the decision on the support."),
    ),
    "cost-missing": Wording(
        ADVICE,
        _("The total cost is missing."),
        _("It belongs to the public data about every operation."),
        _("Write the total cost in EUR."),
        _("Reg. (EU) 2021/1060, Art. 49(3)(h)"),
    ),
    "rate-missing": Wording(
        ADVICE,
        _("The support rate is missing."),
        _("It belongs to the public data about every operation."),
        _("Write which share of the cost is supported."),
        _("Reg. (EU) 2021/1060, Art. 49(3)(k)"),
    ),
    "lead-missing": Wording(
        ADVICE,
        _("No lead partner is named."),
        _("The beneficiary of an operation is public."),
        _("Give one of the partners the role “lead partner”."),
        _("Reg. (EU) 2021/1060, Art. 49(3)(a); MK 141/2025, point 9"),
    ),
    "consent-missing": Wording(
        ADVICE,
        _("It is not recorded that a partner agreed to be named."),
        _("Partners want to know where they are named."),
        _("Ask the partner and write the day of the answer."),
    ),
    "consent-person": Wording(
        RULE,
        _("A person is named whose consent is not recorded."),
        _("Names of people are personal data."),
        _("Ask the person and write the day of the answer, or take the name off."),
        _("Reg. (EU) 2016/679 (GDPR), Art. 6(1)(a), 7(1)"),
    ),
    "contact-hidden": Wording(
        ADVICE,
        _("The contact person is no longer shown."),
        _("The person did not agree to be shown, or the time for it is over."),
        _("Name another contact person, or renew the consent."),
        _("Reg. (EU) 2016/679 (GDPR), Art. 5(1)(e), 13"),
    ),
    "start-missing": Wording(
        ADVICE,
        _("Neither a start nor a duration is known."),
        _("The project cannot be found by its year."),
        _("Write the first day as exactly as it is known."),
        _("Reg. (EU) 2021/1060, Art. 49(3)(f)"),
    ),
    "end-missing": Wording(
        ADVICE,
        _("The project is completed, but has no end date."),
        _("It belongs to the public data about every operation."),
        _("Write the last day as exactly as it is known."),
        _("Reg. (EU) 2021/1060, Art. 49(3)(g)"),
    ),
    "running-ended": Wording(
        ADVICE,
        _("The project is said to be running, but its last day has passed."),
        _("Visitors take it for a project of today."),
        _("Set the status to “completed”, or correct the end."),
        _("Reg. (EU) 2021/1060, Art. 49(3)(g)"),
    ),
    "completed-early": Wording(
        ADVICE,
        _("The project is said to be completed, but its last day is still to come."),
        _("One of the two is wrong."),
        _("Correct the status or the end."),
        _("Reg. (EU) 2021/1060, Art. 49(3)(g)"),
    ),
    "end-contradicts": Wording(
        ADVICE,
        _("A text names another end than the dates of the project."),
        _("Readers and auditors cannot tell which one is right."),
        _("Correct the text or the date."),
        _("Reg. (EU) 2021/1060, Art. 49(3)(g)"),
    ),
    "place-missing": Wording(
        ADVICE,
        _("No place is known."),
        _("The project is on no map and leaves the open data without a place."),
        _("Add a territory to the project or to a partner."),
        _("Reg. (EU) 2021/1060, Art. 49(3)(l)"),
    ),
}
