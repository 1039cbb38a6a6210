from django.db import migrations

EMPTIED = """
create function search_emptied() returns trigger language plpgsql as $$
begin
    update search_feed set name = md5(random()::text || clock_timestamp()::text);
    return null;
end $$;
"""


class Migration(migrations.Migration):
    dependencies = [('search', '0002_shipped_synonyms')]
    operations = [migrations.RunSQL(EMPTIED, "drop function search_emptied() cascade")]
