"""What is said of one made-up project, as the columns of COPY."""

from datetime import date

from projects.models import Project

from .loading import NULL

TODAY = date(2026, 6, 30)  # a fixed day, so that every run writes the same
ENGLISH_SHARE = 0.7
LAST_YEAR = 2030


def texts(rng, lv, en, key):
    """Title, summary, text and address: 40 to 110 words in Latvian, often in English too."""
    titles = lv.draw(rng, rng.randint(3, 8)), en.draw(rng, rng.randint(3, 8))
    title, slug = lv.title(titles[0]), lv.slug(titles[0], key)
    lengths = rng.randint(12, 25), rng.randint(25, 77)
    english_texts = [NULL] * 4
    if rng.random() < ENGLISH_SHARE:
        texts = (en.text(rng, length) for length in lengths)
        english_texts = [en.title(titles[1]), *texts, en.slug(titles[1], key)]
    summary, body = (lv.text(rng, length) for length in lengths)
    title_en, summary_en, body_en, slug_en = english_texts
    body_en = body_en if body_en == NULL else f"<p>{body_en}</p>"
    return (
        *(title, title, title_en, summary, summary_en, f"<p>{body}</p>", body_en),
        *(slug, slug, slug_en),
    )


def days(rng, first, last):
    """Ordinals of start and end (0: not known), and both as columns with their precision."""
    if rng.random() < 0.02:
        return 0, 0, (NULL, "day", NULL, "day")
    year = rng.randint(first, min(last + 1, LAST_YEAR - 1))
    start = date(year, rng.randint(1, 12), rng.randint(1, 28)).toordinal()
    end = min(start + rng.randint(180, 1400), date(LAST_YEAR, 12, 31).toordinal())
    precision = "year" if rng.random() < 0.03 else "day"
    return start, end, (iso(start), precision, iso(end), precision)


def moments(rng, start):
    """published_at, unpublish_at, created_at, updated_at: 95 of 100 are public."""
    today, state = TODAY.toordinal(), rng.random()
    day = min(start or today, today - 30)
    created = iso(day - rng.randint(0, 90)) + " 08:00+00"
    published = iso(day + rng.randint(0, 29)) + f" {rng.randint(10, 18)}:15+00"
    if state < 0.03:
        return NULL, NULL, created, created
    if state < 0.04:
        return "2035-01-01 09:00+00", NULL, created, created
    return published, "2026-06-30 12:00+00" if state < 0.05 else NULL, created, published


def sort(rng, start, end):
    """Kind and status as the days want them."""
    today = TODAY.toordinal()
    kinds = Project.Kind.values
    kind = kinds[int(len(kinds) * rng.random() ** 2)]
    if rng.random() < 0.03:
        return kind, "cancelled"
    if end and end < today:
        return kind, "completed"
    if start and start < today:
        return kind, "running"
    return kind, rng.choice(("preparation", "consultation", "approved"))


def number(rng, key, start):
    """As 19-00-A019.333-000005, unique through its last part."""
    year = iso(start or TODAY.toordinal())[2:4]
    middle = f"A019.3{rng.randint(1, 3)}{rng.randint(1, 4)}"
    return f"{year}-{rng.randint(0, 27):02}-{middle}-{key:06}"


def iso(ordinal):
    return date.fromordinal(ordinal).isoformat()


def cents(number):
    return f"{number // 100}.{number % 100:02}"
