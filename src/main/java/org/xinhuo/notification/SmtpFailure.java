package org.xinhuo.notification;

import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.xinhuo.notification.NotDelivered.Then;

/** What an answer of a mail server means for the letter: RFC 5321 says 5xx for "never" and 4xx for "later". */
final class SmtpFailure {

    /** "I am closing down": not about this letter. */
    private static final int CLOSING = 421;

    private static final int FIRST_OF_NEVER = 500;

    /** It wants a login, or another one: a matter of our settings, and every letter would get the same answer. */
    private static final Set<Integer> ABOUT_OUR_LOGIN = Set.of(530, 534, 535, 538);

    private SmtpFailure() {}

    static NotDelivered of(MailException failure) {
        Set<Throwable> all = all(failure);
        for (Throwable one : all) {
            if (one instanceof SMTPAddressFailedException address) {
                return answered(address.getReturnCode(), address);
            }
            if (one instanceof SMTPSenderFailedException sender) {
                return new NotDelivered(Then.STOP_FOR_NOW, reason(sender), failure);
            }
        }
        for (Throwable one : all) {
            if (one instanceof SMTPSendFailedException message) {
                return answered(message.getReturnCode(), message);
            }
        }
        Throwable last = failure;
        for (Throwable one : all) {
            last = one;
        }
        return new NotDelivered(Then.STOP_FOR_NOW, reason(last), failure);
    }

    private static NotDelivered answered(int code, MessagingException answer) {
        Then then;
        if (code == CLOSING || ABOUT_OUR_LOGIN.contains(code)) {
            then = Then.STOP_FOR_NOW;
        } else if (code >= FIRST_OF_NEVER) {
            then = Then.GIVE_UP;
        } else {
            then = Then.TRY_AGAIN;
        }
        return new NotDelivered(then, reason(answer), answer);
    }

    private static String reason(Throwable failure) {
        return Letters.oneLine(failure.getClass().getSimpleName() + ": " + failure.getMessage());
    }

    /** Jakarta Mail hangs its exceptions one behind the other, apart from their causes. */
    private static Set<Throwable> all(MailException failure) {
        Set<Throwable> all = new LinkedHashSet<>();
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(failure);
        while (!open.isEmpty()) {
            Throwable one = open.remove();
            if (!all.add(one)) {
                continue;
            }
            if (one instanceof MailSendException several) {
                open.addAll(Arrays.asList(several.getMessageExceptions()));
            }
            if (one instanceof MessagingException chained && chained.getNextException() != null) {
                open.add(chained.getNextException());
            }
            if (one.getCause() != null) {
                open.add(one.getCause());
            }
        }
        return all;
    }
}
