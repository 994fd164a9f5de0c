package org.xinhuo.mentoring.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.absence.WithdrawMentee;

/**
 * The loop is over, however it came to its end. Where an administrator has deleted it the mentorship is still open, and
 * its mentee could never begin another.
 */
@Component(MentoringModel.CLOSE_MENTORSHIP)
class CloseMentorshipListener implements ExecutionListener {

    private final Mentorships mentorships;
    private final WithdrawMentee withdrawMentee;

    CloseMentorshipListener(Mentorships mentorships, WithdrawMentee withdrawMentee) {
        this.mentorships = mentorships;
        this.withdrawMentee = withdrawMentee;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String id = execution.getProcessBusinessKey();
        if (id != null && mentorships.findById(id).filter(Mentorship::isOpen).isPresent()) {
            withdrawMentee.withdraw(id);
        }
    }
}
