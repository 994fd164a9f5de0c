package org.xinhuo.mentoring;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** On which days mentors are away by their own word or HR's, with or without a pair; nobody is asked why. */
@Component
@Transactional
public class MentorLeaves {

    private static final String SELECT =
            "select id, mentor_id, first_day, last_day from mentor_leave where ended_at is null";

    private final JdbcClient jdbc;
    private final CompanyTime time;

    MentorLeaves(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Days away, the first and the last included. */
    public record MentorLeave(long id, String mentorId, LocalDate firstDay, LocalDate lastDay) {

        /** Whether any day lies in both. */
        public boolean overlaps(LocalDate first, LocalDate last) {
            return !firstDay.isAfter(last) && !lastDay.isBefore(first);
        }
    }

    /** Those of a mentor that last or are to come, the first day first. */
    @Transactional(readOnly = true)
    public List<MentorLeave> of(String mentorId) {
        return jdbc.sql(SELECT + " and mentor_id = :mentor and last_day >= :today order by first_day, id")
                .param("mentor", mentorId)
                .param("today", time.today())
                .query(MentorLeaves::leave)
                .list();
    }

    /** Those of everybody that last or are to come, the first day first. */
    @Transactional(readOnly = true)
    public List<MentorLeave> all() {
        return jdbc.sql(SELECT + " and last_day >= :today order by first_day, id")
                .param("today", time.today())
                .query(MentorLeaves::leave)
                .list();
    }

    /** One that lasts, is to come, or has passed without being ended. */
    @Transactional(readOnly = true)
    public Optional<MentorLeave> find(long id) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("id", id)
                .query(MentorLeaves::leave)
                .optional();
    }

    /** Keeps everybody else from noting days of the same mentor until the transaction ends. */
    public void lock(String mentorId) {
        jdbc.sql("select employee_id from mentor where employee_id = :id for update")
                .param("id", mentorId)
                .query(String.class)
                .optional();
    }

    /** @return its id */
    public long note(String mentorId, LocalDate firstDay, LocalDate lastDay, @Nullable String notedBy) {
        return jdbc.sql("insert into mentor_leave (mentor_id, first_day, last_day, noted_by, noted_at)"
                        + " values (:mentor, :first, :last, :by, :now) returning id")
                .param("mentor", mentorId)
                .param("first", Date.valueOf(firstDay))
                .param("last", Date.valueOf(lastDay))
                .param("by", notedBy)
                .param("now", Timestamp.from(time.now()))
                .query(Long.class)
                .single();
    }

    /** He is there after all, or again. */
    public void end(long id, @Nullable String endedBy) {
        jdbc.sql("update mentor_leave set ended_at = :now, ended_by = :by where id = :id and ended_at is null")
                .param("id", id)
                .param("by", endedBy)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    private static MentorLeave leave(ResultSet row, int number) throws SQLException {
        return new MentorLeave(
                row.getLong("id"),
                row.getString("mentor_id"),
                row.getDate("first_day").toLocalDate(),
                row.getDate("last_day").toLocalDate());
    }
}
