"""What the site says about itself: its profile, its pages and its glossary."""

from datetime import date

from pages.models import GlossaryTerm, Page, SiteProfile

from .building import both, found
from .site_duties import DUTIES

TERMS = {
    "viedais-ciems": both(
        name=("viedais ciems", "smart village"),
        definition=(
            """<p>Lauku vieta un kopiena, kas balstās uz savām stiprajām īpašībām, vērtībām un
            iespējām un savu dzīvi uzlabo ar oriģināliem risinājumiem, digitālajām
            tehnoloģijām, inovācijām un zināšanām. Viedais ciems ir nevis rezultāts, bet
            metode un process.</p>""",
            """<p>A rural place and community that builds on its strengths, values and
            opportunities and improves its life with original solutions, digital technology,
            innovations and knowledge. A smart village is not a result but a method and a
            process.</p>""",
        ),
        source=(
            "Pēc Eiropas Komisijas (2017. gada aprīlis) un „Pierīgas partnerības” skaidrojuma",
            "After explanations by the European Commission (April 2017) and Pierīgas partnerība",
        ),
    ),
    "ideatons": both(
        name=("ideatons", "ideathon"),
        definition=(
            """<p>Vienas dienas ideju darbnīca: iedzīvotāji kopā ar nozaru profesionāļiem meklē
            risinājumus savas vietas izaicinājumiem, un labākais var saņemt finansējumu.</p>""",
            """<p>A one-day ideas workshop: residents and professionals from various sectors
            look for solutions to the challenges of their place, and the best one may receive
            funding.</p>""",
        ),
        source=("", ""),
    ),
    "vietejas-ricibas-grupa": both(
        name=("vietējā rīcības grupa (VRG)", "local action group (LAG)"),
        definition=(
            """<p>Biedrība vai nodibinājums, kurā iedzīvotāji, uzņēmēji, biedrības un
            pašvaldība kopā lemj par savas lauku vai piekrastes teritorijas attīstību un
            izvēlas, kuras idejas atbalstīt. To sauc arī par partnerību.</p>""",
            """<p>An association or foundation in which residents, businesses, associations
            and the municipality decide together on the development of their rural or coastal
            area and choose which ideas to support. It is also called a partnership.</p>""",
        ),
        source=("", ""),
    ),
    "leader": both(
        name=("LEADER", "LEADER"),
        definition=(
            """<p>Eiropas Savienības pieeja lauku attīstībai „no apakšas uz augšu”: par
            attīstību lemj tie, kas tur dzīvo.</p>""",
            """<p>The European Union’s approach to rural development “from the bottom up”: the
            decisions are made by those who live there.</p>""",
        ),
        source=("", ""),
    ),
}
PROFILE = both(
    name=("Kopā laukos", "Rural Together"),
    tagline=("Lauku partnerību sadarbības projekti", "Cooperation projects of rural partnerships"),
    headline=(
        "Ko ciems viens nevar, to partnerība var kopā",
        "What one village cannot do, a partnership can",
    ),
    lead=(
        """Šeit ir projekti, kurus Latvijas lauku partnerības īsteno kopā – savā starpā un ar
        kaimiņiem Eiropā: kas piedalās, kur tas notiek, kas maksā un kas no tā iznācis.""",
        """Here are the projects that Latvia’s rural partnerships carry out together – with
        each other and with neighbours in Europe: who takes part, where, who pays and what
        came of it.""",
    ),
    about=(
        """Deviņu lauku partnerību kopīga vietne. Katrs projekts te ir aprakstīts vienu reizi
        – visiem partneriem, latviski un angliski.""",
        """A common site of nine rural partnerships. Every project is described here once –
        for all its partners, in Latvian and in English.""",
    ),
)
ABOUT = both(
    title=("Par mums", "About us"),
    summary=(
        """Kas ir lauku partnerības, kāpēc tās strādā kopā un ko atrast šajā vietnē.""",
        """What rural partnerships are, why they work together and what there is on this site.""",
    ),
    body=(
        """<p>Lauku partnerība jeb vietējā rīcības grupa ir vieta, kur iedzīvotāji, uzņēmēji,
        biedrības un pašvaldība kopā izlemj, kas viņu pusei vajadzīgs. Daudz var izdarīt uz
        vietas. Dažam darbam vajag kaimiņus: lai izveidotu kopīgu taku gar jūru, gūtu
        pieredzi, kuras pašiem vēl nav, vai atrastu draugus citā valstī.</p> <h2>Ko šeit
        atrast</h2><ul><li>Projektus pēc vietas, finansētāja, tēmas un gada – arī tad, ja
        novads sen saucas citādi.</li><li>Visus projekta partnerus ar to lomām.</li>
        <li>Rezultātus skaitļos un to, kas par projektu maksāja.</li></ul>
        <h2>Demonstrācija</h2><p>Šī vietne rāda programmatūras iespējas ar pieciem īstiem
        projektiem un vienu agrāku, uz kuru tie atsaucas. Fakti par projektiem ņemti no
        partnerību publicētajām lapām, teksti ir rakstīti no jauna, un attēli ir zīmēti šai
        vietnei.</p>""",
        """<p>A rural partnership, or local action group, is where residents, businesses,
        associations and the municipality decide together what their area needs. Much can be
        done on the spot. Some work needs neighbours: to lay out a common trail along the
        sea, to gain experience one does not have yet, or to find friends in another
        country.</p> <h2>What there is to find</h2><ul><li>Projects by place, funder, theme
        and year – even when the municipality has long had another name.</li><li>All partners
        of a project with their roles.</li> <li>Results in figures, and who paid for the
        project.</li></ul> <h2>A demonstration</h2><p>This site shows what the software can do
        with five real projects and an earlier one that they refer to. The facts come from
        pages that the partnerships published, the texts were written anew, and the pictures
        were drawn for this site.</p>""",
    ),
) | {"menu": "head"}


def make_glossary():
    for slug, fields in TERMS.items():
        GlossaryTerm.objects.create(slug=slug, **fields)


def make_site(pictures):
    """The profile of the site and its three pages."""
    SiteProfile.objects.create(**PROFILE, picture=pictures["field"], copyright_since=2022)
    for position, fields in enumerate([ABOUT, *DUTIES]):
        row = {"published_at": date(2022, 1, 10), "position": position}
        Page.objects.create(**found({**fields, **row}))
