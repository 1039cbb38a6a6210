"""Details of the log as data, so that each reader gets them in the own language."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0007_audit_export")]

    operations = [
        migrations.AddField(
            "auditentry",
            "about",
            models.JSONField(blank=True, db_default={}, default=dict, verbose_name="details"),
        ),
    ]
