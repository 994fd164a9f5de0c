package org.xinhuo.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.incentive.rating.OpenRating;
import org.xinhuo.incentive.rating.RatingLinks;
import org.xinhuo.incentive.sharing.PlanShare;
import org.xinhuo.incentive.sharing.RecordAttendance;

/** The letter that asks for a rating takes its receiver there without a login. */
class RatingMailTest extends MailStory {

    private static final Instant FRIDAY_AT_EIGHT = Instant.parse("2026-03-06T12:00:00Z");

    @Autowired
    PlanShare planShare;

    @Autowired
    RecordAttendance attendance;

    @Autowired
    OpenRating openRating;

    @Autowired
    RatingLinks links;

    @Test
    void theLetterHasAButtonAScoreAndEachReceiverTheOwn() throws Exception {
        company.employee("wang").lecturer("wang", "default");
        company.write("update employee set email = null where id = 'wang'");
        planShare.plan(new PlanShare.Plan("s", "wang", "客户访谈", MONDAY_AT_TEN.plusSeconds(60), 30, null, null), null);
        attendance.record("s", List.of("mei"), "wang");
        openRating.open("s");
        after(Duration.ofMinutes(1));

        String token = links.token("s", "mei").orElseThrow();
        String page = part(onlyMail(), "text/html");
        for (int score = 1; score <= 10; score++) {
            assertThat(page)
                    .contains("href=\"https://xinhuo.example.org/r/" + token + "?lang=zh-CN&amp;score=" + score + "\"");
        }
        assertThat(part(onlyMail(), "text/plain"))
                .contains("https://xinhuo.example.org/r/" + token + "?lang=zh-CN\n")
                .doesNotContain("score=");
        assertThat(notices.newest("mei", 1).get(0).link()).doesNotContain(token);
    }

    @Test
    void afterAFridayEveningTheLetterDoesNotWaitForAMondayWhenItIsTooLate() throws Exception {
        company.employee("wang").lecturer("wang", "default");
        planShare.plan(new PlanShare.Plan("s", "wang", "客户访谈", FRIDAY_AT_EIGHT, 30, null, null), null);
        attendance.record("s", List.of("mei"), "wang");
        at(FRIDAY_AT_EIGHT);
        tell("mei", "usual", "甲");

        openRating.open("s");
        after(Duration.ofMinutes(1));

        assertThat(recipients()).containsExactly("mei");
        assertThat(part(onlyMail(), "text/plain")).contains("/r/").doesNotContain("甲");
    }

    @Test
    void onAnyOtherEveningItWaitsForTheMorning() throws Exception {
        company.employee("wang").lecturer("wang", "default");
        Instant thursday = FRIDAY_AT_EIGHT.minus(Duration.ofDays(1));
        planShare.plan(new PlanShare.Plan("s", "wang", "客户访谈", thursday, 30, null, null), null);
        attendance.record("s", List.of("mei"), "wang");
        at(thursday);
        openRating.open("s");
        after(Duration.ofMinutes(1));
        assertThat(mails()).isEmpty();

        at(Instant.parse("2026-03-06T01:00:00Z"));
        deliver.round();

        assertThat(recipients()).contains("mei");
    }
}
