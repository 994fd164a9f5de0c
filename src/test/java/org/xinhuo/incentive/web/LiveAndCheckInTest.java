package org.xinhuo.incentive.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.incentive.rating.CloseRating;
import org.xinhuo.incentive.rating.OpenRating;
import org.xinhuo.incentive.rating.RateShare;
import org.xinhuo.incentive.sharing.Attendances;
import org.xinhuo.incentive.sharing.CheckIn;
import org.xinhuo.incentive.sharing.PlanShare;
import org.xinhuo.incentive.sharing.RecordAttendance;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** On the spot: people check in with a code, and the lecturer watches the ratings come without seeing whose they are. */
@XinhuoWebTest
class LiveAndCheckInTest {

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
    Attendances attendances;

    @Autowired
    OpenRating openRating;

    @Autowired
    CloseRating closeRating;

    @Autowired
    RateShare rateShare;

    @Autowired
    CheckIn checkIn;

    @Autowired
    LiveStreams streams;

    @Autowired
    JdbcClient jdbc;

    private final Instant start = Instant.now().plusSeconds(3600);

    @BeforeEach
    void aShareOfWang() {
        company.employee("wang").lecturer("wang", "default").employee("han").role("han", "hr");
        for (String learner : List.of("mei", "lin", "zhao", "qian", "sun")) {
            company.employee(learner);
        }
        planShare.plan(new PlanShare.Plan(SHARE, "wang", "客户访谈", start, 30, null, null), null);
    }

    @Test
    void whoTypesTheCodeAroundTheTimeOfTheShareIsOnTheList() {
        String code = checkIn.show(SHARE, "wang").code();
        assertThat(checkIn.show(SHARE, "han").code()).isEqualTo(code).matches("[A-Z2-9]{6}");
        assertThat(typed("mei", code)).as("an hour before").contains("role=\"alert\"");
        clock(start.minusSeconds(29 * 60));

        assertThat(typed("mei", " " + code.toLowerCase().substring(0, 3) + " " + code.substring(3)))
                .contains("签到成功");
        assertThat(typed("mei", code)).contains("签到成功", "href=\"/shares/s\"");
        assertThat(typed("wang", code)).contains("无需签到");
        clock(start.plusSeconds(60 * 60 + 1));
        assertThat(typed("lin", code)).contains("role=\"alert\"");

        assertThat(attendances.of(SHARE)).containsExactly("mei");
        assertThat(jdbc.sql("select source from share_attendance")
                        .query(String.class)
                        .list())
                .containsExactly("check-in");
    }

    @Test
    void whoGuessesCodesWaitsAndNobodyElseDoes() {
        clock(start);
        String code = checkIn.show(SHARE, "wang").code();
        Caller zhao = Caller.browser(port, "zhao").with("Accept-Language", "zh-CN");
        IntStream.range(0, 10).forEach(n -> typed(zhao, "AAAAA" + n));

        assertThat(typed(zhao, code)).contains("15分钟");
        assertThat(typed("qian", code)).contains("签到成功");
        assertThat(attendances.of(SHARE)).containsExactly("qian");
    }

    @Test
    void theCodeIsShownToItsLecturerAndHrAloneAsAPictureToo() {
        Caller wang = Caller.browser(port, "wang");
        String code = checkIn.show(SHARE, "wang").code();

        assertThat(wang.get("/shares/s/check-in").body()).contains(code, "/check-in?code=" + code);
        Answer picture = wang.get("/shares/s/check-in.svg");
        assertThat(picture.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(picture.body()).startsWith("<svg").doesNotContain("script");
        for (String path : List.of("/shares/s/check-in", "/shares/s/check-in.svg", "/shares/s/live")) {
            assertThat(Caller.browser(port, "mei").get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(Caller.browser(port, "mei").get("/check-in?code=" + code).body())
                .contains(code);
        assertThat(attendances.of(SHARE)).as("checked in by looking").isEmpty();
    }

    @Test
    void theLecturerSeesScoresOnlyThreeTogetherAndNeverWhoGaveThem() {
        List<String> learners = List.of("mei", "lin", "zhao", "qian");
        attendance.record(SHARE, learners, "wang");
        Caller wang = Caller.browser(port, "wang").with("Accept-Language", "zh-CN");
        assertThat(wang.get("/shares/s/live").body()).contains("分享结束后开放评分").doesNotContain("已截止");
        openRating.open(SHARE);
        rateShare.rate(SHARE, "mei", 10, "甲");
        rateShare.rate(SHARE, "lin", 7, "乙");
        assertThat(wang.get("/shares/s/live").body()).contains("已有2人评分").doesNotContain("甲", "8.5");

        rateShare.rate(SHARE, "zhao", 8, null);
        rateShare.rate(SHARE, "qian", 1, "丁");
        // A mark that is changed stays where it was.
        rateShare.rate(SHARE, "mei", 9, "甲");

        String page = wang.get("/shares/s/live").body();
        // (9 + 7 + 8) / 3 = 8.0; the fourth waits for two more.
        assertThat(page).contains("已有4人评分", "8.0分", "甲", "乙").doesNotContain("丁");
        learners.forEach(learner -> assertThat(page).doesNotContain("员工" + learner));
        closeRating.close(SHARE);
        // (9 + 7 + 8 + 1) / 4 = 6.25
        assertThat(wang.get("/shares/s/live").body()).contains("6.3分", "丁", "已截止");
    }

    @Test
    void theStreamSaysThatSomethingChangedAndEndsWithTheWindow() {
        attendance.record(SHARE, List.of("mei"), "wang");
        openRating.open(SHARE);
        ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
        CompletableFuture<HttpResponse<Stream<String>>> stream = watch("wang");
        HttpResponse<Stream<String>> answer =
                stream.orTimeout(20, TimeUnit.SECONDS).join();
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(answer.headers().firstValue("X-Accel-Buffering")).contains("no");
        CompletableFuture<Void> read =
                CompletableFuture.runAsync(() -> answer.body().forEach(lines::add));
        await().atMost(Duration.ofSeconds(20)).until(() -> lines.contains("data:0"));

        rateShare.rate(SHARE, "mei", 9, "geheim");
        await().atMost(Duration.ofSeconds(20)).until(() -> lines.contains("data:1"));
        closeRating.close(SHARE);

        read.orTimeout(20, TimeUnit.SECONDS).join();
        assertThat(lines).contains("event:changed", "event:closed").noneMatch(line -> line.contains("geheim"));
        await().atMost(Duration.ofSeconds(20)).until(() -> streams.open() == 0);
    }

    @Test
    void aFourthWindowTakesThePlaceOfTheFirst() {
        openRating.open(SHARE);
        for (int n = 0; n < LiveStreams.MOST_A_PERSON + 1; n++) {
            streams.open(SHARE, "wang");
        }
        assertThat(streams.open()).isEqualTo(LiveStreams.MOST_A_PERSON);

        closeRating.close(SHARE);
        streams.round();
        assertThat(streams.open()).isZero();
    }

    private CompletableFuture<HttpResponse<Stream<String>>> watch(String person) {
        Caller browser = Caller.browser(port, person);
        return HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/shares/s/live/stream"))
                                .header("Cookie", "JSESSIONID=" + browser.cookie("JSESSIONID"))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());
    }

    private String typed(String person, String code) {
        return typed(Caller.browser(port, person).with("Accept-Language", "zh-CN"), code);
    }

    private static String typed(Caller person, String code) {
        person.formFrom("/check-in", "/check-in", Map.of("code", code));
        return person.get("/check-in").body();
    }

    private static void clock(Instant at) {
        ClockUtil.setCurrentTime(Date.from(at));
    }
}
