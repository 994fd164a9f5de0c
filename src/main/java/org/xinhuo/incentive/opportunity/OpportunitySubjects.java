package org.xinhuo.incentive.opportunity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.inbox.OpenTask;
import org.xinhuo.inbox.TaskSubjects;

/** The training that is offered, and who offers to mentor. */
@Component
class OpportunitySubjects implements TaskSubjects {

    private final JdbcClient jdbc;

    OpportunitySubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> of(Collection<OpenTask> tasks, String readerId, Locale locale) {
        Map<String, String> subjects = new HashMap<>();
        put(subjects, tasks, "training-offer", "select id, title as subject from training_offer where id = any(:ids)");
        put(
                subjects,
                tasks,
                "lecturer-mentoring",
                "select o.id, e.name as subject from mentoring_offer o join employee e on e.id = o.mentor_id"
                        + " where o.id = any(:ids)");
        return subjects;
    }

    private void put(Map<String, String> subjects, Collection<OpenTask> tasks, String process, String sql) {
        String[] keys = OpenTask.keys(tasks, process);
        if (keys.length > 0) {
            jdbc.sql(sql).param("ids", keys).query(row -> {
                subjects.put(row.getString("id"), row.getString("subject"));
            });
        }
    }
}
