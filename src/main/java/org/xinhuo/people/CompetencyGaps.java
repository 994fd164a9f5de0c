package org.xinhuo.people;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** What the company lacks, by competency: numbers of people, never who. */
@Component
public class CompetencyGaps {

    private final JdbcClient jdbc;
    private final CompanyTime time;

    CompetencyGaps(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Every competency that a job of somebody employed today asks for, by name; never assessed is level 0. */
    @Transactional(readOnly = true)
    public List<CompetencyGap> all() {
        return jdbc.sql("""
                        with latest as (
                            select distinct on (employee_id, competency) employee_id, competency, level from assessment
                            order by employee_id, competency, assessed_on desc, id desc)
                        select j.competency, count(*) as asked,
                            count(*) filter (where coalesce(l.level, 0) < j.required_level) as lacking
                        from employee e join job_competency j on j.job = e.job
                            left join latest l on l.employee_id = e.id and l.competency = j.competency
                        where e.hired_on <= :today and (e.left_on is null or e.left_on > :today)
                        group by j.competency order by j.competency
                        """)
                .param("today", time.today())
                .query((row, number) ->
                        new CompetencyGap(row.getString("competency"), row.getInt("lacking"), row.getInt("asked")))
                .list();
    }
}
