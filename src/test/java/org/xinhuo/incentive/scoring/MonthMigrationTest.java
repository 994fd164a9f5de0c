package org.xinhuo.incentive.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.testing.OldDatabase;

/** A company that has confirmed months before they could be corrected. */
class MonthMigrationTest {

    @Test
    void confirmedMonthsBecomeTheFirstRevisionsAndStayFrozen() {
        OldDatabase database = new OldDatabase().migrate("289?").employee("ann");
        JdbcClient jdbc = database.jdbc();
        for (String period : new String[] {"2026-05", "2026-06"}) {
            jdbc.sql("insert into monthly_review (id, period, state, opened_at) values (?, ?, 'OPEN', now())")
                    .params("r" + period, period)
                    .update();
            jdbc.sql("insert into lecturer_month (period, lecturer_id, review_id, department, lecturer_group, held,"
                            + " on_time, ratings, rating_sum, raters, reuses, target_shares, target_minutes,"
                            + " target_reuse, target_raters, targets_version, weight_shares, weight_rating,"
                            + " weight_reuse, weight_timeliness, weights_version, score, grade, grade_version,"
                            + " trace, confirmed_at) values (?, 'ann', ?, 'Sales', 'default', 1, 0, 3, 20, 3, 1, 2,"
                            + " 30, 3, 5, 1, 0.2, 0.4, 0.3, 0.1, 1, 46.67, 'fail', 1, '[]', cast(? as timestamptz))")
                    .params(period, "r" + period, period.equals("2026-05") ? "2026-06-02T01:00:00Z" : null)
                    .update();
        }
        database.migrate("latest");
        assertThat(database.texts(
                        "select period || ' ' || score || ' ' || (confirmed_at is not null) from lecturer_month"
                                + " order by period"))
                .containsExactly("2026-05 46.67 true", "2026-06 46.67 false");
        assertThat(jdbc.sql("select sum(revision) from month_result")
                        .query(Integer.class)
                        .single())
                .isZero();
        // The formula of the database says of the old counts what was stored.
        assertThat(jdbc.sql("select count(*) from month_result where score = lecturer_score(held, on_time, ratings,"
                                + " rating_sum, reuses, target_shares, target_reuse, weight_shares, weight_rating,"
                                + " weight_reuse, weight_timeliness)")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThatThrownBy(() -> jdbc.sql("update lecturer_month set score = 1 where period = '2026-05'")
                        .update())
                .hasMessageContaining("frozen");
    }
}
