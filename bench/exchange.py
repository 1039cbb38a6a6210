"""Times the export, check and import of 1,000 projects in two languages in a test database.

`python -m bench.exchange`
"""

import os
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
ROWS = 1000
TEXT = "<h2>Virsraksts</h2>" + "<p>Āžņu ciema ļaudis kopā stāda ābeles un raksta par to.</p>" * 15


def main():
    from config import database

    database.connect()
    import django
    from django.conf import settings
    from django.test.utils import get_runner, setup_test_environment

    django.setup()
    setup_test_environment()
    runner = get_runner(settings)(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    try:
        measure()
    finally:
        runner.teardown_databases(databases)


def measure():
    from django.test import Client
    from django.urls import reverse

    from core.roles import NETWORK_EDITOR
    from tests.factories import UserFactory

    make_projects()
    client = Client()
    client.force_login(UserFactory(groups=[NETWORK_EDITOR]))
    for kind in ("csv", "xlsx"):
        data = timed(f"export {kind}", client.post, export(), {"format": kind}).content
        print(f"  {len(data) / 1024:.0f} KB")
        page = timed(f"check {kind}, nothing changes", upload, client, data, kind)
        print(f"  {page.context['outcome'].unchanged} unchanged rows")
    client.post(export(), {"format": "csv"})
    page = timed("check, all change", upload, client, changed(client), "csv")
    digest = {"digest": page.context["outcome"].digest}
    timed(
        "import, all change", client.post, reverse("admin:projects_project_process_import"), digest
    )


def export():
    from django.urls import reverse

    return reverse("admin:projects_project_export")


def changed(client):
    """The export as CSV with other closing words in each row."""
    text = client.post(export(), {"format": "csv"}).content.decode("utf-8-sig")
    return text.replace("Paldies!", "Liels paldies!").encode()


def upload(client, data, kind):
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.urls import reverse

    file = SimpleUploadedFile(f"projekti.{kind}", data)
    return client.post(reverse("admin:projects_project_import"), {"file": file})


def timed(name, action, *args):
    started, worked = time.perf_counter(), time.process_time()
    answer = action(*args)
    seconds, own = time.perf_counter() - started, time.process_time() - worked
    print(f"{name}: {seconds:.1f} s ({own:.1f} s of them in Python)")
    return answer


def make_projects():
    from projects.models import Project
    from tests.factories import (
        OrganisationFactory,
        ProgrammeFactory,
        ProjectFactory,
        TerritoryFactory,
        ThemeFactory,
    )

    shared = {"programme": ProgrammeFactory(), "partner": OrganisationFactory()}
    territories, themes = TerritoryFactory.create_batch(30), ThemeFactory.create_batch(8)
    names = [f"{name}_{code}" for name in ("aims", "tasks", "body") for code in ("lv", "en")]
    for number in range(ROWS):
        project = ProjectFactory(
            **shared,
            territories=territories[number % 25 : number % 25 + 4],
            number=f"19-{number}",
            total_cost="1234.50",
            start_on="2019-08-29",
            thanks_lv="Paldies!",
            thanks_en="Thanks!",
            **dict.fromkeys(names, f"{TEXT}<p>{number}</p>"),
        )
        project.themes.set(themes[number % 6 : number % 6 + 2])
    print(f"{Project.objects.count()} projects made")


if __name__ == "__main__":
    main()
