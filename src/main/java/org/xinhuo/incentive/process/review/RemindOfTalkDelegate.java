package org.xinhuo.incentive.process.review;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.review.ImprovementTalks;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;

/** Reminds HR of a talk that was not held. */
@Component("remindOfTalk")
class RemindOfTalkDelegate implements JavaDelegate {

    private final ImprovementTalks talks;
    private final Employees employees;
    private final Notices notices;
    private final Groups groups;

    RemindOfTalkDelegate(ImprovementTalks talks, Employees employees, Notices notices, Groups groups) {
        this.talks = talks;
        this.employees = employees;
        this.notices = notices;
        this.groups = groups;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ImprovementTalks.Notice notice = talks.get(execution.getProcessBusinessKey());
        String lecturer = employees.get(notice.lecturerId()).name();
        notices.tell(
                groups.members("hr"),
                "incentive/improvement/" + notice.id() + "/overdue",
                "incentive.talkOverdue",
                "/",
                lecturer);
    }
}
