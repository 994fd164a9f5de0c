package org.xinhuo.notification;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Texts;
import org.xinhuo.notification.Notices.Notice;

/** Puts notices into words: in the recipient's language, with times of the recipient's clock and absolute links. */
@Component
class Letters {

    /** More makes no reader read more; the rest waits in the inbox. */
    static final int LONGEST_LIST = 30;

    private static final int LONGEST_SUBJECT = 80;

    private final Texts texts;
    private final List<PersonalLinks> personal;
    private final String root;

    Letters(Texts texts, List<PersonalLinks> personal, @Value("${xinhuo.base-url}") String baseUrl) {
        this.texts = texts;
        this.personal = personal;
        this.root = baseUrl.strip().replaceAll("/+$", "");
    }

    Letter of(Delivery delivery) {
        Recipient to = delivery.to();
        ReaderTime time = new ReaderTime(texts, to.locale(), to.rhythm().zone(), delivery.takenAt());
        List<Letter.Line> lines = delivery.notices().stream()
                .limit(LONGEST_LIST)
                .map(notice -> line(notice, to.id(), time))
                .toList();
        int count = delivery.notices().size();
        return new Letter(
                delivery.messageId(),
                to,
                delivery.takenAt(),
                count == 1
                        ? shortened(lines.get(0).text())
                        : texts.text(to.locale(), "notification.mail.subject", count),
                lines,
                count - lines.size(),
                root + "/notices",
                root + "/notices/preferences",
                delivery.calendar());
    }

    /** Through the inbox, where it then counts as read; or by a link of this person's own. */
    private Letter.Line line(Notice notice, String personId, ReaderTime time) {
        PersonalLinks.Way way = personal.stream()
                .flatMap(links -> links.of(notice, personId, time.locale()).stream())
                .findFirst()
                .orElseGet(() -> new PersonalLinks.Way(NoticePages.open(notice.id()), List.of()));
        return new Letter.Line(
                oneLine(texts.stored(time.locale(), notice.code(), NoticeWords.of(notice, time, texts))),
                time.moment(notice.createdAt()),
                root + way.path(),
                way.buttons().stream()
                        .map(button -> new PersonalLinks.Button(button.label(), root + button.path()))
                        .toList());
    }

    /** Names and titles are typed by people: nothing in them may begin a line, a header or run backwards. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                .strip();
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_SUBJECT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }
}
