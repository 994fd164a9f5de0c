package org.xinhuo.mentoring.log;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Reason;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.mentoring.rights.MentoringRole;

/**
 * Who reads a coaching log: the pair and who stands in for the mentor, HR with a reason, auditors. Of everybody beside
 * the pair it is kept who read, when and why, and the pair can see it.
 */
@Component
public class LogReaders {

    private static final Set<MentoringRole> PAIR =
            EnumSet.of(MentoringRole.MENTEE, MentoringRole.MENTOR, MentoringRole.SUBSTITUTE);

    private final MentoringRights rights;
    private final LogConsent consent;
    private final JdbcClient jdbc;
    private final CompanyTime time;

    LogReaders(MentoringRights rights, LogConsent consent, JdbcClient jdbc, CompanyTime time) {
        this.rights = rights;
        this.consent = consent;
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Somebody beside the pair who has read. */
    public record Reading(
            String readerId, String as, @Nullable String reason, Instant at) {}

    /**
     * Says why somebody beside the pair reads, and keeps it: until the end of the day, by the company's calendar, this
     * person reads with it. Of the pair nothing is kept, who need none.
     *
     * @throws Refusal for who may not read at all, and where it is no reason
     */
    @Transactional
    public void giveReason(Mentorship mentorship, String readerId, @Nullable String reason) {
        rights.check(readerId, mentorship, MentoringAction.READ_LOG);
        Set<MentoringRole> roles = rights.rolesOf(readerId, mentorship);
        if (roles.stream().anyMatch(PAIR::contains)) {
            return;
        }
        Reason why = Reason.orNull(reason);
        if (why == null) {
            throw Refusal.invalid("reason", "mentoring.log.reasonNeeded");
        }
        keep(mentorship.id(), readerId, roles.contains(MentoringRole.HR) ? "hr" : "auditor", why.words());
    }

    /**
     * Lets a person read, and keeps that it was so.
     *
     * @return from when on this person sees entries
     * @throws Refusal for everybody else, and for HR who gave no reason on this day
     */
    @Transactional
    public Instant open(Mentorship mentorship, String readerId) {
        rights.check(readerId, mentorship, MentoringAction.READ_LOG);
        Set<MentoringRole> roles = rights.rolesOf(readerId, mentorship);
        if (roles.contains(MentoringRole.MENTEE)) {
            return Instant.EPOCH;
        }
        if (roles.contains(MentoringRole.MENTOR) || roles.contains(MentoringRole.SUBSTITUTE)) {
            return consent.visibleFrom(mentorship.id());
        }
        String why = reasonOfToday(mentorship.id(), readerId).orElse(null);
        boolean asHr = roles.contains(MentoringRole.HR) && (why != null || !roles.contains(MentoringRole.AUDITOR));
        if (asHr && why == null) {
            throw Refusal.invalid("reason", "mentoring.log.reasonNeeded");
        }
        keep(mentorship.id(), readerId, asHr ? "hr" : "auditor", why);
        return Instant.EPOCH;
    }

    private Optional<String> reasonOfToday(String mentorshipId, String readerId) {
        return jdbc.sql("select reason from log_reading where mentorship_id = :mentorship and reader_id = :reader"
                        + " and read_at >= :today and reason is not null order by id desc limit 1")
                .param("mentorship", mentorshipId)
                .param("reader", readerId)
                .param("today", Timestamp.from(time.startOf(time.today())))
                .query(String.class)
                .optional();
    }

    private void keep(String mentorshipId, String readerId, String as, @Nullable String why) {
        jdbc.sql("insert into log_reading (mentorship_id, reader_id, reading_as, reason, read_at)"
                        + " values (:mentorship, :reader, :as, :reason, :now)")
                .param("mentorship", mentorshipId)
                .param("reader", readerId)
                .param("as", as)
                .param("reason", why)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    /**
     * Whether this person reads the words of the two where they stand beside the log: the pair and who stands in do; who
     * else may read the log does on the days on which it was opened, with a reason where one is needed.
     */
    @Transactional(readOnly = true)
    public boolean readsWords(Mentorship mentorship, String readerId) {
        if (!rights.may(readerId, mentorship, MentoringAction.READ_WORDS)) {
            return false;
        }
        Set<MentoringRole> roles = rights.rolesOf(readerId, mentorship);
        return roles.stream().anyMatch(PAIR::contains) || hasReadToday(mentorship.id(), readerId);
    }

    private boolean hasReadToday(String mentorshipId, String readerId) {
        return jdbc.sql("select exists (select from log_reading where mentorship_id = :mentorship"
                        + " and reader_id = :reader and read_at >= :today)")
                .param("mentorship", mentorshipId)
                .param("reader", readerId)
                .param("today", Timestamp.from(time.startOf(time.today())))
                .query(Boolean.class)
                .single();
    }

    /** Whether this person reads only with a reason, and has given none today. @throws Refusal for who may not read at all */
    @Transactional(readOnly = true)
    public boolean asksForReason(Mentorship mentorship, String readerId) {
        rights.check(readerId, mentorship, MentoringAction.READ_LOG);
        Set<MentoringRole> roles = rights.rolesOf(readerId, mentorship);
        return roles.contains(MentoringRole.HR)
                && !roles.contains(MentoringRole.AUDITOR)
                && reasonOfToday(mentorship.id(), readerId).isEmpty();
    }

    /**
     * Who beside the pair has read this log, the newest first. Each page that somebody turns is kept; of one day it is
     * told once, or one long look would hide all earlier ones.
     */
    @Transactional(readOnly = true)
    public List<Reading> readings(String mentorshipId, int limit) {
        return jdbc.sql("select reader_id, reading_as, reason, max(read_at) as read_at from log_reading"
                        + " where mentorship_id = :mentorship"
                        + " group by reader_id, reading_as, reason, cast(read_at at time zone :zone as date)"
                        + " order by max(read_at) desc, max(id) desc limit :limit")
                .param("mentorship", mentorshipId)
                .param("zone", time.zone().getId())
                .param("limit", limit)
                .query((row, number) -> new Reading(
                        row.getString("reader_id"),
                        row.getString("reading_as"),
                        row.getString("reason"),
                        row.getTimestamp("read_at").toInstant()))
                .list();
    }
}
