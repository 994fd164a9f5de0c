package org.xinhuo.people;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** Who is going to leave the company. */
@Component
@Transactional(readOnly = true)
public class Departures {

    private final JdbcClient jdbc;
    private final CompanyTime time;

    Departures(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * One that is announced and has not come yet.
     *
     * @param on the first day on which the person no longer works here
     */
    public record Departure(String employeeId, String name, String department, LocalDate on) {}

    /** The next one first. */
    public List<Departure> announced() {
        return jdbc.sql(
                        "select id, name, department, left_on from employee where left_on > :today order by left_on, id")
                .param("today", time.today())
                .query((row, number) -> new Departure(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("department"),
                        row.getDate("left_on").toLocalDate()))
                .list();
    }
}
