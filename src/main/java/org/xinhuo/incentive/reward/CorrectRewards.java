package org.xinhuo.incentive.reward;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.incentive.reward.RewardEntry.State;
import org.xinhuo.incentive.reward.RewardLedger.Grant;
import org.xinhuo.incentive.scoring.LecturerMonth;

/**
 * Brings the ledger of a period in line with its corrected months and the decision {@code lecturer-reward}: of today,
 * where the table was the mistake, or as the period was granted with, where only facts were.
 * What is no longer due is taken back, what is newly due is granted, what changed is replaced; the decision
 * {@code reward-correction} says of each whether it is. A second run finds nothing left to do.
 */
@Component
@Transactional
public class CorrectRewards {

    private static final String DECISION = "reward-correction";

    private final DueRewards dueRewards;
    private final RewardLedger ledger;
    private final Decisions decisions;
    private final RewardTasks tasks;
    private final RewardNotices notices;

    CorrectRewards(
            DueRewards dueRewards, RewardLedger ledger, Decisions decisions, RewardTasks tasks, RewardNotices notices) {
        this.dueRewards = dueRewards;
        this.ledger = ledger;
        this.decisions = decisions;
        this.tasks = tasks;
        this.notices = notices;
    }

    /** Why the ledger and what is due differ. */
    public enum Cause {
        /** The person's own figures were corrected. */
        OWN_RESULT("own-result"),
        /** The own figures are the same, a rank is another: others were corrected. */
        RANK_MOVED("rank-moved"),
        /** Figures and ranks are the same, or not known: the decision table says something else. */
        RULES_CHANGED("rules-changed"),
        /** The person had no reward in this period by which to tell. */
        NEWLY_DUE("newly-due");

        private final String code;

        Cause(String code) {
            this.code = code;
        }

        /** As the decision table writes it. */
        public String code() {
            return code;
        }
    }

    /**
     * A difference between what stands and what is due.
     *
     * @param standing what the person has, or null
     * @param due what is due now, or null
     * @param last the newest entry of this person and kind, standing or not, or null
     * @param up whether the person gains
     * @param apply what {@code reward-correction} says; otherwise it stays as it is
     * @param version of that decision
     */
    public record Difference(
            String employeeId,
            String kind,
            @Nullable RewardEntry standing,
            @Nullable DueReward due,
            @Nullable RewardEntry last,
            Cause cause,
            boolean up,
            boolean apply,
            int version) {

        /** What is due now, with its currency, or null. */
        public @Nullable String dueAmount() {
            return due == null ? null : due.amount().toPlainString() + " " + due.currency();
        }
    }

    /** What a correction by today's table would change, and what it would leave; nothing is written. */
    @Transactional(readOnly = true)
    public List<Difference> preview(YearMonth period) {
        return differences(period, dueRewards.preview(period, false), decisions.preview(DECISION)::decide);
    }

    /**
     * The same, would the confirmed results of the period be these; nothing is written.
     *
     * @param asGranted by the table as the period was granted with, otherwise by today's
     */
    @Transactional(readOnly = true)
    public List<Difference> preview(YearMonth period, List<LecturerMonth> wouldBe, boolean asGranted) {
        return differences(period, dueRewards.preview(period, wouldBe, asGranted), decisions.preview(DECISION)::decide);
    }

    /**
     * @param asGranted by the table as the period was granted with; otherwise by today's, which counts from then on
     * @param reason why the period is corrected; stands in every entry
     * @param by who, or null by rule
     * @return the differences found, those that were kept too
     * @throws Refusal without a reason
     */
    public List<Difference> correct(YearMonth period, boolean asGranted, String reason, @Nullable String by) {
        String why = Reason.of(reason);
        // Nobody pays or credits an entry while it is weighed whether that has happened.
        ledger.hold();
        ledger.holdEntriesOf(period);
        DueRewards.Due due = dueRewards.recorded(period, asGranted);
        List<Difference> differences = differences(period, due, inputs -> decisions.decide(DECISION, inputs));
        List<Grant> grants = new ArrayList<>();
        for (Difference difference : differences) {
            if (difference.apply()) {
                if (difference.standing() != null) {
                    takeBack(difference.standing(), why, by, difference.version());
                }
                if (difference.due() != null) {
                    grants.add(new Grant(
                            difference.due(),
                            difference.last() == null ? null : difference.last().id(),
                            why,
                            by,
                            difference.version()));
                }
            }
        }
        ledger.grant(grants).forEach(tasks::start);
        if (due.version() != null) {
            ledger.keepTable(period, due.version());
        }
        return differences;
    }

    private void takeBack(RewardEntry entry, String reason, @Nullable String by, int version) {
        if (entry.state() == State.CREDITED) {
            ledger.reverse(entry, by, reason, version);
            notices.takenBack(entry, reason);
        } else {
            ledger.step(entry.id(), "WITHDRAWN", by, reason);
            tasks.withdraw(entry.id());
        }
    }

    private List<Difference> differences(YearMonth period, DueRewards.Due due, Decisions.Preview correction) {
        record Key(String employee, String kind) implements Comparable<Key> {
            @Override
            public int compareTo(Key other) {
                int byEmployee = employee.compareTo(other.employee);
                return byEmployee == 0 ? kind.compareTo(other.kind) : byEmployee;
            }
        }
        Map<Key, @Nullable DueReward> rewards = new TreeMap<>();
        Map<Key, RewardEntry> entries = new TreeMap<>();
        Map<String, RewardBasis> bases = new HashMap<>();
        for (RewardEntry entry : ledger.newestOf(period)) {
            if (entry.basis() != null) {
                bases.put(entry.employeeId(), entry.basis());
            }
            Key key = new Key(entry.employeeId(), entry.kind());
            entries.put(key, entry);
            rewards.put(key, null);
        }
        due.rewards().forEach(reward -> rewards.put(new Key(reward.employeeId(), reward.kind()), reward));
        List<Difference> differences = new ArrayList<>();
        rewards.forEach((key, reward) -> {
            RewardEntry last = entries.get(key);
            if (differ(last, reward)) {
                RewardBasis then = last == null ? bases.get(key.employee()) : last.basis();
                Cause cause = cause(last, then, due.figures().get(key.employee()));
                differences.add(weigh(key.employee(), key.kind(), last, reward, cause, correction));
            }
        });
        return differences;
    }

    private boolean differ(@Nullable RewardEntry last, @Nullable DueReward due) {
        if (last == null || due == null) {
            return due != null || (last != null && last.stands());
        }
        boolean same =
                last.amount().compareTo(due.amount()) == 0 && last.currency().equals(due.currency());
        // What a person has rejected or taken back stays so, as long as it is about the same amount.
        return !same || (!last.stands() && !ledger.endedByAPerson(last));
    }

    private Difference weigh(
            String employee,
            String kind,
            @Nullable RewardEntry last,
            @Nullable DueReward due,
            Cause cause,
            Decisions.Preview correction) {
        RewardEntry standing = last != null && last.stands() ? last : null;
        boolean up = standing == null || (due != null && due.amount().compareTo(standing.amount()) > 0);
        Outcome outcome = correction.decide(Map.of(
                "cause",
                cause.code(),
                "difference",
                up ? "up" : "down",
                "paid",
                standing != null && standing.settled()));
        return new Difference(
                employee,
                kind,
                standing,
                due,
                last,
                cause,
                up,
                outcome.first().text("action").equals("apply"),
                outcome.decision().version());
    }

    /** Of old entries, which tell no figures, nothing is known but that the table says something else now. */
    private static Cause cause(@Nullable RewardEntry last, @Nullable RewardBasis then, @Nullable RewardBasis now) {
        if (now == null) {
            return Cause.OWN_RESULT;
        }
        if (then == null) {
            return last == null ? Cause.NEWLY_DUE : Cause.RULES_CHANGED;
        }
        if (!then.sameResult(now)) {
            return Cause.OWN_RESULT;
        }
        return then.sameRanks(now) ? Cause.RULES_CHANGED : Cause.RANK_MOVED;
    }
}
