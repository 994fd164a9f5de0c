package org.xinhuo.mentoring.web;

import java.math.BigDecimal;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.absence.PauseCalendar;
import org.xinhuo.mentoring.log.LogConsent;
import org.xinhuo.mentoring.log.LogReaders;
import org.xinhuo.mentoring.plan.AgreedPauses;
import org.xinhuo.mentoring.plan.PlanDiff;
import org.xinhuo.mentoring.plan.PlanDiffWords;
import org.xinhuo.mentoring.plan.PlanHistory;
import org.xinhuo.mentoring.plan.PlanStanding;
import org.xinhuo.mentoring.plan.PlanVersion;
import org.xinhuo.mentoring.process.PlanChangeProcess;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;

/** The versions of a plan, who answered what to which, and what distinguishes any two of them. */
@RestController
class PlanVersionsApi {

    private static final int LONGEST_REQUEST = 2000;

    private final Mentorships mentorships;
    private final MentoringRights rights;
    private final LogConsent consent;
    private final LogReaders readers;
    private final PlanHistory history;
    private final AgreedPauses agreedPauses;
    private final CompanyTime time;
    private final PlanDiffWords words;
    private final PlanChangeProcess changes;

    PlanVersionsApi(
            Mentorships mentorships,
            MentoringRights rights,
            LogConsent consent,
            LogReaders readers,
            PlanHistory history,
            AgreedPauses agreedPauses,
            CompanyTime time,
            PlanDiffWords words,
            PlanChangeProcess changes) {
        this.mentorships = mentorships;
        this.rights = rights;
        this.consent = consent;
        this.readers = readers;
        this.history = history;
        this.agreedPauses = agreedPauses;
        this.time = time;
        this.words = words;
        this.changes = changes;
    }

    /**
     * One step.
     *
     * @param dueOn as it stands in the version, which its hash covers
     * @param movedDueOn the day that counts, later by the pauses since both confirmed; null but in the version in force
     */
    record Action(String title, LocalDate dueOn, @Nullable LocalDate movedDueOn) {}

    record Goal(String competency, BigDecimal targetLevel, List<Action> actions) {}

    /** @param changeRequest also null for a reader for whom the words of the log are left out */
    record Answer(
            String side,
            String personId,
            boolean agreed,
            @Nullable String changeRequest,
            String contentHash,
            Instant answeredAt) {}

    /**
     * One version.
     *
     * @param state in-force, proposed, replaced or stopped
     * @param movedEndOn the last day that counts, later by the pauses since both confirmed; null but for the one in force
     */
    record Version(
            int version,
            String state,
            String contentHash,
            String createdBy,
            Instant createdAt,
            int sessionsPerMonth,
            LocalDate endOn,
            @Nullable LocalDate movedEndOn,
            List<Goal> goals,
            List<Answer> answers) {}

    /**
     * Where the plan stands.
     *
     * @param inForce number of the version in force, or null
     * @param proposed number of the newest version that is negotiated, or null
     * @param waitingFor nobody, needs, mentor_draft, mentee or mentor
     * @param wordsLeftOut whether the answers come without what they asked for, because these words are the log's
     * @param versions the newest first
     */
    record Versions(
            @Nullable Integer inForce,
            @Nullable Integer proposed,
            String waitingFor,
            boolean wordsLeftOut,
            List<Version> versions) {}

    /** @param words the same in sentences, in the language of the request */
    record Difference(int from, int to, PlanDiff diff, List<PlanDiffWords.Line> words) {}

    /** @param request what should change */
    record ChangeRequest(@Nullable String request) {}

    @GetMapping("/api/mentorships/{id}/plan/versions")
    @Transactional(readOnly = true)
    public Versions versions(@PathVariable String id, Principal reader) {
        Mentorship mentorship = mentorships.get(id);
        rights.check(reader.getName(), mentorship, MentoringAction.READ_PLAN);
        PlanStanding standing = history.standing(id);
        PauseCalendar pauses = agreedPauses.of(id);
        boolean words = readers.readsWords(mentorship, reader.getName());
        return new Versions(
                number(standing.inForce()),
                number(standing.proposed()),
                standing.waiting().name().toLowerCase(Locale.ROOT),
                !words,
                history.of(id, consent.visibleFrom(mentorship, reader.getName())).stream()
                        .map(entry -> version(entry, pauses, words))
                        .toList());
    }

    @GetMapping("/api/mentorships/{id}/plan/versions/{from:[0-9]{1,6}}..{to:[0-9]{1,6}}")
    @Transactional(readOnly = true)
    public Difference difference(
            @PathVariable String id, @PathVariable int from, @PathVariable int to, Principal reader) {
        Mentorship mentorship = mentorships.get(id);
        rights.check(reader.getName(), mentorship, MentoringAction.READ_PLAN);
        PlanDiff diff = history.between(id, from, to, consent.visibleFrom(mentorship, reader.getName()));
        return new Difference(from, to, diff, words.of(diff));
    }

    /** Either side reopens consent while the coaching goes on; the plan in force holds meanwhile. */
    @PostMapping("/api/mentorships/{id}/plan/changes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable String id, @RequestBody ChangeRequest body, Principal person) {
        rights.check(person.getName(), mentorships.get(id), MentoringAction.REQUEST_PLAN_CHANGE);
        changes.request(id, person.getName(), checked(body.request()));
    }

    /** @throws Refusal where nothing is said, or too much */
    static String checked(@Nullable String request) {
        if (request == null || request.isBlank()) {
            throw Refusal.invalid("request", "form.required", "request");
        }
        String text = request.strip();
        if (text.length() > LONGEST_REQUEST) {
            throw Refusal.invalid("request", "form.tooLong", "request", LONGEST_REQUEST);
        }
        if (text.indexOf('\0') >= 0) {
            throw Refusal.invalid("request", "form.notAText", "request");
        }
        return text;
    }

    private static @Nullable Integer number(@Nullable PlanVersion version) {
        return version == null ? null : version.version();
    }

    private Version version(PlanHistory.Entry entry, PauseCalendar pauses, boolean words) {
        PlanVersion version = entry.version();
        boolean inForce = entry.state() == PlanHistory.State.IN_FORCE;
        LocalDate today = time.today();
        return new Version(
                version.version(),
                entry.state().code(),
                version.contentHash(),
                version.createdBy(),
                version.createdAt(),
                version.sessionsPerMonth(),
                version.endOn(),
                inForce ? pauses.moved(version.endOn(), today) : null,
                version.content().goals().stream()
                        .map(goal -> new Goal(
                                goal.competency(),
                                goal.targetLevel(),
                                goal.actions().stream()
                                        .map(action -> new Action(
                                                action.title(),
                                                action.dueOn(),
                                                inForce ? pauses.moved(action.dueOn(), today) : null))
                                        .toList()))
                        .toList(),
                version.answers().stream()
                        .map(answer -> new Answer(
                                answer.side().name().toLowerCase(Locale.ROOT),
                                answer.personId(),
                                answer.agreed(),
                                words ? answer.changeRequest() : null,
                                answer.contentHash(),
                                answer.answeredAt()))
                        .toList());
    }
}
