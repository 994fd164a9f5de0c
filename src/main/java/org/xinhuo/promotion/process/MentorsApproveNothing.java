package org.xinhuo.promotion.process;

import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.engine.BarredFromTasks;
import org.xinhuo.engine.HouseRules;
import org.xinhuo.mentoring.MentorActs;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.promotion.Promotion;
import org.xinhuo.promotion.PromotionApprover;

/** Keeps mentors from the requests of their mentees, and gives to others what they were to decide. */
@Component
class MentorsApproveNothing implements BarredFromTasks {

    private static final Set<String> APPROVALS =
            Set.of(PromotionModel.APPROVE_AS_MANAGER, PromotionModel.APPROVE_AS_HR);

    private final PromotionApprover approver;
    private final Mentorships mentorships;
    private final ProcessEngine engine;
    private final HouseRules rules;

    MentorsApproveNothing(
            PromotionApprover approver, Mentorships mentorships, @Lazy ProcessEngine engine, HouseRules rules) {
        this.approver = approver;
        this.mentorships = mentorships;
        this.engine = engine;
        this.rules = rules;
    }

    /** The own application is refused with a sentence when it is decided, and to nobody's surprise. */
    @Override
    public boolean isBarred(String process, String task, String businessKey, String personId) {
        return PromotionModel.KEY.equals(process)
                && APPROVALS.contains(task)
                && approver.isMentorOfApplicant(businessKey, personId);
    }

    /** Whoever was to decide mentors the applicant from now on. */
    @EventListener
    @Transactional
    public void on(MentorActs event) {
        String applicant = mentorships.get(event.mentorshipId()).menteeId();
        for (Promotion promotion : approver.openOf(applicant)) {
            boolean asManager = event.personId().equals(promotion.managerId());
            String instead = asManager ? approver.askSomebodyElse(promotion.id()) : null;
            rules.apply(() -> pass(promotion.id(), event.personId(), asManager, instead));
        }
    }

    private void pass(String promotionId, String mentor, boolean asManager, @Nullable String instead) {
        TaskService tasks = engine.getTaskService();
        for (Task task : tasks.createTaskQuery()
                .processDefinitionKey(PromotionModel.KEY)
                .processInstanceBusinessKey(promotionId)
                .taskAssignee(mentor)
                .list()) {
            boolean managers = asManager && PromotionModel.APPROVE_AS_MANAGER.equals(task.getTaskDefinitionKey());
            if (managers && instead == null) {
                tasks.addCandidateGroup(task.getId(), "hr");
            }
            tasks.setAssignee(task.getId(), managers ? instead : null);
        }
    }
}
