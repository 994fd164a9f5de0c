package org.xinhuo.mentoring.log;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.mentoring.rights.MentoringRole;

/**
 * How far back a mentor may read. Without the mentee's word a new mentor sees the log from the day on which he came; the
 * first mentor of a mentorship sees all of it. Each change of the mentor is a hand-over with a word of its own: the plain
 * one hands on what the mentor before could read, so that what was kept back from him stays so; only the word for
 * everything reaches further.
 */
@Component
public class LogConsent {

    private final MentoringRights rights;
    private final JdbcClient jdbc;
    private final CompanyTime time;

    LogConsent(MentoringRights rights, JdbcClient jdbc, CompanyTime time) {
        this.rights = rights;
        this.jdbc = jdbc;
        this.time = time;
    }

    /** How much of the earlier log goes along. */
    public enum Extent {
        NOTHING,
        /** What the mentor before could read. */
        EARLIER,
        EVERYTHING;

        /** As REST and pages write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws Refusal where it is none of them */
        public static Extent of(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(extent -> extent.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> Refusal.invalid(
                            "extent",
                            "form.notOneOf",
                            "extent",
                            LogWords.storable(String.valueOf(code)),
                            "nothing, earlier, everything"));
        }
    }

    /**
     * The latest hand-over.
     *
     * @param extent what the mentee said last, {@code NOTHING} where nothing
     * @param began when the present mentor came; null while there is none
     * @param earlier from when on the mentor before could read; the epoch for all of it
     */
    public record HandOver(Extent extent, @Nullable Instant began, Instant earlier) {

        /** Whether something was kept back from the mentor before, so that "earlier" is not everything. */
        public boolean keptBack() {
            return earlier.isAfter(Instant.EPOCH);
        }
    }

    /** The same as somebody writes it. @throws Refusal as below, and where it is no extent */
    @Transactional
    public void handOver(String mentorshipId, String personId, @Nullable String extent) {
        // Who may not learns that, and nothing about the form.
        rights.check(personId, mentorshipId, MentoringAction.HAND_LOG_OVER);
        handOver(mentorshipId, personId, Extent.of(extent));
    }

    private record Stay(Instant began, boolean over, Extent afterwards) {}

    /**
     * The mentee hands the earlier log over, or keeps it back: to the mentor of now, or while there is nobody, to who
     * comes next. The last word counts.
     *
     * @throws Refusal for everybody but the mentee, and where no mentor has left yet, and so nothing can be handed over
     */
    @Transactional
    public void handOver(String mentorshipId, String personId, Extent extent) {
        rights.check(personId, mentorshipId, MentoringAction.HAND_LOG_OVER);
        int stored = jdbc.sql("insert into log_consent (mentorship_id, granted, everything, given_by, given_at,"
                        + " after_pairing) select :mentorship, :granted, :everything, :by, :now, id from pairing"
                        + " where mentorship_id = :mentorship and ended_at is not null order by id desc limit 1")
                .param("mentorship", mentorshipId)
                .param("granted", extent != Extent.NOTHING)
                .param("everything", extent == Extent.EVERYTHING)
                .param("by", personId)
                .param("now", Timestamp.from(time.now()))
                .update();
        if (stored == 0) {
            throw Refusal.conflict("mentoring.log.nothingToHandOver");
        }
    }

    /**
     * From when on this reader sees what was said and done: the mentor of now and who stands in as far back as the mentee
     * lets them, everybody else from the epoch. Whoever may read at all is not asked here.
     */
    @Transactional(readOnly = true)
    public Instant visibleFrom(Mentorship mentorship, String readerId) {
        Set<MentoringRole> roles = rights.rolesOf(readerId, mentorship);
        return roles.contains(MentoringRole.MENTOR) || roles.contains(MentoringRole.SUBSTITUTE)
                ? visibleFrom(mentorship.id())
                : Instant.EPOCH;
    }

    /** From when on the mentor of now sees the log: the epoch where all of it. */
    @Transactional(readOnly = true)
    public Instant visibleFrom(String mentorshipId) {
        return visibleFrom(stays(mentorshipId));
    }

    /** What the mentee has said of the latest change of the mentor; empty where there was none. */
    @Transactional(readOnly = true)
    public Optional<HandOver> latest(String mentorshipId) {
        List<Stay> stays = stays(mentorshipId);
        boolean nobody = !stays.isEmpty() && stays.get(0).over();
        List<Stay> before = nobody ? stays : stays.stream().skip(1).toList();
        return before.isEmpty()
                ? Optional.empty()
                : Optional.of(new HandOver(
                        before.get(0).afterwards(), nobody ? null : stays.get(0).began(), visibleFrom(before)));
    }

    /** Back from hand-over to hand-over, as far as the words go. @param stays the latest first */
    private static Instant visibleFrom(List<Stay> stays) {
        for (int index = 1; index < stays.size(); index++) {
            switch (stays.get(index).afterwards()) {
                case NOTHING -> {
                    return stays.get(index - 1).began();
                }
                case EVERYTHING -> {
                    return Instant.EPOCH;
                }
                case EARLIER -> {}
            }
        }
        return Instant.EPOCH;
    }

    private List<Stay> stays(String mentorshipId) {
        return jdbc.sql("""
                        select p.started_at, p.ended_at is not null as over, coalesce(word.granted, false) as granted,
                            coalesce(word.everything, false) as everything
                        from pairing p
                        left join lateral (select granted, everything from log_consent c
                                           where c.mentorship_id = p.mentorship_id and c.after_pairing = p.id
                                           order by c.id desc limit 1) as word on true
                        where p.mentorship_id = :mentorship order by p.id desc
                        """)
                .param("mentorship", mentorshipId)
                .query((row, number) -> new Stay(
                        row.getTimestamp("started_at").toInstant(),
                        row.getBoolean("over"),
                        row.getBoolean("everything")
                                ? Extent.EVERYTHING
                                : row.getBoolean("granted") ? Extent.EARLIER : Extent.NOTHING))
                .list();
    }
}
