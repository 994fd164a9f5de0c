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

    private static final int LAST_MONTHS = 6;

    private final MonthlyResults results;
    private final Decisions decisions;

    CheckEligibility(MonthlyResults results, Decisions decisions) {
        this.results = results;
        this.decisions = decisions;
    }

    Eligibility of(String employeeId, String targetRole) {
        Map<YearMonth, String> grades = results.gradesOf(employeeId);
        int excellent = (int) grades.values().stream()
                .limit(LAST_MONTHS)
                .filter(Grade.EXCELLENT::equals)
                .count();
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("targetRole", targetRole);
        inputs.put("lecturerMonths", grades.size());
        inputs.put("excellentMonthsOfLastSix", excellent);
        Outcome outcome = decisions.decide("promotion-eligibility", inputs);
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
            missing.add(new Eligibility.Missing("targetRole", 0));
        }
        return new Eligibility(
                grades.size(), excellent, missing, outcome.decision().version());
    }
}
