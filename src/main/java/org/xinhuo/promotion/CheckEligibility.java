package org.xinhuo.promotion;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.incentive.scoring.Grade;
import org.xinhuo.incentive.scoring.MonthlyResults;

/** Asks the gate whether somebody qualifies for a role, by the confirmed lecturer months. */
@Component
class CheckEligibility {

    private static final String GATE = "promotion-eligibility";

    private static final int LAST_MONTHS = 6;

    private final MonthlyResults results;
    private final Decisions decisions;

    CheckEligibility(MonthlyResults results, Decisions decisions) {
        this.results = results;
        this.decisions = decisions;
    }

    /** Asks for a step of the process, which keeps question and answer. */
    Eligibility of(String employeeId, String targetRole) {
        return ask(inputs -> decisions.decide(GATE, inputs), employeeId, targetRole);
    }

    /** Asks for somebody to read; nothing is kept. */
    Eligibility preview(String employeeId, String targetRole) {
        return ask(decisions.preview(GATE), employeeId, targetRole);
    }

    /** Every condition of a role with its figure: what the gate says to somebody who has nothing. */
    List<Eligibility.Missing> needed(String targetRole) {
        return answer(decisions.preview(GATE), targetRole, 0, 0).missing();
    }

    private Eligibility ask(Decisions.Preview gate, String employeeId, String targetRole) {
        Map<YearMonth, String> grades = results.gradesOf(employeeId);
        int excellent = (int) grades.values().stream()
                .limit(LAST_MONTHS)
                .filter(Grade.EXCELLENT::equals)
                .count();
        return answer(gate, targetRole, grades.size(), excellent);
    }

    private static Eligibility answer(Decisions.Preview gate, String targetRole, int months, int excellent) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("targetRole", targetRole);
        inputs.put("lecturerMonths", months);
        inputs.put("excellentMonthsOfLastSix", excellent);
        Outcome outcome = gate.decide(inputs);
        List<Eligibility.Missing> missing = new ArrayList<>();
        boolean eligible = false;
        for (Outcome.Row row : outcome.rows()) {
            if (row.flag("eligible")) {
                eligible = true;
            } else {
                missing.add(new Eligibility.Missing(row.text("missing"), row.integer("required")));
            }
        }
        // A table that answers nothing opens no gate.
        if (!eligible && missing.isEmpty()) {
            missing.add(new Eligibility.Missing(Eligibility.TARGET_ROLE, 0));
        }
        return new Eligibility(months, excellent, missing, outcome.decision().version());
    }
}
