"""Which columns pages read of the rows that they name: wide rows are what a page costs."""

DOERS = ("by_residents", "by_ngo", "by_municipality")
GATE = ("published_at", "unpublish_at")
LINK = ("title", "slug", *GATE)  # to a page, where it is public
LINK_OF_VISITOR = (*LINK, "state")
LINK_OF_ITEM = (*LINK, "visibility")


def of(way, *names):
    """The names of columns behind a relation, as seen from before it."""
    return tuple(f"{way}__{name}" for name in names)


def own(model):
    """All columns of a table."""
    return tuple(field.name for field in model._meta.concrete_fields)


PROJECT_DYE = "project__programme__fund__dye"

# What a page says of the project that pays (`projects.acknowledgement`).
PAID_BY = (
    *(*LINK, "title_language", "short_name", "number", "funding_level", "measure__name"),
    *of("programme", *GATE, "statement", "national_line", "hashtag", "period_start"),
    *of("programme__fund", "name", "short_name", "kind", "dye"),
)

FORUM_CARD = (
    *(*LINK, "summary", "opens_at", "closes_at", "archived_at"),
    *(*of("project", *LINK, "short_name"), PROJECT_DYE),
)
IDEA_CARD = (
    *(*LINK_OF_VISITOR, "body", "answer", "paper_supports", *DOERS, "territory__name"),
    *("theme__name", *of("theme__forum", *LINK, "takes_support", PROJECT_DYE)),
)
IDEA_IN_SUMMARY = (
    *(*LINK_OF_VISITOR, "body", "created_at", "source", "paper_supports", *DOERS),
    *("answer", "answer_text", "answered_by__name", "territory__name", "theme__name"),
    *of("project", *LINK),
)
IDEATHON_CARD = (
    *(*LINK, "summary", "results_at", "solutions_close_at", "cover"),
    *(*of("project", *LINK, "short_name"), PROJECT_DYE),
)
SOLUTION_CARD = (
    *(*LINK_OF_VISITOR, "summary", "team", "cover", "challenge__title"),
    *of("challenge__ideathon", *LINK, PROJECT_DYE),
)
