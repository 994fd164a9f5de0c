package org.xinhuo.mentoring.absence;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.MentorLeaves;
import org.xinhuo.mentoring.MentorLeaves.MentorLeave;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.Substitutions;
import org.xinhuo.mentoring.rights.CompanyAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Mentors;

/**
 * A mentor says, or HR does, on which days he is away. New mentees do not get him meanwhile, as the table
 * mentor-eligibility says; of each of his pairs he is asked who stands in.
 */
@Component
@Transactional
public class NoteLeave {

    private final MentorLeaves leaves;
    private final Mentorships mentorships;
    private final Substitutions substitutions;
    private final Mentors mentors;
    private final Employees employees;
    private final MentoringRights rights;
    private final PairNotices pairNotices;
    private final CompanyTime time;

    NoteLeave(
            MentorLeaves leaves,
            Mentorships mentorships,
            Substitutions substitutions,
            Mentors mentors,
            Employees employees,
            MentoringRights rights,
            PairNotices pairNotices,
            CompanyTime time) {
        this.leaves = leaves;
        this.mentorships = mentorships;
        this.substitutions = substitutions;
        this.mentors = mentors;
        this.employees = employees;
        this.rights = rights;
        this.pairNotices = pairNotices;
        this.time = time;
    }

    /**
     * Notes the days.
     *
     * @param firstDay may be past, as somebody falls ill first and says so later
     * @param lastDay not before today
     * @throws Refusal for anybody but the mentor, HR and administrators, for who is no mentor, and where the days are
     *     wrong or noted already
     */
    public MentorLeave note(String mentorId, LocalDate firstDay, LocalDate lastDay, String notedBy) {
        expectMay(mentorId, notedBy);
        if (mentors.findById(mentorId).isEmpty()) {
            throw Refusal.invalid("mentorId", "matching.notAMentor", mentorId);
        }
        if (lastDay.isBefore(firstDay) || lastDay.isBefore(time.today())) {
            throw Refusal.invalid(
                    "until", "mentoring.absence.leaveDaysWrong", time.today().toString());
        }
        leaves.lock(mentorId);
        leaves.of(mentorId).stream()
                .filter(known -> known.overlaps(firstDay, lastDay))
                .findFirst()
                .ifPresent(known -> {
                    throw Refusal.conflict(
                            "mentoring.absence.leaveNoted",
                            known.firstDay().toString(),
                            known.lastDay().toString());
                });
        MentorLeave leave =
                new MentorLeave(leaves.note(mentorId, firstDay, lastDay, notedBy), mentorId, firstDay, lastDay);
        String name = employees.get(mentorId).name();
        for (Mentorship alone : withoutSubstitute(leave)) {
            String from = firstDay.toString();
            String until = lastDay.toString();
            pairNotices.tell(mentorId, alone, "mentoring.absence.notice.whoStandsIn", from, until);
            pairNotices.tell(alone.menteeId(), alone, "mentoring.absence.notice.mentorAway", name, from, until);
            pairNotices.tellHr(alone, "mentoring.absence.notice.nobodyStandsIn", name, from, until);
        }
        return leave;
    }

    /**
     * The mentor is there after all, or again.
     *
     * @throws Refusal for anybody but the mentor, HR and administrators, and where there is no such leave
     */
    public void end(String mentorId, long leaveId, String endedBy) {
        expectMay(mentorId, endedBy);
        MentorLeave leave = leaves.find(leaveId)
                .filter(found -> found.mentorId().equals(mentorId))
                .orElseThrow(() -> Refusal.notFound("mentoring.absence.unknownLeave"));
        leaves.end(leave.id(), endedBy);
    }

    /** The mentor's open pairs of whom nobody was named to stand in on any of the days. */
    @Transactional(readOnly = true)
    public List<Mentorship> withoutSubstitute(MentorLeave leave) {
        return mentorships
                .findByMentorIdAndEndedAtIsNullOrderByStartedAtDescIdDesc(leave.mentorId(), Limit.unlimited())
                .stream()
                .filter(pair -> substitutions.openOf(pair.id()).stream()
                        .noneMatch(known -> leave.overlaps(known.firstDay(), known.lastDay())))
                .toList();
    }

    /** @throws Refusal for anybody but the mentor, HR and administrators */
    @Transactional(readOnly = true)
    public void expectMay(String mentorId, String personId) {
        CompanyAction action =
                personId.equals(mentorId) ? CompanyAction.NOTE_OWN_LEAVE : CompanyAction.NOTE_LEAVE_OF_OTHERS;
        if (!rights.may(personId, action)) {
            throw Refusal.forbidden("mentoring.absence.leaveNotYours");
        }
    }
}
