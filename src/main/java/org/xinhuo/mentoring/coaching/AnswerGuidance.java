package org.xinhuo.mentoring.coaching;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;

/**
 * What the mentor hears at once after writing down a guidance: what would have made the advice easier to act on, and
 * where the talk did not count for the month that he may have meant. Nothing to say, nothing said.
 */
@Component
class AnswerGuidance {

    private final Guidances guidances;
    private final Employees employees;
    private final Groups groups;
    private final Notices notices;

    AnswerGuidance(Guidances guidances, Employees employees, Groups groups, Notices notices) {
        this.guidances = guidances;
        this.employees = employees;
        this.groups = groups;
        this.notices = notices;
    }

    /** HR was told that a month was missed, and hears now, once, that it was not. */
    @Transactional
    void tellHr(CoachingCase coaching, RecordGuidance.Guidance guidance, Duty month) {
        String mentee = employees.get(coaching.menteeId()).name();
        String mentor = employees.get(coaching.mentorId()).name();
        groups.members("hr")
                .forEach(hr -> notices.tell(
                        hr,
                        "coaching.notice.filedAfterAll/" + month.id(),
                        "coaching.notice.filedAfterAll",
                        "/mentorships/" + coaching.mentorshipId() + "/coaching",
                        mentee,
                        mentor,
                        guidance.heldOn().toString(),
                        month.periodStart().toString(),
                        month.dueOn().toString()));
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
