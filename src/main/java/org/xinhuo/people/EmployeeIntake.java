package org.xinhuo.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Intake;
import org.xinhuo.base.StagedRows;

/** Employees: a manager is somebody of the company or of the same file, and nobody manages himself by any detour. */
@Component
class EmployeeIntake implements Intake {

    private static final int MOST_NAMED = 20;

    private final JdbcClient jdbc;
    private final CompanyTime time;

    EmployeeIntake(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    @Override
    public String kind() {
        return "employees";
    }

    @Override
    public void check(StagedRows rows) {
        rows.refuse("managerId", "people.unknownManager", """
                select row_number, "managerId" from staged_row s
                where "managerId" is not null
                  and not exists (select 1 from employee e where e.id = s."managerId")
                  and not exists (select 1 from staged_row t where t.id = s."managerId")
                order by row_number
                """);
        refuseCycles(rows);
        rows.remark("id", "people.importedDeparted", """
                select s.row_number, s.id, e.left_on::text from staged_row s join employee e on e.id = s.id
                where e.left_on <= date '%s' order by s.row_number
                """.formatted(time.today()));
    }

    /**
     * Looks at the company as it would be. Each round doubles how far up a line is followed and drops the lines that
     * end; what is left after log2(people) rounds runs in circles, and points at nobody outside of them.
     */
    private void refuseCycles(StagedRows rows) {
        dropLines();
        int lines = jdbc.sql("""
                create temporary table reporting_edge on commit drop as
                select id, manager_id from (
                    select distinct on (id) id, "managerId" as manager_id from staged_row where id is not null
                    union all
                    select e.id, e.manager_id from employee e
                    where not exists (select 1 from staged_row s where s.id = e.id)) company
                where manager_id is not null
                """).update();
        jdbc.sql("create temporary table reporting_line on commit drop as select id, manager_id as up"
                        + " from reporting_edge")
                .update();
        jdbc.sql("analyze reporting_line").update();
        int left = lines;
        for (long reach = 1; left > 0 && reach < 2L * lines; reach *= 2) {
            left = jdbc.sql("create temporary table reporting_next on commit drop as"
                            + " select a.id, b.up from reporting_line a join reporting_line b on b.id = a.up")
                    .update();
            jdbc.sql("drop table reporting_line").update();
            jdbc.sql("alter table reporting_next rename to reporting_line").update();
        }
        if (left > 0) {
            report(rows);
        }
        dropLines();
    }

    private void report(StagedRows rows) {
        Map<String, String> managers = new HashMap<>();
        jdbc.sql("select id, manager_id from reporting_edge where id in (select up from reporting_line)")
                .query(row -> {
                    managers.put(row.getString("id"), row.getString("manager_id"));
                });
        jdbc.sql("select row_number, id, \"managerId\" as manager_id from staged_row"
                        + " where id in (select up from reporting_line) order by row_number")
                .query(row -> {
                    rows.refuse(
                            row.getLong("row_number"),
                            "managerId",
                            row.getString("manager_id"),
                            "people.managerCycle",
                            List.of(circle(row.getString("id"), managers)));
                });
    }

    /** From somebody up to himself again, such as {@code a → b → a}. */
    private static String circle(String start, Map<String, String> managers) {
        StringBuilder named = new StringBuilder(start);
        String next = managers.get(start);
        for (int i = 1; next != null && !next.equals(start); i++) {
            if (i == MOST_NAMED) {
                return named.append(" → …").toString();
            }
            named.append(" → ").append(next);
            next = managers.get(next);
        }
        return named.append(" → ").append(start).toString();
    }

    private void dropLines() {
        jdbc.sql("drop table if exists pg_temp.reporting_edge, pg_temp.reporting_line")
                .update();
    }

    @Override
    public void merge() {
        jdbc.sql("""
                insert into employee as known (id, name, email, department, job, manager_id, hired_on, locale,
                    time_zone, region, preferred_style, learner_type)
                select id, name, email, department, job, "managerId", "hiredOn", locale,
                    "timeZone", region, "preferredStyle", "learnerType" from staged_row order by row_number
                on conflict (id) do update set name = excluded.name, email = excluded.email,
                    department = excluded.department, job = excluded.job, manager_id = excluded.manager_id,
                    hired_on = excluded.hired_on, locale = excluded.locale, time_zone = excluded.time_zone,
                    region = excluded.region, preferred_style = excluded.preferred_style,
                    learner_type = excluded.learner_type, version = known.version + 1
                where (known.name, known.email, known.department, known.job, known.manager_id, known.hired_on,
                    known.locale, known.time_zone, known.region, known.preferred_style, known.learner_type)
                  is distinct from (excluded.name, excluded.email, excluded.department, excluded.job,
                    excluded.manager_id, excluded.hired_on, excluded.locale, excluded.time_zone, excluded.region,
                    excluded.preferred_style, excluded.learner_type)
                """).update();
    }
}
