package org.xinhuo.mentoring.process.absence;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.PausedWork;
import org.xinhuo.mentoring.absence.Pauses;

/** Tells the engine which mentorships stand still. */
@Component
class MentoringPauses implements PausedWork {

    private final Pauses pauses;

    MentoringPauses(Pauses pauses) {
        this.pauses = pauses;
    }

    @Override
    public void expectGoesOn(@Nullable String businessKey) {
        if (businessKey != null) {
            pauses.present(businessKey).ifPresent(pause -> {
                throw Refusal.conflict(
                        "mentoring.absence.taskPaused", pause.lastDay().toString());
            });
        }
    }

    @Override
    public boolean holdsTimer(String process, String activity, @Nullable String businessKey) {
        boolean byTheCalendar = AbsenceModel.KEY.equals(process) && AbsenceModel.BY_THE_CALENDAR.contains(activity);
        return businessKey != null && !byTheCalendar && pauses.isPaused(businessKey);
    }
}
