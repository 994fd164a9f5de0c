package org.xinhuo.mentoring.absence;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.MentorLeaves;
import org.xinhuo.mentoring.MentorLeaves.MentorLeave;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.Substitutions;
import org.xinhuo.mentoring.Substitutions.Substitution;
import org.xinhuo.mentoring.rights.CompanyAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;
import org.xinhuo.people.Mentors;

/**
 * A mentor says, or HR does, on which days he is away. New mentees do not get him meanwhile, as the table
 * mentor-eligibility says; of each of his pairs he is asked who stands in ({@link AskWhoStandsIn}), and those for whom he
 * himself stands in are told.
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
    private final AskWhoStandsIn askWhoStandsIn;
    private final PairNotices pairNotices;
    private final Groups groups;
    private final Notices notices;
    private final CompanyTime time;
    private final AbsenceBounds bounds;

    NoteLeave(
            MentorLeaves leaves,
            Mentorships mentorships,
            Substitutions substitutions,
            Mentors mentors,
            Employees employees,
            MentoringRights rights,
            AskWhoStandsIn askWhoStandsIn,
            PairNotices pairNotices,
            Groups groups,
            Notices notices,
            CompanyTime time,
            AbsenceBounds bounds) {
        this.leaves = leaves;
        this.mentorships = mentorships;
        this.substitutions = substitutions;
        this.mentors = mentors;
        this.employees = employees;
        this.rights = rights;
        this.askWhoStandsIn = askWhoStandsIn;
        this.pairNotices = pairNotices;
        this.groups = groups;
        this.notices = notices;
        this.time = time;
        this.bounds = bounds;
    }

    /**
     * Notes the days.
     *
     * @param firstDay may be past, as somebody falls ill first and says so later, by as much as the last day may be ahead
     * @param lastDay not before today, and as far from today at most as the table pause-rule says
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
        // A longer one is no leave, and a day like that of the year 20260 is a slip of the hand.
        Period longest = bounds.leaveAhead(mentorId);
        LocalDate earliest = time.today().minus(longest);
        LocalDate latest = time.today().plus(longest);
        if (firstDay.isBefore(earliest) || lastDay.isAfter(latest)) {
            throw Refusal.invalid(
                    lastDay.isAfter(latest) ? "until" : "from",
                    "mentoring.absence.leaveTooFar",
                    earliest.toString(),
                    latest.toString());
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
        askWhoStandsIn.ask(leave);
        tellOthers(leave, "mentoring.absence.notice.substituteAway");
        return leave;
    }

    /**
     * The mentor is there after all, or again; whoever was told otherwise learns it.
     *
     * @throws Refusal for anybody but the mentor, HR and administrators, and where there is no such leave
     */
    public void end(String mentorId, long leaveId, String endedBy) {
        expectMay(mentorId, endedBy);
        leaves.lock(mentorId);
        MentorLeave leave = leaves.find(leaveId)
                .filter(found -> found.mentorId().equals(mentorId))
                .orElseThrow(() -> Refusal.notFound("mentoring.absence.unknownLeave"));
        leaves.end(leave.id(), endedBy);
        if (leave.lastDay().isBefore(time.today())) {
            return;
        }
        List<Mentorship> pairs = askWhoStandsIn.pairsOf(mentorId);
        pairs.forEach(pair -> tellOfReturn(pair, leave));
        if (!pairs.isEmpty()) {
            tellHrOfReturn(leave);
        }
        tellOthers(leave, "mentoring.absence.notice.substituteBack");
    }

    private void tellOfReturn(Mentorship pair, MentorLeave leave) {
        pairNotices.tell(
                pair.menteeId(),
                pair,
                "mentoring.absence.notice.mentorBack",
                employees.get(leave.mentorId()).name(),
                leave.firstDay().toString(),
                leave.lastDay().toString());
        // Only the mentor or HR end a substitution; it may have been meant for other reasons.
        overlapping(substitutions.openOf(pair.id()), leave)
                .forEach(known -> pairNotices.tell(
                        leave.mentorId(),
                        pair,
                        "mentoring.absence.notice.standsInStill",
                        employees.get(known.substituteId()).name(),
                        known.firstDay().toString(),
                        known.lastDay().toString()));
    }

    private void tellHrOfReturn(MentorLeave leave) {
        notices.tell(
                groups.members("hr"),
                "leave/" + leave.id() + "/ended",
                "mentoring.absence.notice.leaveEnded",
                "/leaves",
                employees.get(leave.mentorId()).name(),
                leave.firstDay().toString(),
                leave.lastDay().toString());
    }

    /** Whoever counts on this person as a substitute: the mentor, the mentee and HR. */
    private void tellOthers(MentorLeave leave, String code) {
        String name = employees.get(leave.mentorId()).name();
        String from = leave.firstDay().toString();
        String until = leave.lastDay().toString();
        for (Substitution known : overlapping(substitutions.openBy(leave.mentorId()), leave)) {
            Mentorship pair = mentorships.get(known.mentorshipId());
            String mentor = employees.get(known.mentorId()).name();
            pairNotices.tell(known.mentorId(), pair, code, name, mentor, from, until);
            pairNotices.tell(pair.menteeId(), pair, code, name, mentor, from, until);
            pairNotices.tellHr(pair, code, name, mentor, from, until);
        }
    }

    private static List<Substitution> overlapping(List<Substitution> known, MentorLeave leave) {
        return known.stream()
                .filter(one -> leave.overlaps(one.firstDay(), one.lastDay()))
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
