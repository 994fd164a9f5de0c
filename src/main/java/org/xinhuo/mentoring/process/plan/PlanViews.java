package org.xinhuo.mentoring.process.plan;

import static org.xinhuo.mentoring.process.stage.PairFacts.written;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Texts;
import org.xinhuo.engine.TaskView;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.absence.PauseCalendar;
import org.xinhuo.mentoring.log.LogReaders;
import org.xinhuo.mentoring.plan.AgreedPauses;
import org.xinhuo.mentoring.plan.Plan;
import org.xinhuo.mentoring.plan.PlanHistory;
import org.xinhuo.mentoring.plan.PlanVersion;
import org.xinhuo.mentoring.plan.PlanVersion.Side;
import org.xinhuo.mentoring.plan.PlanVersions;
import org.xinhuo.mentoring.plan.Plans;
import org.xinhuo.mentoring.process.stage.PairFacts;
import org.xinhuo.mentoring.process.stage.StageView;
import org.xinhuo.people.Competencies;

/** What the forms of plan-negotiation show beside their fields. */
@Configuration(proxyBeanMethods = false)
class PlanViews {

    private final PairFacts pair;
    private final Mentorships mentorships;
    private final LogReaders readers;
    private final Plans plans;
    private final PlanVersions versions;
    private final PlanHistory history;
    private final Competencies competencies;
    private final AgreedPauses pauses;
    private final CompanyTime time;
    private final Texts texts;

    PlanViews(
            PairFacts pair,
            Mentorships mentorships,
            LogReaders readers,
            Plans plans,
            PlanVersions versions,
            PlanHistory history,
            Competencies competencies,
            AgreedPauses pauses,
            CompanyTime time,
            Texts texts) {
        this.pair = pair;
        this.mentorships = mentorships;
        this.readers = readers;
        this.plans = plans;
        this.versions = versions;
        this.history = history;
        this.competencies = competencies;
        this.pauses = pauses;
        this.time = time;
        this.texts = texts;
    }

    @Bean
    TaskView stateNeedsView() {
        return new StageView(
                PlanNegotiationModel.KEY,
                PlanNegotiationModel.STATE_NEEDS,
                (id, reader, values) -> pair.addTo(values, id, reader));
    }

    @Bean
    TaskView draftPlanView() {
        return new StageView(PlanNegotiationModel.KEY, PlanNegotiationModel.DRAFT_PLAN, (id, reader, values) -> {
            addNeeds(id, reader, values);
            pair.addGoalToPlan(values, id);
        });
    }

    @Bean
    TaskView revisePlanView() {
        return new StageView(PlanNegotiationModel.KEY, PlanNegotiationModel.REVISE_PLAN, (id, reader, values) -> {
            addNeeds(id, reader, values);
            addNewestAsStart(id, reader, values);
        });
    }

    @Bean
    TaskView reviewPlanView() {
        return answered(PlanNegotiationModel.REVIEW_PLAN, Side.MENTEE);
    }

    @Bean
    TaskView confirmPlanView() {
        return answered(PlanNegotiationModel.CONFIRM_PLAN, Side.MENTOR);
    }

    @Bean
    TaskView mediatePlanView() {
        return new StageView(PlanNegotiationModel.KEY, PlanNegotiationModel.MEDIATE_PLAN, (id, reader, values) -> {
            addPlan(id, reader, values, Side.MENTOR);
            addAnswers(id, values);
        });
    }

    private void addNeeds(String id, @Nullable String reader, Map<String, Object> values) {
        pair.addTo(values, id, reader);
        values.put("needs", words(id, reader, plans.newest(id).needs()));
    }

    /** What stands in the log is read there, with a reason, by who may see every task. */
    private String words(String id, @Nullable String reader, @Nullable String words) {
        boolean reads = reader == null || readers.readsWords(mentorships.get(id), reader);
        return reads ? Objects.requireNonNullElse(words, "") : texts.text("mentoring.log.leftOut");
    }

    /** The form's own fields, filled with the last version, and why it has to change. */
    private void addNewestAsStart(String id, @Nullable String reader, Map<String, Object> values) {
        Plan plan = plans.newest(id);
        Optional<PlanVersion> proposed = versions.newestOf(plan);
        PlanVersion newest = proposed.or(() -> history.changed(plan)).orElseThrow();
        // What holds now lies later by the pauses since it was agreed; what is proposed anew stands as it is written.
        PauseCalendar moved = proposed.isPresent() ? PauseCalendar.EMPTY : pauses.of(id);
        LocalDate today = time.today();
        values.put(
                "goals",
                newest.goals().stream()
                        .map(goal -> Map.of(
                                "competency", goal.competency(),
                                "targetLevel", goal.targetLevel().stripTrailingZeros(),
                                "actions",
                                        goal.actions().stream()
                                                .map(action -> Map.of(
                                                        "title",
                                                        action.title(),
                                                        "dueOn",
                                                        moved.moved(action.dueOn(), today)
                                                                .toString()))
                                                .toList()))
                        .toList());
        pair.addOptions(
                values,
                newest.goals().stream().map(PlanVersion.Goal::competency).toList());
        values.put("sessionsPerMonth", newest.sessionsPerMonth());
        values.put("endOn", moved.moved(newest.endOn(), today).toString());
        PlanVersion.Answer answer = proposed.isPresent() ? newest.changeRequest() : null;
        if (answer != null) {
            values.put("request", words(id, reader, answer.changeRequest()));
            values.put("requestedBy", side(answer.side()));
        } else {
            values.put("request", words(id, reader, plan.request()));
            values.put("requestedBy", requester(plan));
        }
        addChanges(values, proposed.isPresent() ? history.lastSeen(plan, Side.MENTOR) : Optional.empty(), newest);
    }

    private String requester(Plan plan) {
        String requestedBy = plan.requestedBy();
        if (requestedBy == null) {
            return "";
        }
        return side(requestedBy.equals(plan.menteeId()) ? Side.MENTEE : Side.MENTOR);
    }

    private StageView answered(String task, Side side) {
        return new StageView(PlanNegotiationModel.KEY, task, (id, reader, values) -> addPlan(id, reader, values, side));
    }

    /** @param side whose eyes the changes are for */
    private void addPlan(String id, @Nullable String reader, Map<String, Object> values, Side side) {
        pair.addTo(values, id, reader);
        Plan plan = plans.newest(id);
        PlanVersion newest = versions.newestOf(plan).orElseThrow();
        values.put("version", newest.version());
        values.put("contentHash", newest.contentHash());
        values.put(
                "plan",
                Map.of(
                        "version", newest.version(),
                        "hash", newest.shortHash(),
                        "sessionsPerMonth", newest.sessionsPerMonth(),
                        "endOn", newest.endOn().toString()));
        var levels = competencies.levelsOf(plan.menteeId());
        List<Map<String, Object>> rows = new ArrayList<>();
        newest.goals()
                .forEach(goal -> goal.actions()
                        .forEach(action -> rows.add(Map.of(
                                "competency", goal.competency(),
                                "level",
                                        levels.containsKey(goal.competency())
                                                ? written(levels.get(goal.competency()))
                                                : "0",
                                "target", written(goal.targetLevel()),
                                "title", action.title(),
                                "dueOn", action.dueOn().toString()))));
        values.put("planActions", rows);
        addChanges(values, history.lastSeen(plan, side), newest);
    }

    /** What changed since the version that the reader saw last, in words of the reader's language. */
    private void addChanges(Map<String, Object> values, Optional<PlanVersion> seen, PlanVersion newest) {
        values.put(
                "comparison",
                seen.map(version -> texts.text("mentoring.plan.comparedWith", String.valueOf(version.version())))
                        .orElse(texts.text("mentoring.plan.allNew")));
        values.put(
                "planChanges",
                seen.map(version -> history.changesSince(version, newest)).orElse(List.of()).stream()
                        .map(line -> Map.of("change", line.text()))
                        .toList());
    }

    private void addAnswers(String id, Map<String, Object> values) {
        List<Map<String, Object>> rows = new ArrayList<>();
        versions.allOf(plans.newest(id))
                .forEach(version -> version.answers()
                        .forEach(answer -> rows.add(Map.of(
                                "version", version.version(),
                                "who", side(answer.side()),
                                "agreed", texts.text(answer.agreed() ? "mentoring.yes" : "mentoring.no"),
                                "request", Objects.requireNonNullElse(answer.changeRequest(), "")))));
        values.put("answers", rows);
    }

    private String side(Side side) {
        return texts.text("mentoring.side." + side.name().toLowerCase(Locale.ROOT));
    }
}
