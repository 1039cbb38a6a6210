"""What must hold afterwards: every yes that people got is in the database, once."""

from collections import Counter


def mistakes(site, notes):
    """One line for each promise that was not kept."""
    from core.models import Version
    from engage.models import Outbox
    from events.models import Registration
    from news.models import Post

    rows = Registration.objects.filter(event=site.event)
    emails = Counter(rows.values_list("email", flat=True))
    placed = set(rows.exclude(confirmed_at=None).values_list("email", flat=True))
    titles = Counter(Post.objects.values_list("title_lv", flat=True))
    yield from (f"{each}: the registration is lost" for each in notes.sent if not emails[each])
    yield from (
        f"{each}: the confirmation is lost" for each in notes.confirmed if each not in placed
    )
    yield from (f"{each}: registered {n} times" for each, n in emails.items() if n > 1)
    if (number := rows.filter(state="confirmed").count()) > 50:
        yield f"{number} people have one of 50 places"
    for key, title in notes.saved.items():
        if (stored := Post.objects.get(pk=key).title_lv) != title:
            yield f"page {key} says {stored}, its editor was told {title}"
    yield from (f"{each}: the new page is lost" for each in notes.made if not titles[each])
    yield from (f"{each}: made {n} times" for each, n in titles.items() if n > 1)
    written = Counter(
        (version.object_id, version.data["form"]["title_lv"][0])
        for version in Version.objects.exclude(kind=Version.Kind.DRAFT)
        if "title_lv" in version.data.get("form", {})
    )
    yield from (f"{each}: {n} versions of one change" for each, n in written.items() if n > 1)
    yield from (f"{mail.key}: not sent" for mail in Outbox.objects.filter(sent_at=None))
    yield from doubled(site.mailbox)


def doubled(mailbox):
    """Mails that came twice; with the same Message-ID mailboxes show them once."""
    asked = Counter((to, number) for to, number, _subject, _link in mailbox.letters)
    reasons = Counter(
        (to, subject) for to, subject in {(a, c, b)[:2] for a, b, c, _d in mailbox.letters}
    )
    yield from (f"{each}: mailed {n} times" for each, n in reasons.items() if n > 1)
    mailbox.again = sum(number - 1 for number in asked.values())


GROWTH = 1.1  # of memory, from early on to the end


def failures(notes, memory):
    """What must not be when nothing is killed: an answer that was refused, memory that grows."""
    if notes.repeated:
        yield f"{notes.repeated} requests had to be sent again"
    for part, early, late in memory.told():
        way = ", ".join(f"{each[part]:.0f}" for each in memory.series())
        print(f"Memory of the {part} in MB: {way}; median early {early:.0f}, late {late:.0f}.")
        if late > GROWTH * early:
            yield f"the memory of the {part} grows"
