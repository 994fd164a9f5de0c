package org.xinhuo.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Texts;
import org.xinhuo.notification.Notices.Notice;

/** What a person was told, in words, as pages list it. */
@Component
public class NoticeLines {

    private final Notices notices;
    private final Texts texts;

    NoticeLines(Notices notices, Texts texts) {
        this.notices = notices;
        this.texts = texts;
    }

    /**
     * One notice.
     *
     * @param link the way to where to act, which marks it as read; null where there is nothing to do
     * @param at day and time on the reader's clock
     */
    public record Line(long id, String text, @Nullable String link, String at, String ago, boolean unread) {}

    /** The newest ones. */
    public List<Line> newest(String personId, int limit, ReaderTime time) {
        return notices.newest(personId, limit).stream()
                .map(notice -> line(notice, time))
                .toList();
    }

    Line line(Notice notice, ReaderTime time) {
        return new Line(
                notice.id(),
                texts.stored(time.locale(), notice.code(), NoticeWords.of(notice, time, texts)),
                notice.link() == null ? null : NoticePages.open(notice.id()),
                time.moment(notice.createdAt()),
                time.relative(notice.createdAt()),
                !notice.read());
    }
}
