package org.xinhuo.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.notification.UndeliveredMail.GivenUp;

/** What was given up, who is told of it, and how it goes again. */
class UndeliveredMailTest extends MailStory {

    @Autowired
    UndeliveredMail undelivered;

    private void refused(String... arguments) throws Exception {
        try (ScriptedMailServer refusing = new ScriptedMailServer("550 5.1.1 no such mailbox")) {
            sender.setPort(refusing.port());
            for (String argument : arguments) {
                tell("mei", argument, argument);
                after(Duration.ofHours(1));
            }
        }
        sender.setPort(server.getSmtp().getPort());
    }

    @Test
    void whatWasGivenUpForAPersonGoesAgainAsOneLetter() throws Exception {
        refused("甲", "乙");
        assertThat(undelivered.givenUp(0, 10)).singleElement().satisfies(one -> {
            assertThat(one.personId()).isEqualTo("mei");
            assertThat(one.email()).isEqualTo("mei@example.org");
            assertThat(one.letters()).isEqualTo(2);
            assertThat(one.last()).isEqualTo(now());
            assertThat(one.reason()).contains("550 5.1.1 no such mailbox");
        });
        List<String> before = log.find("GAVE_UP", null, null, 10).stream()
                .map(DeliveryLog.Entry::messageId)
                .toList();

        assertThat(undelivered.sendAgain("mei")).isEqualTo(2);
        assertThat(undelivered.sendAgain("mei")).isZero();
        deliver.round();

        assertThat(onlyMail().getSubject()).isEqualTo("您有2条新消息 · 薪火");
        assertThat(onlyMail().getMessageID()).isNotIn(before);
        assertThat(undelivered.givenUp(0, 10)).isEmpty();
        assertThat(log.find("DROPPED", null, null, 10)).hasSize(2);
        assertThat(log.find("SENT", null, null, 10)).hasSize(1);
        after(Duration.ofDays(31));
        assertThat(mails()).hasSize(1);
    }

    @Test
    void oneAloneGoesAgainAsItWas() throws Exception {
        refused("甲");
        String identity = onlyDelivery().messageId();
        assertThat(undelivered.sendAgain(null)).isEqualTo(1);
        deliver.round();
        assertThat(onlyMail().getMessageID()).isEqualTo(identity);
        assertThat(onlyDelivery().state()).isEqualTo("SENT");
    }

    @Test
    void whatWasReadMeanwhileIsNotSentAndOthersAreLeftAlone() throws Exception {
        refused("甲", "乙");
        notices.markRead("mei");
        assertThat(undelivered.sendAgain("wang")).isZero();
        assertThat(undelivered.sendAgain("m\0ei")).isZero();
        undelivered.sendAgain("mei");
        deliver.round();
        assertThat(mails()).isEmpty();
        assertThat(log.find("DROPPED", null, null, 10)).hasSize(3);
    }

    @Test
    void hrIsToldOnceADay() throws Exception {
        company.employee("han").role("han", "hr");
        company.write("update employee set email = null where id = 'han'");
        refused("甲", "乙");
        assertThat(notices.newest("han", 10)).singleElement().satisfies(told -> {
            assertThat(told.code()).isEqualTo("notification.notice.givenUp");
            assertThat(told.link()).isEqualTo("/deliveries");
        });
        at(now().plus(Duration.ofDays(1)));
        refused("丙");
        assertThat(notices.newest("han", 10)).hasSize(2);
    }

    @Test
    void theLatestFailureStandsFirstAndWhoHasNoAddressIsNamed() throws Exception {
        company.employee("wang").employee("li").employee("gone");
        company.write("update employee set email = 'nobody' where id = 'wang'");
        company.write("update employee set email = ' ' where id = 'li'");
        company.write("update employee set email = null where id = 'gone'");
        company.left("gone");
        refused("甲");
        tell("wang", "once", "乙");
        after(Duration.ofMinutes(1));
        assertThat(undelivered.givenUp(0, 10)).extracting(GivenUp::personId).containsExactly("wang", "mei");
        assertThat(undelivered.givenUp(1, 10)).extracting(GivenUp::personId).containsExactly("mei");
        assertThat(undelivered.unreachable(10))
                .extracting(UndeliveredMail.Unreachable::personId)
                .containsExactly("li");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "SMTPAddressFailedException: 550 5.1.1 no such mailbox, refused",
                "cannot be written: not one address, address",
                "MailConnectException: Couldn't connect to host port: 15500, patience",
                "SMTPAddressFailedException: 452 4.2.2 mailbox full, patience",
                "-, patience"
            })
    void theReasonIsPutIntoWords(String reason, String why) {
        assertThat(DeliveriesPage.why(reason)).isEqualTo(why);
    }

    @Test
    void hrAndAdministratorsMaySeeIt() {
        assertThat(UndeliveredMail.mayBeSeenBy(Set.of("employee", "hr"))).isTrue();
        assertThat(UndeliveredMail.mayBeSeenBy(Set.of("camunda-admin"))).isTrue();
        assertThat(UndeliveredMail.mayBeSeenBy(Set.of("employee", "manager", "auditor", "process-owner")))
                .isFalse();
    }
}
