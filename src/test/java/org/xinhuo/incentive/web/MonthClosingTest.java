package org.xinhuo.incentive.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** A lecturer reads until when something still counts for a month that is over. */
@XinhuoWebTest
class MonthClosingTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    EngineDriver driver;

    @BeforeEach
    void june() {
        company.employee("han").role("han", "hr").employee("wang").lecturer("wang", "default");
        company.heldShare("w1", "wang", Instant.parse("2026-06-10T06:00:00Z"), 45, 3);
    }

    @Test
    void theLecturerReadsWhenTheReviewBeginsAndWhatCountsWhileItIsUnderWay() {
        clock("2026-06-20T01:00:00Z");
        assertThat(page()).contains("2026-06").doesNotContain("id=\"closing\"");
        clock("2026-07-01T01:00:00Z");
        assertThat(page()).contains("培训管理员将于", "7月2日", "09:00");
        clock("2026-07-03T01:00:00Z");
        assertThat(page()).contains("这个月的评审还没有开始", "没有还能提高得分的登记或评分").doesNotContain("不会再有新的记录");

        ProcessInstance review = driver.start("monthly-review", "han", Map.of("period", "2026-06"));
        driver.runAll(review);
        assertThat(page()).contains("只有在培训管理员要求重新计算", "7月6日", "09:00");
        driver.complete(review, "han", Map.of("confirmed", true));
        driver.runAll(review);
        assertThat(page()).doesNotContain("id=\"closing\"");
    }

    private String page() {
        return Caller.browser(port, "wang")
                .with("Accept-Language", "zh-CN")
                .get("/months/2026-06")
                .body();
    }

    private static void clock(String instant) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(instant)));
    }
}
