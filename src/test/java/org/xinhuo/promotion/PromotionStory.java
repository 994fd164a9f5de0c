package org.xinhuo.promotion;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.TestCompany;

/** What the tests of promotions have in common: the people, their months, and how one applies and answers. */
abstract class PromotionStory {

    @Autowired
    ProcessEngine engine;

    @Autowired
    EngineDriver driver;

    @Autowired
    TestCompany company;

    @Autowired
    Texts texts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void people() {
        BpmnAwareTests.init(engine);
        company.employee("zhao")
                .employee("han")
                .role("han", "hr")
                .employee("wang", "Sales", "Consultant", "zhao")
                .employee("hong")
                .role("hong", "hr")
                .employee("boss")
                .employee("mei")
                .lecturer("wang", "default")
                .lecturer("boss", "default");
    }

    String promotion(ProcessInstance promotion) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(promotion.getId())
                .singleResult()
                .getBusinessKey();
    }

    /** So many confirmed months up to 2026-08, every one with this grade; earlier ones of the test are replaced. */
    void months(String lecturer, int count, String grade) {
        transaction.executeWithoutResult(open -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("delete from lecturer_month where lecturer_id = ?")
                    .param(lecturer)
                    .update();
            for (int back = 0; back < count; back++) {
                String period = YearMonth.of(2026, 8).minusMonths(back).toString();
                jdbc.sql("insert into lecturer_month (period, lecturer_id, review_id, department, lecturer_group, held,"
                                + " on_time, ratings, rating_sum, raters, reuses, target_shares, target_minutes,"
                                + " target_reuse, target_raters, targets_version, weight_shares, weight_rating,"
                                + " weight_reuse, weight_timeliness, weights_version, score, grade, grade_version,"
                                + " trace, confirmed_at) values (?, ?, 'any', 'Sales', 'default', 2, 2, 5, 50, 5, 3, 2,"
                                + " 30, 3, 5, 1, 0.2, 0.4, 0.3, 0.1, 1, 90, ?, 1, '[]', now())")
                        .params(period, lecturer, grade)
                        .update();
            }
        });
    }

    ProcessInstance apply(String by, String employeeId) {
        Map<String, Object> values = new HashMap<>();
        values.put("targetRole", "department-manager");
        if (employeeId != null) {
            values.put("employeeId", employeeId);
        }
        return start(by, values);
    }

    ProcessInstance start(String by, Map<String, Object> values) {
        return driver.start("promotion", by, values);
    }

    void answer(ProcessInstance promotion, String by, boolean approved, String remark) {
        Map<String, Object> values = new HashMap<>();
        values.put("approved", approved);
        values.put("remark", remark);
        driver.complete(promotion, by, values);
    }

    String refusal(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    return texts.sentence(refusal);
                }
            }
            throw failure;
        }
        throw new AssertionError("nothing was refused");
    }

    String state(ProcessInstance promotion) {
        return jdbc.sql("select state from promotion_application where id = ?")
                .param(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(promotion.getId())
                        .singleResult()
                        .getBusinessKey())
                .query(String.class)
                .single();
    }
}
