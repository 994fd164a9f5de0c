package org.xinhuo.mentoring.process;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.HouseRules;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.absence.WithdrawMentee;
import org.xinhuo.mentoring.matching.WithdrawMatching;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;

/** What the application tells the mentoring loop. */
@Component
@Transactional
public class MentoringProcess {

    private final ProcessEngine engine;
    private final HouseRules rules;
    private final Mentorships mentorships;
    private final MentoringRights rights;
    private final WithdrawMatching withdrawMatching;
    private final WithdrawMentee withdrawMentee;
    private final EarlierModels earlierModels;

    MentoringProcess(
            ProcessEngine engine,
            HouseRules rules,
            Mentorships mentorships,
            MentoringRights rights,
            WithdrawMatching withdrawMatching,
            WithdrawMentee withdrawMentee,
            EarlierModels earlierModels) {
        this.engine = engine;
        this.rules = rules;
        this.mentorships = mentorships;
        this.rights = rights;
        this.withdrawMatching = withdrawMatching;
        this.withdrawMentee = withdrawMentee;
        this.earlierModels = earlierModels;
    }

    /**
     * Brings a mentee into the loop; recommended mentors wait for the mentee's choice when this returns.
     *
     * @return the mentorship's id
     * @throws Refusal where the mentee is unknown, has left or is in a mentorship already, or the person who is logged
     *     in may not start for this mentee
     */
    public String start(String menteeId) {
        String id = UUID.randomUUID().toString();
        start(id, menteeId);
        return id;
    }

    /**
     * The same with an id that was given beforehand.
     *
     * @throws Refusal as above, and where the id is taken
     */
    public void start(String id, String menteeId) {
        rules.apply(() -> engine.getRuntimeService()
                .startProcessInstanceByKey(MentoringModel.PROCESS, id, Map.of(MentoringModel.MENTEE_ID, menteeId)));
    }

    /**
     * Ends coaching before the plan does; the evaluation decides whether the mentee graduates.
     *
     * @param personId who asks: one of the pair, HR or an administrator
     * @throws Refusal for anybody else, and while the mentorship is not in coaching
     */
    public void requestGraduation(String mentorshipId, String personId) {
        tell(mentorshipId, personId, MentoringAction.REQUEST_GRADUATION, MentoringModel.GRADUATION_REQUESTED);
    }

    /**
     * Parts the pair and looks for another mentor, whatever they are doing. No reason is needed.
     *
     * @param personId who asks: one of the pair, HR or an administrator
     * @throws Refusal for anybody else, and while there is no pair
     */
    public void requestRematch(String mentorshipId, String personId) {
        tell(mentorshipId, personId, MentoringAction.REQUEST_REMATCH, MentoringModel.REMATCH_REQUESTED);
    }

    /**
     * Takes a mentorship back that still looks for a mentor; nothing of it stays open, and the mentee can begin another.
     *
     * @param personId who asks: HR or an administrator
     * @param reason in words; kept
     * @throws Refusal for anybody else, where it does not look for a mentor, and without a reason
     */
    public void withdraw(String mentorshipId, String personId, @Nullable String reason) {
        rights.check(personId, mentorships.get(mentorshipId), MentoringAction.WITHDRAW_MENTORSHIP);
        withdrawMatching.withdraw(mentorshipId, personId, reason);
        if (!send(mentorshipId, MentoringModel.MENTEE_LEFT, Map.of())) {
            throw notWaiting(mentorshipId, MentoringModel.MENTEE_LEFT, "mentoring.wrongState");
        }
    }

    /**
     * The same with the whole cohort of the mentorship, which the person may take back: the right to that was checked.
     * Where its loop does not wait for this, because it runs under a model that does not know it, or no longer runs, it is
     * closed past the loop: the rest of the cohort does not wait for it.
     */
    public void withdrawWithCohort(String mentorshipId, String personId, String reason) {
        withdrawMatching.withdraw(mentorshipId, personId, reason);
        rules.apply(() -> {
            RuntimeService runtime = engine.getRuntimeService();
            // To all: that nobody waits is no error here, which would undo the step.
            runtime.createMessageCorrelation(MentoringModel.MENTEE_LEFT)
                    .processInstanceBusinessKey(mentorshipId)
                    .correlateAll();
            runtime.createProcessInstanceQuery()
                    .processDefinitionKey(MentoringModel.PROCESS)
                    .processInstanceBusinessKey(mentorshipId)
                    .list()
                    .forEach(left -> runtime.deleteProcessInstance(left.getId(), MentoringModel.MENTEE_LEFT));
        });
        if (mentorships.get(mentorshipId).isOpen()) {
            withdrawMentee.withdraw(mentorshipId);
        }
    }

    /** Correlates a message of this mentorship, for who may send it. */
    void tell(String mentorshipId, String personId, MentoringAction action, String message) {
        tell(mentorshipId, personId, action, message, Map.of(), "mentoring.wrongState");
    }

    /** @param values for the step that the message begins, and for no other */
    void tell(
            String mentorshipId,
            String personId,
            MentoringAction action,
            String message,
            Map<String, Object> values,
            String notWaiting) {
        rights.check(personId, mentorships.get(mentorshipId), action);
        if (!send(mentorshipId, message, values)) {
            throw notWaiting(mentorshipId, message, notWaiting);
        }
    }

    private Refusal notWaiting(String mentorshipId, String message, String code) {
        if (rules.apply(() -> earlierModels.lack(mentorshipId, message))) {
            return Refusal.conflict("mentoring.earlierModel");
        }
        return Refusal.conflict(
                code, mentorshipId, mentorships.get(mentorshipId).state().code());
    }

    /** Sends the loop of a mentorship a message. @return false where it does not wait for this message */
    boolean send(String mentorshipId, String message, Map<String, Object> values) {
        return send(mentorshipId, message, Map.of(), values);
    }

    /** @param waiting the local variables of the step that the message is for, where several wait for it */
    boolean send(String mentorshipId, String message, Map<String, Object> waiting, Map<String, Object> values) {
        try {
            rules.apply(() -> {
                engine.getRuntimeService()
                        .createMessageCorrelation(message)
                        .processInstanceBusinessKey(mentorshipId)
                        .localVariablesEqual(waiting)
                        .setVariablesToTriggeredScope(values)
                        .correlate();
            });
            return true;
        } catch (MismatchingMessageCorrelationException notWaiting) {
            return false;
        }
    }

    /** Whether a step with this local variable waits for a message. */
    boolean waitsFor(String mentorshipId, String message, String variable, String value) {
        return rules.apply(() -> engine.getRuntimeService()
                        .createExecutionQuery()
                        .processInstanceBusinessKey(mentorshipId)
                        .messageEventSubscriptionName(message)
                        .variableValueEquals(variable, value)
                        .count()
                > 0);
    }

    /** Whether a task of this mentorship waits for somebody. */
    boolean isOpen(String mentorshipId, String task) {
        return rules.apply(() -> engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(mentorshipId)
                        .taskDefinitionKey(task)
                        .count()
                > 0);
    }

    /** @throws Refusal where no such task is this person's, or its form refuses the values */
    void complete(String mentorshipId, String task, String personId, Map<String, Object> values) {
        TaskService tasks = engine.getTaskService();
        rules.apply(() -> {
            Task open = tasks.createTaskQuery()
                    .processInstanceBusinessKey(mentorshipId)
                    .taskDefinitionKey(task)
                    .taskAssignee(personId)
                    .singleResult();
            if (open == null) {
                throw Refusal.conflict("mentoring.absence.notAsked");
            }
            tasks.complete(open.getId(), values);
        });
    }
}
