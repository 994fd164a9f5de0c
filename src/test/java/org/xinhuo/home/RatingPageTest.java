package org.xinhuo.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** One click rates a share, from the page. */
@XinhuoWebTest
class RatingPageTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void meiHeardAShareOfWang() {
        company.employee("wang").lecturer("wang", "default").employee("mei").employee("li");
        transaction.executeWithoutResult(status -> aShareThatMayBeRated());
    }

    private void aShareThatMayBeRated() {
        jdbc.sql("insert into share (id, lecturer_id, title, starts_at, minutes, state, content_state, held_at,"
                        + " reported_minutes, rating_opened_at, rating_closes_at) values ('s-1', 'wang', '客户访谈',"
                        + " now() - interval '2 hours', 60, 'HELD', 'SUBMITTED', now() - interval '2 hours', 60,"
                        + " now() - interval '1 hour', now() + interval '23 hours')")
                .update();
        jdbc.sql("insert into share_attendance (share_id, employee_id) values ('s-1', 'mei')")
                .update();
    }

    @Test
    void oneClickRatesAShareAndAnotherReplacesIt() {
        Caller mei = Caller.browser(port, "mei").with("Accept-Language", "zh-CN");
        assertThat(mei.get("/").body()).contains("有1场分享等待您评分");

        rate(mei, "8");
        assertThat(mei.get("/ratings").body()).contains("客户访谈", "您的评分：8");
        rate(mei, "9");

        assertThat(jdbc.sql("select score from rating where share_id = 's-1' and learner_id = 'mei'")
                        .query(Integer.class)
                        .list())
                .containsExactly(9);
        assertThat(mei.get("/").body()).doesNotContain("等待您评分");
    }

    @Test
    void whoWasNotThereIsRefusedInWordsAndNothingIsStored() {
        Caller li = Caller.browser(port, "li").with("Accept-Language", "zh-CN");
        assertThat(li.get("/ratings").body()).doesNotContain("客户访谈").contains("目前没有等待您评分的分享");

        rate(li, "1");

        assertThat(li.get("/ratings").body()).contains("role=\"alert\"");
        assertThat(jdbc.sql("select person_id || ' ' || channel || ' ' || reason from refusal")
                        .query(String.class)
                        .list())
                .containsExactly("li page incentive.onlyAttendeesRate");
        assertThat(jdbc.sql("select count(*) from rating").query(Long.class).single())
                .isZero();
    }

    @Test
    void aScoreOutsideOneToTenIsRefused() {
        Caller mei = Caller.browser(port, "mei");

        rate(mei, "11");

        assertThat(jdbc.sql("select count(*) from rating").query(Long.class).single())
                .isZero();
    }

    private static void rate(Caller learner, String score) {
        Matcher token = TOKEN.matcher(learner.get("/ratings").body());
        assertThat(token.find()).isTrue();
        assertThat(learner.with("Referer", "http://localhost/ratings")
                        .form("/ratings/s-1", Map.of("score", score, "comment", "很实用", "_csrf", token.group(1)))
                        .status())
                .isEqualTo(302);
    }
}
