package org.xinhuo.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
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
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** Notices on their way to a real mail server, by the engine's clock: what the tests about it share. */
@XinhuoTest
@TestPropertySource(
        properties = {
            "spring.mail.host=127.0.0.1",
            "xinhuo.mail.from=薪火 Xinhuo <xinhuo@example.org>",
            "xinhuo.base-url=https://xinhuo.example.org/"
        })
abstract class MailStory {

    /** Monday 10:00 in Shanghai, 21:00 of Sunday in New York. */
    static final Instant MONDAY_AT_TEN = Instant.parse("2026-03-02T02:00:00Z");

    static final String CODE = "people.unknownEmployee";

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

    void tell(String person, String key, String argument) {
        notices.tell(person, key, CODE, "/", argument);
    }

    void after(Duration duration) {
        at(now().plus(duration));
        deliver.round();
    }

    static void at(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    List<MimeMessage> mails() {
        return Arrays.asList(server.getReceivedMessages());
    }

    MimeMessage onlyMail() {
        assertThat(mails()).hasSize(1);
        return mails().get(0);
    }

    DeliveryLog.Entry onlyDelivery() {
        List<DeliveryLog.Entry> all = log.find(null, null, null, 10);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    /** Ids of those who got mail. */
    List<String> recipients() throws MessagingException {
        List<String> people = new ArrayList<>();
        for (MimeMessage mail : mails()) {
            String address = ((jakarta.mail.internet.InternetAddress) mail.getAllRecipients()[0]).getAddress();
            people.add(address.replace("@example.org", ""));
        }
        return people;
    }

    static String part(Part part, String type) throws MessagingException, IOException {
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

    static <T> T inAnotherThread(Callable<T> work) {
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
