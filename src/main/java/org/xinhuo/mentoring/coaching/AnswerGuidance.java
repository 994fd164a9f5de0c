package org.xinhuo.mentoring.coaching;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Competencies;
import org.xinhuo.people.Employees;
import org.xinhuo.people.RequiredCompetency;

/**
 * What the mentor hears at once after writing down a guidance: what would have made the advice easier to act on, and
 * where the talk did not count for the month that he may have meant. Nothing to say, nothing said.
 */
@Component
class AnswerGuidance {

    private final Competencies competencies;
    private final Employees employees;
    private final Notices notices;

    AnswerGuidance(Competencies competencies, Employees employees, Notices notices) {
        this.competencies = competencies;
        this.employees = employees;
        this.notices = notices;
    }

    /** @param month the duty that the talk was held in, or the last one of the plan */
    @Transactional
    void answer(
            CoachingCase coaching,
            long guidanceId,
            RecordGuidance.Guidance guidance,
            RecordGuidance.Counted as,
            Duty month) {
        String link = "/mentorships/" + coaching.mentorshipId() + "/coaching";
        String key = "guidance/" + guidanceId;
        AdviceSpecificity specificity = of(coaching.menteeId(), guidance.advice());
        if (specificity.score() < AdviceSpecificity.Part.values().length) {
            notices.tell(
                    coaching.mentorId(),
                    key + "/specificity",
                    "coaching.notice.lacks",
                    link,
                    guidance.topic(),
                    flag(!specificity.step()),
                    flag(!specificity.figure()),
                    flag(!specificity.date()),
                    flag(!specificity.competency()));
        }
        if (as != RecordGuidance.Counted.DONE) {
            notices.tell(
                    coaching.mentorId(),
                    key + "/month",
                    as == RecordGuidance.Counted.MADE_UP ? "coaching.notice.madeUp" : "coaching.notice.another",
                    link,
                    guidance.topic(),
                    month.periodStart().toString(),
                    month.dueOn().toString());
        }
    }

    /** Judged by the model of the mentee's present job. */
    AdviceSpecificity of(String menteeId, String advice) {
        return AdviceSpecificity.of(
                advice,
                competencies.modelOf(employees.get(menteeId).job()).stream()
                        .map(RequiredCompetency::competency)
                        .toList());
    }

    private static int flag(boolean lacking) {
        return lacking ? 1 : 0;
    }
}
