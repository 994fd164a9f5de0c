package org.xinhuo.incentive.reward;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.MonthlyResults;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** What the decision {@code lecturer-reward} says for every confirmed month of a period, as the months stand now. */
@Component
class DueRewards {

    static final String DECISION = "lecturer-reward";

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
     * @param version of the table, of the whole period; null where nobody has a confirmed month
     */
    record Due(
            Map<String, RewardBasis> figures,
            List<DueReward> rewards,
            @Nullable Integer version) {}

    /**
     * What is due to these people. Each decision that gives somebody something is recorded: something is written because
     * of it.
     *
     * @param table the version that is asked, or null: as the period was granted with
     */
    Due recorded(YearMonth period, Set<String> people, @Nullable Integer table) {
        return of(period, ofPeople(results.of(period), people), asked(period, table), true);
    }

    /**
     * What is due to people who have not been granted it.
     *
     * @param left whether there is more than these
     */
    record Next(List<DueReward> rewards, boolean left) {}

    /**
     * What is due in a period and stands nowhere in the ledger, recorded, by the table as the period was granted with.
     * Where nobody has been granted anything, the table of today is it from now on.
     *
     * @param most of how many rewards; nobody's are divided
     */
    Next next(YearMonth period, int most) {
        List<LecturerMonth> all = results.of(period);
        Due due = of(period, all, asked(period, null), false);
        if (due.version() != null) {
            ledger.keepTable(period, due.version());
        }
        Set<String> granted = new HashSet<>();
        ledger.newestOf(period).forEach(entry -> granted.add(entry.employeeId() + " " + entry.kind()));
        Set<String> people = new HashSet<>();
        int rewards = 0;
        boolean left = false;
        for (DueReward reward : due.rewards()) {
            if (granted.contains(reward.employeeId() + " " + reward.kind())) {
                continue;
            }
            if (rewards < most || people.contains(reward.employeeId())) {
                people.add(reward.employeeId());
                rewards++;
            } else {
                left = true;
            }
        }
        return new Next(
                of(period, ofPeople(all, people), asked(period, null), true).rewards(), left);
    }

    private static List<LecturerMonth> ofPeople(List<LecturerMonth> months, Set<String> people) {
        return months.stream()
                .filter(month -> people.contains(month.lecturerId()))
                .toList();
    }

    /** Whether anything is due in a period, by the table as it was granted with, and stands nowhere in the ledger. */
    boolean isAnyLeft(YearMonth period) {
        Set<String> granted = new HashSet<>();
        ledger.newestOf(period).forEach(entry -> granted.add(entry.employeeId() + " " + entry.kind()));
        return preview(period, true).rewards().stream()
                .anyMatch(reward -> !granted.contains(reward.employeeId() + " " + reward.kind()));
    }

    /** The same for one person alone, by today's table. */
    List<DueReward> recorded(YearMonth period, String employeeId) {
        List<LecturerMonth> own = results.of(period).stream()
                .filter(month -> month.lecturerId().equals(employeeId))
                .toList();
        return of(period, own, TableVersions.OF_TODAY, true).rewards();
    }

    /** Nothing is recorded: to look at. */
    Due preview(YearMonth period, boolean asGranted) {
        return preview(period, results.of(period), asGranted);
    }

    /** The same, would the results be these. */
    Due preview(YearMonth period, List<LecturerMonth> wouldBe, boolean asGranted) {
        return of(period, wouldBe, asGranted ? asked(period, null) : TableVersions.OF_TODAY, false);
    }

    /** @param table the version that is asked, or null: as the period was granted with */
    Due preview(YearMonth period, @Nullable Integer table) {
        return of(period, results.of(period), asked(period, table), false);
    }

    private Due of(YearMonth period, List<LecturerMonth> all, TableVersions versions, boolean recorded) {
        List<LecturerMonth> months =
                all.stream().filter(LecturerMonth::confirmed).toList();
        List<RewardEntry> newest = ledger.newestOf(period);
        Map<String, String> regions = regions(newest, months);
        Asking asking = new Asking();
        Map<String, RewardBasis> figures = new LinkedHashMap<>();
        List<DueReward> rewards = new ArrayList<>();
        Integer used = null;
        for (LecturerMonth month : months) {
            RewardBasis basis = RewardBasis.of(month, regions.get(month.lecturerId()));
            figures.put(month.lecturerId(), basis);
            Map<String, @Nullable Object> inputs = inputs(basis);
            for (int version : versions.of(month.lecturerId())) {
                Outcome outcome = asking.about(version, inputs);
                if (version == versions.ofPeriod()) {
                    used = outcome.decision().version();
                }
                // Most months earn nothing; only what gives somebody something is worth a record.
                if (recorded && !outcome.rows().isEmpty()) {
                    outcome = decisions.decide(DECISION, outcome.decision().version(), inputs);
                }
                add(rewards, month, outcome, basis, kind -> versions.of(month.lecturerId(), kind) == version);
            }
        }
        return new Due(figures, rewards, used);
    }

    /** The table in each version that is asked for, and of the questions that it answers alike only one. */
    private final class Asking {

        private final Map<Integer, Decisions.Preview> tables = new HashMap<>();
        private final Map<Integer, Map<Map<String, ?>, Outcome>> answers = new HashMap<>();

        Outcome about(int version, Map<String, @Nullable Object> inputs) {
            Decisions.Preview table = tables.computeIfAbsent(
                    version, asked -> asked == 0 ? decisions.preview(DECISION) : decisions.preview(DECISION, asked));
            return answers.computeIfAbsent(version, asked -> new HashMap<>())
                    .computeIfAbsent(table.alike(inputs), table::decide);
        }
    }

    private TableVersions asked(YearMonth period, @Nullable Integer table) {
        if (table != null) {
            return TableVersions.asGranted(table, ledger.newestOf(period));
        }
        return ledger.tableOf(period)
                .map(version -> TableVersions.asGranted(version, ledger.newestOf(period)))
                .orElse(TableVersions.OF_TODAY);
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

    private static void add(
            List<DueReward> rewards,
            LecturerMonth month,
            Outcome outcome,
            RewardBasis basis,
            Predicate<String> wanted) {
        Set<String> kinds = new HashSet<>();
        for (Outcome.Row row : outcome.rows()) {
            Earned reward = Earned.of(row, outcome.decision());
            // One of a kind a person and month: the first rule counts.
            if (!wanted.test(reward.kind()) || !kinds.add(reward.kind())) {
                continue;
            }
            rewards.add(new DueReward(
                    month.lecturerId(),
                    month.period(),
                    reward.kind(),
                    reward.amount(),
                    reward.currency(),
                    outcome.decision(),
                    basis));
        }
    }

    /** Where people are now; for who was granted something before, where they were then: moving earns nothing anew. */
    private Map<String, String> regions(List<RewardEntry> newest, List<LecturerMonth> months) {
        Map<String, String> regions = new HashMap<>();
        for (Employee employee : employees.findAllById(
                months.stream().map(LecturerMonth::lecturerId).toList())) {
            regions.put(employee.id(), employee.region());
        }
        for (RewardEntry entry : newest) {
            RewardBasis then = entry.basis();
            if (then != null && then.region() != null) {
                regions.put(entry.employeeId(), then.region());
            }
        }
        return regions;
    }
}
