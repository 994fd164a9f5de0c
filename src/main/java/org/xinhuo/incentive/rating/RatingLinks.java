package org.xinhuo.incentive.rating;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/**
 * Personal links to rate without logging in. Nothing is stored a link: it is made anew wherever it is needed, the same
 * for the same learner and share as long as the same key signs. See docs/rating.md.
 */
@Service
@Transactional
public class RatingLinks {

    private final JdbcClient jdbc;
    private final LinkKeys keys;
    private final CompanyTime time;

    RatingLinks(JdbcClient jdbc, LinkKeys keys, CompanyTime time) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.time = time;
    }

    /**
     * Whom and what a link is about.
     *
     * @param learner what people call the learner, for whoever opens the link
     * @param open may be rated now
     * @param rated the learner has rated already; what is not said, a link may be in other hands
     */
    public record Link(
            String shareId,
            String learnerId,
            String learner,
            String title,
            String lecturer,
            Instant closesAt,
            boolean open,
            boolean rated) {}

    /** The token of an attendee whose window is open; empty for everybody else. */
    public Optional<String> token(String shareId, String learnerId) {
        record Found(long attendance, Instant closesAt) {}
        return jdbc.sql("""
                        select a.link_id, s.rating_closes_at from share_attendance a join share s on s.id = a.share_id
                        where a.share_id = :share and a.employee_id = :learner and s.lecturer_id <> :learner
                          and s.rating_opened_at is not null and s.rating_closed_at is null
                          and s.rating_closes_at > :now
                        """)
                .param("share", shareId)
                .param("learner", learnerId)
                .param("now", Timestamp.from(time.now()))
                .query((row, number) -> new Found(
                        row.getLong("link_id"),
                        row.getTimestamp("rating_closes_at").toInstant()))
                .optional()
                .map(found -> {
                    LinkKeys.Key key = keys.signing();
                    return new LinkToken(key.id(), found.attendance(), found.closesAt()).signed(key.secret());
                });
    }

    /**
     * Whom a token is about. Two statements for a token that somebody signed, one for any other.
     *
     * @return empty where the signature is not ours, the attendance was taken back, or the learner left the company
     */
    public Optional<Link> read(String token) {
        return LinkToken.read(token)
                .filter(said -> keys.find(said.key())
                        .filter(key -> said.isSigned(token, key.secret()))
                        .isPresent())
                .flatMap(this::about);
    }

    private Optional<Link> about(LinkToken said) {
        Instant now = time.now();
        return jdbc.sql("""
                        select s.id, a.employee_id, e.name, s.title, l.name as lecturer, s.rating_closes_at,
                            s.rating_opened_at is not null and s.rating_closed_at is null
                                and s.rating_closes_at > :now and s.state <> 'CANCELLED'
                                and s.lecturer_id <> a.employee_id as open,
                            exists (select 1 from rating r where r.share_id = s.id and r.learner_id = a.employee_id)
                                as rated
                        from share_attendance a join share s on s.id = a.share_id
                        join employee e on e.id = a.employee_id join employee l on l.id = s.lecturer_id
                        where a.link_id = :attendance and s.rating_closes_at is not null
                          and (e.left_on is null or e.left_on > :today)
                        """)
                .param("attendance", said.attendance())
                .param("now", Timestamp.from(now))
                .param("today", time.today())
                .query((row, number) -> new Link(
                        row.getString("id"),
                        row.getString("employee_id"),
                        row.getString("name"),
                        row.getString("title"),
                        row.getString("lecturer"),
                        row.getTimestamp("rating_closes_at").toInstant(),
                        row.getBoolean("open") && now.isBefore(said.expiresAt().plusSeconds(1)),
                        row.getBoolean("rated")))
                .optional();
    }
}
