package org.xinhuo.mentoring.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.mentoring.rights.MentoringRole;
import org.xinhuo.people.Competencies;

/** A mentee's levels as a reader of a mentorship sees them: for who mentored until it ended, they stand still there. */
@Component
class MenteeLevels {

    private final MentoringRights rights;
    private final Competencies competencies;

    MenteeLevels(MentoringRights rights, Competencies competencies) {
        this.rights = rights;
        this.competencies = competencies;
    }

    /** By competency; what was never assessed is missing. Null where this person may not see them. */
    @Nullable
    Map<String, BigDecimal> of(Mentorship mentorship, String readerId) {
        if (!rights.may(readerId, mentorship, MentoringAction.READ_COMPETENCIES)) {
            return null;
        }
        Instant endedAt = mentorship.endedAt();
        return endedAt != null && rights.rolesOf(readerId, mentorship).contains(MentoringRole.MENTOR)
                ? competencies.levelsKnownAt(mentorship.menteeId(), endedAt)
                : competencies.levelsOf(mentorship.menteeId());
    }
}
