package org.xinhuo.mentoring.process;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.MessageRights;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;

/**
 * Which action of the table of rights a message to the loop is. What the application alone sends is not here: that a
 * mentee has left, that the plan shall change and why, that an answer is waived, that a cohort has its assignment.
 */
@Component
class MentoringMessages implements MessageRights {

    private static final Map<String, MentoringAction> ACTIONS = Map.of(
            MentoringModel.REMATCH_REQUESTED, MentoringAction.REQUEST_REMATCH,
            MentoringModel.GRADUATION_REQUESTED, MentoringAction.REQUEST_GRADUATION,
            MentoringModel.PAUSED, MentoringAction.PAUSE_MENTORSHIP,
            MentoringModel.RESUMED, MentoringAction.RESUME_MENTORSHIP,
            MentoringModel.SUBSTITUTE_NAMED, MentoringAction.NAME_SUBSTITUTE);

    private final MentoringRights rights;

    MentoringMessages(MentoringRights rights) {
        this.rights = rights;
    }

    @Override
    public Set<String> messages() {
        return ACTIONS.keySet();
    }

    @Override
    public void check(String message, String businessKey, String personId) {
        rights.check(personId, businessKey, Objects.requireNonNull(ACTIONS.get(message)));
    }
}
