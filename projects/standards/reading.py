"""What all standards read of a list: its rows with everything that they tell of them."""

CHUNK = 200  # rows read at once
# A project in preparation or consultation has no support yet, a cancelled one no more.
AWARDED = ("approved", "running", "completed")


def read(rows):
    """The rows one after another, in the order of the list, a chunk of them in memory."""
    rows = (
        rows.with_relations()
        .select_related("programme__manager")
        .prefetch_related(
            "themes",
            "funding_shares__fund",
            "results",
            "participations__contact__contact_point",
            "participations__organisation__offices",
            "participations__organisation__earlier_names",
        )
    )
    return rows.iterator(chunk_size=CHUNK)
