package org.xinhuo.incentive.reward;

import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.MonthlyResults;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** What the decision {@code lecturer-reward} says for every confirmed month of a period, as both stand now. */
@Component
class DueRewards {

    private static final String DECISION = "lecturer-reward";

    private final MonthlyResults results;
    private final RewardLedger ledger;
    private final Decisions decisions;
    private final Employees employees;

    DueRewards(MonthlyResults results, RewardLedger ledger, Decisions decisions, Employees employees) {
        this.results = results;
        this.ledger = ledger;
        this.decisions = decisions;
        this.employees = employees;
    }

    /**
     * The figures of everybody in a period, and what is due to them.
     *
     * @param figures by person: whoever has a confirmed month
     */
    record Due(Map<String, RewardBasis> figures, List<DueReward> rewards) {}

    /** Each decision that gives somebody something is recorded: something is written because of it. */
    Due recorded(YearMonth period) {
        return of(period, results.of(period), month -> true, inputs -> decisions.decide(DECISION, inputs));
    }

    /** The same for one person alone. */
    List<DueReward> recorded(YearMonth period, String employeeId) {
        return of(
                        period,
                        results.of(period),
                        month -> month.lecturerId().equals(employeeId),
                        inputs -> decisions.decide(DECISION, inputs))
                .rewards();
    }

    /** Nothing is recorded: to look at. */
    Due preview(YearMonth period) {
        return preview(period, results.of(period));
    }

    /** The same, would the results be these. */
    Due preview(YearMonth period, List<LecturerMonth> wouldBe) {
        return of(period, wouldBe, month -> true, decisions.preview(DECISION)::decide);
    }

    private Due of(
            YearMonth period,
            List<LecturerMonth> all,
            Predicate<LecturerMonth> wanted,
            Function<Map<String, @Nullable Object>, Outcome> deciding) {
        List<LecturerMonth> months =
                all.stream().filter(LecturerMonth::confirmed).filter(wanted).toList();
        Map<String, String> regions = regions(period, months);
        Decisions.Preview preview = decisions.preview(DECISION);
        Map<Map<String, @Nullable Object>, Boolean> earning = new HashMap<>();
        Map<String, RewardBasis> figures = new LinkedHashMap<>();
        List<DueReward> rewards = new ArrayList<>();
        for (LecturerMonth month : months) {
            RewardBasis basis = RewardBasis.of(month, regions.get(month.lecturerId()));
            figures.put(month.lecturerId(), basis);
            Map<String, @Nullable Object> inputs = inputs(basis);
            // Most months earn nothing; only what gives somebody something is worth a record.
            if (earning.computeIfAbsent(
                    inputs, asked -> !preview.decide(asked).rows().isEmpty())) {
                add(rewards, month, deciding.apply(inputs), basis);
            }
        }
        return new Due(figures, rewards);
    }

    private static Map<String, @Nullable Object> inputs(RewardBasis basis) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        inputs.put("grade", basis.grade());
        inputs.put("ratingRank", basis.ratingRank());
        inputs.put("reuseRank", basis.reuseRank());
        inputs.put("raters", basis.raters());
        inputs.put("region", basis.region());
        return inputs;
    }

    private static void add(List<DueReward> rewards, LecturerMonth month, Outcome outcome, RewardBasis basis) {
        Set<String> kinds = new HashSet<>();
        for (Outcome.Row reward : outcome.rows()) {
            // One of a kind a person and month: the first rule counts.
            if (!kinds.add(reward.text("kind"))) {
                continue;
            }
            rewards.add(new DueReward(
                    month.lecturerId(),
                    month.period(),
                    reward.text("kind"),
                    reward.number("amount").setScale(2, RoundingMode.HALF_UP),
                    reward.text("currency"),
                    outcome.decision(),
                    basis));
        }
    }

    /** Where people are now; for who was granted something before, where they were then: moving earns nothing anew. */
    private Map<String, String> regions(YearMonth period, List<LecturerMonth> months) {
        Map<String, String> regions = new HashMap<>();
        for (Employee employee : employees.findAllById(
                months.stream().map(LecturerMonth::lecturerId).toList())) {
            regions.put(employee.id(), employee.region());
        }
        for (RewardEntry entry : ledger.newestOf(period)) {
            RewardBasis then = entry.basis();
            if (then != null && then.region() != null) {
                regions.put(entry.employeeId(), then.region());
            }
        }
        return regions;
    }
}
