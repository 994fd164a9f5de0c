package org.xinhuo.mentoring.matching;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Pairings;
import org.xinhuo.mentoring.log.LogConsent;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;

/** The mentee says who shall be asked first, or leaves it to the system, also by silence. */
@Component
public class ChooseMentor {

    /** What the mentee writes to leave it to the system. */
    public static final String AUTO = "auto";

    private final Shortlists shortlists;
    private final MentoringRights rights;
    private final Pairings pairings;
    private final LogConsent logConsent;
    private final ApplicationEventPublisher events;

    ChooseMentor(
            Shortlists shortlists,
            MentoringRights rights,
            Pairings pairings,
            LogConsent logConsent,
            ApplicationEventPublisher events) {
        this.rights = rights;
        this.pairings = pairings;
        this.logConsent = logConsent;
        this.shortlists = shortlists;
        this.events = events;
    }

    /**
     * Keeps the mentee's choice.
     *
     * @param personId who chooses
     * @param choice the id of one of the recommended mentors, or {@link #AUTO}
     * @param reason the mentee's own words, or null
     * @param handOver whether the next mentor may read what the one before could, where there was one
     * @return whether the mentee's cohort is assigned together, later; else the mentor is to be asked now
     * @throws Refusal where the person is not the mentee, the choice is neither, or the deadline of the cohort has just passed
     */
    @Transactional
    public boolean choose(
            String mentorshipId, String personId, String choice, @Nullable String reason, boolean handOver) {
        rights.check(personId, mentorshipId, MentoringAction.CHOOSE_MENTOR);
        Shortlist shortlist = open(mentorshipId);
        if (handOver && !pairings.earlierMentors(mentorshipId).isEmpty()) {
            logConsent.handOver(mentorshipId, personId, LogConsent.Extent.EARLIER);
        }
        if (AUTO.equals(choice)) {
            return keep(shortlist, Shortlists.Choice.AUTO, null, reason);
        }
        if (shortlist.of(choice).isEmpty()) {
            throw Refusal.invalid("choice", "matching.notRecommended", choice);
        }
        return keep(shortlist, Shortlists.Choice.MENTEE, choice, reason);
    }

    /**
     * The deadline passed without a word: the best is asked.
     *
     * @return whether the mentee's cohort is assigned together, later
     */
    @Transactional
    public boolean chooseBest(String mentorshipId) {
        return keep(open(mentorshipId), Shortlists.Choice.SILENCE, null, null);
    }

    private boolean keep(
            Shortlist shortlist, Shortlists.Choice choice, @Nullable String mentorId, @Nullable String reason) {
        if (!shortlists.choose(shortlist, choice, mentorId, reason)) {
            throw Refusal.conflict("matching.choiceClosed", shortlist.mentorshipId());
        }
        events.publishEvent(new MentorChoiceMade(shortlist.mentorshipId()));
        return choice != Shortlists.Choice.MENTEE && shortlist.cohortId() != null && !shortlist.assigned();
    }

    private Shortlist open(String mentorshipId) {
        return shortlists
                .openOf(mentorshipId)
                .orElseThrow(() -> Refusal.conflict("matching.noShortlist", mentorshipId));
    }
}
