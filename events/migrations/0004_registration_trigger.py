"""The last word on places: no way leads to more confirmed people than an event has places."""

from django.db import migrations

KEEP = """
create function events_keep_places() returns trigger language plpgsql as $$
declare
    places integer;
begin
    select capacity into places from events_event where id = new.event_id for no key update;
    if places < (
        select count(*) from events_registration
        where event_id = new.event_id and state = 'confirmed'
    ) then
        raise exception 'event % has % places', new.event_id, places
        using errcode = 'check_violation', constraint = 'events_registration_places';
    end if;
    return null;
end $$;
create trigger events_keep_places_insert after insert on events_registration
    for each row when (new.state = 'confirmed') execute function events_keep_places();
create trigger events_keep_places_update after update on events_registration
    for each row when (
        new.state = 'confirmed'
        and (old.state, old.event_id) is distinct from (new.state, new.event_id)
    ) execute function events_keep_places();

create function events_keep_confirmed() returns trigger language plpgsql as $$
begin
    if new.capacity < (
        select count(*) from events_registration
        where event_id = new.id and state = 'confirmed'
    ) then
        raise exception 'event % has more people than % places', new.id, new.capacity
        using errcode = 'check_violation', constraint = 'events_event_capacity';
    end if;
    return null;
end $$;
create trigger events_keep_confirmed after update on events_event
    for each row when (old.capacity is distinct from new.capacity)
    execute function events_keep_confirmed();
"""
FORGET = """
drop trigger events_keep_confirmed on events_event;
drop function events_keep_confirmed();
drop trigger events_keep_places_update on events_registration;
drop trigger events_keep_places_insert on events_registration;
drop function events_keep_places();
"""


class Migration(migrations.Migration):
    dependencies = [("events", "0003_registration")]
    operations = [migrations.RunSQL(KEEP, FORGET)]
