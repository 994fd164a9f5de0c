package org.xinhuo.promotion;

import java.time.YearMonth;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** Wang, a lecturer who wants to become a department manager; called from outside over HTTP. */
@XinhuoWebTest
abstract class PromotionCase {

    static final String FOR_DEPARTMENT_MANAGER = "{\"variables\":{\"targetRole\":{\"value\":\"department-manager\"}}}";

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void people() {
        company.employee("zhao")
                .employee("han")
                .role("han", "hr")
                .employee("wang", "Sales", "Consultant", "zhao")
                .employee("mei")
                .lecturer("wang", "default");
    }

    Caller wang() {
        return Caller.basic(port, "wang");
    }

    /** So many confirmed months up to 2026-08, every one with this grade, in the place of earlier ones. */
    void months(int count, String grade) {
        transaction.executeWithoutResult(open -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("delete from month_result where lecturer_id = 'wang'").update();
        });
        for (int back = 0; back < count; back++) {
            company.confirmedMonth(
                    "wang", YearMonth.of(2026, 8).minusMonths(back).toString(), grade);
        }
    }
}
