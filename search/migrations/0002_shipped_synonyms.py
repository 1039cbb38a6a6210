"""A new site begins with the synonyms that come with the software; staff own them from then on."""

from django.db import migrations

from search.shipped_synonyms import SHIPPED_SYNONYMS


def load(apps, schema_editor):
    rows = apps.get_model("search", "Synonyms").objects.using(schema_editor.connection.alias)
    if not rows.exists():
        rows.bulk_create(rows.model(words="\n".join(group)) for group in SHIPPED_SYNONYMS)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
