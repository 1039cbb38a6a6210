"""The forum “Ideju skrejceļš” with its 163 ideas, handed over; and one that takes ideas now."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from events.models import Event
from ideas.handing import hand_over
from ideas.models import Forum, Idea, Theme
from partnership.models import Organisation, Territory

from .building import both, chosen, found
from .ideas_neighbours import MUNICIPALITY, NGO, PLACES, RESIDENTS, THEMES
from .project_neighbours import LAST_MONTH

NUMBER = 163  # „Tika apkopotas vairāk kā 163 idejas”: at least as many
FIRST_DAY = date(2021, 1, 1)
FORUM = {
    **both(
        title=("Ideju skrejceļš", "Ideju skrejceļš (Runway of Ideas)"),
        summary=(
            """Mārupes, Olaines un Ķekavas novada nevalstisko organizāciju pārstāvji piecās
            tematiskajās grupās runāja par novadu attīstību. Idejas var īstenot iedzīvotāji,
            biedrības vai pašvaldība.""",
            """Representatives of non-governmental organisations of Mārupe, Olaine and Ķekava
            municipalities talked in five thematic groups about the future of their area. Ideas
            can be carried out by residents, associations or the municipality.""",
        ),
        body=(
            """<p>Forumi notika klātienē 2021. gadā. Ideju apkopojums ir iesniegts novadu
            pašvaldībām.</p><p>Idejas, kas redzamas šeit, ir paraugi, kas uzrakstīti vietnes
            demonstrācijai; to skaits un tēmas atbilst projekta lapai.</p>""",
            """<p>The forums were held in person in 2021. The collection of ideas was handed over
            to the municipalities.</p><p>The ideas shown here are examples written for the
            demonstration of the site; their number and themes are those of the project’s
            page.</p>""",
        ),
    ),
    "project": "kaiminu-sadarbiba-kopigai-attistibai",
    "owner": "pierigas-partneriba",
    "published_at": date(2021, 11, 2),
    "takes_support": False,
}
MUNICIPALITIES = (
    ("marupes-novada-pasvaldiba", "Mārupes novada pašvaldība", "Mārupe Municipality"),
    ("olaines-novada-pasvaldiba", "Olaines novada pašvaldība", "Olaine Municipality"),
    ("kekavas-novada-pasvaldiba", "Ķekavas novada pašvaldība", "Ķekava Municipality"),
)
TRY = {
    **both(
        title=("Kā pietrūkst mūsu pusē?", "What does our area lack?"),
        summary=(
            "Uzrakstiet, ko vajadzētu izdarīt un kas to varētu, un atbalstiet citu idejas.",
            "Write what should be done and who can do it, and support the ideas of others.",
        ),
        body=(
            """<p>Šis forums parāda, kā vietnē iesūta un atbalsta idejas. Īstenībā tās
            neīstenos.</p>""",
            """<p>This forum shows how ideas are sent in and supported on the site. None is
            really taken up.</p>""",
        ),
    ),
    "owner": "lielupe",
}
TRY_THEMES = (
    ("Vide un ceļi", "Environment and roads"),
    ("Kultūra un izglītība", "Culture and education"),
    ("Darbs un uzņēmējdarbība", "Work and business"),
)


def make_ideas():
    """Both forums. The ideas come one after another, from the themes in their order."""
    forum = Forum.objects.create(
        **found(FORUM),
        opens_at=moment(FIRST_DAY, time(0)),
        closes_at=moment(LAST_MONTH, time(23, 59)),
    )
    forum.territories.set(chosen(Territory, PLACES))
    territories = {each.slug: each for each in forum.territories.all()}
    for position, (name, needs) in enumerate(THEMES):
        theme = Theme.objects.create(forum=forum, position=position, **both(name=name))
        for place, title, text, doers in ideas_of(needs):
            make_idea(theme, territories[place], title, text, doers)
    hand_over_to_municipalities(forum)
    make_open_forum()


def ideas_of(needs):
    """(municipality, title, text, who can realise it): each need once in each municipality, but
    the last one of a theme, so that the themes together have `NUMBER`."""
    rows = [
        (municipality, title.format(places[number % len(places)]), text, doers)
        for number, (title, doers, text) in enumerate(needs)
        for municipality, places in PLACES.items()
    ]
    return rows[:-1]


def make_idea(theme, territory, title, text, doers):
    day = moment(FIRST_DAY, time(12)) + timedelta(days=150, minutes=Idea.objects.count())
    Idea.objects.create(
        theme=theme,
        territory=territory,
        title_lv=title,
        body_lv=f"<p>{text}</p>",
        event=event_in(territory),
        source=Idea.Source.EVENT,
        state=Idea.State.PUBLISHED,
        **{name: name in doers for name in (RESIDENTS, NGO, MUNICIPALITY)},
        **dict.fromkeys(("created_at", "confirmed_at", "decided_at", "published_at"), day),
    )


def event_in(territory):
    """The residents' forum of a municipality."""
    return Event.objects.filter(kind=Event.Kind.FORUM, territories=territory).first()


def hand_over_to_municipalities(forum):
    for slug, name, name_en in MUNICIPALITIES:
        organisation, _is_new = Organisation.objects.get_or_create(
            slug=slug, defaults={"kind": "municipality", **both(name=(name, name_en))}
        )
        hand_over(forum=forum, organisation=organisation, handed_on=LAST_MONTH)


def make_open_forum():
    now = timezone.now()
    forum = Forum.objects.create(
        **found(TRY),
        published_at=now - timedelta(days=1),
        opens_at=now - timedelta(days=1),
        closes_at=moment(timezone.localdate() + timedelta(days=90), time(23, 59)),
    )
    for position, name in enumerate(TRY_THEMES):
        Theme.objects.create(forum=forum, position=position, **both(name=name))


def moment(day, hour):
    return timezone.make_aware(datetime.combine(day, hour))
