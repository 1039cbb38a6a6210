"""What was taken over from other web sites, and the rows that were made of it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="ImportedRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source", models.CharField(max_length=200)),
                ("key", models.CharField(max_length=400)),
                ("label", models.CharField(max_length=80)),
                ("object_id", models.PositiveBigIntegerField()),
                ("state", models.CharField(blank=True, max_length=64)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "imported row",
                "verbose_name_plural": "imported rows",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("source", "key"), name="moving_importedrow_once"
                    )
                ],
            },
        ),
    ]
