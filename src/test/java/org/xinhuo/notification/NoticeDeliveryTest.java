package org.xinhuo.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** Notices on their way to a real mail server, by the engine's clock. */
@XinhuoTest
@TestPropertySource(
        properties = {
            "spring.mail.host=127.0.0.1",
            "xinhuo.mail.from=薪火 Xinhuo <xinhuo@example.org>",
            "xinhuo.base-url=https://xinhuo.example.org/"
        })
class NoticeDeliveryTest {

    /** Monday 10:00 in Shanghai, 21:00 of Sunday in New York. */
    private static final Instant MONDAY_AT_TEN = Instant.parse("2026-03-02T02:00:00Z");

    private static final String CODE = "people.unknownEmployee";

    static GreenMail server;

    @Autowired
    TestCompany company;

    @Autowired
    Notices notices;

    @Autowired
    DeliverNotices deliver;

    @Autowired
    Deliveries deliveries;

    @Autowired
    DeliveryLog log;

    @Autowired
    Channels channels;

    @Autowired
    Letters letters;

    @Autowired
    Preferences preferences;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    static void startTheServer() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @AfterAll
    static void stopTheServer() {
        server.stop();
    }

    @BeforeEach
    void itIsMondayAtTen() throws Exception {
        server.purgeEmailFromAllMailboxes();
        sender.setPort(server.getSmtp().getPort());
        at(MONDAY_AT_TEN);
        company.employee("mei");
    }

    @Test
    void aNoticeBecomesAMailInTheRecipientsLanguage() throws Exception {
        tell("mei", "once", "王老师");
        after(Duration.ofMinutes(1));

        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("没有编号为“王老师”的员工。");
        assertThat(mail.getHeader("Subject")[0]).startsWith("=?UTF-8?").isASCII();
        assertThat(mail.getFrom()[0].toString()).contains("xinhuo@example.org");
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getAllRecipients()[0].toString()).contains("mei@example.org");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("List-Id")).containsExactly("<notices.example.org>");
        assertThat(mail.getHeader("List-Unsubscribe"))
                .containsExactly("<https://xinhuo.example.org/notices/preferences>");
        assertThat(mail.getMessageID()).matches("<notice\\.[0-9a-f-]{36}@example\\.org>");
        assertThat(mail.getSentDate()).isEqualTo(Date.from(MONDAY_AT_TEN.plus(Duration.ofMinutes(1))));
        long id = notices.newest("mei", 1).get(0).id();
        assertThat(part(mail, "text/plain"))
                .contains("没有编号为“王老师”的员工。", "https://xinhuo.example.org/notices/" + id + "/open", "您好", "10:00");
        assertThat(part(mail, "text/html"))
                .contains(
                        "没有编号为“王老师”的员工。",
                        "href=\"https://xinhuo.example.org/notices/" + id + "/open\"",
                        "lang=\"zh-CN\"");
    }

    @Test
    void whoReadsAnotherLanguageGetsEnglishAndTheTimeOfTheOwnClock() throws Exception {
        company.write("update employee set locale = 'de-DE', time_zone = 'Europe/Berlin' where id = 'mei'");
        at(Instant.parse("2026-03-02T12:30:00Z"));
        tell("mei", "once", "wang");
        after(Duration.ofMinutes(1));

        assertThat(onlyMail().getSubject()).isEqualTo("There is nobody with the id \"wang\".");
        assertThat(part(onlyMail(), "text/plain")).contains("Hello ", "13:30");
    }

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

    @Test
    void whatNobodyWantsByMailStaysInTheInbox() throws Exception {
        company.employee("muted").employee("gone").employee("unknown").employee("reader");
        preferences.keep("muted", new Preference(Set.of("mail"), null, false, null));
        company.left("gone");
        company.write("update employee set email = null where id = 'unknown'");
        for (String person : List.of("muted", "gone", "unknown", "reader")) {
            tell(person, "once", "wang");
        }
        notices.markRead("reader");
        after(Duration.ofMinutes(1));

        assertThat(mails()).isEmpty();
        assertThat(log.standing()).isEqualTo(new DeliveryLog.Standing(0, 0, 0, 0, null));
        assertThat(notices.newest("muted", 10)).hasSize(1);
    }

    @Test
    void whatIsRolledBackWasNeverToldAndWhatIsNotCommittedIsNotSent() throws Exception {
        transaction.executeWithoutResult(open -> {
            tell("mei", "taken-back", "甲");
            open.setRollbackOnly();
        });
        transaction.executeWithoutResult(open -> {
            tell("mei", "kept", "乙");
            at(MONDAY_AT_TEN.plus(Duration.ofMinutes(1)));
            inAnotherThread(() -> {
                deliver.round();
                return null;
            });
            assertThat(mails()).isEmpty();
        });
        deliver.round();

        assertThat(onlyMail().getSubject()).contains("乙");
    }

    @Test
    void aStepThatRunsTwiceTellsOnce() throws Exception {
        tell("mei", "same", "甲");
        after(Duration.ofMinutes(1));
        tell("mei", "same", "甲");
        after(Duration.ofHours(2));

        assertThat(mails()).hasSize(1);
        assertThat(notices.newest("mei", 10)).hasSize(1);
    }

    @Test
    void aServerThatIsAwayIsAskedAgainLessAndLessOften() throws Exception {
        tell("mei", "once", "甲");
        sender.setPort(1);
        after(Duration.ofMinutes(1));
        DeliveryLog.Entry first = onlyDelivery();
        assertThat(first.state()).isEqualTo("WAITING");
        assertThat(first.attempts()).isEqualTo(1);
        assertThat(first.reason()).contains("Connect");
        assertThat(first.nextAttemptAt()).isEqualTo(now().plus(Duration.ofMinutes(1)));

        deliver.round();
        assertThat(onlyDelivery().attempts()).as("not before its time").isEqualTo(1);
        after(Duration.ofMinutes(1));
        assertThat(onlyDelivery().nextAttemptAt()).isEqualTo(now().plus(Duration.ofMinutes(2)));
        after(Duration.ofMinutes(2));
        assertThat(onlyDelivery().nextAttemptAt()).isEqualTo(now().plus(Duration.ofMinutes(4)));

        sender.setPort(server.getSmtp().getPort());
        after(Duration.ofMinutes(4));
        assertThat(onlyMail().getMessageID()).isEqualTo(first.messageId());
        assertThat(onlyDelivery().state()).isEqualTo("SENT");
        assertThat(onlyDelivery().attempts()).isEqualTo(4);
        assertThat(onlyDelivery().reason()).isNull();
    }

    @Test
    void aServerThatIsAwayIsAskedOncePerRoundHoweverManyMailsWait() throws Exception {
        for (int person = 0; person < 5; person++) {
            company.employee("p" + person);
            tell("p" + person, "once", "甲");
        }
        sender.setPort(1);
        after(Duration.ofMinutes(1));

        assertThat(log.standing().waiting()).isEqualTo(5);
        assertThat(log.standing().retrying()).isEqualTo(1);
    }

    @Test
    void whatFailsInTheEveningIsTriedInTheMorning() throws Exception {
        at(Instant.parse("2026-03-02T09:58:00Z"));
        tell("mei", "once", "甲");
        sender.setPort(1);
        after(Duration.ofMinutes(1));
        after(Duration.ofSeconds(59));
        assertThat(onlyDelivery().nextAttemptAt()).isEqualTo(Instant.parse("2026-03-03T01:00:00Z"));
    }

    @Test
    void aMailboxThatDoesNotExistIsNotAskedForAgain() throws Exception {
        tell("mei", "once", "甲");
        try (ScriptedMailServer refusing = new ScriptedMailServer("550 5.1.1 no such mailbox")) {
            sender.setPort(refusing.port());
            after(Duration.ofMinutes(1));
            after(Duration.ofDays(1));

            assertThat(refusing.asked()).isEqualTo(1);
        }
        assertThat(onlyDelivery().state()).isEqualTo("GAVE_UP");
        assertThat(onlyDelivery().reason()).contains("550 5.1.1 no such mailbox");
        assertThat(notices.newest("mei", 10)).hasSize(1);

        // Somebody made the mailbox, and an administrator asks again.
        sender.setPort(server.getSmtp().getPort());
        assertThat(deliveries.tryAgain(UUID.fromString(onlyDelivery().id()))).isTrue();
        deliver.round();
        assertThat(onlyMail().getMessageID()).isEqualTo(onlyDelivery().messageId());
    }

    @Test
    void aMailboxThatIsFullIsAskedAgainAndHoldsUpNobody() throws Exception {
        company.employee("wang");
        tell("mei", "once", "甲");
        tell("wang", "once", "甲");
        try (ScriptedMailServer full = new ScriptedMailServer("452 4.2.2 mailbox full")) {
            sender.setPort(full.port());
            after(Duration.ofMinutes(1));
            assertThat(full.asked()).as("both were tried").isEqualTo(2);
        }
        assertThat(log.standing().retrying()).isEqualTo(2);

        sender.setPort(server.getSmtp().getPort());
        after(Duration.ofMinutes(1));
        assertThat(mails()).hasSize(2);
    }

    /** The node dies between the server's "250 OK" and its own commit: the one way to a second mail. */
    @Test
    void aNodeThatDiesAfterSendingLeavesASecondMailThatCanBeRecognised() throws Exception {
        tell("mei", "once", "甲");
        at(MONDAY_AT_TEN.plus(Duration.ofMinutes(1)));
        sender.setPort(1);
        deliver.round();
        sender.setPort(server.getSmtp().getPort());
        at(now().plus(Duration.ofMinutes(1)));
        Channel mail = channels.named("mail").orElseThrow();
        Delivery dying = deliveries
                .take(java.util.Map.of("mail", mail), region -> WorkingHours.USUAL)
                .orElseThrow();
        mail.send(letters.of(dying));

        deliver.round();
        assertThat(mails()).as("the lease holds").hasSize(1);
        after(Duration.ofMinutes(5));

        assertThat(mails()).hasSize(2);
        assertThat(mails().get(0).getMessageID()).isEqualTo(mails().get(1).getMessageID());
        assertThat(part(mails().get(0), "text/html")).isEqualTo(part(mails().get(1), "text/html"));

        // It lives after all: too late to say anything.
        deliveries.failed(dying, new NotDelivered(NotDelivered.Then.TRY_AGAIN, "late", new IOException()));
        assertThat(onlyDelivery().state()).isEqualTo("SENT");
        after(Duration.ofHours(1));
        assertThat(mails()).hasSize(2);
    }

    @Test
    void twoNodesSendEverythingOnce() throws Exception {
        int people = 60;
        for (int person = 0; person < people; person++) {
            company.employee("p" + person);
            tell("p" + person, "before", "甲");
        }
        // Everybody was written to before: nothing but the lock keeps the nodes apart.
        after(Duration.ofMinutes(1));
        server.purgeEmailFromAllMailboxes();
        for (int person = 0; person < people; person++) {
            tell("p" + person, "one", "甲");
            tell("p" + person, "two", "乙");
        }
        at(now().plus(Duration.ofHours(2)));
        int nodes = 4;
        CyclicBarrier together = new CyclicBarrier(nodes);
        List<Callable<Void>> rounds = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            rounds.add(() -> {
                together.await(30, TimeUnit.SECONDS);
                deliver.round();
                deliver.round();
                return null;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        try {
            for (Future<Void> round : threads.invokeAll(rounds)) {
                round.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(mails()).hasSize(people);
        assertThat(new HashSet<>(recipients())).hasSize(people);
        for (MimeMessage mail : mails()) {
            assertThat(mail.getSubject()).isEqualTo("您有2条新消息 · 薪火");
        }
        assertThat(log.find(null, null, Instant.parse("9999-01-01T00:00:00Z"), 1000))
                .hasSize(2 * people)
                .allSatisfy(delivery -> {
                    assertThat(delivery.state()).isEqualTo("SENT");
                    assertThat(delivery.attempts()).isEqualTo(1);
                });
    }

    @Test
    void whatSomebodyTypedAddsNoHeaderAndNoLine() throws Exception {
        company.write("update employee set name = ? where id = 'mei'", "Mei\r\nBcc: all@example.org");
        tell("mei", "once", "x\r\nBcc: evil@example.org\r\n\r\nInjected\u2028<script>alert(1)</script>");
        after(Duration.ofMinutes(1));

        MimeMessage mail = onlyMail();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getRecipients(Message.RecipientType.BCC)).isNull();
        assertThat(mail.getSubject()).doesNotContain("\r", "\n").contains("Bcc: evil@example.org");
        assertThat(part(mail, "text/plain").lines())
                .noneMatch(line -> line.startsWith("Bcc") || line.startsWith("Inj"));
        assertThat(part(mail, "text/html")).doesNotContain("<script>").contains("&lt;script&gt;");
        assertThat(recipients()).containsExactly("mei");
    }

    @Test
    void anAddressThatIsNoneIsGivenUp() throws Exception {
        company.write("update employee set email = ? where id = 'mei'", "mei@example.org, all@example.org");
        tell("mei", "once", "甲");
        after(Duration.ofMinutes(1));

        assertThat(mails()).isEmpty();
        assertThat(onlyDelivery().state()).isEqualTo("GAVE_UP");
    }

    @Test
    void whatWaitsTooLongIsGivenUpAndNeverMailedMonthsLate() throws Exception {
        company.employee("wang");
        tell("mei", "failing", "甲");
        sender.setPort(1);
        after(Duration.ofMinutes(1));
        tell("wang", "channel-closed", "乙");

        at(MONDAY_AT_TEN.plus(Duration.ofDays(70)));
        sender.setPort(server.getSmtp().getPort());
        deliver.round();

        assertThat(mails()).isEmpty();
        assertThat(onlyDelivery().state()).isEqualTo("GAVE_UP");
        assertThat(log.standing().unpacked()).isZero();
    }

    @Test
    void finishedDeliveriesAreForgottenAndNoticesKept() throws Exception {
        tell("mei", "once", "甲");
        after(Duration.ofMinutes(1));
        after(Duration.ofDays(29));
        assertThat(onlyDelivery().state()).isEqualTo("SENT");

        after(Duration.ofDays(2));

        assertThat(log.find(null, null, Instant.parse("9999-01-01T00:00:00Z"), 10))
                .isEmpty();
        assertThat(jdbc.sql("select count(*) from notice_outbox")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(notices.newest("mei", 10)).hasSize(1);
        assertThat(mails()).hasSize(1);
    }

    @Test
    void severalPeopleAreToldInOneGo() throws Exception {
        company.employee("wang");
        notices.tell(Set.of("mei", "wang"), "once", CODE, null, "甲");
        notices.tell(List.of("mei", "wang", "wang"), "once", CODE, null, "甲");
        after(Duration.ofMinutes(1));

        assertThat(recipients()).containsExactlyInAnyOrder("mei", "wang");
        assertThat(notices.newest("wang", 10)).hasSize(1);
    }

    private void tell(String person, String key, String argument) {
        notices.tell(person, key, CODE, "/", argument);
    }

    private void after(Duration duration) {
        at(now().plus(duration));
        deliver.round();
    }

    private static void at(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    private static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    private List<MimeMessage> mails() {
        return Arrays.asList(server.getReceivedMessages());
    }

    private MimeMessage onlyMail() {
        assertThat(mails()).hasSize(1);
        return mails().get(0);
    }

    private DeliveryLog.Entry onlyDelivery() {
        List<DeliveryLog.Entry> all = log.find(null, null, Instant.parse("9999-01-01T00:00:00Z"), 10);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    /** Ids of those who got mail. */
    private List<String> recipients() throws MessagingException {
        List<String> people = new ArrayList<>();
        for (MimeMessage mail : mails()) {
            String address = ((jakarta.mail.internet.InternetAddress) mail.getAllRecipients()[0]).getAddress();
            people.add(address.replace("@example.org", ""));
        }
        return people;
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString().replace("\r\n", "\n");
        }
        if (part.getContent() instanceof MimeMultipart parts) {
            for (int index = 0; index < parts.getCount(); index++) {
                String found = part(parts.getBodyPart(index), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    private static <T> T inAnotherThread(Callable<T> work) {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            return thread.submit(work).get(30, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        } finally {
            thread.shutdownNow();
        }
    }
}
