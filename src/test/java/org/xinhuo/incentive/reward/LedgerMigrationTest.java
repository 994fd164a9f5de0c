package org.xinhuo.incentive.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.xinhuo.testing.TestPostgres;

/** A company that has granted rewards before there was a chain. */
class LedgerMigrationTest {

    @Test
    void whatIsThereIsChainedInTheOrderInWhichItHappened() {
        DriverManagerDataSource database = new DriverManagerDataSource(TestPostgres.newDatabase(), "postgres", "");
        migrate(database, "239?");
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("insert into employee (id, name, department, job, hired_on, locale, time_zone, region)"
                        + " values ('ann', 'Ann', 'Sales', 'Consultant', date '2021-01-01', 'zh-CN', 'Asia/Shanghai',"
                        + " 'CN')")
                .update();
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
        migrate(database, "242");
        assertThat(jdbc.sql("select row_key from ledger_chain order by seq")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "earlier",
                        "earlier/TAKEN_UP",
                        "earlier/APPROVED",
                        "earlier/CREDITED",
                        "later",
                        "later/TAKEN_UP",
                        "later/APPROVED",
                        "later/CREDITED");
        CheckChain.Finding finding = new CheckChain(new LedgerChain(jdbc, new JdbcTemplate(database)), jdbc).check();
        assertThat(finding.faults()).isEmpty();
        assertThat(finding.links()).isEqualTo(8);
    }

    /** What a person replaced by hand says nothing of its month; an old entry below nothing stays, a new one is refused. */
    @Test
    void eachPeriodKnowsTheTableThatGrantedItAndNothingOldStopsTheMigration() {
        DriverManagerDataSource database = new DriverManagerDataSource(TestPostgres.newDatabase(), "postgres", "");
        migrate(database, "380?");
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("insert into employee (id, name, department, job, hired_on, locale, time_zone, region)"
                        + " values ('ann', 'Ann', 'Sales', 'Consultant', date '2021-01-01', 'zh-CN', 'Asia/Shanghai',"
                        + " 'CN')")
                .update();
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
        migrate(database, "392");
        assertThat(jdbc.sql("select period || ' ' || version from reward_table order by period")
                        .query(String.class)
                        .list())
                .containsExactly("2026-05 1", "2026-06 2", "2026-07 3");
        assertThatThrownBy(() -> jdbc.sql("insert into reward_entry (id, employee_id, period, kind, amount, currency,"
                                + " decision_key, decision_version, entered_at)"
                                + " values ('x', 'ann', '2026-08', 'kind', -1, 'CNY', 'd', 1, now())")
                        .update())
                .hasMessageContaining("reward_entry_grants_no_debt");
    }

    private static void migrate(DriverManagerDataSource database, String to) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(to)
                .load()
                .migrate();
    }
}
