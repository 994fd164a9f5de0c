package org.xinhuo.incentive.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinhuo.incentive.preference.SuggestTopics;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.SqlCount;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** Topics suggested to a lecturer, over HTTP, against an example worked by hand. */
@XinhuoWebTest
class TopicsTest {

    private static final String WANG = "/api/lecturers/wang/topics";

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    SuggestTopics suggestTopics;

    @Autowired
    SqlCount sql;

    private final Instant now = Instant.now();

    @BeforeEach
    void twoLecturersAndWhatLearnersSaid() {
        company.employee("han").role("han", "hr").employee("wang").lecturer("wang", "default");
        company.employee("li").lecturer("li", "default").employee("mei").employee("lin", "Sales", "Consultant", "han");
        company.employee("zhou", "Data", "Analyst", null);
        company.write("update lecturer set topics = '沟通表达' where employee_id = 'wang'");
        company.write("update lecturer set topics = '商务谈判；;商务谈判' where employee_id = 'li'");
        company.jobAsksFor("Consultant", "商务谈判能力", "3", "1").jobAsksFor("Analyst", "数据分析", "3", "1");
        company.assessed("mei", "商务谈判能力", "2", LocalDate.of(2025, 1, 1));
        company.assessed("mei", "商务谈判能力", "3", LocalDate.of(2026, 1, 1));
        share("l1", "li", "商务谈判入门", 20).rated("l1", 6, 6, 6);
        for (String other : List.of("bo", "gao")) {
            company.employee(other, "Data", "Planner", null).lecturer(other, "default");
            share("s" + other, other, "商务谈判答疑", 15).rated("s" + other, 6);
        }
        share("l2", "li", "怎样开好晨会", -5);
        share("w1", "wang", "沟通表达三步", 10).rated("w1", 9, 9, 9, 8, 10);
        wish("l1", "r1", "多讲一些案例", 19);
        wish("l1", "r1", "再讲一次", 18);
        wish("l2", "r2", "想听商务谈判怎么报价", 3);
        wish("l2", "r3", "晨会太长怎么办", 3);
        wish("l2", "r4", "沟通表达", 11);
        wish("l2", "wang", "商务谈判", 3);
    }

    /**
     * 商务谈判: two learners wished (r1 after the share, r2 by its name; wang's own wish is none): 2 / (2 + 3) · 0.35 = 0.14.
     * Four of five consultants lack it: 0.8 · 0.25 = 0.2. Others' shares on it have the mean 6: (8 − 6) / 4 · 0.15 = 0.075.
     * Together 0.415. 沟通表达: own shares have the mean 9: (9 − 5) / 5 · 0.1 = 0.08; the tag 0.15; the wish came before
     * the own share, which answered it: 0.23. 数据分析 is asked of one person: too few to speak of.
     */
    @Test
    void suggestionsFollowTheFormulaAndSayWhyWithTheFigures() {
        JsonNode answer = as("wang").with("Accept-Language", "zh-CN").get(WANG).json();
        JsonNode all = answer.path("suggestions");
        assertThat(all.findValuesAsText("topic")).containsExactly("商务谈判能力", "沟通表达");
        assertThat(all.path(0).path("score").asText()).isEqualTo("0.4150");
        JsonNode why = all.path(0).path("reasons");
        assertThat(why.findValuesAsText("kind")).containsExactly("gap", "wishes", "unmet");
        assertThat(why.findValuesAsText("points")).containsExactly("0.2000", "0.1400", "0.0750");
        assertThat(why.findValuesAsText("text"))
                .containsExactly("岗位要求“商务谈判能力”的 5 人中，有 4 人尚未达标", "有 2 位学员想听", "其他讲师的相关分享平均 6.00 分（5 个评分），还有提升空间");
        assertThat(all.path(1).path("score").asText()).isEqualTo("0.2300");
        assertThat(all.path(1).path("reasons").findValuesAsText("points")).containsExactly("0.1500", "0.0800");
        assertThat(answer.path("decision").path("key").asText()).isEqualTo("topic-weights");
        assertThat(answer.path("imported").path(0).asText()).isEqualTo("沟通表达");
    }

    /** Neither the mean nor the points, of which it could be worked out. */
    @Test
    void whatIsAboutOneColleagueOrTwoIsNotTold() {
        company.write("update rating set share_id = 'sbo', learner_id = 'r3' where share_id = 'sgao'");
        assertThat(as("wang")
                        .get(WANG)
                        .json()
                        .path("suggestions")
                        .path(0)
                        .path("reasons")
                        .findValuesAsText("kind"))
                .containsExactly("gap", "wishes");
    }

    @Test
    void whatIsGivenInAnOpenWindowWaitsForItsEnd() {
        company.write("update share set rating_opened_at = now(), rating_closes_at = now() + interval '1 day'"
                + " where id in ('w1', 'sbo')");
        JsonNode suggestions = as("wang").get(WANG).json().path("suggestions");
        assertThat(suggestions.findValuesAsText("kind"))
                .doesNotContain("unmet", "strength")
                .contains("tag");
    }

    @Test
    void aConfirmedCaseOfAShareOnTheTopicComesWithIt() {
        company.write("insert into application_case (id, share_id, learner_id, newest, confirmed, open)"
                + " values ('c1', 'l1', 'r1', 1, 1, false)");
        company.write(
                "insert into application_case_version (case_id, number, situation, action, result, state, filed_at,"
                        + " due_at, remind_at, escalate_at, rule_version, decided_by, decided_at) values ('c1', 1, '客户压价',"
                        + " '先谈价值', '保住毛利', 'CONFIRMED', now(), now(), now(), now(), 1, 'li', now())");
        JsonNode suggestions = as("wang").get(WANG).json().path("suggestions");
        assertThat(suggestions.path(0).path("cases").path(0).path("share").asText())
                .isEqualTo("商务谈判入门");
        assertThat(suggestions.path(0).path("cases").path(0).path("result").asText())
                .isEqualTo("保住毛利");
        assertThat(suggestions.path(1).path("cases")).isEmpty();
    }

    @Test
    void ownTagsWeighDislikedTopicsStayAwayAndDismissedOnesForNinetyDays() {
        assertThat(note("dismissed", "商务谈判").json().path("suggestions").findValuesAsText("topic"))
                .as("with or without the word for a skill")
                .containsExactly("沟通表达");
        assertThat(note("avoided", "沟通表达").json().path("suggestions")).isEmpty();
        JsonNode liked = note("liked", "数据分析").json();
        assertThat(liked.path("suggestions").path(0).path("score").asText()).isEqualTo("0.1500");
        assertThat(liked.path("tags").findValuesAsText("stance"))
                .containsExactlyInAnyOrder("dismissed", "avoided", "liked");

        ClockUtil.setCurrentTime(Date.from(now.plus(Duration.ofDays(91))));
        JsonNode later = as("wang").get(WANG).json();
        assertThat(later.path("suggestions").findValuesAsText("topic")).containsExactly("商务谈判能力", "数据分析");
        assertThat(later.path("tags").findValuesAsText("stance")).containsExactlyInAnyOrder("avoided", "liked");

        assertThat(as("wang")
                        .delete(WANG + "?topic=%E6%B2%9F%E9%80%9A%E8%A1%A8%E8%BE%BE")
                        .status())
                .isEqualTo(204);
        assertThat(as("wang").get(WANG).json().path("suggestions").findValuesAsText("topic"))
                .contains("沟通表达");
    }

    @Test
    void wishesAndRatingsOfLongAgoAndSharesThatWereCalledOffDoNotCount() {
        company.write("update share set state = 'CANCELLED' where id = 'l1'");
        company.write("update share_wish set made_at = ? where person_id = 'r2'", at(181));
        JsonNode first = as("wang").get(WANG).json().path("suggestions").path(0);
        assertThat(first.path("topic").asText()).isEqualTo("商务谈判能力");
        assertThat(first.path("reasons").findValuesAsText("kind"))
                .as("what r1 said after it stays said")
                .containsExactly("gap", "wishes");
        assertThat(first.path("reasons").path(1).path("count").asInt()).isEqualTo(1);
    }

    @Test
    void strangersDoNotReadOnlyTheLecturerDecidesAndOddInputIsRefused() {
        assertThat(as("li").get(WANG).status()).isEqualTo(403);
        assertThat(as("mei").get(WANG).status()).isEqualTo(403);
        assertThat(as("han").get(WANG).status()).isEqualTo(200);
        assertThat(as("han").put(WANG, "{\"topic\":\"甲\",\"stance\":\"liked\"}").status())
                .isEqualTo(403);
        assertThat(as("han").delete(WANG + "?topic=a").status()).isEqualTo(403);
        assertThat(as("mei").get("/api/lecturers/mei/topics").status()).isEqualTo(404);
        for (String body : List.of(
                "{\"topic\":\"甲\",\"stance\":\"loved\"}",
                "{\"topic\":\"甲\"}",
                "{\"stance\":\"liked\"}",
                "{\"topic\":\"  \",\"stance\":\"liked\"}",
                "{\"topic\":\"a\\u0000b\",\"stance\":\"liked\"}",
                "{\"topic\":\"" + "长".repeat(51) + "\",\"stance\":\"liked\"}")) {
            assertThat(as("wang").put(WANG, body).status()).as(body).isEqualTo(400);
        }
        assertThat(as("wang").get(WANG).json().path("tags")).isEmpty();
    }

    @Test
    void twoThousandLecturersAndAHundredThousandRatingsTakeNoMoreStatements() throws Exception {
        suggestTopics.to("wang");
        long few = sql.of(() -> suggestTopics.to("wang"));
        company.write("insert into employee (id, name, department, job, hired_on, locale, time_zone, region)"
                + " select 'x' || n, 'x', 'Sales', 'Consultant', date '2021-01-01', 'zh-CN', 'Asia/Shanghai', 'CN'"
                + " from generate_series(1, 2000) n");
        company.write("insert into lecturer (employee_id, lecturer_group, since, topics) select 'x' || n, 'default',"
                + " date '2024-01-01', '主题' || n % 300 from generate_series(1, 2000) n");
        company.write(
                "insert into share (id, lecturer_id, title, starts_at, minutes, state, content_state) select 'x' || n,"
                        + " 'x' || (n % 2000 + 1), '第' || n || '讲：主题' || n % 300, ?, 45, 'HELD', 'SUBMITTED'"
                        + " from generate_series(1, 4000) n",
                at(15));
        company.write(
                "insert into rating (share_id, learner_id, score, rated_at) select 'x' || s, 'x' || (s % 1900 + n),"
                        + " 5 + n % 5, now() from generate_series(1, 4000) s, generate_series(1, 25) n");
        List<SuggestTopics.Topics> seen = new ArrayList<>();
        long start = System.nanoTime();
        long many = sql.of(() -> seen.add(suggestTopics.to("wang")));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(10);
        assertThat(took).isLessThan(Duration.ofSeconds(10));
        assertThat(seen.get(0).suggestions()).hasSize(10);
    }

    private Caller as(String id) {
        return Caller.basic(port, id);
    }

    private Caller.Answer note(String stance, String topic) {
        return as("wang").put(WANG, "{\"topic\":\"" + topic + "\",\"stance\":\"" + stance + "\"}");
    }

    private TestCompany share(String id, String lecturer, String title, int daysAgo) {
        company.heldShare(id, lecturer, now.minus(Duration.ofDays(daysAgo)), 45, 0)
                .write(
                        "update share set title = ?, state = ? where id = ?",
                        title,
                        daysAgo < 0 ? "PLANNED" : "HELD",
                        id);
        return company;
    }

    private void wish(String share, String person, String text, int daysAgo) {
        company.write(
                "insert into share_wish (share_id, person_id, wish, made_at) values (?, ?, ?, ?)",
                share,
                person,
                text,
                at(daysAgo));
    }

    private Timestamp at(int daysAgo) {
        return Timestamp.from(now.minus(Duration.ofDays(daysAgo)));
    }
}
