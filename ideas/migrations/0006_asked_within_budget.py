"""No published solution asks for more money than its ideathon has, whichever way a change comes."""

from django.db import migrations

KEEP = """
create function ideas_keep_asked() returns trigger language plpgsql as $$
declare
    place bigint := new.id;
    money numeric;
begin
    if tg_table_name <> 'ideas_ideathon' then
        select c.ideathon_id into place from ideas_challenge c
        left join ideas_solution s on s.challenge_id = c.id
        where new.id = case tg_table_name when 'ideas_solution' then s.id else c.id end
        limit 1;
    end if;
    select budget into money from ideas_ideathon where id = place for share;
    if exists (
        select from ideas_solution s join ideas_challenge c on c.id = s.challenge_id
        where c.ideathon_id = place and s.state = 'published' and s.asked > money
    ) then
        raise exception 'a published solution of ideathon % asks for more than %', place, money
        using errcode = 'check_violation', constraint = 'ideas_asked_within_budget';
    end if;
    return null;
end $$;
create trigger ideas_keep_asked after insert or update on ideas_solution
    for each row when (new.state = 'published') execute function ideas_keep_asked();
create trigger ideas_keep_asked after update on ideas_challenge
    for each row when (old.ideathon_id is distinct from new.ideathon_id)
    execute function ideas_keep_asked();
create trigger ideas_keep_asked after update on ideas_ideathon
    for each row when (old.budget is distinct from new.budget)
    execute function ideas_keep_asked();
"""
GO = """
drop trigger ideas_keep_asked on ideas_ideathon;
drop trigger ideas_keep_asked on ideas_challenge;
drop trigger ideas_keep_asked on ideas_solution;
drop function ideas_keep_asked();
"""


class Migration(migrations.Migration):
    dependencies = [("ideas", "0005_unpublish_index")]
    operations = [migrations.RunSQL(KEEP, GO)]
