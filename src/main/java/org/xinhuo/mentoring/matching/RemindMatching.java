package org.xinhuo.mentoring.matching;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.matching.MatchingDeadlines.Step;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;

/** Reminds whomever a matching waits for. */
@Component
@Transactional
public class RemindMatching {

    /** Where who is to answer, or to name somebody, finds the task. */
    static final String TASKLIST = "/camunda/app/tasklist/default/";

    private final Mentorships mentorships;
    private final Employees employees;
    private final Shortlists shortlists;
    private final HeldPlaces places;
    private final Groups groups;
    private final Notices notices;
    private final MatchingDeadlines deadlines;

    RemindMatching(
            Mentorships mentorships,
            Employees employees,
            Shortlists shortlists,
            HeldPlaces places,
            Groups groups,
            Notices notices,
            MatchingDeadlines deadlines) {
        this.mentorships = mentorships;
        this.employees = employees;
        this.shortlists = shortlists;
        this.places = places;
        this.groups = groups;
        this.notices = notices;
        this.deadlines = deadlines;
    }

    /** The choice is still open. */
    public void mentee(String mentorshipId) {
        Mentorship mentorship = mentorships.get(mentorshipId);
        notices.tell(
                mentorship.menteeId(),
                key(mentorshipId, "choose-reminder"),
                "matching.notice.chooseReminder",
                mentorship.page() + "/mentors");
    }

    /** The mentor who is asked has not answered. */
    public void mentor(String mentorshipId) {
        open(mentorshipId)
                .asked()
                .ifPresent(entry -> notices.tell(
                        entry.mentorId(),
                        key(mentorshipId, "accept-reminder/" + entry.rank()),
                        "matching.notice.acceptReminder",
                        TASKLIST,
                        menteeName(mentorshipId)));
    }

    /** Nobody on the shortlist is left: every HR is told. */
    public void hr(String mentorshipId) {
        places.standsStillUntil(mentorshipId)
                .ifPresentOrElse(
                        until -> tellHr(mentorshipId, "to-hr", "matching.notice.toHrInPause", until.toString()),
                        () -> tellHr(mentorshipId, "to-hr", "matching.notice.toHr"));
    }

    /**
     * HR has not named anybody in time.
     *
     * @param times the how manieth time this is, from 1: each is told
     * @return whether HR may be reminded once more, by the table matching-deadlines
     */
    public boolean hrAgain(String mentorshipId, int times) {
        tellHr(mentorshipId, "to-hr-reminder/" + times, "matching.notice.toHrReminder");
        String region = employees.get(mentorships.get(mentorshipId).menteeId()).region();
        return times < deadlines.reminders(Step.ASSIGN_MENTOR, region).atMost();
    }

    private void tellHr(String mentorshipId, String fact, String code, String... more) {
        Object[] arguments = Stream.concat(Stream.of(menteeName(mentorshipId)), Stream.of(more))
                .toArray();
        notices.tell(groups.members("hr"), key(mentorshipId, fact), code, TASKLIST, arguments);
    }

    private String menteeName(String mentorshipId) {
        return employees.get(mentorships.get(mentorshipId).menteeId()).name();
    }

    private String key(String mentorshipId, String fact) {
        return "matching/" + open(mentorshipId).id() + "/" + fact;
    }

    private Shortlist open(String mentorshipId) {
        return shortlists
                .openOf(mentorshipId)
                .orElseThrow(() -> Refusal.conflict("matching.noShortlist", mentorshipId));
    }
}
