package org.xinhuo.mentoring.absence;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Reason;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.matching.ReleasePlaces;

/** A mentorship stands still for a while: somebody is on leave, ill, or on another project. */
@Component
@Transactional
public class PauseMentorship {

    private final Mentorships mentorships;
    private final Pauses pauses;
    private final PairNotices pairNotices;
    private final ReleasePlaces releasePlaces;
    private final AbsenceBounds bounds;
    private final CompanyTime time;

    PauseMentorship(
            Mentorships mentorships,
            Pauses pauses,
            PairNotices pairNotices,
            ReleasePlaces releasePlaces,
            AbsenceBounds bounds,
            CompanyTime time) {
        this.mentorships = mentorships;
        this.pauses = pauses;
        this.pairNotices = pairNotices;
        this.releasePlaces = releasePlaces;
        this.bounds = bounds;
        this.time = time;
    }

    /**
     * Begins a pause.
     *
     * @param personId who asked, or null where the product itself does
     * @param until the last day, or null where nobody knows: then the longest that the table pause-rule allows
     * @return the first instant after the last day
     * @throws Refusal where it has ended or is paused already, or the day has passed or is further than the table allows
     */
    public Instant pause(String mentorshipId, @Nullable String personId, @Nullable LocalDate until) {
        Mentorship mentorship = mentorships.get(mentorshipId);
        if (!mentorship.isOpen()) {
            throw Refusal.conflict(
                    "mentoring.wrongState", mentorshipId, mentorship.state().code());
        }
        if (pauses.isPaused(mentorshipId)) {
            throw Refusal.conflict("mentoring.absence.pausedAlready");
        }
        LocalDate furthest = time.today().plus(bounds.longestPause(mentorship.menteeId()));
        LocalDate lastDay = until == null ? furthest : until;
        if (lastDay.isBefore(time.today()) || lastDay.isAfter(furthest)) {
            throw Refusal.invalid(
                    "until", "mentoring.absence.untilOutOfRange", time.today().toString(), furthest.toString());
        }
        try {
            pauses.begin(mentorshipId, lastDay, personId);
        } catch (DuplicateKeyException sameMoment) {
            throw Refusal.conflict("mentoring.absence.pausedAlready");
        }
        releasePlaces.of(mentorshipId);
        pairNotices.tellBoth(mentorship, "mentoring.absence.notice.paused", lastDay.toString());
        return time.endOf(lastDay);
    }

    /** Says why, in the words of who paused; read by whoever may read the mentorship. */
    public void explain(String mentorshipId, Reason reason) {
        pauses.present(mentorshipId).ifPresent(pause -> pauses.explain(pause, reason.words()));
    }
}
