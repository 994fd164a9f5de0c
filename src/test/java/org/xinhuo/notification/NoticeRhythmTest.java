package org.xinhuo.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When mail goes: hours, zones, digests, and what waits for none of them. */
class NoticeRhythmTest extends MailStory {

    @Test
    void severalNoticesOfOneMomentAreOneMail() throws Exception {
        tell("mei", "one", "甲");
        tell("mei", "two", "乙");
        tell("mei", "three", "丙");
        after(Duration.ofMinutes(1));

        assertThat(onlyMail().getSubject()).isEqualTo("您有3条新消息 · 薪火");
        assertThat(part(onlyMail(), "text/plain")).containsSubsequence("甲", "乙", "丙");
    }

    @Test
    void aFloodIsOneMailAnHour() throws Exception {
        for (int minute = 0; minute < 90; minute += 5) {
            tell("mei", "at-" + minute, "第" + minute + "分钟");
            after(Duration.ofMinutes(5));
        }

        assertThat(mails()).hasSize(2);
        assertThat(mails().get(1).getSubject()).isEqualTo("您有12条新消息 · 薪火");
        assertThat(log.standing().unpacked()).isEqualTo(5);
    }

    @Test
    void whoWantsOneMailADayGetsItWhenTheWorkBegins() throws Exception {
        preferences.keep("mei", new Preference(Set.of(), Cadence.DAILY, false, null));
        tell("mei", "monday", "周一");
        after(Duration.ofHours(5));
        assertThat(mails()).isEmpty();
        tell("mei", "evening", "周一晚");
        at(Instant.parse("2026-03-03T00:59:59Z"));
        deliver.round();
        assertThat(mails()).isEmpty();

        at(Instant.parse("2026-03-03T01:00:00Z"));
        deliver.round();

        assertThat(onlyMail().getSubject()).isEqualTo("您有2条新消息 · 薪火");
    }

    @Test
    void nobodyIsWrittenToOutsideOfTheHoursOfTheOwnZone() throws Exception {
        company.employee("joe");
        company.write("update employee set time_zone = 'America/New_York' where id = 'joe'");
        tell("joe", "once", "wang");
        tell("mei", "once", "wang");
        after(Duration.ofMinutes(1));
        assertThat(recipients()).containsExactly("mei");

        at(Instant.parse("2026-03-02T13:59:59Z"));
        deliver.round();
        assertThat(recipients()).containsExactly("mei");

        // Nine in New York.
        at(Instant.parse("2026-03-02T14:00:00Z"));
        deliver.round();
        assertThat(recipients()).containsExactlyInAnyOrder("mei", "joe");
    }

    @Test
    void theWeekendOfTheRegionIsKept() throws Exception {
        company.write("update employee set region = 'SA', time_zone = 'Asia/Riyadh' where id = 'mei'");
        // Friday at noon, then Sunday at noon in Riyadh.
        at(Instant.parse("2026-03-06T09:00:00Z"));
        tell("mei", "once", "wang");
        after(Duration.ofMinutes(1));
        assertThat(mails()).isEmpty();

        at(Instant.parse("2026-03-08T09:00:00Z"));
        deliver.round();
        assertThat(mails()).hasSize(1);
    }

    @Test
    void whatIsUrgentWaitsForNoDigestButForTheHours() throws Exception {
        tell("mei", "normal", "甲");
        after(Duration.ofMinutes(1));
        tell("mei", "normal-2", "乙");
        notices.tellAtOnce("mei", "urgent", CODE, "/", "丙");
        deliver.round();
        assertThat(mails()).hasSize(2);
        assertThat(mails().get(1).getSubject()).contains("丙");

        at(Instant.parse("2026-03-02T15:00:00Z"));
        notices.tellAtOnce("mei", "urgent-at-night", CODE, "/", "丁");
        deliver.round();
        assertThat(mails()).hasSize(2);

        preferences.keep("mei", new Preference(Set.of(), null, true, null));
        deliver.round();
        assertThat(mails()).hasSize(3);
        assertThat(mails().get(2).getSubject()).contains("丁");
        assertThat(log.standing().unpacked())
                .as("the normal one waits for the morning")
                .isEqualTo(1);
    }
}
