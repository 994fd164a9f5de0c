package org.xinhuo.incentive.reward;

import java.math.BigDecimal;
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
import org.xinhuo.base.Money;
import org.xinhuo.base.Texts;
import org.xinhuo.inbox.OpenTask;
import org.xinhuo.inbox.TaskSubjects;
import org.xinhuo.incentive.OutcomeTexts;

/** Whose reward it is, of which kind and month, and how much. */
@Component
class RewardSubjects implements TaskSubjects {

    private final JdbcClient jdbc;
    private final Texts texts;
    private final OutcomeTexts outcomes;

    RewardSubjects(JdbcClient jdbc, Texts texts, OutcomeTexts outcomes) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.outcomes = outcomes;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> of(Collection<OpenTask> tasks, String readerId, Locale locale) {
        String[] keys = OpenTask.keys(tasks, "reward");
        Map<String, String> subjects = new HashMap<>();
        if (keys.length > 0) {
            jdbc.sql("select r.id, r.period, r.kind, r.amount, r.currency, e.name from reward_entry r"
                            + " join employee e on e.id = r.employee_id where r.id = any(:ids)")
                    .param("ids", keys)
                    .query(row -> {
                        subjects.put(row.getString("id"), about(row, locale));
                    });
        }
        return subjects;
    }

    private String about(ResultSet row, Locale locale) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        String what = row.getString("name") + " · " + outcomes.label(locale, "incentive.reward", row.getString("kind"));
        if (amount.signum() != 0) {
            what += " " + Money.of(amount, row.getString("currency"));
        }
        return what + " · " + texts.month(locale, YearMonth.parse(row.getString("period")));
    }
}
