package org.xinhuo.mentoring.web;

import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.absence.PauseCalendar;
import org.xinhuo.mentoring.plan.AgreedPauses;
import org.xinhuo.mentoring.plan.MarkAction;
import org.xinhuo.mentoring.plan.PlanVersions;
import org.xinhuo.mentoring.plan.Plans;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;

/** The actions of the confirmed plan: read by the pair, HR and auditors, ticked off by the mentee alone. */
@RestController
class PlanActionsApi {

    private final Mentorships mentorships;
    private final MentoringRights rights;
    private final Plans plans;
    private final PlanVersions versions;
    private final AgreedPauses agreedPauses;
    private final MarkAction markAction;
    private final CompanyTime time;

    PlanActionsApi(
            Mentorships mentorships,
            MentoringRights rights,
            Plans plans,
            PlanVersions versions,
            AgreedPauses agreedPauses,
            MarkAction markAction,
            CompanyTime time) {
        this.mentorships = mentorships;
        this.rights = rights;
        this.plans = plans;
        this.versions = versions;
        this.agreedPauses = agreedPauses;
        this.markAction = markAction;
        this.time = time;
    }

    /**
     * One action.
     *
     * @param dueOn as both agreed
     * @param movedDueOn the day that counts, later by the pauses since; the same where there was none
     */
    record PlanAction(
            long id,
            String competency,
            String title,
            LocalDate dueOn,
            LocalDate movedDueOn,
            @Nullable LocalDate doneOn) {}

    /** @param done required; whether the action is done */
    record Done(@Nullable Boolean done) {}

    @GetMapping("/api/mentorships/{id}/actions")
    List<PlanAction> actions(@PathVariable String id, Principal reader) {
        rights.check(reader.getName(), mentorships.get(id), MentoringAction.READ_PLAN);
        PauseCalendar pauses = agreedPauses.of(id);
        return plans.confirmed(id).flatMap(versions::newestOf).stream()
                .flatMap(version -> version.goals().stream())
                .flatMap(goal -> goal.actions().stream()
                        .map(action -> new PlanAction(
                                action.id(),
                                goal.competency(),
                                action.title(),
                                action.dueOn(),
                                pauses.moved(action.dueOn(), time.today()),
                                action.doneOn())))
                .toList();
    }

    @PutMapping("/api/mentorships/{id}/actions/{actionId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void mark(@PathVariable String id, @PathVariable long actionId, @RequestBody Done body, Principal person) {
        rights.check(person.getName(), mentorships.get(id), MentoringAction.MARK_ACTION);
        if (body.done() == null) {
            throw Refusal.invalid("done", "form.required", "done");
        }
        markAction.mark(id, actionId, person.getName(), body.done());
    }
}
