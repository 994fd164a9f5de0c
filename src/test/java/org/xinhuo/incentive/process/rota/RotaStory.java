package org.xinhuo.incentive.process.rota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.incentive.rota.ChangeRota;
import org.xinhuo.incentive.rota.PlanRota;
import org.xinhuo.incentive.rota.ShowRota;
import org.xinhuo.incentive.sharing.ShareMessages;
import org.xinhuo.testing.TestCompany;

/** What the tests of the rota have in common: a Monday, HR, three lecturers who share by turn. */
abstract class RotaStory {

    /** A Monday, 10:00 in Shanghai. */
    static final Instant NOW = Instant.parse("2026-09-07T02:00:00Z");

    @Autowired
    TestCompany company;

    @Autowired
    ChangeRota change;

    @Autowired
    PlanRota plan;

    @Autowired
    ShowRota show;

    @Autowired
    ShareMessages messages;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void people() {
        ClockUtil.setCurrentTime(Date.from(NOW));
        company.employee("han").role("han", "hr").employee("mei");
        for (String lecturer : List.of("a", "b", "c")) {
            company.employee(lecturer).lecturer(lecturer, "default");
        }
        company.employee("s").lecturer("s", "sales").employee("x").lecturer("x", "aaa");
    }

    void weekly(int horizon) {
        change.write(
                "default",
                new ChangeRota.Typed(
                        true, "FREQ=WEEKLY;BYDAY=TU", "2026-09-01", "14:00", 45, null, "CN", "三楼", "mei", horizon),
                "han");
    }

    void write(String rule, String audience, String by) {
        change.write(
                "default",
                new ChangeRota.Typed(true, rule, "2026-09-01", "14:00", 45, null, "CN", "三楼", audience, 14),
                by);
    }

    void fireAll() {
        for (int round = 0; round < 10; round++) {
            List<Job> jobs = management
                    .createJobQuery()
                    .processDefinitionKey("rota-calendar")
                    .messages()
                    .list();
            jobs.forEach(job -> {
                try {
                    management.executeJob(job.getId());
                } catch (RuntimeException failed) {
                    assertThat(failed).hasStackTraceContaining("broken");
                }
            });
        }
    }
}
