package org.xinhuo.mentoring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.MoveMentorship;
import org.xinhuo.mentoring.OpenMentorship;
import org.xinhuo.mentoring.PairMentor;
import org.xinhuo.mentoring.log.LogConsent;
import org.xinhuo.mentoring.log.LogConsent.Extent;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** What a new mentor reads of the log that was written with others: what the mentee says, hand-over by hand-over. */
@XinhuoWebTest
class LogHandOverTest {

    private static final String LOG = "/api/mentorships/m-1/log";

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MoveMentorship moveMentorship;

    @Autowired
    PairMentor pairMentor;

    @Autowired
    LogConsent consent;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aPair(@Autowired OpenMentorship openMentorship) {
        company.employee("mei");
        for (String mentor : List.of("wang", "li", "hua", "guo")) {
            company.employee(mentor).mentor(mentor, 3, "logical");
        }
        company.employee("han").role("han", "hr");
        openMentorship.open("m-1", "mei", null);
        pairMentor.pair("m-1", "wang");
    }

    private Caller as(String person) {
        return Caller.basic(port, person).with("Accept-Language", "en");
    }

    private static String message(String name, String text) {
        return "{\"" + name + "\": \"" + text + "\"}";
    }

    private void next(String mentor) {
        transaction.executeWithoutResult(open -> moveMentorship.toMatchingAgain("m-1"));
        transaction.executeWithoutResult(open -> pairMentor.pair("m-1", mentor));
    }

    private void writes(String mentor) {
        assertThat(as(mentor).post(LOG, message("text", "with " + mentor)).status())
                .isEqualTo(201);
    }

    private Answer says(String person, String extent) {
        return as(person).put(LOG + "/hand-over", "{\"extent\": \"" + extent + "\"}");
    }

    @Test
    void aNewMentorReadsTheEarlierLogOnlyWithTheMenteesWord() {
        as("wang").post(LOG, message("text", "with wang"));
        transaction.executeWithoutResult(open -> moveMentorship.toMatchingAgain("m-1"));
        assertThat(as("wang").get(LOG).status()).isEqualTo(403);
        as("mei").post(LOG, message("text", "alone"));
        transaction.executeWithoutResult(open -> pairMentor.pair("m-1", "li"));
        as("li").post(LOG, message("text", "with li"));
        assertThat(texts("li")).containsExactly("with li");
        assertThat(as("li").get(LOG + "?q=wang").json().get("entries")).isEmpty();
        assertThat(texts("mei")).containsExactly("with li", "alone", "with wang");
        transaction.executeWithoutResult(open -> consent.handOver("m-1", "mei", LogConsent.Extent.EARLIER));
        assertThat(texts("li")).containsExactly("with li", "alone", "with wang");
        transaction.executeWithoutResult(open -> consent.handOver("m-1", "mei", LogConsent.Extent.NOTHING));
        assertThat(texts("li")).containsExactly("with li");
    }

    @Test
    void theWordMayBeGivenBeforeTheNextMentorIsThere() {
        as("wang").post(LOG, message("text", "with wang"));
        assertThatThrownBy(() -> consent.handOver("m-1", "mei", LogConsent.Extent.EARLIER))
                .isInstanceOf(Refusal.class);
        transaction.executeWithoutResult(open -> moveMentorship.toMatchingAgain("m-1"));
        consent.handOver("m-1", "mei", LogConsent.Extent.EARLIER);
        transaction.executeWithoutResult(open -> pairMentor.pair("m-1", "li"));
        assertThat(texts("li")).containsExactly("with wang");
        transaction.executeWithoutResult(open -> moveMentorship.toMatchingAgain("m-1"));
        transaction.executeWithoutResult(open -> pairMentor.pair("m-1", "wang"));
        assertThat(texts("wang")).as("the word was about li").isEmpty();
    }

    /** mei kept wang's time from li; that hua may read li's says nothing of wang's. */
    @Test
    void whatWasKeptBackOnceStaysSoUntilTheMenteeSaysEverything() {
        writes("wang");
        next("li");
        writes("li");
        assertThat(says("mei", "nothing").status()).isEqualTo(204);
        next("hua");
        writes("hua");
        assertThat(texts("hua")).containsExactly("with hua");
        says("mei", "earlier");
        assertThat(texts("hua")).containsExactly("with hua", "with li");
        assertThat(as("hua").get(LOG + "?q=wang").json().get("entries")).isEmpty();
        says("mei", "everything");
        assertThat(texts("hua")).containsExactly("with hua", "with li", "with wang");
        // A word for everything goes along with the plain word at the next change.
        next("guo");
        says("mei", "earlier");
        assertThat(texts("guo")).containsExactly("with hua", "with li", "with wang");
        says("mei", "nothing");
        assertThat(texts("guo")).isEmpty();
    }

    @Test
    void withoutAWordAtTheLastChangeNothingGoesAlongHoweverMuchDidBefore() {
        writes("wang");
        next("li");
        says("mei", "everything");
        assertThat(texts("li")).containsExactly("with wang");
        next("hua");
        assertThat(texts("hua")).isEmpty();
        assertThat(consent.latest("m-1")).hasValueSatisfying(handOver -> {
            assertThat(handOver.extent()).isEqualTo(Extent.NOTHING);
            assertThat(handOver.keptBack()).isFalse();
        });
    }

    @Test
    void theMenteeAloneDecides() {
        assertThat(says("mei", "earlier").status()).as("no mentor has left yet").isEqualTo(409);
        next("li");
        for (String person : List.of("li", "wang", "han")) {
            assertThat(says(person, "everything").status()).as(person).isEqualTo(403);
        }
        assertThat(says("mei", "much").status()).isEqualTo(400);
        assertThat(says("mei", "a\\u0000b").status()).isEqualTo(400);
        assertThat(as("mei").put(LOG + "/hand-over", "{}").status()).isEqualTo(400);
        assertThat(as("mei")
                        .put("/api/mentorships/unknown/log/hand-over", "{\"extent\":\"nothing\"}")
                        .status())
                .isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from log_consent")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void thePageAsksTheMenteeAndNobodyElseOnceThereIsSomethingToDecide() {
        writes("wang");
        String page = "/mentorships/m-1/log";
        Caller mei = Caller.browser(port, "mei");
        assertThat(mei.get(page).body()).doesNotContain("id=\"hand-over\"");
        next("li");
        assertThat(mei.get(page).body())
                .contains("id=\"extent-nothing\"", "id=\"extent-earlier\"")
                .doesNotContain("extent-everything");
        assertThat(Caller.browser(port, "li").get(page).body()).doesNotContain("id=\"hand-over\"");
        next("hua");
        assertThat(mei.get(page).body())
                .contains("id=\"extent-nothing\"", "id=\"extent-earlier\"", "id=\"extent-everything\"");
        assertThat(mei.formFrom(page, page + "/hand-over", Map.of("extent", "everything"))
                        .status())
                .isEqualTo(302);
        assertThat(texts("hua")).containsExactly("with wang");
        assertThat(mei.get(page).body())
                .containsPattern("value=\"everything\"[^>]*checked|checked[^>]*value=\"everything\"");
        assertThat(Caller.browser(port, "hua")
                        .formFrom(page, page + "/hand-over", Map.of("extent", "everything"))
                        .status())
                .isEqualTo(403);
        assertThat(jdbc.sql("select count(*) from log_consent where given_by <> 'mei'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private List<String> texts(String person) {
        return as(person).get(LOG).json().get("entries").findValuesAsText("text");
    }
}
