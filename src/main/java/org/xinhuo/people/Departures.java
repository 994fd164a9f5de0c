package org.xinhuo.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** Who is going to leave the company, and who has left it. */
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
     * One that is announced, or has come.
     *
     * @param on the first day on which the person no longer works here
     */
    public record Departure(String employeeId, String name, String department, LocalDate on) {}

    /** Those who left last, the latest first; {@code on} is the first day on which they no longer worked here. */
    public List<Departure> past(int most) {
        return jdbc.sql("select id, name, department, left_on from employee where left_on <= :today"
                        + " order by left_on desc, id limit :most")
                .param("today", time.today())
                .param("most", most)
                .query(Departures::departure)
                .list();
    }

    /** The next one first. */
    public List<Departure> announced() {
        return jdbc.sql(
                        "select id, name, department, left_on from employee where left_on > :today order by left_on, id")
                .param("today", time.today())
                .query(Departures::departure)
                .list();
    }

    private static Departure departure(ResultSet row, int number) throws SQLException {
        return new Departure(
                row.getString("id"),
                row.getString("name"),
                row.getString("department"),
                row.getDate("left_on").toLocalDate());
    }
}
