package org.xinhuo.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.xinhuo.base.Texts;
import org.xinhuo.mentoring.process.stage.StageStory;

/** A mentor who is reminded of a duty has the mentee's figures before him: in the inbox, the mail and the form. */
class DutyReminderMailTest extends MailStory {

    /** Deals 3 of 5 last month; the levels of now beside those that the job asks for. */
    private static final String[] FIGURES = {"员工mei", "Deals 3/5", "Selling 1/3", "Speaking 2/4"};

    @Autowired
    ApplicationContext context;

    @Autowired
    Texts texts;

    @Test
    void theReminderCarriesTheLatestMetricsAndLevels() throws Exception {
        company.write("delete from employee where id = 'mei'");
        StageStory story = new StageStory(context).pair();
        story.confirmedPlan(StageStory.TODAY.plusMonths(6));
        story.start("coaching");
        story.fires("guidanceDueSoon");

        Notices.Notice inbox = notices.newest("wang", 9).stream()
                .filter(notice -> notice.code().equals("mentoring.duty.dueSoon.deep-guidance"))
                .findFirst()
                .orElseThrow();
        for (Locale locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
            assertThat(texts.text(locale, inbox.code(), inbox.arguments().toArray()))
                    .contains(FIGURES);
        }
        after(Duration.ofHours(1));
        assertThat(mails())
                .anySatisfy(mail -> assertThat(part(mail, "text/plain")).contains(FIGURES));
        assertThat(story.formOf("giveDeepGuidance").get("metrics").toString()).contains("Deals", "2026-02");
        assertThat(story.formOf("giveDeepGuidance").get("competencies").toString())
                .contains("\"level\":\"2\"", "\"required\":\"4\"");
    }
}
