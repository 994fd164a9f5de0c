package org.xinhuo.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.base.Refusal;
import org.xinhuo.calendar.StrictCalendar;
import org.xinhuo.incentive.sharing.AskForChange;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.incentive.sharing.Shares;
import org.xinhuo.testing.PassedNodes;

/** Shares on their way into people's calendars, through a real mail server. */
class CalendarMailTest extends InvitationStory {

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes("sharing").within("relocation");

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    Shares shares;

    @Test
    void lecturerAndAudienceAreInvitedEachInTheOwnLanguage() throws Exception {
        planned(START, "Sales；Support");
        inTheMorningInBerlin();

        assertThat(mails()).hasSize(3);
        StrictCalendar wang = calendar("wang", "REQUEST");
        assertThat(wang.values("UID")).containsExactly("share-s1@xinhuo.local");
        assertThat(wang.values("SEQUENCE")).containsExactly("0");
        assertThat(wang.values("ATTENDEE")).containsExactly("mailto:wang@example.org");
        assertThat(wang.values("ORGANIZER")).containsExactly("mailto:xinhuo@example.org");
        assertThat(wang.values("LOCATION")).containsExactly("三楼会议室 https://meet.example.org/a?b=1");
        assertThat(wang.values("URL")).containsExactly("https://meet.example.org/a?b=1");
        assertThat(wang.values("DESCRIPTION").get(0)).startsWith("主讲人：员工wang\\n");
        assertThat(mail("wang").getSubject()).contains("轮到您分享了", "2026年3月12日 10:00");
        assertThat(calendar("jo", "REQUEST").values("DESCRIPTION").get(0)).startsWith("Lecturer: 员工wang\\n");
        assertThat(part(mail("jo"), "text/plain"))
                .contains("You are invited to \"" + TITLE + "\" by 员工wang on Mar 12, 2026 03:00.");
        VEvent event = new CalendarBuilder()
                .build(new StringReader(text("mei")))
                .<VEvent>getComponents(Component.VEVENT)
                .get(0);
        assertThat(event.getSummary().getValue()).isEqualTo(TITLE);
        assertThat(event.<ZonedDateTime>getDateTimeStart().getDate().toInstant())
                .isEqualTo(START);
    }

    @Test
    void anInvitationIsAPartThatProgramsShowWithButtons() throws Exception {
        planned(START, "");
        later();

        MimeMultipart parts = (MimeMultipart) mail("wang").getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(3);
        assertThat(parts.getBodyPart(2).getContentType())
                .matches("(?i)text/calendar;\\s*method=REQUEST;\\s*charset=UTF-8");
        assertThat(parts.getBodyPart(2).getFileName()).isNull();
    }

    @Test
    void whoIsMeantInSeveralWeeksIsInvitedWhenTheTimeComes() throws Exception {
        planned(MONDAY_AT_TEN.plus(Duration.ofDays(40)), "Sales");
        later();
        assertThat(mails()).hasSize(1);

        at(MONDAY_AT_TEN.plus(Duration.ofDays(14)));
        send.portions().forEach(send::refresh);
        deliver.round();
        assertThat(mails()).hasSize(2);
        assertThat(calendar("mei", "REQUEST").values("SEQUENCE")).containsExactly("0");

        send.portions().forEach(send::refresh);
        deliver.round();
        assertThat(mails()).hasSize(2);
    }

    @Test
    void whoJoinsADepartmentIsInvitedAndWhoLeavesItIsNotAnyMore() throws Exception {
        planned(START, "Sales");
        later();
        server.purgeEmailFromAllMailboxes();
        company.employee("neu");
        company.write("update employee set department = 'Academy' where id = 'mei'");

        send.portions().forEach(send::refresh);
        later();

        assertThat(mails()).hasSize(2);
        calendar("neu", "REQUEST");
        assertThat(calendar("mei", "CANCEL").values("STATUS")).containsExactly("CANCELLED");
        assertThat(mail("mei").getSubject()).contains("您不再是它的听众");
    }

    @Test
    void aMoveUpdatesEveryCalendarAndEveryTimer() throws Exception {
        planned(START, "Sales");
        later();
        server.purgeEmailFromAllMailboxes();
        Instant newStart = START.plus(Duration.ofDays(7));

        ask.move("s1", new AskForChange.Move(newStart, 60, null, "改过的题目"), "会议室被占", "han");
        later();

        assertThat(mails()).hasSize(2);
        StrictCalendar mei = calendar("mei", "REQUEST");
        assertThat(mei.values("UID")).containsExactly("share-s1@xinhuo.local");
        assertThat(mei.values("SEQUENCE")).containsExactly("1");
        assertThat(mei.values("SUMMARY")).containsExactly("改过的题目");
        assertThat(mei.lines()).contains("DTSTART;TZID=Asia/Shanghai:20260319T100000");
        assertThat(mei.lines()).contains("DTEND;TZID=Asia/Shanghai:20260319T110000");
        assertThat(mail("mei").getSubject()).contains("2026年3月19日 10:00", "会议室被占");
        assertThat(due("threeDaysBefore")).isEqualTo(Date.from(newStart.minus(Duration.ofDays(3))));
        assertThat(due("oneDayBefore")).isEqualTo(Date.from(newStart.minus(Duration.ofDays(1))));
        assertThat(due("contentStillMissing")).isEqualTo(Date.from(newStart));
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey("s1")
                        .singleResult()
                        .getDueDate())
                .isEqualTo(Date.from(newStart.minus(Duration.ofDays(1))));
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey("s1")
                        .count())
                .isOne();
    }

    @Test
    void aDeadlineThatHasPassedIsOpenAgainAfterAMove() {
        planned(START, "");
        management.executeJob(job("oneDayBefore"));
        assertThat(shares.get("s1").contentState()).isEqualTo(Share.ContentState.LATE);

        ask.move("s1", new AskForChange.Move(START.plus(Duration.ofDays(7)), null, null, null), "出差", "wang");

        assertThat(shares.get("s1").contentState()).isEqualTo(Share.ContentState.AWAITED);
    }

    @Test
    void aSwapInvitesTheNewLecturerAndTakesItFromTheOld() throws Exception {
        planned(START, "Sales");
        later();
        server.purgeEmailFromAllMailboxes();

        runtime.createMessageCorrelation("sharing.swapped")
                .processInstanceBusinessKey("s1")
                .setVariable("lecturerId", "li")
                .correlate();
        later();

        assertThat(mails()).hasSize(3);
        assertThat(calendar("li", "REQUEST").values("SEQUENCE")).containsExactly("1");
        assertThat(calendar("wang", "CANCEL").values("UID")).containsExactly("share-s1@xinhuo.local");
        assertThat(calendar("mei", "REQUEST").values("DESCRIPTION").get(0)).contains("员工li");
        assertThat(mail("wang").getSubject()).isEqualTo("您的分享“" + TITLE + "”已改由员工li主讲。");
    }

    @Test
    void aCancellationTellsEverybodyWhyAndWhoStandsOnTheListToo() throws Exception {
        planned(START, "Sales");
        later();
        company.write("insert into share_attendance (share_id, employee_id) values ('s1', 'jo')");
        server.purgeEmailFromAllMailboxes();

        ask.cancel("s1", "讲师生病", "wang");
        inTheMorningInBerlin();

        assertThat(mails()).as("three with a calendar, and HR").hasSize(4);
        for (String person : List.of("wang", "mei", "jo")) {
            StrictCalendar off = calendar(person, "CANCEL");
            assertThat(off.values("STATUS")).containsExactly("CANCELLED");
            assertThat(off.values("SEQUENCE")).containsExactly("1");
        }
        assertThat(mail("mei").getSubject()).contains("讲师生病");
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    }

    @Test
    void onlyWhatIsAboutToBeginIsMailedAtNight() throws Exception {
        planned(START, "");
        planned("s2", START.plus(Duration.ofDays(5)), "");
        later();
        server.purgeEmailFromAllMailboxes();

        at(START.minus(Duration.ofHours(11)));
        ask.cancel("s1", "生病", "wang");
        ask.cancel("s2", "生病", "wang");
        deliver.round();

        assertThat(mails()).hasSize(1);
        assertThat(calendar("wang", "CANCEL").values("UID")).containsExactly("share-s1@xinhuo.local");
    }

    @Test
    void whatIsWrongIsRefusedAndChangesNothing() throws Exception {
        planned(START, "Sales");
        later();
        server.purgeEmailFromAllMailboxes();
        AskForChange.Move past = new AskForChange.Move(MONDAY_AT_TEN.minusSeconds(60), null, null, null);
        AskForChange.Move fine = new AskForChange.Move(START.plusSeconds(3600), null, null, null);

        assertThatThrownBy(() -> ask.move("s1", past, "x", "wang")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> ask.move("s1", fine, " ", "wang")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> ask.move("s1", fine, "x", "li")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> ask.cancel("s1", "x", "mei")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> runtime.createMessageCorrelation("sharing.moved")
                        .processInstanceBusinessKey("s1")
                        .correlate())
                .hasStackTraceContaining("rota.nobodyAskedToMove");
        at(START.plusSeconds(1));
        assertThatThrownBy(() -> ask.move("s1", fine, "x", "wang")).isInstanceOf(Refusal.class);
        deliver.round();

        assertThat(mails()).isEmpty();
        assertThat(shares.get("s1").startsAt()).isEqualTo(START);
        assertThat(shares.get("s1").calendarSequence()).isZero();
    }

    private void later() {
        after(Duration.ofMinutes(1));
    }

    /** An invitation waits for the working hours of its receiver. */
    private void inTheMorningInBerlin() {
        after(Duration.ofHours(7));
    }

    private Date due(String activity) {
        return management.createJobQuery().activityId(activity).singleResult().getDuedate();
    }

    private String job(String activity) {
        return management.createJobQuery().activityId(activity).singleResult().getId();
    }

    private MimeMessage mail(String person) throws Exception {
        List<MimeMessage> found = new ArrayList<>();
        for (MimeMessage mail : mails()) {
            if (mail.getAllRecipients()[0].toString().contains(person + "@example.org")) {
                found.add(mail);
            }
        }
        assertThat(found).as("mails to " + person).hasSize(1);
        return found.get(0);
    }

    private String text(String person) throws Exception {
        MimeMultipart parts = (MimeMultipart) mail(person).getContent();
        return new String(parts.getBodyPart(2).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private StrictCalendar calendar(String person, String method) throws Exception {
        MimeMultipart parts = (MimeMultipart) mail(person).getContent();
        assertThat(parts.getBodyPart(2).getContentType()).contains("method=" + method);
        StrictCalendar calendar = StrictCalendar.read(text(person));
        assertThat(calendar.values("METHOD")).containsExactly(method);
        return calendar;
    }
}
