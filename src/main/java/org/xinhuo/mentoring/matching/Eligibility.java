package org.xinhuo.mentoring.matching;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    record Verdict(boolean eligible, String reason) {}

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
        return known.computeIfAbsent(inputsFor(mentor), this::ask);
    }

    /**
     * Whether he may stand in for the mentor on days on which he is there.
     *
     * @param standsInFor how many other pairs at once, at most, on those days
     */
    Verdict ofSubstitute(Candidate mentor, int standsInFor) {
        Map<String, Object> inputs = inputsFor(mentor.withPresence(Presence.ALWAYS));
        inputs.put("substitute", true);
        inputs.put("standsInFor", standsInFor);
        return known.computeIfAbsent(inputs, this::ask);
    }

    private Map<String, Object> inputsFor(Candidate mentor) {
        return inputs(
                mentor, mentor.mentorId().equals(mentee.id()), mentor.mentorId().equals(mentee.managerId()), today);
    }

    /** What the table is asked with; an earlier one that knows nothing of standing in does not look at that. */
    static Map<String, Object> inputs(Candidate mentor, boolean samePerson, boolean directManager, LocalDate today) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("samePerson", samePerson);
        inputs.put("directManager", directManager);
        inputs.put("freeCapacity", mentor.freeCapacity());
        inputs.put("active", mentor.active());
        inputs.put("tenure", (int) Math.max(0, ChronoUnit.MONTHS.between(mentor.hiredOn(), today)));
        inputs.put("awayIn", mentor.presence().awayIn());
        inputs.put("awayFor", mentor.presence().awayFor());
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
        Outcome.Row row = outcome.first();
        Object reason = row.value("reason");
        return new Verdict(row.flag("eligible"), reason == null ? "" : reason.toString());
    }
}
