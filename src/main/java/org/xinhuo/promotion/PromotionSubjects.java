package org.xinhuo.promotion;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.inbox.OpenTask;
import org.xinhuo.inbox.TaskSubjects;

/** Who applies. */
@Component
class PromotionSubjects implements TaskSubjects {

    private final JdbcClient jdbc;

    PromotionSubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> of(Collection<OpenTask> tasks, String readerId, Locale locale) {
        String[] keys = OpenTask.keys(tasks, "promotion");
        Map<String, String> subjects = new HashMap<>();
        if (keys.length > 0) {
            jdbc.sql("select p.id, e.name from promotion_application p"
                            + " join employee e on e.id = p.employee_id where p.id = any(:ids)")
                    .param("ids", keys)
                    .query(row -> {
                        subjects.put(row.getString("id"), row.getString("name"));
                    });
        }
        return subjects;
    }
}
