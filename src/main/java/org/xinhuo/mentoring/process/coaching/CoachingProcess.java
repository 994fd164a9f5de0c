package org.xinhuo.mentoring.process.coaching;

import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.HouseRules;
import org.xinhuo.engine.PausedWork;
import org.xinhuo.mentoring.coaching.RecordGuidance;

/** What the application tells the process coaching about talks. */
@Component
@Transactional
public class CoachingProcess {

    private final ProcessEngine engine;
    private final HouseRules rules;
    private final RecordGuidance recordGuidance;
    private final ObjectProvider<PausedWork> paused;

    CoachingProcess(
            ProcessEngine engine, HouseRules rules, RecordGuidance recordGuidance, ObjectProvider<PausedWork> paused) {
        this.engine = engine;
        this.rules = rules;
        this.recordGuidance = recordGuidance;
        this.paused = paused;
    }

    /**
     * A talk was held and is written down outside its task. Where it is what the mentor owes now, it does that task for
     * him, also one that was not to open yet; any other talk is kept beside it.
     *
     * @param personId the mentor or who stands in
     * @throws Refusal for anybody else, where no coaching is open to it, while it stands still, or where a value breaks
     *     its rule
     */
    public void giveGuidance(String mentorshipId, String personId, RecordGuidance.Guidance guidance) {
        boolean owed = recordGuidance.answersWhatIsOwed(mentorshipId, personId, guidance);
        paused.forEach(work -> work.expectGoesOn(mentorshipId));
        Task task = owed ? openTask(mentorshipId) : null;
        if (task == null) {
            recordGuidance.record(mentorshipId, personId, guidance);
            return;
        }
        rules.apply(() -> complete(task, personId, guidance));
    }

    /** None where the process of this mentorship is not at its guidance. */
    private @Nullable Task openTask(String mentorshipId) {
        Task open = task(mentorshipId);
        if (open != null) {
            return open;
        }
        ProcessInstance coaching = rules.apply(() -> engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(mentorshipId, CoachingModel.KEY)
                .singleResult());
        if (coaching == null) {
            return null;
        }
        Job opens = rules.apply(() -> engine.getManagementService()
                .createJobQuery()
                .processInstanceId(coaching.getProcessInstanceId())
                .activityId(CoachingModel.GUIDANCE_OPENS)
                .singleResult());
        if (opens == null) {
            return null;
        }
        rules.apply(() -> {
            engine.getManagementService().executeJob(opens.getId());
        });
        return task(mentorshipId);
    }

    private @Nullable Task task(String mentorshipId) {
        return rules.apply(() -> engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(mentorshipId)
                .taskDefinitionKey(CoachingModel.GIVE_DEEP_GUIDANCE)
                .singleResult());
    }

    /** Of the mentor and the one who stands in, whoever held the talk does the task. */
    private boolean complete(Task task, String personId, RecordGuidance.Guidance guidance) {
        if (!Objects.equals(task.getAssignee(), personId)) {
            engine.getTaskService().setAssignee(task.getId(), personId);
        }
        engine.getTaskService()
                .complete(
                        task.getId(),
                        Map.of(
                                "topic", guidance.topic(),
                                "question", guidance.question(),
                                "advice", guidance.advice(),
                                "minutes", guidance.minutes(),
                                "method", guidance.method(),
                                "heldOn", guidance.heldOn().toString()));
        return true;
    }
}
