package org.xinhuo.incentive.conversion;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.conversion.ApplicationCase.State;
import org.xinhuo.incentive.sharing.Shares;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;

/** The lecturer, or HR, confirms a case or gives it back with a word; nobody decides about his own. */
@Service
@Transactional
public class DecideCase {

    /** The task of the lecturer, and that of HR after the lecturer's silence; as {@code case-deadlines} names them. */
    public static final String BY_LECTURER = "confirmCase";

    public static final String BY_HR = "confirmCaseAsHr";

    public static final int LONGEST_REMARK = 500;

    private final ApplicationCases cases;
    private final CaseDeadlines deadlines;
    private final CaseTasks tasks;
    private final Shares shares;
    private final Employees employees;
    private final Notices notices;
    private final Groups groups;
    private final CompanyTime time;

    DecideCase(
            ApplicationCases cases,
            CaseDeadlines deadlines,
            CaseTasks tasks,
            Shares shares,
            Employees employees,
            Notices notices,
            Groups groups,
            CompanyTime time) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.tasks = tasks;
        this.shares = shares;
        this.employees = employees;
        this.notices = notices;
        this.groups = groups;
        this.time = time;
    }

    /**
     * The first step of its process, for a version that was written in the same transaction.
     *
     * @throws Refusal where there is none
     */
    public ApplicationCase start(String id) {
        ApplicationCase filed = cases.newest(id);
        if (!cases.start(id)) {
            throw Refusal.conflict("content.case.unknown");
        }
        notices.tell(
                filed.lecturerId(), key(filed, "filed"), "content.case.filed", link(filed), name(filed), title(filed));
        return filed;
    }

    public void remind(String id) {
        ApplicationCase waiting = cases.newest(id);
        notices.tell(
                waiting.lecturerId(),
                key(waiting, "reminder"),
                "content.case.reminder",
                link(waiting),
                name(waiting),
                title(waiting));
    }

    /** The lecturer is silent: HR is asked. */
    public Escalated escalate(String id) {
        ApplicationCase waiting = cases.newest(id);
        CaseDeadlines.Deadlines hr = deadlines.of(BY_HR, waiting.lecturerId());
        tellHr(waiting, "escalated", "content.case.escalated");
        return new Escalated(hr.due(), hr.remind());
    }

    /** When HR's answer is due and HR is reminded. */
    public record Escalated(Instant due, Instant remind) {}

    public void remindHr(String id) {
        tellHr(cases.newest(id), "hr-reminder", "content.case.reminderHr");
    }

    /**
     * The answer. From the form of the task, whoever has completed it.
     *
     * @param remark needed where the case is given back
     * @throws Refusal for everybody but the lecturer and HR, for the learner himself, and without the word
     */
    public void decide(String id, String by, boolean confirmed, @Nullable String remark) {
        ApplicationCase waiting = cases.newest(id);
        expectMay(waiting, by);
        String word = remark == null || remark.isBlank() ? null : remark.strip();
        if (!confirmed && word == null) {
            throw Refusal.invalid("remark", "content.case.wordNeeded");
        }
        if (!cases.end(waiting, confirmed ? State.CONFIRMED : State.RETURNED, by, word, time.now())) {
            throw Refusal.conflict("content.case.over");
        }
        notices.tellAtOnce(
                waiting.learnerId(),
                key(waiting, "decided"),
                confirmed ? "content.case.confirmed" : "content.case.returned",
                link(waiting),
                title(waiting),
                word == null ? "" : word);
        if (confirmed && !by.equals(waiting.lecturerId())) {
            notices.tell(
                    waiting.lecturerId(),
                    key(waiting, "decided-by-hr"),
                    "content.case.confirmedByHr",
                    link(waiting),
                    name(waiting),
                    title(waiting));
        }
    }

    /**
     * The same from a page or {@code /api}: through the task that is open, which the engine then completes.
     *
     * @throws Refusal as {@link #decide} does, and where it was answered already
     */
    public void reply(String id, String by, boolean confirmed, @Nullable String remark) {
        ApplicationCase waiting = cases.newest(id);
        expectMay(waiting, by);
        if (waiting.state() != State.FILED) {
            throw Refusal.conflict("content.case.over");
        }
        tasks.answer(id, by, confirmed, remark);
    }

    /** The learner takes back what nobody has answered. @throws Refusal for everybody else, and after an answer */
    public void withdraw(String id, String by) {
        ApplicationCase waiting = cases.newest(id);
        if (!waiting.learnerId().equals(by)) {
            throw Refusal.notFound("content.case.unknown");
        }
        if (waiting.state() != State.FILED) {
            throw Refusal.conflict("content.case.over");
        }
        tasks.withdraw(id);
    }

    /** Its process ends without an answer. */
    public void settle(String id) {
        ApplicationCase waiting = cases.newest(id);
        cases.end(waiting, State.WITHDRAWN, null, null, time.now());
    }

    private void expectMay(ApplicationCase waiting, String by) {
        if (waiting.learnerId().equals(by)
                || !waiting.lecturerId().equals(by) && !groups.of(by).contains("hr")) {
            throw Refusal.forbidden("content.case.notYours");
        }
    }

    private void tellHr(ApplicationCase waiting, String fact, String code) {
        Set<String> hr = groups.members("hr");
        notices.tell(
                hr.stream().filter(one -> !one.equals(waiting.learnerId())).toList(),
                key(waiting, fact),
                code,
                link(waiting),
                name(waiting),
                title(waiting));
    }

    private String name(ApplicationCase of) {
        return employees.get(of.learnerId()).name();
    }

    private String title(ApplicationCase of) {
        return shares.get(of.shareId()).title();
    }

    private static String link(ApplicationCase of) {
        return "/shares/" + of.shareId();
    }

    private static String key(ApplicationCase of, String fact) {
        return "case/" + of.id() + "/" + of.number() + "/" + fact;
    }
}
