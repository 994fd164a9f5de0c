package org.xinhuo.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Servers that are away, mailboxes that are full or are none. */
class NoticeRetryTest extends MailStory {

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

    /** It limits its rate, or blocks the sender: nobody's mailbox is meant. */
    @Test
    void aServerThatRefusesLetterAfterLetterStopsTheRoundAndLosesNone() throws Exception {
        for (int person = 0; person < 7; person++) {
            company.employee("p" + person);
            tell("p" + person, "once", "甲");
        }
        try (ScriptedMailServer refusing = new ScriptedMailServer("554 5.7.1 too many messages")) {
            sender.setPort(refusing.port());
            after(Duration.ofMinutes(1));
            assertThat(refusing.asked()).isEqualTo(5);
        }
        assertThat(log.standing().waiting()).isEqualTo(7);
        assertThat(log.standing().retrying()).isEqualTo(5);

        sender.setPort(server.getSmtp().getPort());
        after(Duration.ofMinutes(1));
        assertThat(mails()).hasSize(7);
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
}
