package org.xinhuo.notification;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Texts;
import org.xinhuo.notification.Notices.Notice;

/** What a person was told, in words, as pages list it. */
@Component
public class NoticeLines {

    private final Notices notices;
    private final ObjectProvider<ClosedPages> closedPages;
    private final Texts texts;

    NoticeLines(Notices notices, ObjectProvider<ClosedPages> closedPages, Texts texts) {
        this.closedPages = closedPages;
        this.notices = notices;
        this.texts = texts;
    }

    /**
     * One notice.
     *
     * @param link the way to where to act, which marks it as read; null where there is nothing to do, or
     *     nothing that this person may read any more
     * @param at day and time on the reader's clock
     */
    public record Line(long id, String text, @Nullable String link, String at, String ago, boolean unread) {}

    /** The newest ones. */
    public List<Line> newest(String personId, int limit, ReaderTime time) {
        return of(personId, notices.newest(personId, limit), time);
    }

    /** Notices of this person. */
    List<Line> of(String personId, List<Notice> told, ReaderTime time) {
        Set<String> closed = closedTo(
                personId,
                told.stream().map(Notice::link).filter(Objects::nonNull).toList());
        return told.stream().map(notice -> line(notice, closed, time)).toList();
    }

    /** Of these links, those behind which this person may read nothing any more. */
    Set<String> closedTo(String personId, List<String> links) {
        return closedPages.stream()
                .flatMap(pages -> pages.closedTo(personId, links).stream())
                .collect(Collectors.toSet());
    }

    private Line line(Notice notice, Set<String> closed, ReaderTime time) {
        return new Line(
                notice.id(),
                texts.stored(time.locale(), notice.code(), NoticeWords.of(notice, time, texts)),
                notice.link() == null || closed.contains(notice.link()) ? null : NoticePages.open(notice.id()),
                time.moment(notice.createdAt()),
                time.relative(notice.createdAt()),
                !notice.read());
    }
}
