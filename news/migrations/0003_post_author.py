"""Posts name who wrote them."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0002_editorial'),
    ]

    operations = [
        migrations.AddField(
            model_name='post',
            name='author',
            field=models.CharField(blank=True, help_text='A name, shown above the text.', max_length=150, verbose_name='written by'),
        ),
    ]
