package org.xinhuo.incentive.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** Notes that a confirmed month has drawn all its consequences, and knows which reviews have a way to go. */
@Component
@Transactional
public class FinishReview {

    private static final String UNFINISHED = "select r.id, r.period from monthly_review r where"
            + " not exists (select 1 from monthly_review_finished f where f.review_id = r.id) and ";

    private final JdbcClient jdbc;
    private final CompanyTime time;

    FinishReview(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** A review that is open, or confirmed without all that follows. */
    public record Unfinished(String reviewId, YearMonth period) {}

    /**
     * A second time changes nothing. Nothing follows from a month that is not confirmed: it stays to be taken up.
     *
     * @return whether it is finished; not where there is no such review
     */
    public boolean finish(String reviewId) {
        jdbc.sql("insert into monthly_review_finished (review_id, finished_at)"
                        + " select id, :now from monthly_review where id = :id and state = 'CONFIRMED'"
                        + " on conflict do nothing")
                .param("id", reviewId)
                .param("now", Timestamp.from(time.now()))
                .update();
        return jdbc.sql("select exists (select 1 from monthly_review_finished where review_id = :id)")
                .param("id", reviewId)
                .query(Boolean.class)
                .single();
    }

    /** The review of this month, where it is open or its consequences are not all drawn. */
    @Transactional(readOnly = true)
    public Optional<Unfinished> unfinished(YearMonth period) {
        return find("r.period = :value", period.toString());
    }

    /** All of them. */
    @Transactional(readOnly = true)
    public List<Unfinished> unfinished() {
        return jdbc.sql(UNFINISHED + "true order by r.period")
                .query(FinishReview::read)
                .list();
    }

    /** The months that are confirmed and of which something has still to follow. */
    @Transactional(readOnly = true)
    public List<YearMonth> confirmedMonths() {
        return jdbc.sql(UNFINISHED + "r.state = 'CONFIRMED' order by r.period")
                .query((row, number) -> read(row, number).period())
                .list();
    }

    /** The same by its id. */
    @Transactional(readOnly = true)
    public Optional<Unfinished> unfinished(String reviewId) {
        return find("r.id = :value", reviewId);
    }

    private Optional<Unfinished> find(String which, String value) {
        return jdbc.sql(UNFINISHED + which)
                .param("value", value)
                .query(FinishReview::read)
                .optional();
    }

    private static Unfinished read(ResultSet row, int number) throws SQLException {
        return new Unfinished(row.getString("id"), YearMonth.parse(row.getString("period")));
    }
}
