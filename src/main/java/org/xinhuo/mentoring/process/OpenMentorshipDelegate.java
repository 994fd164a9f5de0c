package org.xinhuo.mentoring.process;

import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.BusinessKey;
import org.xinhuo.engine.FormField;
import org.xinhuo.engine.FormInput;
import org.xinhuo.engine.StartInput;
import org.xinhuo.mentoring.OpenMentorship;

/** The first step, for every way in: checks what came along and who starts, and makes the row. */
@Component(MentoringModel.OPEN_MENTORSHIP)
class OpenMentorshipDelegate implements JavaDelegate {

    private static final int LONGEST_KEY = 64;

    private final OpenMentorship openMentorship;
    private final StartInput startInput;

    OpenMentorshipDelegate(OpenMentorship openMentorship, StartInput startInput) {
        this.openMentorship = openMentorship;
        this.startInput = startInput;
    }

    /** Left empty, the mentee is who starts. */
    @Override
    public void execute(DelegateExecution execution) {
        FormInput start = startInput.of(
                execution, FormField.text(MentoringModel.MENTEE_ID, LONGEST_KEY).optional());
        String starter = start.submittedBy().isEmpty() ? null : start.submittedBy();
        String mentee = Objects.requireNonNullElse(start.textOrNull(MentoringModel.MENTEE_ID), start.submittedBy());
        if (mentee.isEmpty()) {
            throw Refusal.invalid(MentoringModel.MENTEE_ID, "form.required", MentoringModel.MENTEE_ID);
        }
        openMentorship.open(businessKey(execution), mentee, starter);
        execution.setVariable(MentoringModel.MENTEE_ID, mentee);
    }

    private static String businessKey(DelegateExecution execution) {
        String given = BusinessKey.given(execution);
        if (given != null) {
            if (given.length() > LONGEST_KEY) {
                throw Refusal.invalid("businessKey", "form.tooLong", "businessKey", LONGEST_KEY);
            }
            return given;
        }
        String made = UUID.randomUUID().toString();
        execution.setProcessBusinessKey(made);
        return made;
    }
}
