package org.xinhuo.mentoring.process.coaching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.xinhuo.base.Texts;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.TaskView;
import org.xinhuo.mentoring.coaching.CoachingCases;
import org.xinhuo.mentoring.coaching.Duties;
import org.xinhuo.mentoring.coaching.DutyKind;
import org.xinhuo.mentoring.process.stage.PairFacts;
import org.xinhuo.mentoring.process.stage.StageView;

/** What the forms of coaching show beside their fields. */
@Configuration(proxyBeanMethods = false)
class CoachingViews {

    private static final List<String> SITUATIONS = List.of("stuck", "progress", "dependence");

    private final PairFacts pair;
    private final CoachingCases cases;
    private final Duties duties;
    private final Decisions decisions;
    private final Texts texts;

    CoachingViews(PairFacts pair, CoachingCases cases, Duties duties, Decisions decisions, Texts texts) {
        this.pair = pair;
        this.cases = cases;
        this.duties = duties;
        this.decisions = decisions;
        this.texts = texts;
    }

    @Bean
    TaskView giveDeepGuidanceView() {
        return new StageView(CoachingModel.KEY, CoachingModel.GIVE_DEEP_GUIDANCE, (id, values) -> {
            addDuty(values, id, DutyKind.DEEP_GUIDANCE);
            values.put("phrases", phrases());
        });
    }

    @Bean
    TaskView evaluateAbilityView() {
        return new StageView(CoachingModel.KEY, CoachingModel.EVALUATE_ABILITY, (id, values) -> {
            addDuty(values, id, DutyKind.ABILITY_EVALUATION);
            pair.addLevelsToFill(values, id);
        });
    }

    @Bean
    TaskView shareExperienceView() {
        return new StageView(
                CoachingModel.KEY,
                CoachingModel.SHARE_EXPERIENCE,
                (id, values) -> addDuty(values, id, DutyKind.EXPERIENCE_SHARING));
    }

    private void addDuty(Map<String, Object> values, String mentorshipId, DutyKind kind) {
        pair.addTo(values, mentorshipId);
        duties.newest(cases.underWay(mentorshipId).id(), kind)
                .ifPresent(duty -> values.put(
                        "duty",
                        Map.of(
                                "periodStart",
                                duty.periodStart().toString(),
                                "dueOn",
                                duty.dueOn().toString())));
    }

    /** In the reader's language. */
    private List<Map<String, Object>> phrases() {
        String locale = "zh".equals(LocaleContextHolder.getLocale().getLanguage()) ? "zh-CN" : "en";
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String situation : SITUATIONS) {
            decisions
                    .decide("coaching-phrases", Map.of("situation", situation, "locale", locale))
                    .rows()
                    .forEach(row -> rows.add(Map.of(
                            "situation", texts.text("mentoring.situation." + situation),
                            "phrase", row.text("phrases"))));
        }
        return rows;
    }
}
