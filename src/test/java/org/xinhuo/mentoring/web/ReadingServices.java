package org.xinhuo.mentoring.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.context.ApplicationContext;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.people.Employees;

/** What shows a mentorship to its readers, for the matrix of rights: refuses, or shows nothing of what is asked for. */
public final class ReadingServices {

    private ReadingServices() {}

    /** By action: mentorship, person. @throws Refusal where nothing is shown, too */
    public static Map<MentoringAction, BiConsumer<String, String>> of(ApplicationContext context) {
        Mentorships mentorships = context.getBean(Mentorships.class);
        MentoringReaders readers = context.getBean(MentoringReaders.class);
        Map<MentoringAction, BiConsumer<String, String>> cases = new LinkedHashMap<>();
        cases.put(MentoringAction.READ_MENTORSHIP, (id, who) -> readers.checkMentorship(who, mentorships.get(id)));
        cases.put(MentoringAction.READ_RECOMMENDATIONS, (id, who) -> {
            Mentorship mentorship = mentorships.get(id);
            readers.checkRecommendations(who, context.getBean(Employees.class).get(mentorship.menteeId()));
        });
        cases.put(
                MentoringAction.READ_COMPETENCIES,
                (id, who) -> shown(context.getBean(MenteeLevels.class).of(mentorships.get(id), who)));
        cases.put(
                MentoringAction.READ_METRICS,
                (id, who) -> shown(context.getBean(MenteeMetrics.class).of(mentorships.get(id), who)));
        cases.put(
                MentoringAction.READ_PLAN,
                (id, who) -> context.getBean(PlanActionsApi.class).actions(id, () -> who));
        return cases;
    }

    private static void shown(Object facts) {
        if (facts == null) {
            throw Refusal.forbidden("rights.refused.read-mentorship");
        }
    }
}
