"""Events of the five pages, and two to come at which a visitor can try the registration."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from events.actions import close
from events.models import Event, Series, Session
from partnership.models import Territory

from . import events_latvia, events_moldova, events_neighbours
from .building import both, chosen, found

TRY = (
    """<p>Šis pasākums parāda, kā vietnē piesakās un kā darbojas gaidītāju saraksts. Īstenībā tas
    nenotiks.</p>""",
    """<p>This event shows how one registers on the site and how the waiting list works. It will
    not really take place.</p>""",
)

TRY_SERIES = {
    **both(
        title=("Divas tikšanās, viens pieteikums", "Two meetings, one registration"),
        summary=(
            "Vebinārs un darbnīca, kam var pieteikties reizē.",
            "A webinar and a workshop for which one can register in one go.",
        ),
        body=(
            """<p>Šis cikls parāda, kā ar vienu veidlapu piesakās vairākiem datumiem. Īstenībā tas
            nenotiks.</p>""",
            """<p>This series shows how one registers for several dates with one form. It will not
            really take place.</p>""",
        ),
    ),
    "slug_lv": "divas-tiksanas",
    "slug_en": "two-meetings",
    "project": "atbalsts-vietejo-produktu-razotajiem",
    "owner": "lielupe",
}


def make_events():
    """Series first, then all events; days to come are counted from today."""
    today = timezone.localdate()
    published = {"published_at": today - timedelta(days=1)}
    for series in (events_moldova.SERIES_ROW, events_latvia.SERIES_ROW, TRY_SERIES | published):
        Series.objects.create(**found(series))
    for module in (events_moldova, events_latvia, events_neighbours):
        for position, facts in enumerate(module.EVENTS):
            make_event(facts, minutes=position)
    for facts in to_come(today):
        make_event(facts | published | {"series": TRY_SERIES["slug_lv"]})


def make_event(facts, minutes=0):
    """One event with its programme; `minutes` keep those of the same day in their order.

    `came` is how many people did; the event is closed with it.
    """
    row = found(facts)
    came = row.pop("came", None)
    sessions, territories = row.pop("sessions", ()), row.pop("territories", ())
    starts, ends = row.pop("starts"), row.pop("ends", None)
    row["starts_at"] = moment(starts) + timedelta(minutes=minutes)
    row["ends_at"] = ends and moment(ends, time(23, 59, 59))
    row.setdefault("published_at", row["project"].published_at)
    event = Event.objects.create(**row)
    event.territories.set(chosen(Territory, territories))
    for position, session in enumerate(sessions):
        Session.objects.create(event=event, position=position, **session)
    if came is not None:
        close(event=event, attended_total=came)


def moment(day, hour=time(0)):
    """A moment of the site's own clock; a moment stays as it is."""
    if isinstance(day, datetime):
        return day
    return timezone.make_aware(datetime.combine(day, hour))


def to_come(today):
    """A webinar in three weeks and a workshop in six, at hours at which people have time."""
    tuesday = today + timedelta(days=21 + (1 - today.weekday()) % 7)
    saturday = today + timedelta(days=42 + (5 - today.weekday()) % 7)
    return [
        {
            **both(
                title=(
                    "Vebinārs: kā parādīt tūrisma iespējas reģionā",
                    "Webinar: how to show what a region offers to tourists",
                ),
                summary=(
                    """Kā vietējie ražotāji un novadi kopā veido tūrisma piedāvājumu, ko
                    apmeklētāji atrod un atceras.""",
                    """How local producers and municipalities together shape what they offer to
                    tourists, so that visitors find and remember it.""",
                ),
                body=TRY,
            ),
            "kind": "webinar",
            "attendance": "online",
            "languages": ["lv"],
            "starts": moment(tuesday, time(18)),
            "ends": moment(tuesday, time(19, 30)),
            "online_url": "https://meet.example.org/turisms",
            "project": "atbalsts-vietejo-produktu-razotajiem",
            "organiser": "lielupe",
            "owner": "lielupe",
            "registration": "open",
        },
        {
            **both(
                title=("Apkaimes darbnīca Jelgavā", "Neighbourhood workshop in Jelgava"),
                summary=(
                    """Kopā izzinām, kas apkaimē ir un kā tajā pietrūkst, un izvēlamies pirmo
                    darbu, ko paveikt pašiem.""",
                    """Together we find out what the neighbourhood has and what it lacks, and
                    choose the first thing that we can do ourselves.""",
                ),
                body=TRY,
                venue=(
                    "Lauku partnerības „Lielupe” birojs",
                    "Office of the Rural Partnership “Lielupe”",
                ),
                street=("Lielā iela 5/7, 6. stāvs, Jelgava", "Lielā iela 5/7, 6th floor, Jelgava"),
                question=(
                    "Par ko jūsu apkaimē vajadzētu runāt vispirms?",
                    "What should be talked about first in your neighbourhood?",
                ),
            ),
            "kind": "workshop",
            "languages": ["lv"],
            "starts": moment(saturday, time(10)),
            "ends": moment(saturday, time(15)),
            "project": "atbalsts-vietejo-produktu-razotajiem",
            "organiser": "lielupe",
            "owner": "lielupe",
            "territories": ["jelgava"],
            "registration": "open",
            "capacity": 20,
            "ask_needs": True,
            "photos_notice": True,
            "sessions": workshop_programme(saturday),
        },
    ]


def workshop_programme(day):
    parts = [
        ((10, 0), (11, 30), ("Kas mūsu apkaimē ir", "What our neighbourhood has")),
        ((11, 30), (12, 30), ("Kopīgas pusdienas", "Lunch together")),
        (
            (12, 30),
            (15, 0),
            ("Pirmais darbs, ko paveikt pašiem", "The first thing to do ourselves"),
        ),
    ]
    return [
        {**both(title=title), "starts_at": moment(day, time(*a)), "ends_at": moment(day, time(*b))}
        for a, b, title in parts
    ]
