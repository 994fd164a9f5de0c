package org.xinhuo.mentoring.absence;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.Decisions;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.Pairings;
import org.xinhuo.mentoring.log.LogContacts;
import org.xinhuo.people.Employees;

/**
 * Notices when the two of a pair have not been in touch for as long as the table silence-rule says. Never asks a clock
 * whether the time has come, its timer says so; asks only whether there was contact since the watch began.
 */
@Component
@Transactional
public class WatchSilence {

    /** What the two can answer. */
    public static final String CONTINUE = "continue";

    public static final String HELP = "help";
    public static final String CHANGE = "change";

    private final Mentorships mentorships;
    private final Employees employees;
    private final Pairings pairings;
    private final LogContacts contacts;
    private final Pauses pauses;
    private final PairNotices pairNotices;
    private final Decisions decisions;
    private final JdbcClient jdbc;
    private final CompanyTime time;

    WatchSilence(
            Mentorships mentorships,
            Employees employees,
            Pairings pairings,
            LogContacts contacts,
            Pauses pauses,
            PairNotices pairNotices,
            Decisions decisions,
            JdbcClient jdbc,
            CompanyTime time) {
        this.mentorships = mentorships;
        this.employees = employees;
        this.pairings = pairings;
        this.contacts = contacts;
        this.pauses = pauses;
        this.pairNotices = pairNotices;
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * What a look at a pair found.
     *
     * @param silent no contact since the watch began, and nobody was asked about it yet
     * @param hrReminded no contact since HR was told, and HR is to be reminded now
     * @param lookAgainAt when to look again
     * @param hrAt when HR is told if nobody answers
     */
    public record Look(boolean silent, boolean hrReminded, Instant lookAgainAt, Instant hrAt) {}

    private record Watch(Instant since, @Nullable Instant askedAt, int hrTold) {

        /** One that is closed on time passing is known to HR, also where it was told before this was counted. */
        boolean isKnownToHr() {
            return hrTold > 0 || askedAt != null;
        }
    }

    /** A pair was found: its time begins. @return when to look first */
    public Instant begin(String mentorshipId) {
        keep(mentorshipId, time.now(), null);
        return later(time.now(), rule(mentorshipId).silenceAfter());
    }

    /**
     * The timer says that it is time to look. One that looked early, by hand, and found nothing new is followed by a
     * later look: whoever fires timer after timer gets on, as time itself does.
     *
     * @param due when the timer was due, or null where it is the first
     */
    public Look look(String mentorshipId, @Nullable Instant due) {
        Watch watch = watchOf(mentorshipId);
        SilenceRule rule = rule(mentorshipId);
        Instant now = time.now();
        Instant from = due != null && due.isAfter(now) ? due : now;
        Instant hrAt = later(now, rule.hrAfter());
        Optional<Instant> contact = pairings.openSince(mentorshipId)
                .flatMap(paired -> lastContact(mentorshipId, paired))
                .filter(last -> last.isAfter(watch.since()));
        if (contact.isPresent()) {
            keep(mentorshipId, contact.get(), null);
            // Nobody is silent on days on which the pair stood still.
            Instant again =
                    later(contact.get(), rule.silenceAfter()).plus(pauses.stoodStillSince(mentorshipId, contact.get()));
            return new Look(false, false, again, hrAt);
        }
        int reminded = Math.max(0, watch.hrTold() - 1);
        if (watch.isKnownToHr() && reminded < rule.hrAgainAtMost()) {
            toldHr(mentorshipId, reminded + 2);
            boolean onceMore = reminded + 1 < rule.hrAgainAtMost();
            return new Look(false, true, later(from, onceMore ? rule.hrAgainAfter() : rule.silenceAfter()), hrAt);
        }
        boolean silent = watch.askedAt() == null;
        if (silent) {
            keep(mentorshipId, watch.since(), now);
        }
        return new Look(silent, false, later(from, rule.silenceAfter()), hrAt);
    }

    private Optional<Instant> lastContact(String mentorshipId, Instant paired) {
        var two =
                new LogContacts.Two(mentorshipId, mentorships.get(mentorshipId).menteeId(), paired);
        return Optional.ofNullable(contacts.last(List.of(two)).get(mentorshipId));
    }

    /**
     * One of the two says how it goes, which is a sign of life.
     *
     * @param answer continue, help or change
     * @throws Refusal where somebody else answers
     */
    public void answer(String mentorshipId, String personId, String answer) {
        Mentorship mentorship = mentorships.get(mentorshipId);
        if (!mentorship.isOfThePair(personId)) {
            throw Refusal.forbidden("mentoring.absence.onlyPair");
        }
        keep(mentorshipId, time.now(), null);
        if (HELP.equals(answer)) {
            pairNotices.tellHr(
                    mentorship,
                    "mentoring.absence.notice.helpWanted",
                    employees.get(mentorship.mentor()).name());
        }
    }

    /**
     * Nobody answered, or there is no contact yet since HR was told: HR talks to them.
     *
     * @return when to look whether HR is to be reminded; empty where the look that found it said so already
     */
    public Optional<Instant> tellHr(String mentorshipId) {
        Mentorship mentorship = mentorships.get(mentorshipId);
        boolean known = watchOf(mentorshipId).hrTold() > 0;
        pairNotices.tellHr(
                mentorship,
                known ? "mentoring.absence.notice.stillSilentPair" : "mentoring.absence.notice.silentPair",
                employees.get(mentorship.mentor()).name());
        if (known) {
            return Optional.empty();
        }
        toldHr(mentorshipId, 1);
        SilenceRule rule = rule(mentorshipId);
        return rule.hrAgainAtMost() > 0 ? Optional.of(later(time.now(), rule.hrAgainAfter())) : Optional.empty();
    }

    private SilenceRule rule(String mentorshipId) {
        String region = employees.get(mentorships.get(mentorshipId).menteeId()).region();
        return SilenceRule.of(decisions.decide(SilenceRule.DECISION, Map.of("region", region)));
    }

    private Instant later(Instant from, Period period) {
        return from.atZone(time.zone()).plus(period).toInstant();
    }

    private void toldHr(String mentorshipId, int times) {
        jdbc.sql("update silence_watch set hr_told = :times where mentorship_id = :id")
                .param("times", times)
                .param("id", mentorshipId)
                .update();
    }

    private Watch watchOf(String mentorshipId) {
        return jdbc.sql("select watched_since, asked_at, hr_told from silence_watch where mentorship_id = :id")
                .param("id", mentorshipId)
                .query((row, number) -> {
                    Timestamp asked = row.getTimestamp("asked_at");
                    return new Watch(
                            row.getTimestamp("watched_since").toInstant(),
                            asked == null ? null : asked.toInstant(),
                            row.getInt("hr_told"));
                })
                .single();
    }

    /** What HR was told of an earlier silence does not count any more. */
    private void keep(String mentorshipId, Instant since, @Nullable Instant askedAt) {
        jdbc.sql("insert into silence_watch (mentorship_id, watched_since, asked_at) values (:id, :since, :asked)"
                        + " on conflict (mentorship_id) do update set watched_since = :since, asked_at = :asked,"
                        + " hr_told = 0")
                .param("id", mentorshipId)
                .param("since", Timestamp.from(since))
                .param("asked", askedAt == null ? null : Timestamp.from(askedAt), java.sql.Types.TIMESTAMP)
                .update();
    }
}
