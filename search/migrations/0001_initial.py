from django.db import migrations, models

FEED = """
create table search_change (
    id bigint generated always as identity primary key,
    xid xid8 not null default pg_current_xact_id(),
    label text not null,
    key bigint not null,
    noted_at timestamptz not null default statement_timestamp()
);
create index search_change_xid on search_change (xid);
create table search_feed (
    only_one boolean primary key default true check (only_one),
    name text not null,
    kept_from xid8 not null
);
insert into search_feed (name, kept_from)
values (md5(random()::text || clock_timestamp()::text), '0'::xid8);

create function search_touch() returns trigger language plpgsql as $$
declare
    before jsonb := '{}';
    later jsonb := '{}';
begin
    if tg_op <> 'INSERT' then before := to_jsonb(old); end if;
    if tg_op <> 'DELETE' then later := to_jsonb(new); end if;
    if before = later then return null; end if;
    for place in 0 .. tg_nargs / 2 - 1 loop
        insert into search_change (label, key)
        select distinct tg_argv[2 * place], value::bigint
        from unnest(array[
            before ->> tg_argv[2 * place + 1], later ->> tg_argv[2 * place + 1]
        ]) value
        where value is not null;
    end loop;
    return null;
end $$;
"""
NO_FEED = """
drop function search_touch() cascade;
drop table search_change;
drop table search_feed;
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.RunSQL(FEED, NO_FEED),
        migrations.CreateModel(
            name='Synonyms',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.TextField(help_text='One expression on a line, in any language, such as: VRG – LAG.', verbose_name='words')),
            ],
            options={
                'verbose_name': 'synonyms',
                'verbose_name_plural': 'synonyms',
                'ordering': ['words'],
            },
        ),
        migrations.CreateModel(
            name='Miss',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(verbose_name='day')),
                ('words', models.CharField(max_length=100, verbose_name='words')),
                ('number', models.PositiveIntegerField(default=1, verbose_name='times')),
            ],
            options={
                'verbose_name': 'search without results',
                'verbose_name_plural': 'searches without results',
                'ordering': ['-day', '-number', 'words'],
                'constraints': [models.UniqueConstraint(fields=('day', 'words'), name='search_miss_once')],
            },
        ),
    ]
