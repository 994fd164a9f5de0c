package org.xinhuo.promotion.process;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.engine.HouseRules;
import org.xinhuo.people.EmployeeLeft;
import org.xinhuo.promotion.Promotion;
import org.xinhuo.promotion.PromotionApprover;
import org.xinhuo.promotion.WithdrawPromotion;

/** Gives to others what somebody was to decide who may not, or who has left the company. */
@Component
@Transactional
class PassOnApprovals {

    private final PromotionApprover approver;
    private final WithdrawPromotion withdrawal;
    private final ProcessEngine engine;
    private final HouseRules rules;

    PassOnApprovals(
            PromotionApprover approver, WithdrawPromotion withdrawal, @Lazy ProcessEngine engine, HouseRules rules) {
        this.approver = approver;
        this.withdrawal = withdrawal;
        this.engine = engine;
        this.rules = rules;
    }

    /** Whatever waits for who has left, and what he or she has applied for. */
    @EventListener
    public void on(EmployeeLeft event) {
        approver.openOf(event.employeeId()).forEach(own -> withdrawal.applicantLeft(own.id()));
        approver.waitingFor(event.employeeId()).forEach(promotion -> passOn(promotion, event.employeeId()));
        rules.apply(() -> giveBack(event.employeeId()));
    }

    /** The manager of an application has left without anybody having said so on the day. */
    void passOnIfManagerLeft(String promotionId) {
        approver.managerWhoLeft(promotionId)
                .ifPresent(manager -> rules.apply(
                        () -> pass(promotionId, manager, true, approver.askSomebodyElse(promotionId, manager))));
    }

    /** What this person was to decide about an application. */
    void passOn(Promotion promotion, String person) {
        boolean asManager = promotion.asksAsManager(person);
        String instead = asManager ? approver.askSomebodyElse(promotion.id(), person) : null;
        rules.apply(() -> pass(promotion.id(), person, asManager, instead));
    }

    private void pass(String promotionId, String person, boolean asManager, @Nullable String instead) {
        TaskService tasks = engine.getTaskService();
        for (Task task : tasks.createTaskQuery()
                .processDefinitionKey(PromotionModel.KEY)
                .processInstanceBusinessKey(promotionId)
                .taskAssignee(person)
                .list()) {
            boolean managers = asManager && PromotionModel.APPROVE_AS_MANAGER.equals(task.getTaskDefinitionKey());
            if (managers && instead == null) {
                tasks.addCandidateGroup(task.getId(), "hr");
            }
            tasks.setAssignee(task.getId(), managers ? instead : null);
        }
    }

    /** What he or she had claimed as one of HR goes back to HR. */
    private void giveBack(String person) {
        engine
                .getTaskService()
                .createTaskQuery()
                .processDefinitionKey(PromotionModel.KEY)
                .taskAssignee(person)
                .list()
                .stream()
                // Found as the database has it; what was passed on just now is not written yet.
                .filter(task -> person.equals(task.getAssignee()))
                .forEach(task -> engine.getTaskService().setAssignee(task.getId(), null));
    }
}
