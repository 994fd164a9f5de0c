package org.xinhuo.mentoring.cohort;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** People by department and job who could be mentees now, so that nobody has to gather ids. */
@Component
@Transactional(readOnly = true)
public class FindMentees {

    private final JdbcClient jdbc;
    private final CompanyTime time;

    FindMentees(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Departments where somebody works, in order. */
    public List<String> departments() {
        return distinct("department");
    }

    /** Jobs that somebody has, in order. */
    public List<String> jobs() {
        return distinct("job");
    }

    private List<String> distinct(String column) {
        return jdbc.sql("select distinct " + column + " from employee where left_on is null or left_on > :today"
                        + " order by 1")
                .param("today", time.today())
                .query(String.class)
                .list();
    }

    /**
     * Everybody at work there who is in no mentorship, by id.
     *
     * @param department empty for all
     * @param job empty for all
     */
    public List<String> withoutMentorship(String department, String job) {
        return jdbc.sql("""
                select id from employee e
                where (left_on is null or left_on > :today) and hired_on <= :today
                  and (:department = '' or department = :department) and (:job = '' or job = :job)
                  and not exists (select 1 from mentorship m where m.mentee_id = e.id and m.ended_at is null)
                  and not exists (select 1 from cohort_member c where c.mentee_id = e.id
                      and c.started_at is null and c.skipped is null)
                order by id
                """)
                .param("today", time.today())
                .param("department", department)
                .param("job", job)
                .query(String.class)
                .list();
    }
}
