package org.xinhuo.mentoring.matching;

import java.sql.Timestamp;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Reason;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.matching.Shortlist.State;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employees;

/** HR takes back a mentorship that looks for a mentor: the wrong person was named, or plans have changed. */
@Component
public class WithdrawMatching {

    private static final Set<State> WAITING = Set.of(State.ASKED, State.ACCEPTED);

    private final Mentorships mentorships;
    private final Employees employees;
    private final Shortlists shortlists;
    private final Notices notices;
    private final JdbcClient jdbc;
    private final CompanyTime time;

    WithdrawMatching(
            Mentorships mentorships,
            Employees employees,
            Shortlists shortlists,
            Notices notices,
            JdbcClient jdbc,
            CompanyTime time) {
        this.mentorships = mentorships;
        this.employees = employees;
        this.shortlists = shortlists;
        this.notices = notices;
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * Keeps why it is taken back, and tells the mentor who is being asked. The process ends the mentorship, which tells
     * the mentee.
     *
     * @throws Refusal where it does not look for a mentor, or the reason is missing or too long
     */
    @Transactional
    public void withdraw(String mentorshipId, String personId, @Nullable String reason) {
        Mentorship mentorship = mentorships.get(mentorshipId);
        if (mentorship.state() != Mentorship.State.MATCHING) {
            throw Refusal.conflict(
                    "mentoring.wrongState", mentorshipId, mentorship.state().code());
        }
        String given = Reason.of(reason).words();
        jdbc.sql("insert into mentorship_withdrawal (mentorship_id, reason, withdrawn_by, withdrawn_at)"
                        + " values (:mentorship, :reason, :person, :now)")
                .param("mentorship", mentorshipId)
                .param("reason", given)
                .param("person", personId)
                .param("now", Timestamp.from(time.now()))
                .update();
        String mentee = employees.get(mentorship.menteeId()).name();
        shortlists
                .openOf(mentorshipId)
                .ifPresent(shortlist -> shortlist.entries().stream()
                        .filter(entry -> WAITING.contains(entry.state()))
                        .forEach(entry -> notices.tell(
                                entry.mentorId(),
                                "matching/" + shortlist.id() + "/withdrawn",
                                "matching.notice.withdrawn",
                                // He is no mentor of this mentee: he could not open the page.
                                null,
                                mentee)));
    }
}
