package org.xinhuo.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** Adds one person by hand, where there is no file to import yet: the first administrator. */
@Component
public class AddEmployee {

    private final JdbcClient jdbc;
    private final CompanyTime time;

    AddEmployee(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Changes nothing where the id is taken; an import may fill in the rest later. */
    @Transactional
    public void ifMissing(String id, String name, String department, String job) {
        jdbc.sql("insert into employee (id, name, department, job, hired_on, locale, time_zone, region)"
                        + " values (:id, :name, :department, :job, :today, 'zh-CN', :zone, 'CN')"
                        + " on conflict (id) do nothing")
                .param("id", id)
                .param("name", name)
                .param("department", department)
                .param("job", job)
                .param("today", time.today())
                .param("zone", time.zone().getId())
                .update();
    }
}
