package org.xinhuo.incentive.conversion;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.inbox.OpenTask;
import org.xinhuo.inbox.TaskSubjects;

/** The share that a case came from, and the learner who filed it. */
@Component
class CaseSubjects implements TaskSubjects {

    private final JdbcClient jdbc;

    CaseSubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> of(Collection<OpenTask> tasks, String readerId, Locale locale) {
        String[] keys = OpenTask.keys(tasks, "application-case");
        Map<String, String> subjects = new HashMap<>();
        if (keys.length > 0) {
            jdbc.sql("select c.id, s.title, e.name from application_case c join share s on s.id = c.share_id"
                            + " join employee e on e.id = c.learner_id where c.id = any(:ids)")
                    .param("ids", keys)
                    .query(row -> {
                        subjects.put(row.getString("id"), row.getString("title") + " · " + row.getString("name"));
                    });
        }
        return subjects;
    }
}
