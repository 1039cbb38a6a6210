"""Pages of other sites that wait for staff to make projects of them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('moving', '0001_imported_rows'),
        ('partnership', '0004_organisation_number'),
        ('projects', '0007_reports_stay'),
    ]

    operations = [
        migrations.CreateModel(
            name='SavedPage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=400, unique=True, verbose_name='file')),
                ('digest', models.CharField(editable=False, max_length=64)),
                ('title', models.CharField(max_length=250, verbose_name='title')),
                ('language', models.CharField(choices=[('lv', 'Latvian'), ('en', 'English')], max_length=2, verbose_name='language')),
                ('text', models.TextField(verbose_name='text')),
                ('found', models.JSONField(default=list)),
                ('state', models.CharField(choices=[('waiting', 'to confirm'), ('confirmed', 'made into a project'), ('aside', 'set aside')], db_index=True, default='waiting', max_length=9, verbose_name='state')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='partnership.partnership', verbose_name='owner')),
                ('project', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='projects.project', verbose_name='project')),
            ],
            options={
                'verbose_name': 'saved page',
                'verbose_name_plural': 'saved pages',
                'ordering': ['name'],
            },
        ),
    ]
