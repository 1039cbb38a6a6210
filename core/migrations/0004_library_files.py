"""Files are checked where they are uploaded; what is accepted is said beside the field."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0003_brokenlink_certainty"),
    ]

    operations = [
        migrations.AlterField(
            model_name="document",
            name="file",
            field=models.FileField(
                help_text="PDF, Word, Excel, PowerPoint, OpenDocument, CSV or text up to 25 MB.",
                upload_to="documents/%Y/",
                verbose_name="file",
            ),
        ),
        migrations.AlterField(
            model_name="image",
            name="file",
            field=models.ImageField(
                height_field="height",
                help_text="JPEG, PNG, WebP, AVIF or GIF up to 15 MB and 50 megapixels.",
                upload_to="pictures/%Y/",
                verbose_name="file",
                width_field="width",
            ),
        ),
    ]
