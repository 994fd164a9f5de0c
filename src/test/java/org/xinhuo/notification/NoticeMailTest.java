package org.xinhuo.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a mail looks like, and to whom it goes. */
class NoticeMailTest extends MailStory {

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
}
