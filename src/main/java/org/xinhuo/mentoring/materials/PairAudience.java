package org.xinhuo.mentoring.materials;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.library.MaterialsAction;
import org.xinhuo.library.ResourceAudience;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.Pairings;
import org.xinhuo.mentoring.Substitutions;
import org.xinhuo.mentoring.Substitutions.Substitution;
import org.xinhuo.mentoring.log.LogConsent;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.mentoring.rights.MentoringRole;

/**
 * The mentee has everything of the own mentorships, also after a rematch; a mentor what was uploaded from the pairing on;
 * while it lasts also what came before, if the mentee has handed the log over. A mentor under whom the mentee graduated
 * keeps what was uploaded until then; a former one keeps only what he brought himself. Who stands in for a mentor has
 * what the mentor has, while it lasts. Whether they may at all says the table of rights.
 */
@Component
@Transactional(readOnly = true)
class PairAudience implements ResourceAudience {

    private final Mentorships mentorships;
    private final Pairings pairings;
    private final Substitutions substitutions;
    private final LogConsent consent;
    private final MentoringRights rights;

    PairAudience(
            Mentorships mentorships,
            Pairings pairings,
            Substitutions substitutions,
            LogConsent consent,
            MentoringRights rights) {
        this.rights = rights;
        this.consent = consent;
        this.substitutions = substitutions;
        this.mentorships = mentorships;
        this.pairings = pairings;
    }

    @Override
    public List<Membership> of(String personId) {
        List<Membership> memberships = new ArrayList<>();
        if (mayDownload(MentoringRole.MENTEE)) {
            mentorships
                    .findByMenteeIdOrderByStartedAtDescIdDesc(personId)
                    .forEach(mentorship ->
                            memberships.add(new Membership(mentorship.id(), mentorship.startedAt(), null)));
        }
        List<Pairings.Stay> stays = pairings.of(personId);
        Set<String> mentors = mentorOf(personId, stays);
        stays.stream()
                .filter(stay -> mayDownload(
                        mentors.contains(stay.mentorshipId()) ? MentoringRole.MENTOR : MentoringRole.FORMER_MENTOR))
                .forEach(stay -> memberships.add(new Membership(stay.mentorshipId(), from(stay), stay.endedAt())));
        if (mayDownload(MentoringRole.SUBSTITUTE)) {
            substitutions.openBy(personId).stream()
                    .filter(Substitution::begun)
                    .forEach(substitution -> pairings.of(substitution.mentorId()).stream()
                            .filter(stay -> stay.mentorshipId().equals(substitution.mentorshipId()))
                            .filter(stay -> stay.endedAt() == null)
                            .forEach(stay -> memberships.add(new Membership(stay.mentorshipId(), from(stay), null))));
        }
        return memberships;
    }

    private boolean mayDownload(MentoringRole role) {
        return rights.allows(role, MentoringAction.DOWNLOAD_MATERIALS);
    }

    /** The mentorships whose mentor this person is, or was when they ended. */
    private Set<String> mentorOf(String personId, List<Pairings.Stay> stays) {
        return mentorships
                .findByIdIn(stays.stream().map(Pairings.Stay::mentorshipId).collect(Collectors.toSet()))
                .stream()
                .filter(mentorship -> personId.equals(mentorship.mentorId()))
                .map(Mentorship::id)
                .collect(Collectors.toSet());
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
        Optional<Mentorship> open = find(mentorshipId).filter(Mentorship::isOpen);
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

    @Override
    public boolean may(String personId, String mentorshipId, MaterialsAction action) {
        return find(mentorshipId)
                .filter(mentorship -> rights.may(personId, mentorship, inTheTable(action)))
                .isPresent();
    }

    @Override
    public boolean oversees(String personId, String mentorshipId, MaterialsAction action) {
        return find(mentorshipId)
                .filter(mentorship -> !mentorship.isOfThePair(personId))
                .filter(mentorship -> rights.may(personId, mentorship, inTheTable(action)))
                .isPresent();
    }

    @Override
    public boolean isOpen(String mentorshipId) {
        return find(mentorshipId).filter(Mentorship::isOpen).isPresent();
    }

    private Optional<Mentorship> find(String mentorshipId) {
        // No id has a NUL, and the database refuses to be asked for it.
        return mentorshipId.indexOf('\0') >= 0 ? Optional.empty() : mentorships.findById(mentorshipId);
    }

    private static MentoringAction inTheTable(MaterialsAction action) {
        return switch (action) {
            case READ_MATERIALS -> MentoringAction.READ_MATERIALS;
            case DOWNLOAD_MATERIALS -> MentoringAction.DOWNLOAD_MATERIALS;
            case SHARE_MATERIALS -> MentoringAction.SHARE_MATERIALS;
            case FORWARD_MATERIALS -> MentoringAction.FORWARD_MATERIALS;
        };
    }
}
