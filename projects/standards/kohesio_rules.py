"""The rules that Kohesio's validator adds to RFC 4180, written anew from what it checks.

Source: the rules of ISAITB/validator-plugin-kohesio (itb.ec.europa.eu/csv/kohesio/upload).
A row is {column: text}, as `kohesio.row_of` gives it.
"""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

DAY = "%d/%m/%Y"
LOCATIONS = (
    "Location_Indicator_Postcode",
    "Location_Indicator_NUTS_code",
    "Location_Indicator_latitude_longitude",
)


def has_location(row):
    return any(row[name] for name in LOCATIONS)


def has_dates_in_order(row):
    """Days as 29/08/2019, the start not after the end; a day that is not known is no fault."""
    days = (row["Operation_Start_Date"], row["Operation_End_Date"])
    try:
        known = [datetime.strptime(day, DAY) for day in days if day]
    except ValueError:
        return False
    return known == sorted(known)


def has_exchange_rate(row):
    in_euro = row["Total_Eligible_Expenditure_Currency"] in ("EUR", "")
    return in_euro or bool(row["Total_Eligible_Expenditure_Exchange_Rate"])


RULES = {
    "location": (has_location, _("No place is known: no territory, postcode or coordinates.")),
    "dates": (has_dates_in_order, _("The project ends before it starts.")),
    "exchange": (has_exchange_rate, _("An amount that is not in euro needs its exchange rate.")),
}


def faults(row):
    """{rule: what is wrong} for one row of the list; empty when the validator would take it."""
    return {name: message for name, (holds, message) in RULES.items() if not holds(row)}
