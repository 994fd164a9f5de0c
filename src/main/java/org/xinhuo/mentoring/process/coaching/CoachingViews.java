package org.xinhuo.mentoring.process.coaching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.TaskView;
import org.xinhuo.mentoring.coaching.CoachingCases;
import org.xinhuo.mentoring.coaching.CoachingPhrases;
import org.xinhuo.mentoring.coaching.Duties;
import org.xinhuo.mentoring.coaching.DutyKind;
import org.xinhuo.mentoring.process.stage.PairFacts;
import org.xinhuo.mentoring.process.stage.StageView;

/** What the forms of coaching show beside their fields. */
@Configuration(proxyBeanMethods = false)
class CoachingViews {

    private final PairFacts pair;
    private final CoachingCases cases;
    private final Duties duties;
    private final CoachingPhrases phrases;
    private final CompanyTime time;

    CoachingViews(PairFacts pair, CoachingCases cases, Duties duties, CoachingPhrases phrases, CompanyTime time) {
        this.time = time;
        this.pair = pair;
        this.cases = cases;
        this.duties = duties;
        this.phrases = phrases;
    }

    @Bean
    TaskView giveDeepGuidanceView() {
        return new StageView(CoachingModel.KEY, CoachingModel.GIVE_DEEP_GUIDANCE, (id, reader, values) -> {
            addDuty(values, id, reader, DutyKind.DEEP_GUIDANCE);
            values.put("phrases", phrases());
            // Written down on the day of the talk, as a rule.
            values.put("heldOn", time.today().toString());
        });
    }

    @Bean
    TaskView evaluateAbilityView() {
        return new StageView(CoachingModel.KEY, CoachingModel.EVALUATE_ABILITY, (id, reader, values) -> {
            addDuty(values, id, reader, DutyKind.ABILITY_EVALUATION);
            pair.addLevelsToChange(values, id);
        });
    }

    @Bean
    TaskView shareExperienceView() {
        return new StageView(
                CoachingModel.KEY,
                CoachingModel.SHARE_EXPERIENCE,
                (id, reader, values) -> addDuty(values, id, reader, DutyKind.EXPERIENCE_SHARING));
    }

    private void addDuty(Map<String, Object> values, String mentorshipId, @Nullable String reader, DutyKind kind) {
        pair.addTo(values, mentorshipId, reader);
        duties.asked(cases.underWay(mentorshipId).id(), kind)
                .ifPresent(duty -> values.put(
                        "duty",
                        Map.of(
                                "periodStart",
                                duty.periodStart().toString(),
                                "dueOn",
                                duty.dueOn().toString())));
    }

    /** In the reader's language, a row a phrase. */
    private List<Map<String, Object>> phrases() {
        List<Map<String, Object>> rows = new ArrayList<>();
        phrases.all(LocaleContextHolder.getLocale())
                .forEach(situation -> situation
                        .phrases()
                        .forEach(phrase -> rows.add(Map.of("situation", situation.name(), "phrase", phrase))));
        return rows;
    }
}
