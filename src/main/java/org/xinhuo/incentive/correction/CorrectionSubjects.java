package org.xinhuo.incentive.correction;

import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Texts;
import org.xinhuo.inbox.OpenTask;
import org.xinhuo.inbox.TaskSubjects;

/** The month that a correction is of. */
@Component
class CorrectionSubjects implements TaskSubjects {

    private final JdbcClient jdbc;
    private final Texts texts;

    CorrectionSubjects(JdbcClient jdbc, Texts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> of(Collection<OpenTask> tasks, String readerId, Locale locale) {
        String[] keys = OpenTask.keys(tasks, "month-correction");
        Map<String, String> subjects = new HashMap<>();
        if (keys.length > 0) {
            jdbc.sql("select id, period from month_correction where id = any(:ids)")
                    .param("ids", keys)
                    .query(row -> {
                        subjects.put(
                                row.getString("id"), texts.month(locale, YearMonth.parse(row.getString("period"))));
                    });
        }
        return subjects;
    }
}
