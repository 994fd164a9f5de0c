package org.xinhuo.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes somebody a mentor who is none yet; who is one stays as he or HR has set it. */
@Component
public class EnrolMentor {

    /** Until HR or the mentor says another. */
    private static final String STYLE = "supportive";

    private final JdbcClient jdbc;

    EnrolMentor(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param capacity how many mentees at once */
    @Transactional
    public void enrol(String employeeId, int capacity) {
        jdbc.sql("insert into mentor (employee_id, capacity, style) values (:id, :capacity, :style)"
                        + " on conflict (employee_id) do nothing")
                .param("id", employeeId)
                .param("capacity", capacity)
                .param("style", STYLE)
                .update();
    }
}
