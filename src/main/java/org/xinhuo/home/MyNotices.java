package org.xinhuo.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Texts;
import org.xinhuo.notification.Notices;
import org.xinhuo.notification.Notices.Notice;

/** What a person was told, in words. */
@Component
class MyNotices {

    private final Notices notices;
    private final Texts texts;

    MyNotices(Notices notices, Texts texts) {
        this.notices = notices;
        this.texts = texts;
    }

    record Line(String text, @Nullable String link, String at, String ago, boolean unread) {}

    List<Line> of(String personId, int limit, ReaderTime time) {
        return notices.newest(personId, limit).stream()
                .map(notice -> line(notice, time))
                .toList();
    }

    private Line line(Notice notice, ReaderTime time) {
        return new Line(
                texts.text(time.locale(), notice.code(), notice.arguments().toArray()),
                notice.link(),
                time.moment(notice.createdAt()),
                time.relative(notice.createdAt()),
                !notice.read());
    }
}
