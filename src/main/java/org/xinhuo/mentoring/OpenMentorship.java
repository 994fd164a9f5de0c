package org.xinhuo.mentoring;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** A mentee enters the loop. */
@Component
public class OpenMentorship {

    private final Mentorships mentorships;
    private final Employees employees;
    private final MentoringRights rights;
    private final CompanyTime time;

    OpenMentorship(Mentorships mentorships, Employees employees, MentoringRights rights, CompanyTime time) {
        this.mentorships = mentorships;
        this.employees = employees;
        this.rights = rights;
        this.time = time;
    }

    /**
     * Opens a mentorship that looks for a mentor.
     *
     * @param id the id it shall have, the business key of its process
     * @param starterId who asks for it, or null where the product itself does
     * @throws Refusal where the starter may not, the mentee is unknown, not hired yet or has left, or is in an open mentorship already
     */
    @Transactional
    public Mentorship open(String id, String menteeId, @Nullable String starterId) {
        Employee mentee = employees
                .findById(menteeId)
                .orElseThrow(() -> Refusal.invalid("menteeId", "people.unknownEmployee", menteeId));
        if (starterId != null) {
            rights.check(starterId, mentee, MentoringAction.START_MENTORSHIP);
        }
        if (!mentee.isActiveOn(time.today())) {
            throw Refusal.invalid("menteeId", "mentoring.menteeHasLeft", mentee.id());
        }
        if (mentee.hiredOn().isAfter(time.today())) {
            throw Refusal.invalid(
                    "menteeId",
                    "mentoring.menteeNotHiredYet",
                    mentee.id(),
                    mentee.hiredOn().toString());
        }
        if (mentorships.findByMenteeIdAndEndedAtIsNull(menteeId).isPresent()) {
            throw Refusal.conflict("mentoring.alreadyOpen", mentee.id());
        }
        if (mentorships.existsById(id)) {
            throw Refusal.conflict("mentoring.keyTaken", id);
        }
        try {
            return mentorships.saveAndFlush(new Mentorship(id, menteeId, time.now()));
        } catch (DataIntegrityViolationException sameMoment) {
            throw Refusal.conflict("mentoring.alreadyOpen", mentee.id());
        }
    }
}
