package org.xinhuo.mentoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinhuo.mentoring.OpenMentorship;
import org.xinhuo.mentoring.PairMentor;
import org.xinhuo.mentoring.log.CoachingLog;
import org.xinhuo.mentoring.log.LogKind;
import org.xinhuo.mentoring.log.NewEntry;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** The page of the coaching log as its markup has it; how it looks is asked in the browser. */
@XinhuoWebTest
class LogPageTest {

    private static final Pattern ENTRY = Pattern.compile("<li id=\"entry-(\\d+)\"");

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    CoachingLog log;

    @BeforeEach
    void aPair(@Autowired OpenMentorship openMentorship, @Autowired PairMentor pairMentor) {
        company.employee("mei")
                .employee("wang")
                .employee("li")
                .mentor("wang", 2, "logical")
                .mentor("li", 2, "logical");
        openMentorship.open("m-1", "mei", null);
        pairMentor.pair("m-1", "wang");
    }

    /** Whoever wrote under a filter still has it: the answer goes back to the same address. */
    @Test
    void aRefusedFormGoesBackToItsPageWithTheQuery() {
        Caller mei = Caller.browser(port, "mei");
        Map<String, String> nothing = Map.of("text", "", "_csrf", mei.token("/mentorships/m-1/log"));
        for (String query : List.of("", "?q=%E5%AE%A2%E6%88%B7&kind=message")) {
            String page = "/mentorships/m-1/log" + query;
            Answer answer =
                    mei.with("Referer", "http://localhost:" + port + page).form("/mentorships/m-1/log", nothing);
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("Location")).endsWith(page);
        }
    }

    private Answer page(String query) {
        return Caller.browser(port, "mei").get("/mentorships/m-1/log" + query);
    }

    private static List<Long> entries(Answer page) {
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        List<Long> ids = new ArrayList<>();
        Matcher matcher = ENTRY.matcher(page.body());
        while (matcher.find()) {
            ids.add(Long.valueOf(matcher.group(1)));
        }
        return ids;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void aLinkToAnEntryInASearchBeginsThereAmongWhatWasFound() {
        List<Long> found = new ArrayList<>();
        for (int number = 1; number <= 25; number++) {
            found.add(0, log.record(NewEntry.of("m-1", LogKind.MESSAGE, "wang", "客户复购 第" + number + "次")));
        }
        long other = log.record(NewEntry.of("m-1", LogKind.MESSAGE, "wang", "天气不错"));
        String search = "&q=" + encoded("复购");
        List<Long> all = new ArrayList<>(entries(page("?x=" + search)));
        assertThat(all).hasSize(20);

        assertThat(entries(page("?entry=" + all.get(7) + search)).subList(0, 5)).isEqualTo(all.subList(7, 12));
        // The last one stands on no first page; one that was not found begins nothing.
        List<Long> rest = new ArrayList<>(found);
        rest.removeAll(all);
        assertThat(entries(page("?entry=" + rest.get(2) + search))).contains(rest.get(2));
        assertThat(entries(page("?entry=" + other + search))).isEqualTo(all);
        assertThat(entries(page("?entry=999999" + search))).isEqualTo(all);
        assertThat(entries(page("?entry=" + all.get(7) + "&q=" + encoded("，。"))))
                .isEmpty();
    }

    @Test
    void whoStandsInIsOfferedForMentionsAndToDosWhileHeDoes() {
        company.write(
                "insert into mentor_substitution (mentorship_id, mentor_id, substitute_id, first_day, last_day,"
                        + " named_at, begun_at) values ('m-1', 'wang', 'li', ?, ?, now(), now())",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2036, 1, 1));
        String body = page("").body();
        assertThat(body).contains("@员工li").contains("<option value=\"li\"");
        company.write("update mentor_substitution set ended_at = now()");
        assertThat(page("").body()).doesNotContain("@员工li").doesNotContain("<option value=\"li\"");
    }

    /** HR follows a mention: the reason leads to the entry that was meant, and stands in no address. */
    @Test
    void aReasonLeadsToWhatWasAskedFor() {
        company.employee("han").role("han", "hr");
        long entry = log.record(NewEntry.of("m-1", LogKind.MESSAGE, "wang", "客户复购 @员工han"));
        Caller han = Caller.browser(port, "han");
        String asked = "/mentorships/m-1/log?entry=" + entry + "&q=" + encoded("复购") + "&kind=message";
        String body = han.get(asked).body();
        assertThat(body)
                .contains("name=\"entry\" value=\"" + entry + "\"")
                .contains("name=\"q\" value=\"复购\"")
                .contains("name=\"kind\" value=\"message\"")
                .doesNotContain("客户复购");

        Answer given = han.form(
                "/mentorships/m-1/log/reading",
                Map.of(
                        "reason",
                        "complaint",
                        "entry",
                        String.valueOf(entry),
                        "q",
                        "复购",
                        "kind",
                        "message",
                        "_csrf",
                        han.token("/")));

        assertThat(given.status()).isEqualTo(302);
        String led = given.header("Location");
        assertThat(led)
                .contains("entry=" + entry)
                .contains("q=" + encoded("复购"))
                .contains("kind=message")
                .endsWith("#entry-" + entry)
                .doesNotContain("complaint");
        assertThat(entries(han.get(led.substring(led.indexOf("/mentorships"), led.indexOf('#')))))
                .containsExactly(entry);
    }

    @Test
    void whoTurnsPagesForADayIsToldOnceAndHidesNobody() {
        company.employee("han").role("han", "hr").employee("shen").role("shen", "auditor");
        company.write("insert into log_reading (mentorship_id, reader_id, reading_as, reason, read_at)"
                + " values ('m-1', 'shen', 'auditor', null, now() - interval '3 days')");
        Caller han = Caller.browser(port, "han");
        String token = han.token("/");
        han.form("/mentorships/m-1/log/reading", Map.of("reason", "complaint", "_csrf", token));
        for (int look = 0; look < 25; look++) {
            assertThat(han.get("/mentorships/m-1/log").body()).contains("id=\"log\"");
        }
        han.form("/mentorships/m-1/log/reading", Map.of("reason", "another", "_csrf", token));
        String body = page("").body();
        String readings = body.substring(body.indexOf("id=\"readings\""));
        assertThat(readings)
                .containsOnlyOnce("complaint")
                .containsOnlyOnce("another")
                .contains("员工shen");
        assertThat(readings.split("<li", -1)).hasSize(4);
    }
}
