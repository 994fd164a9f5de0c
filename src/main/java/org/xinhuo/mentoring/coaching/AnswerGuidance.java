package org.xinhuo.mentoring.coaching;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.notification.Notices;

/**
 * What the mentor hears at once after writing down a guidance: what would have made the advice easier to act on, and
 * where the talk did not count for the month that he may have meant. Nothing to say, nothing said.
 */
@Component
class AnswerGuidance {

    private final Guidances guidances;
    private final Notices notices;

    AnswerGuidance(Guidances guidances, Notices notices) {
        this.guidances = guidances;
        this.notices = notices;
    }

    /**
     * Tells who held the talk.
     *
     * @param month the duty that the talk was held in, or the last one of the plan
     */
    @Transactional
    void answer(
            CoachingCase coaching,
            String personId,
            long guidanceId,
            RecordGuidance.Guidance guidance,
            RecordGuidance.Counted as,
            Duty month) {
        String link = "/mentorships/" + coaching.mentorshipId() + "/coaching";
        String key = "guidance/" + guidanceId;
        AdviceSpecificity specificity = guidances.specificityFor(coaching.menteeId(), guidance.advice());
        if (specificity.score() < AdviceSpecificity.Part.values().length) {
            notices.tell(
                    personId,
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
                    personId,
                    key + "/month",
                    as == RecordGuidance.Counted.MADE_UP ? "coaching.notice.madeUp" : "coaching.notice.another",
                    link,
                    guidance.topic(),
                    month.periodStart().toString(),
                    month.dueOn().toString());
        }
    }

    private static int flag(boolean lacking) {
        return lacking ? 1 : 0;
    }
}
