package org.xinhuo.incentive.content;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.sharing.Share;

/**
 * What learners wish to hear in a share that is announced, or ask about it; and after a share, what they wish to hear the
 * next time. Lecturers start from them.
 */
@Component
@Transactional
public class Wishes {

    public static final int LONGEST = 500;

    /** What was wished longer ago is not brought up any more. */
    private static final Duration FORGOTTEN = Duration.ofDays(365);

    private static final int MOST_SHOWN = 100;
    private static final int MOST_OF_OTHERS = 10;

    private final ContentAccess access;
    private final ContentRules rules;
    private final JdbcClient jdbc;
    private final CompanyTime time;

    Wishes(ContentAccess access, ContentRules rules, JdbcClient jdbc, CompanyTime time) {
        this.access = access;
        this.rules = rules;
        this.jdbc = jdbc;
        this.time = time;
    }

    /** One wish; who made it is told to the lecturer and HR alone. */
    public record Wish(long id, String personId, String text, Instant madeAt) {}

    /** @throws Refusal for the lecturer and who is not invited, when it is too late, and without words */
    public void make(String shareId, @Nullable String text, String personId) {
        Share share = access.readable(shareId, personId);
        if (share.lecturerId().equals(personId)) {
            throw Refusal.forbidden("content.wish.own");
        }
        if (!takes(share)) {
            throw Refusal.conflict("content.wish.tooLate", share.title());
        }
        if (text == null || text.isBlank()) {
            throw Refusal.invalid("text", "form.required", "text");
        }
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw Refusal.invalid("text", "form.tooLong", "text", LONGEST);
        }
        int most = rules.of(share.lecturerId()).wishesEach();
        int made = jdbc.sql("insert into share_wish (share_id, person_id, wish, made_at)"
                        + " select :share, :person, :wish, :now where (select count(*) from share_wish"
                        + " where share_id = :share and person_id = :person) < :most")
                .param("share", shareId)
                .param("person", personId)
                .param("wish", text.strip())
                .param("now", Timestamp.from(time.now()))
                .param("most", most)
                .update();
        if (made == 0) {
            throw Refusal.conflict("content.wish.tooMany", most);
        }
    }

    /** Whether wishes are taken: until some time after the start (see {@link ContentRules}), unless it was called off or not held. */
    public boolean takes(Share share) {
        return (share.state() == Share.State.PLANNED || share.state() == Share.State.HELD)
                && share.startsAt()
                        .plus(rules.of(share.lecturerId()).wishesFor())
                        .isAfter(time.now());
    }

    /**
     * What was wished for the next time after other shares on these topics, the latest first: since this share's lecturer
     * last handed in content on them.
     */
    @Transactional(readOnly = true)
    public List<String> forNextTime(Share share, List<String> topics) {
        return jdbc.sql("""
                        with about as (
                            select s.id, s.lecturer_id, s.starts_at, s.submitted_at from share s where s.id <> :share
                            and exists (select 1 from unnest(:topics) t where position(lower(t) in lower(s.title)) > 0))
                        select w.wish from about s join share_wish w on w.share_id = s.id
                        where w.made_at >= s.starts_at and w.made_at > :since
                          and w.made_at > coalesce((select max(submitted_at) from about where lecturer_id = :lecturer),
                                                   '-infinity')
                        order by w.id desc limit :most
                        """)
                .param("share", share.id())
                .param("topics", topics.toArray(String[]::new))
                .param("lecturer", share.lecturerId())
                .param("since", Timestamp.from(time.now().minus(FORGOTTEN)))
                .param("most", MOST_OF_OTHERS)
                .query(String.class)
                .list();
    }

    /** Takes an own wish back. */
    public void takeBack(String shareId, long id, String personId) {
        int gone = jdbc.sql("delete from share_wish where id = :id and share_id = :share and person_id = :person")
                .param("id", id)
                .param("share", shareId)
                .param("person", personId)
                .update();
        if (gone == 0) {
            throw Refusal.notFound("content.wish.unknown");
        }
    }

    /** All wishes for a share, in the order in which they came. */
    @Transactional(readOnly = true)
    public List<Wish> of(String shareId) {
        return jdbc.sql("select id, person_id, wish, made_at from share_wish where share_id = :share"
                        + " order by id limit :most")
                .param("share", shareId)
                .param("most", MOST_SHOWN)
                .query((row, number) -> new Wish(
                        row.getLong("id"),
                        row.getString("person_id"),
                        row.getString("wish"),
                        row.getTimestamp("made_at").toInstant()))
                .list();
    }
}
