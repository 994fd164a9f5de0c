package org.xinhuo.incentive.process.reward;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Money;
import org.xinhuo.base.Texts;
import org.xinhuo.engine.TaskView;
import org.xinhuo.incentive.OutcomeTexts;
import org.xinhuo.incentive.fairness.RingFindings;
import org.xinhuo.incentive.fairness.RingWords;
import org.xinhuo.incentive.reward.RewardEntry;
import org.xinhuo.incentive.reward.RewardLedger;
import org.xinhuo.incentive.scoring.LecturerMonths;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** Whose reward it is, how much, and what for. */
@Component
class ApproveRewardView implements TaskView {

    private final RewardLedger ledger;
    private final LecturerMonths months;
    private final Employees employees;
    private final OutcomeTexts outcomes;
    private final Texts texts;
    private final RingFindings rings;
    private final RingWords ringWords;

    ApproveRewardView(
            RewardLedger ledger,
            LecturerMonths months,
            Employees employees,
            OutcomeTexts outcomes,
            Texts texts,
            RingFindings rings,
            RingWords ringWords) {
        this.ledger = ledger;
        this.months = months;
        this.employees = employees;
        this.outcomes = outcomes;
        this.texts = texts;
        this.rings = rings;
        this.ringWords = ringWords;
    }

    @Override
    public String process() {
        return RewardModel.KEY;
    }

    @Override
    public String task() {
        return RewardModel.APPROVE_REWARD;
    }

    @Override
    public Map<String, Object> values(String businessKey) {
        return values(businessKey, null);
    }

    @Override
    public Map<String, Object> values(String businessKey, @Nullable String readerId) {
        RewardEntry entry = ledger.get(businessKey);
        Employee lecturer = employees.get(entry.employeeId());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("lecturer", lecturer.name());
        values.put("department", lecturer.department());
        values.put("period", texts.month(entry.period()));
        values.put("kind", outcomes.label("incentive.reward", entry.kind()));
        values.put("amount", Money.of(entry.amount()));
        values.put("currency", entry.currency());
        values.put(
                "held",
                entry.amount().signum() <= 0
                        ? ""
                        : rings.holding(entry.employeeId(), entry.period()).stream()
                                .map(finding -> ringWords.sentenceFor(finding, readerId))
                                .collect(Collectors.joining("\n\n")));
        months.find(entry.employeeId(), entry.period()).ifPresent(month -> {
            values.put("score", month.score().toPlainString());
            values.put(
                    "grade",
                    outcomes.label(
                            "incentive.grade",
                            Objects.requireNonNull(month.grade()).name()));
            values.put(
                    "ratingRank",
                    month.ranks().rating() == null ? "–" : month.ranks().rating());
        });
        return values;
    }
}
