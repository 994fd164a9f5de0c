package org.xinhuo.mentoring.matching;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.engine.Outcome.DecisionRef;
import org.xinhuo.people.Employee;

/**
 * Asks the decision {@code mentor-eligibility} whether a mentor may have a mentee: once per distinct set of inputs, and
 * only for those somebody wants to know about.
 */
final class Eligibility {

    /**
     * The table's answer.
     *
     * @param reason a short code, empty where eligible
     */
    record Verdict(boolean eligible, String reason) {

        private static final Verdict UNANSWERED = new Verdict(false, "unanswered");
        private static final Verdict UNEXPLAINED = new Verdict(false, "unexplained");

        /** Where no rule matches, or the one that does says neither yes nor no, nobody is let in by accident. */
        private static Verdict of(Outcome outcome, Map<String, Object> inputs) {
            List<Outcome.Row> rows = outcome.rowsIfAny();
            Object eligible = rows.isEmpty() ? null : rows.get(0).value("eligible");
            if (eligible == null) {
                log.warn(
                        "{} does not say whether {} is eligible",
                        outcome.decision().key(),
                        inputs);
                return UNANSWERED;
            }
            Object reason = outcome.first().value("reason");
            if (Boolean.parseBoolean(eligible.toString())) {
                return new Verdict(true, reason == null ? "" : reason.toString());
            }
            return reason == null || reason.toString().isBlank() ? UNEXPLAINED : new Verdict(false, reason.toString());
        }
    }

    private static final Logger log = LoggerFactory.getLogger(Eligibility.class);

    private final Decisions.Preview table;
    private final Employee mentee;
    private final LocalDate today;
    private final Map<Map<String, Object>, Verdict> known = new HashMap<>();
    private @Nullable DecisionRef decision;

    Eligibility(Decisions.Preview table, Employee mentee, LocalDate today) {
        this.table = table;
        this.mentee = mentee;
        this.today = today;
    }

    boolean allows(Candidate mentor) {
        return of(mentor).eligible();
    }

    Verdict of(Candidate mentor) {
        return of(
                mentor,
                mentor.mentorId().equals(mentee.id()),
                mentor.mentorId().equals(mentee.managerId()),
                today,
                inputs -> known.computeIfAbsent(inputs, this::ask));
    }

    /**
     * Whether he may stand in for the mentor on days on which he is there.
     *
     * @param standsInFor how many other pairs at once, at most, on those days
     */
    Verdict ofSubstitute(Candidate mentor, int standsInFor) {
        return of(
                mentor.withPresence(Presence.ALWAYS),
                mentor.mentorId().equals(mentee.id()),
                mentor.mentorId().equals(mentee.managerId()),
                today,
                inputs -> {
                    inputs.put("substitute", true);
                    inputs.put("standsInFor", standsInFor);
                    return known.computeIfAbsent(inputs, this::ask);
                });
    }

    /** Asked for each time on which the mentor is away, as only the table knows which of them matter: one no is enough. */
    static Verdict of(
            Candidate mentor,
            boolean samePerson,
            boolean directManager,
            LocalDate today,
            Function<Map<String, Object>, Verdict> table) {
        Verdict verdict = Verdict.UNANSWERED;
        for (Presence.Time away : mentor.presence().times()) {
            verdict = table.apply(inputs(mentor, away, samePerson, directManager, today));
            if (!verdict.eligible()) {
                break;
            }
        }
        return verdict;
    }

    /** What the table is asked with; an earlier one that knows nothing of standing in does not look at that. */
    private static Map<String, Object> inputs(
            Candidate mentor, Presence.Time away, boolean samePerson, boolean directManager, LocalDate today) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("samePerson", samePerson);
        inputs.put("directManager", directManager);
        inputs.put("freeCapacity", mentor.freeCapacity());
        inputs.put("active", mentor.active());
        inputs.put("tenure", (int) Math.max(0, ChronoUnit.MONTHS.between(mentor.hiredOn(), today)));
        inputs.put("awayIn", away.in());
        inputs.put("awayFor", away.days());
        inputs.put("leavesIn", mentor.presence().leavesIn());
        inputs.put("substitute", false);
        inputs.put("standsInFor", 0);
        return inputs;
    }

    /** The table's version, or null while nobody was asked about. */
    @Nullable
    DecisionRef decision() {
        return decision;
    }

    private Verdict ask(Map<String, Object> inputs) {
        Outcome outcome = table.decide(inputs);
        decision = outcome.decision();
        return Verdict.of(outcome, inputs);
    }

    /** The table's answer to these inputs, for who remembers it himself. */
    static Verdict ask(Decisions.Preview table, Map<String, Object> inputs) {
        return Verdict.of(table.decide(inputs), inputs);
    }
}
