package org.xinhuo.mentoring.process.coaching;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.coaching.OpenCoaching;
import org.xinhuo.mentoring.process.stage.StageStart;

/** Begins the coaching and sets the instants of its timers. */
@Component("openCoaching")
class OpenCoachingDelegate implements JavaDelegate {

    private final StageStart start;
    private final OpenCoaching openCoaching;
    private final CoachingDuties duties;

    OpenCoachingDelegate(StageStart start, OpenCoaching openCoaching, CoachingDuties duties) {
        this.start = start;
        this.openCoaching = openCoaching;
        this.duties = duties;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OpenCoaching.Opened opened = openCoaching.open(start.of(execution).id());
        duties.begin(execution, opened);
    }
}
