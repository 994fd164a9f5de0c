package org.xinhuo.incentive.sharing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.inbox.OpenTask;
import org.xinhuo.inbox.TaskSubjects;

/** The title of a share. */
@Component
class ShareSubjects implements TaskSubjects {

    private final JdbcClient jdbc;

    ShareSubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> of(Collection<OpenTask> tasks, String readerId, Locale locale) {
        String[] keys = OpenTask.keys(tasks, "sharing");
        Map<String, String> subjects = new HashMap<>();
        if (keys.length > 0) {
            jdbc.sql("select id, title from share where id = any(:ids)")
                    .param("ids", keys)
                    .query(row -> {
                        subjects.put(row.getString("id"), row.getString("title"));
                    });
        }
        return subjects;
    }
}
