package org.xinhuo.mentoring.materials;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.library.ResourceAudience;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.Pairings;
import org.xinhuo.mentoring.Substitutions;
import org.xinhuo.mentoring.Substitutions.Substitution;
import org.xinhuo.mentoring.log.LogConsent;

/**
 * The mentee has everything of the own mentorships, also after a rematch; a mentor what was uploaded from the pairing on
 * and until its end, and keeps that; while it lasts also what came before, if the mentee has handed the log over. Who
 * stands in for a mentor has what the mentor has, while it lasts.
 */
@Component
@Transactional(readOnly = true)
class PairAudience implements ResourceAudience {

    private final Mentorships mentorships;
    private final Pairings pairings;
    private final Substitutions substitutions;
    private final LogConsent consent;

    PairAudience(Mentorships mentorships, Pairings pairings, Substitutions substitutions, LogConsent consent) {
        this.consent = consent;
        this.substitutions = substitutions;
        this.mentorships = mentorships;
        this.pairings = pairings;
    }

    @Override
    public List<Membership> of(String personId) {
        List<Membership> memberships = new ArrayList<>();
        mentorships
                .findByMenteeIdOrderByStartedAtDescIdDesc(personId)
                .forEach(mentorship -> memberships.add(new Membership(mentorship.id(), mentorship.startedAt(), null)));
        pairings.of(personId)
                .forEach(stay -> memberships.add(new Membership(stay.mentorshipId(), from(stay), stay.endedAt())));
        substitutions.openBy(personId).stream()
                .filter(Substitution::begun)
                .forEach(substitution -> pairings.of(substitution.mentorId()).stream()
                        .filter(stay -> stay.mentorshipId().equals(substitution.mentorshipId()))
                        .filter(stay -> stay.endedAt() == null)
                        .forEach(stay -> memberships.add(new Membership(stay.mentorshipId(), from(stay), null))));
        return memberships;
    }

    /** As far back as the present mentor may read the log, which tells of the files. */
    private Instant from(Pairings.Stay stay) {
        if (stay.endedAt() != null) {
            return stay.startedAt();
        }
        Instant visible = consent.visibleFrom(stay.mentorshipId());
        return visible.isBefore(stay.startedAt()) ? visible : stay.startedAt();
    }

    @Override
    public Set<String> present(String mentorshipId) {
        Set<String> present = new LinkedHashSet<>();
        if (mentorshipId.indexOf('\0') >= 0) {
            // No id has it, and the database refuses to be asked for it.
            return present;
        }
        Optional<Mentorship> open = mentorships.findById(mentorshipId).filter(Mentorship::isOpen);
        open.ifPresent(mentorship -> {
            present.add(mentorship.menteeId());
            String mentorId = mentorship.mentorId();
            if (mentorId != null) {
                present.add(mentorId);
            }
            substitutions.openOf(mentorshipId).stream()
                    .filter(Substitution::begun)
                    .forEach(substitution -> present.add(substitution.substituteId()));
        });
        return present;
    }
}
