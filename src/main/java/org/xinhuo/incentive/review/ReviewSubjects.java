package org.xinhuo.incentive.review;

import java.sql.ResultSet;
import java.sql.SQLException;
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

/** The month that a review is of, and who has to be talked with about failed ones. */
@Component
class ReviewSubjects implements TaskSubjects {

    private final JdbcClient jdbc;
    private final Texts texts;

    ReviewSubjects(JdbcClient jdbc, Texts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> of(Collection<OpenTask> tasks, String readerId, Locale locale) {
        String[] keys = OpenTask.keys(tasks, "monthly-review", "improvement-talk");
        Map<String, String> subjects = new HashMap<>();
        if (keys.length > 0) {
            jdbc.sql("select id, period, null as name from monthly_review where id = any(:ids) union all"
                            + " select n.id, n.period, e.name from improvement_notice n join employee e on e.id = n.lecturer_id"
                            + " where n.id = any(:ids)")
                    .param("ids", keys)
                    .query(row -> {
                        subjects.put(row.getString("id"), about(row, locale));
                    });
        }
        return subjects;
    }

    private String about(ResultSet row, Locale locale) throws SQLException {
        String month = texts.month(locale, YearMonth.parse(row.getString("period")));
        String lecturer = row.getString("name");
        return lecturer == null ? month : lecturer + " · " + month;
    }
}
