package org.xinhuo.notification;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.xinhuo.base.Texts;
import org.xinhuo.calendar.CalendarText;
import org.xinhuo.notification.NotDelivered.Then;

/** Mail over SMTP; open where {@code spring.mail.host} names a server. */
@Component
class MailChannel implements Channel {

    static final String NAME = "mail";

    /** How the reason begins where an address is none. */
    static final String UNWRITABLE = "cannot be written: ";

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final @Nullable JavaMailSender sender;
    private final InternetAddress from;
    private final ITemplateEngine templates;
    private final Texts texts;

    MailChannel(
            ObjectProvider<JavaMailSender> sender,
            @Value("${spring.mail.host:}") String host,
            @Value("${xinhuo.mail.from}") String from,
            ITemplateEngine templates,
            Texts texts) {
        this.sender = host.isBlank() ? null : sender.getIfAvailable();
        this.from = address(from);
        this.templates = templates;
        this.texts = texts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isOpen() {
        return sender != null;
    }

    @Override
    public boolean reaches(Recipient person) {
        String email = person.email();
        return email != null && !email.isBlank();
    }

    @Override
    public boolean takesCalendars() {
        return true;
    }

    @Override
    public String messageId(String deliveryId) {
        return "<notice." + deliveryId + "@" + domain() + ">";
    }

    @Override
    public void send(Letter letter) throws NotDelivered {
        JavaMailSender open = sender;
        if (open == null) {
            throw new IllegalStateException("no mail server is configured");
        }
        MimeMessage message = open.createMimeMessage();
        try {
            write(message, letter);
        } catch (MessagingException | UnsupportedEncodingException unwritable) {
            throw new NotDelivered(Then.GIVE_UP, UNWRITABLE + unwritable.getMessage(), unwritable);
        }
        try {
            open.send(message);
        } catch (MailException failure) {
            throw SmtpFailure.of(failure);
        }
    }

    private void write(MimeMessage message, Letter letter) throws MessagingException, UnsupportedEncodingException {
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, recipient(letter.to()));
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(Date.from(letter.writtenAt()));
        message.setHeader("Message-ID", letter.messageId());
        // So that no machine answers: RFC 3834, and what Exchange listens to instead.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setHeader("List-Id", "<notices." + domain() + ">");
        message.setHeader("List-Unsubscribe", "<" + letter.preferences() + ">");
        message.setHeader("Content-Language", letter.locale().toLanguageTag());
        // The last of the alternatives is the one that a program prefers.
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text(letter), UTF_8);
        MimeBodyPart page = new MimeBodyPart();
        page.setText(html(letter), UTF_8, "html");
        MimeMultipart alternatives = new MimeMultipart("alternative", plain, page);
        CalendarMail calendar = letter.calendar();
        if (calendar != null) {
            alternatives.addBodyPart(invitation(letter, calendar));
        }
        message.setContent(alternatives);
    }

    /** The method in the type of the part as well: without it programs show a file instead of buttons. */
    private static MimeBodyPart invitation(Letter letter, CalendarMail calendar) throws MessagingException {
        String text = CalendarText.forAttendee(
                calendar.text(letter.locale()), Letters.oneLine(letter.to().name()), recipientAddress(letter.to()));
        MimeBodyPart part = new MimeBodyPart();
        String type = "text/calendar; method=" + calendar.method().name() + "; charset=UTF-8";
        // As bytes: the lines are folded as they must arrive.
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(text.getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static String recipientAddress(Recipient person) throws AddressException {
        return InternetAddress.parse(String.valueOf(person.email()), true)[0].getAddress();
    }

    private static InternetAddress recipient(Recipient person) throws AddressException, UnsupportedEncodingException {
        InternetAddress[] addresses = InternetAddress.parse(String.valueOf(person.email()), true);
        if (addresses.length != 1 || addresses[0].isGroup()) {
            throw new AddressException("not one address");
        }
        if (addresses[0].getAddress().indexOf('@') < 0) {
            throw new AddressException("without a domain");
        }
        addresses[0].setPersonal(Letters.oneLine(person.name()), UTF_8);
        return addresses[0];
    }

    private String html(Letter letter) {
        Context context = new Context(letter.locale());
        context.setVariable("letter", letter);
        return templates.process("mail/notices", context);
    }

    private String text(Letter letter) {
        String notices = letter.notices().stream()
                .map(line -> line.text() + "\n" + line.at() + "\n" + line.link())
                .collect(Collectors.joining("\n\n"));
        String more = letter.more() == 0 ? "" : "\n\n" + say(letter, "notification.mail.more", letter.more());
        return say(letter, "notification.mail.greeting", letter.to().name()) + "\n\n" + notices + more + "\n\n-- \n"
                + say(letter, "notification.mail.inbox") + "\n" + letter.inbox() + "\n"
                + say(letter, "notification.mail.preferences") + "\n" + letter.preferences() + "\n";
    }

    private String say(Letter letter, String code, Object... arguments) {
        return Letters.oneLine(texts.text(letter.locale(), code, arguments));
    }

    private String domain() {
        String address = from.getAddress();
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static InternetAddress address(String configured) {
        try {
            InternetAddress address = new InternetAddress(configured, true);
            if (address.getAddress().indexOf('@') < 0) {
                throw new AddressException("without a domain");
            }
            address.setPersonal(address.getPersonal(), UTF_8);
            return address;
        } catch (AddressException | UnsupportedEncodingException wrong) {
            throw new IllegalStateException("xinhuo.mail.from is no mail address: " + configured, wrong);
        }
    }
}
