"""Dates that mean something only on the day of writing: „šī gada”, “next month”.

Every case form of Latvian counts; “that year” (tā gada) is no such date, for it leans on the text.
"""

import re

UNITS_LV = (
    r"(?:gad|mēnes|mēneš|nedēļ|ceturksn|ceturkšņ|pusgad|sezon|vasar|rude[nņ]|ruden|ziem|pavasar"
    r"|janvār|februār|mart|aprīl|maij|jūnij|jūlij|august|septembr|oktobr|novembr|decembr)"
    r"(?:s|is|a|as|am|ai|u|ā|ās|os|us|i|ī|iem|im|ām|e|es|ei|ē|em|ēm)?\b"
)
THIS = r"š(?:is|ī|īs|im|o|ajā|ai|inī|ā)"
NEXT = (
    r"(?:nākam|nākoš|pagājuš|aizpagājuš|aizvadīt|pērn)"
    r"(?:ais|ā|ās|ajam|ajai|ai|o|ajā|ajos|ajās|ie|iem|os|as|ām|ajiem|ajām)"
)
WORDS_LV = (
    r"(?:šo|nākam|nākoš|pagājušo|pērn)(?:gad|mēnes|nedēļ|vasar|ruden|ziem|pavasar)\w*"
    r"|šogadēj\w+|pērn|aizpērn|pērnā|šodien\w*|rīt|parīt|rītdien\w*|vakar|aizvakar|vakardien\w*"
    r"|šobrīd\w*|pašlaik|patlaban|šābrīža|drīzumā|jau\s+drīz|pavisam\s+drīz|tikai\s+tagad"
    r"|tuvākaj(?:ā|os|ās)\s+(?:laikā|gados|mēnešos|nedēļās|dienās)"
)
LATVIAN = re.compile(
    rf"\b(?:{THIS}\s+(?:paša\s+|pašā\s+|pašu\s+)?{UNITS_LV}(?:\s+laikā)?"
    rf"|{NEXT}\s+{UNITS_LV}|{WORDS_LV})\b",
    re.IGNORECASE,
)
# „šo gadu laikā” looks back on years that the text has named.
NAMED_YEARS = re.compile(r"š[oī]s?\s+(?:gadu|mēnešu|nedēļu)\s+laikā", re.IGNORECASE)

UNITS_EN = (
    r"(?:year|month|week|quarter|season|spring|summer|autumn|fall|winter|january|february|march"
    r"|april|may|june|july|august|september|october|november|december)"
)
ENGLISH = re.compile(
    rf"\bthis\s+{UNITS_EN}(?:['’]s)?\b"
    r"|(?<!the )(?<!its )(?<!our )(?<!their )(?<!very )\b(?:next|last|past|coming)\s+"
    rf"{UNITS_EN}(?:['’]s)?\b(?!\s+of\b)"
    r"|\b(?:currently|nowadays|recently|today|tomorrow|yesterday|at\s+present|at\s+the\s+moment"
    r"|right\s+now|in\s+the\s+near\s+future|these\s+days|(?:very|coming|quite)\s+soon)\b",
    re.IGNORECASE,
)


def relative_dates(text, language):
    """The words of `text` that depend on the day of reading."""
    pattern = LATVIAN if language == "lv" else ENGLISH
    found = [" ".join(each[0].split()) for each in pattern.finditer(text)]
    return [each for each in found if not NAMED_YEARS.fullmatch(each)]
