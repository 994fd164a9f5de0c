package org.xinhuo.incentive.reward;

import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.MonthlyResults;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** Grants what the decision {@code lecturer-reward} says for every confirmed month of a period. */
@Component
@Transactional
public class GrantRewards {

    private static final String DECISION = "lecturer-reward";

    private final MonthlyResults results;
    private final RewardLedger ledger;
    private final Decisions decisions;
    private final Employees employees;

    GrantRewards(MonthlyResults results, RewardLedger ledger, Decisions decisions, Employees employees) {
        this.results = results;
        this.ledger = ledger;
        this.decisions = decisions;
        this.employees = employees;
    }

    /** @return the ids of the entries that are new; a second run finds none */
    public List<String> grant(YearMonth period) {
        List<LecturerMonth> months =
                results.of(period).stream().filter(LecturerMonth::confirmed).toList();
        Map<String, String> regions = new LinkedHashMap<>();
        for (Employee employee : employees.findAllById(
                months.stream().map(LecturerMonth::lecturerId).toList())) {
            regions.put(employee.id(), employee.region());
        }
        Decisions.Preview preview = decisions.preview(DECISION);
        Map<Map<String, @Nullable Object>, Boolean> earning = new HashMap<>();
        List<String> granted = new ArrayList<>();
        for (LecturerMonth month : months) {
            Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
            inputs.put("grade", Objects.requireNonNull(month.grade()).name());
            inputs.put("ratingRank", month.ranks().rating());
            inputs.put("reuseRank", month.ranks().reuse());
            inputs.put("raters", month.raters());
            inputs.put("region", regions.get(month.lecturerId()));
            // Most months earn nothing; only what gives somebody something is worth a record.
            if (earning.computeIfAbsent(
                    inputs, asked -> !preview.decide(asked).rows().isEmpty())) {
                grant(month, decisions.decide(DECISION, inputs), granted);
            }
        }
        return granted;
    }

    private void grant(LecturerMonth month, Outcome outcome, List<String> granted) {
        for (Outcome.Row reward : outcome.rows()) {
            ledger.grant(
                            month.lecturerId(),
                            month.period(),
                            reward.text("kind"),
                            reward.number("amount").setScale(2, RoundingMode.HALF_UP),
                            reward.text("currency"),
                            outcome.decision())
                    .ifPresent(granted::add);
        }
    }
}
