package org.xinhuo.mentoring.process.absence;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.FormInput;
import org.xinhuo.engine.PausedWork;
import org.xinhuo.mentoring.absence.Pauses;
import org.xinhuo.mentoring.log.ToDo;
import org.xinhuo.mentoring.log.ToDos;

/** Tells the engine which mentorships stand still, and with them their to-dos. */
@Component
class MentoringPauses implements PausedWork {

    private static final String TO_DO = "to-do";
    private static final String MATCHING = "matching";
    private static final String ACCEPT_MENTEE = "acceptMentee";
    private static final String ACCEPTED = "accepted";

    private final Pauses pauses;
    private final ToDos toDos;

    MentoringPauses(Pauses pauses, ToDos toDos) {
        this.pauses = pauses;
        this.toDos = toDos;
    }

    @Override
    public void expectGoesOn(@Nullable String businessKey) {
        if (businessKey != null) {
            pauses.present(mentorshipOf(businessKey)).ifPresent(pause -> {
                throw Refusal.conflict(
                        "mentoring.absence.taskPaused", pause.lastDay().toString());
            });
        }
    }

    @Override
    public void expectGoesOn(
            String process, String task, Supplier<@Nullable FormInput> submitted, @Nullable String businessKey) {
        if (businessKey != null && pauses.isPaused(mentorshipOf(businessKey)) && !isDecline(process, task, submitted)) {
            expectGoesOn(businessKey);
        }
    }

    /** Who does not want to be the mentor need not keep it in mind until the mentee is back. */
    private static boolean isDecline(String process, String task, Supplier<@Nullable FormInput> submitted) {
        if (!MATCHING.equals(process) || !ACCEPT_MENTEE.equals(task)) {
            return false;
        }
        FormInput answer = submitted.get();
        return answer != null && !answer.flag(ACCEPTED);
    }

    @Override
    public boolean holdsTimer(String process, String activity, @Nullable String businessKey) {
        boolean byTheCalendar = AbsenceModel.KEY.equals(process) && AbsenceModel.BY_THE_CALENDAR.contains(activity);
        if (businessKey == null || byTheCalendar) {
            return false;
        }
        return pauses.isPaused(TO_DO.equals(process) ? mentorshipOf(businessKey) : businessKey);
    }

    /** The business key of a to-do is the to-do; all else of mentoring runs under the mentorship's. */
    private String mentorshipOf(String businessKey) {
        return toDos.findById(businessKey).map(ToDo::mentorshipId).orElse(businessKey);
    }
}
