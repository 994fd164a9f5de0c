package org.xinhuo.mentoring.process.absence;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.ProcessBean;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.absence.WatchSilence;

/** What the watch for silence asks from within the model. */
@Component("silenceWatch")
@ProcessBean
public class SilenceWatch {

    private final WatchSilence watchSilence;
    private final Mentorships mentorships;

    SilenceWatch(WatchSilence watchSilence, Mentorships mentorships) {
        this.watchSilence = watchSilence;
        this.mentorships = mentorships;
    }

    /** Begins the watch of a new pair. @return when to look first */
    public Date begin(DelegateExecution execution) {
        return Date.from(watchSilence.begin(execution.getProcessBusinessKey()));
    }

    /** Who is asked: the mentee, and the mentor or who stands in for him. */
    public List<String> pair(DelegateExecution execution) {
        Mentorship mentorship = mentorships.get(execution.getProcessBusinessKey());
        return List.of(mentorship.menteeId(), mentorship.actingMentor());
    }
}
