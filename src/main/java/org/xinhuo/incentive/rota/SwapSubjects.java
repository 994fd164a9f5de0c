package org.xinhuo.incentive.rota;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.inbox.OpenTask;
import org.xinhuo.inbox.TaskSubjects;

/** The share that somebody would swap, and who asks. */
@Component
class SwapSubjects implements TaskSubjects {

    private final JdbcClient jdbc;

    SwapSubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> of(Collection<OpenTask> tasks, String readerId, Locale locale) {
        String[] keys = OpenTask.keys(tasks, "share-swap");
        Map<String, String> subjects = new HashMap<>();
        if (keys.length > 0) {
            jdbc.sql("select w.id, s.title, e.name from share_swap w join share s on s.id = w.share_id"
                            + " join employee e on e.id = w.asked_by where w.id = any(:ids)")
                    .param("ids", keys)
                    .query(row -> {
                        subjects.put(row.getString("id"), row.getString("title") + " · " + row.getString("name"));
                    });
        }
        return subjects;
    }
}
