"""Results are final, awards stay within the budget: whichever way a change comes."""

from django.db import migrations

FROZEN = """
create function ideas_refuse_after_results(ideathon bigint) returns void language plpgsql as $$
declare
    done timestamptz;
begin
    select results_at into done from ideas_ideathon where id = ideathon for share;
    if done is not null then
        raise exception 'ideathon % has its results', ideathon
        using errcode = 'check_violation', constraint = 'ideas_results_are_final';
    end if;
end $$;

create function ideas_keep_scores() returns trigger language plpgsql as $$
declare
    place bigint;
begin
    if tg_op <> 'INSERT' then
        perform ideas_refuse_after_results(
            (select ideathon_id from ideas_juror where id = old.juror_id)
        );
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    select ideathon_id into place from ideas_juror where id = new.juror_id;
    perform ideas_refuse_after_results(place);
    if place is distinct from (
        select ideathon_id from ideas_challenge c
        join ideas_solution s on s.challenge_id = c.id where s.id = new.solution_id
    ) then
        raise exception 'juror % and solution % belong to different ideathons',
            new.juror_id, new.solution_id
        using errcode = 'check_violation', constraint = 'ideas_jury_of_one_ideathon';
    end if;
    return new;
end $$;
create trigger ideas_keep_scores before insert or update or delete on ideas_score
    for each row execute function ideas_keep_scores();
create trigger ideas_keep_recusals before insert or update or delete on ideas_recusal
    for each row execute function ideas_keep_scores();

create function ideas_keep_criteria() returns trigger language plpgsql as $$
begin
    perform ideas_refuse_after_results(
        case when tg_op = 'INSERT' then new.ideathon_id else old.ideathon_id end
    );
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger ideas_keep_criteria_rows before insert or delete on ideas_criterion
    for each row execute function ideas_keep_criteria();
create trigger ideas_keep_criteria before update on ideas_criterion
    for each row when (
        (old.weight, old.ideathon_id) is distinct from (new.weight, new.ideathon_id)
    ) execute function ideas_keep_criteria();

create function ideas_keep_results() returns trigger language plpgsql as $$
begin
    raise exception 'the results of ideathon % are final', old.id
    using errcode = 'check_violation', constraint = 'ideas_results_are_final';
end $$;
create trigger ideas_keep_results before update on ideas_ideathon
    for each row when (
        old.results_at is not null and old.results_at is distinct from new.results_at
    ) execute function ideas_keep_results();
"""
MELT = """
drop trigger ideas_keep_results on ideas_ideathon;
drop function ideas_keep_results();
drop trigger ideas_keep_criteria on ideas_criterion;
drop trigger ideas_keep_criteria_rows on ideas_criterion;
drop function ideas_keep_criteria();
drop trigger ideas_keep_recusals on ideas_recusal;
drop trigger ideas_keep_scores on ideas_score;
drop function ideas_keep_scores();
drop function ideas_refuse_after_results(bigint);
"""
BUDGET = """
create function ideas_keep_budget() returns trigger language plpgsql as $$
declare
    money numeric;
begin
    select budget into money from ideas_ideathon where id = new.ideathon_id for no key update;
    if money < (select sum(amount) from ideas_award where ideathon_id = new.ideathon_id) then
        raise exception 'the awards of ideathon % exceed %', new.ideathon_id, money
        using errcode = 'check_violation', constraint = 'ideas_award_within_budget';
    end if;
    if new.ideathon_id is distinct from (
        select ideathon_id from ideas_challenge c
        join ideas_solution s on s.challenge_id = c.id where s.id = new.solution_id
    ) then
        raise exception 'solution % is not of ideathon %', new.solution_id, new.ideathon_id
        using errcode = 'check_violation', constraint = 'ideas_award_of_one_ideathon';
    end if;
    return null;
end $$;
create trigger ideas_keep_budget after insert or update on ideas_award
    for each row execute function ideas_keep_budget();

create function ideas_keep_awards() returns trigger language plpgsql as $$
begin
    if new.budget < (select sum(amount) from ideas_award where ideathon_id = new.id) then
        raise exception 'the awards of ideathon % exceed %', new.id, new.budget
        using errcode = 'check_violation', constraint = 'ideas_award_within_budget';
    end if;
    return null;
end $$;
create trigger ideas_keep_awards after update on ideas_ideathon
    for each row when (old.budget is distinct from new.budget)
    execute function ideas_keep_awards();
"""
SPEND = """
drop trigger ideas_keep_awards on ideas_ideathon;
drop function ideas_keep_awards();
drop trigger ideas_keep_budget on ideas_award;
drop function ideas_keep_budget();
"""


class Migration(migrations.Migration):
    dependencies = [("ideas", "0002_ideathon")]
    operations = [migrations.RunSQL(FROZEN, MELT), migrations.RunSQL(BUDGET, SPEND)]
