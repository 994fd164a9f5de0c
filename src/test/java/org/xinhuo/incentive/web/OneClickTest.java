package org.xinhuo.incentive.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.incentive.rating.CloseRating;
import org.xinhuo.incentive.rating.OpenRating;
import org.xinhuo.incentive.rating.RateShare;
import org.xinhuo.incentive.rating.RatingLinks;
import org.xinhuo.incentive.rating.Ratings;
import org.xinhuo.incentive.sharing.PlanShare;
import org.xinhuo.incentive.sharing.RecordAttendance;
import org.xinhuo.notification.Notices;
import org.xinhuo.notification.PersonalLinks;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.SqlCount;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** A personal link rates without login: as its learner, while the window is open, and never by being looked at. */
@XinhuoWebTest
class OneClickTest {

    private static final String SHARE = "s";

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    PlanShare planShare;

    @Autowired
    RecordAttendance attendance;

    @Autowired
    OpenRating openRating;

    @Autowired
    CloseRating closeRating;

    @Autowired
    RateShare rateShare;

    @Autowired
    RatingLinks links;

    @Autowired
    Ratings ratings;

    @Autowired
    Notices notices;

    @Autowired
    List<PersonalLinks> personal;

    @Autowired
    SqlCount statements;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aShareThatMeiAndLinAttended() {
        company.employee("wang").lecturer("wang", "default").employee("mei").employee("lin");
        planShare.plan(new PlanShare.Plan(SHARE, "wang", "客户访谈", Instant.now().plusSeconds(60), 30, null, null), null);
        attendance.record(SHARE, List.of("mei", "lin"), "wang");
    }

    @Test
    void aLinkRatesItsLearnerWithOneClickAndWithoutLogin() {
        openRating.open(SHARE);
        Caller phone = Caller.nobody(port);

        Answer page = phone.get(link("mei") + "?lang=zh-CN&score=8");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("打8分", "员工mei", "客户访谈");
        assertThat(ratings.figures(SHARE).count()).as("rated by looking").isZero();
        Answer done = phone.form(link("mei"), Map.of("score", "8", "comment", "很实用"));

        assertThat(done.body()).contains("8分已记录");
        assertThat(ratings.given(SHARE, "mei")).hasValueSatisfying(given -> {
            assertThat(given.score()).isEqualTo(8);
            assertThat(given.comment()).isEqualTo("很实用");
        });
        assertThat(ratings.figures(SHARE).count()).isEqualTo(1);
        assertThat(phone.cookie("JSESSIONID")).as("session").isEmpty();
        assertThat(phone.get("/ratings").status()).as("logged in by the link").isEqualTo(302);
    }

    @Test
    void aSecondClickReplacesTheScoreAndKeepsTheCommentThatThePageDoesNotShow() {
        openRating.open(SHARE);
        Caller phone = Caller.nobody(port);
        phone.form(link("mei"), Map.of("score", "3", "comment", "太快"));

        assertThat(phone.get(link("mei")).body()).doesNotContain("太快");
        phone.form(link("mei"), Map.of("score", "9", "comment", " "));

        assertThat(ratings.given(SHARE, "mei")).hasValueSatisfying(given -> {
            assertThat(given.score()).isEqualTo(9);
            assertThat(given.comment()).isEqualTo("太快");
        });
        assertThat(notices.newest("mei", 10))
                .extracting(Notices.Notice::code)
                .containsExactly("rating.link.told", "rating.link.told", "incentive.ratingOpened");
    }

    @Test
    void eachChangeByLinkIsToldToTheLearnerAlsoBackToWhatItWasOnce() {
        openRating.open(SHARE);
        Caller phone = Caller.nobody(port);
        phone.form(link("mei"), Map.of("score", "8"));
        phone.form(link("mei"), Map.of("score", "3"));
        rateShare.rate(SHARE, "mei", 8, null);
        phone.form(link("mei"), Map.of("score", "3"));
        // The same again changes nothing, and nobody need be told.
        phone.form(link("mei"), Map.of("score", "3", "comment", "slow"));

        assertThat(notices.newest("mei", 10))
                .filteredOn(notice -> notice.code().equals("rating.link.told"))
                .extracting(notice -> String.valueOf(notice.arguments().get(1)))
                .containsExactly("3", "3", "8");
    }

    @Test
    void noLinkGoesAnywhereElseOrIntoACache() {
        openRating.open(SHARE);

        for (String path : List.of(link("mei"), "/r/" + "A".repeat(43))) {
            Answer page = Caller.nobody(port).get(path);
            assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(page.header("Cache-Control")).contains("no-store");
            assertThat(page.header("X-Robots-Tag")).contains("noindex");
        }
    }

    @Test
    void aLinkThatWasChangedAnywhereIsNoLinkAndSaysNothing() {
        openRating.open(SHARE);
        String token = link("mei").substring(3);
        List<String> changed =
                new ArrayList<>(List.of("x", token + "A", token.substring(1), "A".repeat(43), "!".repeat(43)));
        // Every character but the last, of which two bits mean nothing.
        IntStream.range(0, token.length() - 1)
                .forEach(at -> changed.add(
                        token.substring(0, at) + (token.charAt(at) == 'B' ? 'C' : 'B') + token.substring(at + 1)));

        for (String wrong : changed) {
            Answer answer = Caller.nobody(port).form("/r/" + wrong, Map.of("score", "1"));
            assertThat(answer.status()).as(wrong).isIn(404, 429);
            assertThat(answer.body()).doesNotContain("客户访谈", "员工mei", "员工lin");
        }
        assertThat(ratings.figures(SHARE).count()).isZero();
    }

    @Test
    void whoGuessesWaitsAndWhoHasALinkDoesNot() {
        openRating.open(SHARE);
        IntStream.range(0, 60).forEach(n -> Caller.nobody(port).get("/r/" + "A".repeat(43)));

        assertThat(Caller.nobody(port).get("/r/" + "A".repeat(43)).status()).isEqualTo(429);
        assertThat(Caller.nobody(port).get(link("mei")).status()).isEqualTo(200);
    }

    @Test
    void afterTheWindowALinkIsGoneEarlyOrLate() {
        Instant closesAt = openRating.open(SHARE);
        String mei = link("mei");
        ClockUtil.setCurrentTime(Date.from(closesAt));
        assertThat(Caller.nobody(port).form(mei, Map.of("score", "9")).status()).isEqualTo(410);
        ClockUtil.reset();
        closeRating.close(SHARE);

        Answer replayed = Caller.nobody(port).form(mei + "?lang=zh-CN", Map.of("score", "9"));

        assertThat(replayed.status()).isEqualTo(410);
        assertThat(replayed.body()).contains("评分已截止").doesNotContain("员工mei");
        assertThat(ratings.figures(SHARE).count()).isZero();
        assertThat(links.token(SHARE, "mei")).isEmpty();
    }

    @Test
    void whoIsNotOnTheListOrNotInTheCompanyAnyMoreHasNoLink() {
        company.employee("li");
        openRating.open(SHARE);
        String mei = link("mei");
        company.left("mei");

        assertThat(links.token(SHARE, "li")).isEmpty();
        assertThat(links.token(SHARE, "wang")).isEmpty();
        assertThat(Caller.nobody(port).get(mei).status()).isEqualTo(404);
    }

    @Test
    void aKeySignsForAMonthAndItsLinksOutliveIt() {
        openRating.open(SHARE);
        String before = link("mei");
        company.write("update rating_link_key set created_at = created_at - interval '31 days'");

        String after = link("mei");

        assertThat(after).isNotEqualTo(before);
        assertThat(Caller.nobody(port).get(before).status()).isEqualTo(200);
        assertThat(Caller.nobody(port).get(after).status()).isEqualTo(200);
        company.write("delete from rating_link_key where id = (select min(id) from rating_link_key)");
        assertThat(Caller.nobody(port).get(before).status()).isEqualTo(404);
    }

    @Test
    void whatIsNoScoreIsRefusedInWords() {
        openRating.open(SHARE);

        for (String wrong : List.of("", "0", "11", "7.5", "ten", "-1", "٧")) {
            Answer answer = Caller.nobody(port)
                    .form(link("mei") + "?lang=en", Map.of("score", wrong, "comment", "fine so far"));
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.body()).contains("role=\"alert\"", "fine so far");
        }
        assertThat(ratings.figures(SHARE).count()).isZero();
    }

    @Test
    void theInboxLeadsToTheOwnLinkAndTheLetterHasTenButtons() {
        openRating.open(SHARE);
        Notices.Notice notice = notices.newest("mei", 1).get(0);
        assertThat(notice.atOnce()).isTrue();

        assertThat(Caller.browser(port, "mei").get("/ratings/" + SHARE).header("Location"))
                .endsWith(link("mei"));
        assertThat(Caller.browser(port, "wang").get("/ratings/" + SHARE).header("Location"))
                .endsWith("/ratings");
        PersonalLinks.Way way = personal.stream()
                .flatMap(made -> made.of(notice, "mei", Locale.SIMPLIFIED_CHINESE).stream())
                .findFirst()
                .orElseThrow();
        assertThat(way.path()).isEqualTo(link("mei") + "?lang=zh-CN");
        assertThat(way.buttons()).hasSize(10);
        assertThat(way.buttons().get(7)).isEqualTo(new PersonalLinks.Button("8", link("mei") + "?lang=zh-CN&score=8"));
    }

    @Test
    void twoHundredInTheSameSecondLoseNothingAndKeepNobodyWaiting() throws Exception {
        List<String> learners =
                IntStream.rangeClosed(1, 200).mapToObj(n -> "learner" + n).toList();
        learners.forEach(company::employee);
        attendance.record(SHARE, learners, "wang");
        openRating.open(SHARE);
        List<String> addresses = learners.stream().map(this::link).toList();
        Caller reader = Caller.browser(port, "mei");
        Caller phone = Caller.nobody(port);
        ExecutorService threads = Executors.newFixedThreadPool(learners.size());
        try {
            CountDownLatch go = new CountDownLatch(1);
            List<Future<Integer>> answers = new ArrayList<>();
            for (int n = 0; n < addresses.size(); n++) {
                String address = addresses.get(n);
                String score = String.valueOf(n % 10 + 1);
                answers.add(threads.submit(() -> {
                    go.await();
                    return phone.form(address, Map.of("score", score)).status();
                }));
            }
            go.countDown();
            long before = System.nanoTime();
            assertThat(reader.get("/ratings").status()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
            for (Future<Integer> answer : answers) {
                assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }

        // Twenty times each of 1 to 10.
        assertThat(ratings.figures(SHARE).count()).isEqualTo(200);
        assertThat(ratings.figures(SHARE).mean()).isEqualByComparingTo("5.50");
        long few = statements.of(() -> phone.form(addresses.get(0), Map.of("score", "4")));
        assertThat(few).as("statements a rating, however many have rated").isLessThanOrEqualTo(6);
    }

    private String link(String learner) {
        return "/r/" + links.token(SHARE, learner).orElseThrow();
    }
}
