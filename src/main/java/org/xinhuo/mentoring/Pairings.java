package org.xinhuo.mentoring;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** Who mentored whom, when, and how it ended. An open pairing takes one place of its mentor. */
@Component
@Transactional
public class Pairings {

    /** How a pairing ended. */
    public enum End {
        GRADUATED,
        REMATCHED,
        STOPPED
    }

    private final JdbcClient jdbc;
    private final CompanyTime time;

    Pairings(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * Keeps everybody else from taking a place of this mentor until the transaction ends. Two acceptances of the last
     * place therefore come one after the other.
     *
     * @return the places that are left, 0 where the person is no mentor
     */
    public int lockFreePlaces(String mentorId) {
        int capacity = jdbc.sql("select capacity from mentor where employee_id = :id for update")
                .param("id", mentorId)
                .query(Integer.class)
                .optional()
                .orElse(0);
        int taken = jdbc.sql("select count(*) from pairing where mentor_id = :id and ended_at is null")
                .param("id", mentorId)
                .query(Integer.class)
                .single();
        return Math.max(0, capacity - taken);
    }

    void open(String mentorshipId, String mentorId, String menteeJob) {
        jdbc.sql("insert into pairing (mentorship_id, mentor_id, mentee_job, started_at)"
                        + " values (:mentorship, :mentor, :job, :now)")
                .param("mentorship", mentorshipId)
                .param("mentor", mentorId)
                .param("job", menteeJob)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    /** Ends the open pairing of a mentorship; there may be none. */
    void end(String mentorshipId, End outcome) {
        jdbc.sql("update pairing set ended_at = :now, outcome = :outcome"
                        + " where mentorship_id = :mentorship and ended_at is null")
                .param("mentorship", mentorshipId)
                .param("outcome", outcome.name())
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    /**
     * Somebody mentored in a mentorship for a time.
     *
     * @param endedAt null while it lasts
     */
    public record Stay(
            String mentorshipId,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    /** Where this person mentors or has mentored, and from when to when. */
    @Transactional(readOnly = true)
    public List<Stay> of(String mentorId) {
        return jdbc.sql("select mentorship_id, started_at, ended_at from pairing where mentor_id = :id order by id")
                .param("id", mentorId)
                .query((row, number) -> {
                    Timestamp endedAt = row.getTimestamp("ended_at");
                    return new Stay(
                            row.getString("mentorship_id"),
                            row.getTimestamp("started_at").toInstant(),
                            endedAt == null ? null : endedAt.toInstant());
                })
                .list();
    }

    /** Since when the present mentor has mentored in this mentorship. */
    @Transactional(readOnly = true)
    public Optional<Instant> openSince(String mentorshipId) {
        return jdbc.sql("select started_at from pairing where mentorship_id = :id and ended_at is null")
                .param("id", mentorshipId)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** Open pairings by mentor; who has none is missing. */
    @Transactional(readOnly = true)
    public Map<String, Integer> loads() {
        return counts(
                jdbc.sql("select mentor_id, count(*) as n from pairing where ended_at is null group by mentor_id"));
    }

    /** Graduated pairings with mentees of a job, by mentor; who has none is missing. */
    @Transactional(readOnly = true)
    public Map<String, Integer> graduatedWith(String menteeJob) {
        return counts(jdbc.sql("select mentor_id, count(*) as n from pairing"
                        + " where outcome = 'GRADUATED' and mentee_job = :job group by mentor_id")
                .param("job", menteeJob));
    }

    /** Graduated pairings by the mentee's job and by mentor; who has none is missing. */
    @Transactional(readOnly = true)
    public Map<String, Map<String, Integer>> graduatedByJob() {
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        jdbc.sql("select mentee_job, mentor_id, count(*) as n from pairing where outcome = 'GRADUATED'"
                        + " group by mentee_job, mentor_id")
                .query(row -> {
                    counts.computeIfAbsent(row.getString("mentee_job"), job -> new HashMap<>())
                            .put(row.getString("mentor_id"), row.getInt("n"));
                });
        return counts;
    }

    /** Everybody who has mentored in this mentorship before; they are not recommended again. */
    @Transactional(readOnly = true)
    public Set<String> earlierMentors(String mentorshipId) {
        return jdbc.sql("select mentor_id from pairing where mentorship_id = :id and ended_at is not null")
                .param("id", mentorshipId)
                .query(String.class)
                .set();
    }

    private static Map<String, Integer> counts(JdbcClient.StatementSpec query) {
        Map<String, Integer> counts = new HashMap<>();
        query.query(row -> {
            counts.put(row.getString("mentor_id"), row.getInt("n"));
        });
        return counts;
    }
}
