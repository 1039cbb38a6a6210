"""The texts of the ideathon that a visitor can try, and of a solution sent in to it."""

from .building import both

IDEATHON = both(
    title=("Ideatons Jelgavā: izmēģiniet", "Ideathon in Jelgava: try it"),
    summary=(
        "Iesūtiet risinājumu un skatieties, kā to apstiprina, izlasa un publicē.",
        "Send in a solution and see how it is confirmed, read and published.",
    ),
    body=(
        """<p>Šis ideatons parāda, kā vietnē iesūta risinājumus un kā tos vērtē žūrija. Īstenībā tas
        nenotiks.</p>""",
        """<p>This ideathon shows how solutions are sent in on the site and how a jury scores them.
        It will not really take place.</p>""",
    ),
)
CHALLENGE = both(
    title=("Kā iepazīt kaimiņus?", "How do you get to know your neighbours?"),
    text=(
        "Vienā kāpņu telpā dzīvo trīsdesmit cilvēki, un puse nezina, kā sauc otru pusi.",
        "Thirty people share one staircase, and half do not know the other half’s names.",
    ),
)
SOLUTION = both(
    title=("Zupas vakars pagalmā", "A soup evening in the yard"),
    summary=(
        "Reizi mēnesī viens dzīvoklis vāra zupu visai kāpņu telpai.",
        "Once a month one flat makes soup for the whole staircase.",
    ),
    body=(
        "<p>Galdi ir, katli ir; vajag nojumi un galda spēles.</p>",
        "<p>There are tables and pots; what we need is a canopy and board games.</p>",
    ),
)
