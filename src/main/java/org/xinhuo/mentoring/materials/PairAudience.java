package org.xinhuo.mentoring.materials;

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

/**
 * The mentee has everything of the own mentorships, also after a rematch; a mentor what was uploaded from the pairing on
 * and until its end, and keeps that.
 */
@Component
@Transactional(readOnly = true)
class PairAudience implements ResourceAudience {

    private final Mentorships mentorships;
    private final Pairings pairings;

    PairAudience(Mentorships mentorships, Pairings pairings) {
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
                .forEach(
                        stay -> memberships.add(new Membership(stay.mentorshipId(), stay.startedAt(), stay.endedAt())));
        return memberships;
    }

    @Override
    public Set<String> present(String mentorshipId) {
        Set<String> present = new LinkedHashSet<>();
        Optional<Mentorship> open = mentorships.findById(mentorshipId).filter(Mentorship::isOpen);
        open.ifPresent(mentorship -> {
            present.add(mentorship.menteeId());
            String mentorId = mentorship.mentorId();
            if (mentorId != null) {
                present.add(mentorId);
            }
        });
        return present;
    }
}
