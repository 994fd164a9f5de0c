package org.xinhuo.incentive.content;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.sharing.Share;

/** What learners wish to hear in a share that is announced, or ask about it. The lecturer starts from them. */
@Component
@Transactional
public class Wishes {

    public static final int LONGEST = 500;

    /** Of one person for one share. */
    static final int MOST_A_PERSON = 5;

    private static final int MOST_SHOWN = 100;

    private final ContentAccess access;
    private final JdbcClient jdbc;
    private final CompanyTime time;

    Wishes(ContentAccess access, JdbcClient jdbc, CompanyTime time) {
        this.access = access;
        this.jdbc = jdbc;
        this.time = time;
    }

    /** One wish; who made it is told to the lecturer and HR alone. */
    public record Wish(long id, String personId, String text, Instant madeAt) {}

    /** @throws Refusal for the lecturer and who is not invited, once the share has begun, and without words */
    public void make(String shareId, @Nullable String text, String personId) {
        Share share = access.readable(shareId, personId);
        if (share.lecturerId().equals(personId)) {
            throw Refusal.forbidden("content.wish.own");
        }
        if (share.state() != Share.State.PLANNED || !share.startsAt().isAfter(time.now())) {
            throw Refusal.conflict("content.wish.tooLate", share.title());
        }
        if (text == null || text.isBlank()) {
            throw Refusal.invalid("text", "form.required", "text");
        }
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw Refusal.invalid("text", "form.tooLong", "text", LONGEST);
        }
        int made = jdbc.sql("insert into share_wish (share_id, person_id, wish, made_at)"
                        + " select :share, :person, :wish, :now where (select count(*) from share_wish"
                        + " where share_id = :share and person_id = :person) < :most")
                .param("share", shareId)
                .param("person", personId)
                .param("wish", text.strip())
                .param("now", Timestamp.from(time.now()))
                .param("most", MOST_A_PERSON)
                .update();
        if (made == 0) {
            throw Refusal.conflict("content.wish.tooMany", MOST_A_PERSON);
        }
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
