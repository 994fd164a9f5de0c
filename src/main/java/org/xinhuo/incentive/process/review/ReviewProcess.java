package org.xinhuo.incentive.process.review;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.engine.HouseRules;
import org.xinhuo.engine.RunningInstances;
import org.xinhuo.incentive.review.FinishReview;
import org.xinhuo.incentive.review.ReviewStart;
import org.xinhuo.people.Groups;

/** What the application tells the process of a month's review. */
@Component
@Transactional
class ReviewProcess implements ReviewStart {

    private final ProcessEngine engine;
    private final HouseRules rules;
    private final RunningInstances instances;
    private final FinishReview finishReview;
    private final Groups groups;

    ReviewProcess(
            ProcessEngine engine,
            HouseRules rules,
            RunningInstances instances,
            FinishReview finishReview,
            Groups groups) {
        this.groups = groups;
        this.engine = engine;
        this.rules = rules;
        this.instances = instances;
        this.finishReview = finishReview;
    }

    @Override
    public void start(YearMonth period) {
        rules.apply(() -> engine.getRuntimeService()
                .startProcessInstanceByKey(
                        MonthlyReviewModel.KEY, Map.of(MonthlyReviewModel.PERIOD, period.toString())));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> confirmationFor(YearMonth period, String person) {
        if (!groups.of(person).contains("hr")) {
            return Optional.empty();
        }
        return finishReview
                .unfinished(period)
                .flatMap(review -> rules.apply(() -> engine
                        .getTaskService()
                        .createTaskQuery()
                        .processDefinitionKey(MonthlyReviewModel.KEY)
                        .processInstanceBusinessKey(review.reviewId())
                        .taskDefinitionKey(MonthlyReviewModel.CONFIRM_RESULTS)
                        .list()
                        .stream()
                        .filter(task ->
                                task.getAssignee() == null || task.getAssignee().equals(person))
                        .map(Task::getId)
                        .findFirst()));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isLost(YearMonth period) {
        return finishReview
                .unfinished(period)
                .filter(review -> !instances.carry(MonthlyReviewModel.KEY, review.reviewId()))
                .isPresent();
    }
}
