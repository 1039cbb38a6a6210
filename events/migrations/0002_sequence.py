"""`sequence` rises when time, place or cancellation changes, whoever changes it; `uid` stays."""

from django.db import migrations

COUNT = """
create function events_count_revision() returns trigger language plpgsql as $$
declare
    before record;
    later record;
begin
    before := (old.starts_at, old.ends_at, old.precision, old.attendance, old.venue_lv,
        old.venue_en, old.street_lv, old.street_en, old.online_url, old.cancelled_at is null);
    later := (new.starts_at, new.ends_at, new.precision, new.attendance, new.venue_lv,
        new.venue_en, new.street_lv, new.street_en, new.online_url, new.cancelled_at is null);
    new.uid := old.uid;
    new.sequence := old.sequence + (before is distinct from later)::int;
    return new;
end $$;
create trigger events_count_revision before update on events_event
    for each row execute function events_count_revision();
"""
FORGET = """
drop trigger events_count_revision on events_event;
drop function events_count_revision();
"""


class Migration(migrations.Migration):
    dependencies = [("events", "0001_initial")]
    operations = [migrations.RunSQL(COUNT, FORGET)]
