"""A frozen report and its files stay as they were handed in, whoever tries to change them."""

from django.db import migrations

REFUSE = """
create function projects_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'a frozen report is neither changed nor deleted'
    using errcode = 'restrict_violation', constraint = 'projects_report_is_frozen';
end $$;
create trigger projects_projectreport_stays before update or delete on projects_projectreport
    for each row execute function projects_refuse_change();
create trigger projects_reportfile_stays before update or delete on projects_reportfile
    for each row execute function projects_refuse_change();
"""
ALLOW = """
drop trigger projects_reportfile_stays on projects_reportfile;
drop trigger projects_projectreport_stays on projects_projectreport;
drop function projects_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("projects", "0006_results_report")]
    operations = [migrations.RunSQL(REFUSE, ALLOW)]
