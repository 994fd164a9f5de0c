package org.xinhuo.incentive.rating;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All ratings. Written and read by SQL: two hundred arrive in the same minute. */
@Repository
@Transactional
public class Ratings {

    /** As many as a page lists. */
    private static final int MOST_OPEN = 100;

    private final JdbcClient jdbc;

    Ratings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What came together for one share.
     *
     * @param mean of the scores 1 to 10, two decimals, half up; null where nobody rated
     */
    public record Figures(int count, @Nullable BigDecimal mean) {}

    /** A rating that was taken. @param before what the learner had given until then, or null */
    record Stored(@Nullable Integer before) {}

    /** One learner's own rating. */
    public record Given(int score, @Nullable String comment, Instant ratedAt) {}

    /**
     * A share that a learner may rate now.
     *
     * @param score what this learner gave so far, or null
     */
    public record Open(
            String shareId,
            String title,
            String lecturerId,
            Instant startsAt,
            Instant closesAt,
            @Nullable Integer score) {}

    /**
     * Stores or replaces a rating if the window is open and the learner is on the attendance list, all in one
     * statement. The lock in share mode lets any number of ratings pass beside each other, and makes the closing of
     * the window wait for those under way, and those behind it see it closed.
     *
     * @param keepsComment an earlier comment stays where there is none now
     * @return empty where window or list forbid it
     */
    Optional<Stored> put(
            String shareId, String learnerId, int score, @Nullable String comment, boolean keepsComment, Instant now) {
        return jdbc.sql("""
                        insert into rating (share_id, learner_id, score, comment, rated_at)
                        select s.id, a.employee_id, :score, cast(:comment as text), :now
                        from share s join share_attendance a on a.share_id = s.id and a.employee_id = :learner
                        where s.id = :share and s.lecturer_id <> :learner and s.state <> 'CANCELLED'
                          and s.rating_opened_at is not null and s.rating_closed_at is null
                          and :now < s.rating_closes_at
                        for share of s
                        on conflict (share_id, learner_id) do update
                        set score = excluded.score, rated_at = excluded.rated_at,
                            first_rated_at = coalesce(rating.first_rated_at, rating.rated_at),
                            comment = case when :keeps then coalesce(excluded.comment, rating.comment)
                                else excluded.comment end
                        returning (select earlier.score from rating earlier
                            where earlier.share_id = :share and earlier.learner_id = :learner) as before
                        """)
                .param("share", shareId)
                .param("learner", learnerId)
                .param("score", score)
                .param("comment", comment)
                .param("keeps", keepsComment)
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Stored(row.getObject("before", Integer.class)))
                .optional();
    }

    @Transactional(readOnly = true)
    public Figures figures(String shareId) {
        return jdbc.sql("select count(*) as raters, round(avg(score), 2) as mean from rating where share_id = :share")
                .param("share", shareId)
                .query((row, number) -> new Figures(row.getInt("raters"), row.getBigDecimal("mean")))
                .single();
    }

    @Transactional(readOnly = true)
    public Optional<Given> given(String shareId, String learnerId) {
        return jdbc.sql("select score, comment, rated_at from rating where share_id = :share and learner_id = :learner")
                .param("share", shareId)
                .param("learner", learnerId)
                .query((row, number) -> new Given(
                        row.getInt("score"),
                        row.getString("comment"),
                        row.getTimestamp("rated_at").toInstant()))
                .optional();
    }

    /** What a learner may rate now, the window that closes first before the others. */
    @Transactional(readOnly = true)
    public List<Open> openFor(String learnerId, Instant now) {
        return jdbc.sql("""
                        select s.id, s.title, s.lecturer_id, s.starts_at, s.rating_closes_at, r.score
                        from share s
                        join share_attendance a on a.share_id = s.id and a.employee_id = :learner
                        left join rating r on r.share_id = s.id and r.learner_id = :learner
                        where s.rating_opened_at is not null and s.rating_closed_at is null
                          and s.rating_closes_at > :now and s.lecturer_id <> :learner
                        order by s.rating_closes_at, s.id limit :most
                        """)
                .param("learner", learnerId)
                .param("now", Timestamp.from(now))
                .param("most", MOST_OPEN)
                .query((row, number) -> new Open(
                        row.getString("id"),
                        row.getString("title"),
                        row.getString("lecturer_id"),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("rating_closes_at").toInstant(),
                        row.getObject("score", Integer.class)))
                .list();
    }
}
