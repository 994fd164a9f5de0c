package org.xinhuo.mentoring.absence;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** Every pause there was. At most one of a mentorship lasts. */
@Component
@Transactional
public class Pauses {

    private static final String SELECT = "select id, mentorship_id, paused_at, paused_on, last_day, resumed_on"
            + " from mentorship_pause where mentorship_id = :mentorship";

    private final JdbcClient jdbc;
    private final CompanyTime time;

    Pauses(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    @Transactional(readOnly = true)
    public boolean isPaused(String mentorshipId) {
        return present(mentorshipId).isPresent();
    }

    /** The pause that lasts. */
    @Transactional(readOnly = true)
    public Optional<Pause> present(String mentorshipId) {
        return jdbc.sql(SELECT + " and resumed_at is null")
                .param("mentorship", mentorshipId)
                .query(Pauses::pause)
                .optional();
    }

    /** Which of these mentorships are paused now. */
    @Transactional(readOnly = true)
    public Set<String> pausedAmong(Collection<String> mentorshipIds) {
        return jdbc.sql("select mentorship_id from mentorship_pause"
                        + " where resumed_at is null and mentorship_id = any (:ids)")
                .param("ids", mentorshipIds.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    /** What moves the days that were agreed on at an instant. */
    @Transactional(readOnly = true)
    public PauseCalendar since(String mentorshipId, Instant agreedAt) {
        List<Pause> pauses = jdbc.sql(SELECT + " and paused_at >= :agreed order by paused_at, id")
                .param("mentorship", mentorshipId)
                .param("agreed", Timestamp.from(agreedAt))
                .query(Pauses::pause)
                .list();
        return new PauseCalendar(pauses);
    }

    /** For how long a mentorship has stood still since an instant; a pause that lasts counts until now. */
    @Transactional(readOnly = true)
    public Duration stoodStillSince(String mentorshipId, Instant since) {
        return Duration.ofMillis(jdbc.sql("""
                        select coalesce(sum(1000 * extract(epoch from
                            coalesce(resumed_at, :now) - greatest(paused_at, :since))), 0)::bigint
                        from mentorship_pause where mentorship_id = :mentorship
                            and coalesce(resumed_at, :now) > :since
                        """)
                .param("mentorship", mentorshipId)
                .param("since", Timestamp.from(since))
                .param("now", Timestamp.from(time.now()))
                .query(Long.class)
                .single());
    }

    void begin(String mentorshipId, LocalDate lastDay, @Nullable String personId) {
        jdbc.sql("insert into mentorship_pause (mentorship_id, paused_at, paused_on, last_day, paused_by)"
                        + " values (:mentorship, :now, :today, :last, :person)")
                .param("mentorship", mentorshipId)
                .param("now", Timestamp.from(time.now()))
                .param("today", Date.valueOf(time.today()))
                .param("last", Date.valueOf(lastDay))
                .param("person", personId)
                .update();
    }

    void explain(Pause pause, String reason) {
        jdbc.sql("update mentorship_pause set reason = :reason where id = :id")
                .param("reason", reason)
                .param("id", pause.id())
                .update();
    }

    void end(Pause pause, @Nullable String personId) {
        jdbc.sql("update mentorship_pause set resumed_at = :now, resumed_on = :today, resumed_by = :person"
                        + " where id = :id")
                .param("now", Timestamp.from(time.now()))
                .param("today", Date.valueOf(time.today()))
                .param("person", personId)
                .param("id", pause.id())
                .update();
    }

    private static Pause pause(ResultSet row, int number) throws SQLException {
        Date resumedOn = row.getDate("resumed_on");
        return new Pause(
                row.getLong("id"),
                row.getString("mentorship_id"),
                row.getTimestamp("paused_at").toInstant(),
                row.getDate("paused_on").toLocalDate(),
                row.getDate("last_day").toLocalDate(),
                resumedOn == null ? null : resumedOn.toLocalDate());
    }
}
