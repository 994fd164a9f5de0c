package org.xinhuo.mentoring.process.absence;

import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.HouseRules;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.Substitutions;
import org.xinhuo.mentoring.Substitutions.Substitution;
import org.xinhuo.mentoring.absence.StandIn;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.mentoring.rights.MentoringRole;

/** The mentor is back before the day, or has no need of a substitute after all. */
@Component
@Transactional
public class SubstitutionProcess {

    private final ProcessEngine engine;
    private final HouseRules rules;
    private final Mentorships mentorships;
    private final MentoringRights rights;
    private final Substitutions substitutions;
    private final StandIn standIn;
    private final MentorTasks tasks;

    SubstitutionProcess(
            ProcessEngine engine,
            HouseRules rules,
            Mentorships mentorships,
            MentoringRights rights,
            Substitutions substitutions,
            StandIn standIn,
            MentorTasks tasks) {
        this.engine = engine;
        this.rules = rules;
        this.mentorships = mentorships;
        this.rights = rights;
        this.substitutions = substitutions;
        this.standIn = standIn;
        this.tasks = tasks;
    }

    /**
     * Ends the substitution that lasts, or where none does, the next that is to come. Its timers find nothing to do.
     *
     * @param personId who asks: the mentor, HR or an administrator, or a substitute, whose own ends then
     * @throws Refusal for anybody else, and where nobody stands in, now or later
     */
    public void end(String mentorshipId, String personId) {
        Mentorship mentorship = mentorships.get(mentorshipId);
        // Whoever was named was told and not asked, and so may say no, before and after it began.
        Optional<Substitution> own = substitutions.nextToEnd(mentorshipId, personId);
        if (own.isEmpty() || !rights.allows(MentoringRole.SUBSTITUTE, MentoringAction.END_SUBSTITUTION)) {
            rights.check(personId, mentorship, MentoringAction.END_SUBSTITUTION);
        }
        Substitution ending = own.or(() -> substitutions.nextToEnd(mentorshipId))
                .orElseThrow(() -> Refusal.conflict("mentoring.absence.noSubstitute"));
        standIn.end(ending.id());
        if (own.isPresent()) {
            standIn.tellHrOfWithdrawal(ending);
        }
        if (ending.begun()) {
            rules.apply(() -> tasks.pass(engine, ending.mentorshipId(), ending.substituteId(), ending.mentorId()));
        }
    }
}
