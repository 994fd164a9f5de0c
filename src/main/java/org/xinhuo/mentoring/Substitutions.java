package org.xinhuo.mentoring;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** Who stands in for which mentor, from which day to which, and whether he does now. */
@Component
@Transactional
public class Substitutions {

    private static final String SELECT = "select id, mentorship_id, mentor_id, substitute_id, first_day, last_day,"
            + " begun_at is not null as begun from mentor_substitution where ended_at is null";

    private final JdbcClient jdbc;
    private final CompanyTime time;

    Substitutions(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * One that is to come or lasts.
     *
     * @param begun whether he stands in now
     */
    public record Substitution(
            long id,
            String mentorshipId,
            String mentorId,
            String substituteId,
            LocalDate firstDay,
            LocalDate lastDay,
            boolean begun) {}

    /** Those of a mentorship that are to come or last, the first day first. */
    @Transactional(readOnly = true)
    public List<Substitution> openOf(String mentorshipId) {
        return jdbc.sql(SELECT + " and mentorship_id = :mentorship order by first_day, id")
                .param("mentorship", mentorshipId)
                .query(Substitutions::substitution)
                .list();
    }

    /** The one that lasts, or where none does, the next that is to come. */
    @Transactional(readOnly = true)
    public Optional<Substitution> nextToEnd(String mentorshipId) {
        List<Substitution> open = openOf(mentorshipId);
        return open.stream()
                .filter(Substitution::begun)
                .findFirst()
                .or(() -> open.stream().findFirst());
    }

    /** The same of one substitute alone. */
    @Transactional(readOnly = true)
    public Optional<Substitution> nextToEnd(String mentorshipId, String substituteId) {
        return openOf(mentorshipId).stream()
                .filter(open -> open.substituteId().equals(substituteId))
                .min(Comparator.comparing(Substitution::begun).reversed());
    }

    /** Those in which this person stands in, now or later. */
    @Transactional(readOnly = true)
    public List<Substitution> openBy(String substituteId) {
        return jdbc.sql(SELECT + " and substitute_id = :substitute order by first_day, id")
                .param("substitute", substituteId)
                .query(Substitutions::substitution)
                .list();
    }

    /** The mentorships in which this person stands in now. */
    @Transactional(readOnly = true)
    public List<String> standsInFor(String substituteId) {
        return openBy(substituteId).stream()
                .filter(Substitution::begun)
                .map(Substitution::mentorshipId)
                .toList();
    }

    /**
     * The mentor is away: he said so ({@link MentorLeaves}), or somebody stands in for him in one mentorship or more.
     *
     * @param from may be past
     * @param until the last day
     */
    public record Away(LocalDate from, LocalDate until) {

        /** Whether any day lies in both. */
        public boolean overlaps(LocalDate first, LocalDate last) {
            return !from.isAfter(last) && !until.isBefore(first);
        }
    }

    /**
     * When mentors are away, by mentor, the first time first; who is not is missing. Times that follow each other
     * without a day between are one.
     */
    @Transactional(readOnly = true)
    public Map<String, List<Away>> awayFrom(LocalDate day) {
        Map<String, List<Away>> away = new HashMap<>();
        jdbc.sql("""
                        select mentor_id, first_day, last_day from mentor_substitution
                        where ended_at is null and last_day >= :day
                        union all
                        select mentor_id, first_day, last_day from mentor_leave
                        where ended_at is null and last_day >= :day
                        order by mentor_id, first_day, last_day
                        """).param("day", Date.valueOf(day)).query(row -> {
            add(
                    away.computeIfAbsent(row.getString("mentor_id"), mentor -> new ArrayList<>()),
                    new Away(
                            row.getDate("first_day").toLocalDate(),
                            row.getDate("last_day").toLocalDate()));
        });
        return away;
    }

    private static void add(List<Away> known, Away next) {
        Away last = known.isEmpty() ? null : known.get(known.size() - 1);
        if (last == null || next.from().isAfter(last.until().plusDays(1))) {
            known.add(next);
        } else if (next.until().isAfter(last.until())) {
            known.set(known.size() - 1, new Away(last.from(), next.until()));
        }
    }

    /** One that is to come or lasts, by its id. */
    @Transactional(readOnly = true)
    public Optional<Substitution> find(long id) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("id", id)
                .query(Substitutions::substitution)
                .optional();
    }

    /** Keeps everybody else from naming somebody for the same mentorship until the transaction ends. */
    public void lock(String mentorshipId) {
        jdbc.sql("select id from mentorship where id = :id for update")
                .param("id", mentorshipId)
                .query(String.class)
                .optional();
    }

    /** Keeps everybody else from naming the same substitute, for any mentorship, until the transaction ends. */
    public void lockSubstitute(String substituteId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('substitute/' || :id, 0))")
                .param("id", substituteId)
                .query(row -> {});
    }

    /** For how many pairs at once, at most, this person stands in on any of these days. */
    @Transactional(readOnly = true)
    public int atOnce(String substituteId, LocalDate firstDay, LocalDate lastDay) {
        List<Substitution> known = openBy(substituteId).stream()
                .filter(one ->
                        !one.firstDay().isAfter(lastDay) && !one.lastDay().isBefore(firstDay))
                .toList();
        // The most are there on the first day of one of them, or on the first of these days.
        return Stream.concat(
                        Stream.of(firstDay),
                        known.stream().map(Substitution::firstDay).filter(firstDay::isBefore))
                .mapToInt(day -> (int) known.stream()
                        .filter(one ->
                                !one.firstDay().isAfter(day) && !one.lastDay().isBefore(day))
                        .count())
                .max()
                .orElse(0);
    }

    /** Notes one that is to come. @return its id */
    public long name(
            String mentorshipId,
            String mentorId,
            String substituteId,
            LocalDate firstDay,
            LocalDate lastDay,
            @Nullable String namedBy) {
        return jdbc.sql("insert into mentor_substitution (mentorship_id, mentor_id, substitute_id, first_day,"
                        + " last_day, named_by, named_at) values (:mentorship, :mentor, :substitute, :first, :last,"
                        + " :by, :now) returning id")
                .param("mentorship", mentorshipId)
                .param("mentor", mentorId)
                .param("substitute", substituteId)
                .param("first", Date.valueOf(firstDay))
                .param("last", Date.valueOf(lastDay))
                .param("by", namedBy)
                .param("now", Timestamp.from(time.now()))
                .query(Long.class)
                .single();
    }

    public void begin(long id) {
        set("begun_at = :now where id = :id and begun_at is null", id);
    }

    public void end(long id) {
        set("ended_at = :now where id = :id and ended_at is null", id);
    }

    /** The pair has parted; nobody stands in any more. */
    void endAllOf(String mentorshipId) {
        jdbc.sql("update mentor_substitution set ended_at = :now where mentorship_id = :id and ended_at is null")
                .param("now", Timestamp.from(time.now()))
                .param("id", mentorshipId)
                .update();
    }

    private void set(String change, long id) {
        jdbc.sql("update mentor_substitution set " + change)
                .param("now", Timestamp.from(time.now()))
                .param("id", id)
                .update();
    }

    private static Substitution substitution(ResultSet row, int number) throws SQLException {
        return new Substitution(
                row.getLong("id"),
                row.getString("mentorship_id"),
                row.getString("mentor_id"),
                row.getString("substitute_id"),
                row.getDate("first_day").toLocalDate(),
                row.getDate("last_day").toLocalDate(),
                row.getBoolean("begun"));
    }
}
