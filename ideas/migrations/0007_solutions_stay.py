"""A solution that a jury scored, or that belongs to results, does not change its ideathon."""

from django.db import migrations

KEEP = """
create function ideas_keep_solutions() returns trigger language plpgsql as $$
declare
    before bigint;
    later bigint;
begin
    select ideathon_id into before from ideas_challenge where id = old.challenge_id;
    select ideathon_id into later from ideas_challenge where id = new.challenge_id;
    if before is distinct from later then
        perform ideas_refuse_after_results(before);
        perform ideas_refuse_after_results(later);
        if exists (select from ideas_score where solution_id = old.id)
            or exists (select from ideas_award where solution_id = old.id)
        then
            raise exception 'solution % was judged in ideathon %', old.id, before
            using errcode = 'check_violation', constraint = 'ideas_jury_of_one_ideathon';
        end if;
    end if;
    return new;
end $$;
create trigger ideas_keep_solutions before update on ideas_solution
    for each row when (old.challenge_id is distinct from new.challenge_id)
    execute function ideas_keep_solutions();
"""
GO = """
drop trigger ideas_keep_solutions on ideas_solution;
drop function ideas_keep_solutions();
"""


class Migration(migrations.Migration):
    dependencies = [("ideas", "0006_asked_within_budget")]
    operations = [migrations.RunSQL(KEEP, GO)]
