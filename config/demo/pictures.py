"""The pictures of the demonstration: painted by code, stored like any editor's picture."""

import io

from django.core.files.base import ContentFile

from core.files import Licence
from core.models import Image
from core.speaking import gettext as _
from partnership.models import Partnership

from .scenes_evening import clearing
from .scenes_land import field, hills
from .scenes_water import dunes, harbour, lake

ORIGIN = {
    "credit_lv": "Zīmēts šai vietnei",
    "credit_en": "Drawn for this site",
    "licence": Licence.CC0,
}
# What must stay in sight where a picture is cropped: % from the left and from the top.
FOCUS = {"dunes": (60, 50), "lake": (40, 60), "harbour": (60, 50), "clearing": (50, 70)}
PICTURES = {
    "dunes": (
        dunes,
        "Saulriets virs jūras: kāpas ar smilgām, un trīs cilvēki krastā skatās uz ūdeni.",
        "Sunset over the sea: dunes with beach grass, and three people on the shore look out.",
    ),
    "lake": (
        lake,
        "Rīts ciemā pie ezera: krāsainas koka mājas, laipa un cilvēks airu laivā.",
        "Morning in a village on a lake: coloured wooden houses, a jetty and somebody in a boat.",
    ),
    "harbour": (
        harbour,
        "Neliela zvejnieku osta: tīklu būdas, trīs laivas un bāka uz mola.",
        "A small fishing harbour: net sheds, three boats and a lighthouse on the mole.",
    ),
    "field": (
        field,
        "Rudzu lauks vasarā, aiz tā ciems ar baltu baznīcu un koka mājām.",
        "A field of rye in summer, behind it a village with a white church and wooden houses.",
    ),
    "clearing": (
        clearing,
        "Vakars meža pļavā: cilvēki ap garu galdu, virs tā lampiņu virtenes.",
        "Evening in a forest clearing: people around a long table under strings of lamps.",
    ),
    "hills": (
        hills,
        "Pauguri ar vīnogulājiem un ciems Moldovas ziemeļos; divi cilvēki novāc ražu.",
        "Hills with vines and a village in the north of Moldova; two people at the harvest.",
    ),
}


def paint(report):
    """Paint and store all pictures; returns {name: core.Image}."""
    stored = {}
    for name, (scene, alt_lv, alt_en) in PICTURES.items():
        data = io.BytesIO()
        scene().save(data, "PNG", compress_level=1)
        image = Image(alt_lv=alt_lv, alt_en=alt_en, **ORIGIN)
        image.focus_x, image.focus_y = FOCUS.get(name, (50, 50))
        image.file = ContentFile(data.getvalue(), name=f"{name}.png")
        image.save()
        stored[name] = image
        told = _("Pictures painted: %(number)d of %(of)d.")
        report(told % {"number": len(stored), "of": len(PICTURES)})
    return stored


def give_to_host():
    """The pictures belong to the partnership whose site it is."""
    Image.objects.update(owner=Partnership.objects.host())
