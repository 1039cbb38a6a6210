"""The fixed answers of the profiles: the same each year, so that years and places compare."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Band(models.TextChoices):
    """How many people: the same bands for members, volunteers and paid staff."""

    NONE = "0", pgettext_lazy("number of people", "none")
    FEW = "1-4", "1–4"
    SOME = "5-19", "5–19"
    MANY = "20-99", "20–99"
    MOST = "100+", pgettext_lazy("number of people", "100 and more")


class Area(models.TextChoices):
    """What organisations work in."""

    CULTURE = "culture", _("culture and traditions")
    EDUCATION = "education", _("education")
    ENVIRONMENT = "environment", _("environment")
    SOCIAL = "social", _("social help and health")
    SPORT = "sport", _("sport and leisure")
    YOUTH = "youth", _("young people")
    COMMUNITY = "community", _("community development")
    BUSINESS = "business", _("rural economy and tourism")
    RIGHTS = "rights", _("civic participation")


class Target(models.TextChoices):
    """For whom they work."""

    CHILDREN = "children", _("children")
    YOUNG = "young", _("young people")
    FAMILIES = "families", _("families")
    SENIORS = "seniors", _("seniors")
    DISABLED = "disabled", _("people with disabilities")
    EVERYBODY = "everybody", _("all residents")


class Support(models.TextChoices):
    """What they have from the municipality."""

    MONEY = "money", _("money")
    ROOMS = "rooms", _("rooms")
    ADVICE = "advice", _("advice")
    PUBLICITY = "publicity", _("publicity")
    TRANSPORT = "transport", _("transport")


class With(models.TextChoices):
    """How close an organisation works with its municipality."""

    NONE = "none", pgettext_lazy("cooperation", "none")
    OCCASIONAL = "occasional", pgettext_lazy("cooperation", "now and then")
    REGULAR = "regular", pgettext_lazy("cooperation", "regular")
    CONTRACT = "contract", pgettext_lazy("cooperation", "by contract")
