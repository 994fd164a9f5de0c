package org.xinhuo.mentoring.process;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Reason;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.absence.PauseMentorship;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;

/** What the application tells the loop about people who are away. */
@Component
@Transactional
public class AbsenceProcess {

    private final MentoringProcess mentoring;
    private final PauseMentorship pauseMentorship;
    private final Mentorships mentorships;
    private final MentoringRights rights;

    AbsenceProcess(
            MentoringProcess mentoring,
            PauseMentorship pauseMentorship,
            Mentorships mentorships,
            MentoringRights rights) {
        this.mentoring = mentoring;
        this.pauseMentorship = pauseMentorship;
        this.mentorships = mentorships;
        this.rights = rights;
    }

    /** Before a form is looked at: who may not learns that, and nothing about the form. @throws Refusal for who may not */
    @Transactional(readOnly = true)
    public void expect(String mentorshipId, String personId, MentoringAction action) {
        rights.check(personId, mentorships.get(mentorshipId), action);
    }

    /**
     * Pauses a mentorship: its timers stand still, its tasks wait.
     *
     * @param personId who asks: one of the pair, HR or an administrator
     * @param until the last day, or null where nobody knows
     * @param reason in words, or null
     * @throws Refusal for anybody else, where it has ended or is paused already, or the day is out of range
     */
    public void pause(String mentorshipId, String personId, @Nullable LocalDate until, @Nullable String reason) {
        mentoring.tell(
                mentorshipId,
                personId,
                MentoringAction.PAUSE_MENTORSHIP,
                MentoringModel.PAUSED,
                until == null ? Map.of() : Map.of("until", until.toString()),
                "mentoring.wrongState");
        Reason why = Reason.orNull(reason);
        if (why != null) {
            pauseMentorship.explain(mentorshipId, why);
        }
    }

    /**
     * Goes on where it stood.
     *
     * @param personId who asks: one of the pair, HR or an administrator
     * @throws Refusal for anybody else, and where it is not paused
     */
    public void resume(String mentorshipId, String personId) {
        mentoring.tell(
                mentorshipId,
                personId,
                MentoringAction.RESUME_MENTORSHIP,
                MentoringModel.RESUMED,
                Map.of(),
                "mentoring.absence.notPaused");
    }

    /**
     * Names somebody who stands in for the mentor.
     *
     * @param personId who asks: the mentor, HR or an administrator
     * @param firstDay and lastDay both included
     * @throws Refusal for anybody else, while there is no mentor, and where the days or the person will not do
     */
    public void nameSubstitute(
            String mentorshipId, String personId, String substituteId, LocalDate firstDay, LocalDate lastDay) {
        mentoring.tell(
                mentorshipId,
                personId,
                MentoringAction.NAME_SUBSTITUTE,
                MentoringModel.SUBSTITUTE_NAMED,
                Map.of("substituteId", substituteId, "from", firstDay.toString(), "until", lastDay.toString()),
                "mentoring.wrongState");
    }

    /**
     * One of a silent pair answers.
     *
     * @param answer continue, help or change
     * @throws Refusal where this person is not asked, or it is none of the answers
     */
    public void sayHowItGoes(String mentorshipId, String personId, String answer) {
        mentoring.complete(mentorshipId, "sayHowItGoes", personId, Map.of("answer", answer));
    }

    /** A mentor has left the company. @return false where there was no pair to part */
    public boolean mentorLeft(String mentorshipId) {
        return mentoring.send(mentorshipId, MentoringModel.REMATCH_REQUESTED, Map.of());
    }

    /** A mentee has left the company. @return false where the loop does not run */
    public boolean menteeLeft(String mentorshipId) {
        return mentoring.send(mentorshipId, MentoringModel.MENTEE_LEFT, Map.of());
    }
}
