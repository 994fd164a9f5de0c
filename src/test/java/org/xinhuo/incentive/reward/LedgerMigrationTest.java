package org.xinhuo.incentive.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.testing.OldDatabase;

/** A company that has granted rewards before there was a chain. */
class LedgerMigrationTest {

    @Test
    void whatIsThereIsChainedInTheOrderInWhichItHappened() {
        OldDatabase database = new OldDatabase().migrate("239?").employee("ann");
        JdbcClient jdbc = database.jdbc();
        for (String[] entry : new String[][] {
            {"later", "2026-06", "1000", "2026-07-05T01:00:00Z"}, {"earlier", "2026-05", "500", "2026-06-05T01:00:00Z"}
        }) {
            jdbc.sql("insert into reward_entry (id, employee_id, period, kind, amount, currency, decision_key,"
                            + " decision_version, entered_at) values (?, 'ann', ?, 'training-allowance',"
                            + " cast(? as numeric), 'CNY', 'lecturer-reward', 1, cast(? as timestamptz))")
                    .params((Object[]) entry)
                    .update();
            for (String state : new String[] {"TAKEN_UP", "APPROVED", "CREDITED"}) {
                jdbc.sql("insert into reward_step (reward_id, state, at) values (?, ?, cast(? as timestamptz))")
                        .params(entry[0], state, entry[3])
                        .update();
            }
        }
        database.migrate("242");
        assertThat(database.texts("select row_key from ledger_chain order by seq"))
                .containsExactly(
                        "earlier",
                        "earlier/TAKEN_UP",
                        "earlier/APPROVED",
                        "earlier/CREDITED",
                        "later",
                        "later/TAKEN_UP",
                        "later/APPROVED",
                        "later/CREDITED");
        CheckChain.Finding finding = new CheckChain(new LedgerChain(jdbc, database.template()), jdbc).check();
        assertThat(finding.faults()).isEmpty();
        assertThat(finding.links()).isEqualTo(8);
    }

    /** What a person replaced by hand says nothing of its month; an old entry below nothing stays, a new one is refused. */
    @Test
    void eachPeriodKnowsTheTableThatGrantedItAndNothingOldStopsTheMigration() {
        OldDatabase database = new OldDatabase().migrate("380?").employee("ann");
        JdbcClient jdbc = database.jdbc();
        for (String[] entry : new String[][] {
            {"may", "2026-05", "800", "1", null, null},
            {"june", "2026-06", "800", "2", null, null},
            {"by-hand", "2026-06", "900", "4", "june", null},
            {"july", "2026-07", "-800", "2", null, null},
            {"corrected", "2026-07", "700", "3", "july", "1"}
        }) {
            if (entry[4] != null) {
                jdbc.sql("insert into reward_step (reward_id, state, at) values (?, 'REJECTED', now())")
                        .param(entry[4])
                        .update();
            }
            jdbc.sql("insert into reward_entry (id, employee_id, period, kind, amount, currency, decision_key,"
                            + " decision_version, replaces, correction_version, entered_at) values (?, 'ann', ?, 'kind',"
                            + " cast(? as numeric), 'CNY', 'lecturer-reward', cast(? as integer), ?,"
                            + " cast(? as integer), now())")
                    .params((Object[]) entry)
                    .update();
        }
        database.migrate("392");
        assertThat(database.texts("select period || ' ' || version from reward_table order by period"))
                .containsExactly("2026-05 1", "2026-06 2", "2026-07 3");
        assertThatThrownBy(() -> jdbc.sql("insert into reward_entry (id, employee_id, period, kind, amount, currency,"
                                + " decision_key, decision_version, entered_at)"
                                + " values ('x', 'ann', '2026-08', 'kind', -1, 'CNY', 'd', 1, now())")
                        .update())
                .hasMessageContaining("reward_entry_grants_no_debt");
    }

    /** May was granted, June never was though somebody has a result in it, in July nobody has one. */
    @Test
    void aMonthThatLostItsInstanceBeforeItWasGrantedCanBeTakenUpAndNoOther() {
        OldDatabase database = new OldDatabase().migrate("440?").employee("ann");
        JdbcClient jdbc = database.jdbc();
        for (String[] review : new String[][] {
            {"may", "2026-05", "CONFIRMED"},
            {"june", "2026-06", "CONFIRMED"},
            {"july", "2026-07", "CONFIRMED"},
            {"august", "2026-08", "OPEN"}
        }) {
            jdbc.sql("insert into monthly_review (id, period, state, opened_at) values (?, ?, ?, now())")
                    .params((Object[]) review)
                    .update();
        }
        for (String[] month : new String[][] {{"2026-05", "may"}, {"2026-06", "june"}}) {
            jdbc.sql("insert into month_result (period, review_id, lecturer_id, department, lecturer_group, held,"
                            + " on_time, ratings, rating_sum, raters, reuses, target_shares, target_minutes,"
                            + " target_reuse, target_raters, targets_version, weight_shares, weight_rating,"
                            + " weight_reuse, weight_timeliness, weights_version, score, grade, grade_version, trace,"
                            + " confirmed_at) values (?, ?, 'ann', 'Sales', 'default', 2, 2, 6, 50, 6, 0, 2, 30, 3, 5,"
                            + " 1, 0.2, 0.4, 0.3, 0.1, 1, 70, 'good', 1, '[]', now())")
                    .params((Object[]) month)
                    .update();
        }
        jdbc.sql("insert into reward_table (period, version) values ('2026-05', 1)")
                .update();
        jdbc.sql("insert into month_correction (id, period, number, state, rules, reason, requested_at) values"
                        + " ('done', '2026-05', 1, 'CONFIRMED', 'confirmed', 'why', now()),"
                        + " ('waits', '2026-05', 2, 'OPEN', 'confirmed', 'why', now())")
                .update();
        database.migrate("451");
        assertThat(database.texts("select review_id from monthly_review_finished order by 1"))
                .containsExactly("july", "may");
        assertThat(database.texts("select correction_id from month_correction_finished"))
                .containsExactly("done");
    }

    /** One is finished, one stands in the ledger, one never got there, one was noted though nobody has confirmed it. */
    @Test
    void aCorrectionThatNeverBroughtItsRewardsInLineCanBeTakenUp() {
        OldDatabase database = new OldDatabase().migrate("480").employee("ann");
        JdbcClient jdbc = database.jdbc();
        jdbc.sql("insert into month_correction (id, period, number, state, rules, reason, requested_at, decided_at)"
                        + " values ('done', '2026-05', 1, 'CONFIRMED', 'confirmed', 'why', now(), now()),"
                        + " ('paid', '2026-06', 1, 'CONFIRMED', 'confirmed', 'why', now(), now()),"
                        + " ('waits', '2026-07', 1, 'CONFIRMED', 'confirmed', 'why', now(), now()),"
                        + " ('open', '2026-08', 1, 'OPEN', 'confirmed', 'why', now(), null)")
                .update();
        jdbc.sql("insert into month_correction_finished (correction_id, finished_at)"
                        + " values ('done', now()), ('open', now())")
                .update();
        jdbc.sql(
                        "insert into monthly_review (id, period, state, opened_at) values ('may', '2026-05', 'CONFIRMED', now()),"
                                + " ('june', '2026-06', 'OPEN', now())")
                .update();
        jdbc.sql("insert into monthly_review_finished (review_id, finished_at) values ('may', now()), ('june', now())")
                .update();
        jdbc.sql("insert into reward_entry (id, employee_id, period, kind, amount, currency, decision_key,"
                        + " decision_version, entered_at, reason) values ('x', 'ann', '2026-06', 'kind', 1, 'CNY', 'd',"
                        + " 1, now(), '月度成绩已更正（更正 paid）。')")
                .update();
        database.migrate("500");
        assertThat(database.texts("select correction_id from month_correction_rewarded order by 1"))
                .containsExactly("done", "paid");
        assertThat(database.texts("select correction_id from month_correction_finished"))
                .containsExactly("done");
        assertThat(database.texts("select review_id from monthly_review_finished"))
                .containsExactly("may");
        for (String noted :
                new String[] {"month_correction_rewarded", "month_correction_finished", "monthly_review_finished"}) {
            assertThatThrownBy(() -> jdbc.sql("delete from " + noted).update()).hasMessageContaining("append-only");
        }
    }

    /** Until V390 a month that earned nothing left nothing by which to tell; whoever had a rank in it earned something. */
    @Test
    void anOldMonthInWhichThereWasNothingToGrantIsNotTakenForLost() {
        OldDatabase database = new OldDatabase().migrate("380?").employee("ann");
        JdbcClient jdbc = database.jdbc();
        String[][] months = {
            {"2026-01", "good", null, null},
            {"2026-02", "good", "1", null},
            {"2026-03", "good", null, "1"},
            {"2026-04", "excellent", null, null},
            {"2026-05", "fail", null, null}
        };
        for (String[] month : months) {
            jdbc.sql("insert into monthly_review (id, period, state, opened_at, confirmed_at)"
                            + " values (?, ?, 'CONFIRMED', now(), now() - interval '1 minute')")
                    .params(month[0], month[0])
                    .update();
            jdbc.sql("insert into month_result (period, review_id, lecturer_id, department, lecturer_group, held,"
                            + " on_time, ratings, rating_sum, raters, reuses, target_shares, target_minutes,"
                            + " target_reuse, target_raters, targets_version, weight_shares, weight_rating,"
                            + " weight_reuse, weight_timeliness, weights_version, score, grade, grade_version, trace,"
                            + " confirmed_at, rating_rank, reuse_rank) values (?, ?, 'ann', 'Sales', 'default', 2, 2, 6,"
                            + " 50, 6, 0, 2, 30, 3, 5, 1, 0.2, 0.4, 0.3, 0.1, 1, 70, ?, 1, '[]', now(),"
                            + " cast(? as integer), cast(? as integer))")
                    .params(month[0], month[0], month[1], month[2], month[3])
                    .update();
        }
        database.migrate("480");
        assertThat(database.texts("select review_id from monthly_review_finished"))
                .isEmpty();
        // Confirmed after V390 without a table: lost, whatever it earns.
        jdbc.sql("update monthly_review set confirmed_at = now() + interval '1 minute' where id = '2026-05'")
                .update();
        database.migrate("502");
        assertThat(database.texts("select review_id from monthly_review_finished"))
                .containsExactly("2026-01");
    }
}
