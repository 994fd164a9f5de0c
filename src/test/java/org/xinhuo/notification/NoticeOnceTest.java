package org.xinhuo.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A notice leaves if its fact is true, once, however many nodes there are. */
class NoticeOnceTest extends MailStory {

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
        assertThat(log.find(null, null, null, 1000)).hasSize(2 * people).allSatisfy(delivery -> {
            assertThat(delivery.state()).isEqualTo("SENT");
            assertThat(delivery.attempts()).isEqualTo(1);
        });
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

    @Test
    void finishedDeliveriesAreForgottenAndNoticesKept() throws Exception {
        tell("mei", "once", "甲");
        after(Duration.ofMinutes(1));
        after(Duration.ofDays(29));
        assertThat(onlyDelivery().state()).isEqualTo("SENT");

        after(Duration.ofDays(2));

        assertThat(log.find(null, null, null, 10)).isEmpty();
        assertThat(jdbc.sql("select count(*) from notice_outbox")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(notices.newest("mei", 10)).hasSize(1);
        assertThat(mails()).hasSize(1);
    }
}
