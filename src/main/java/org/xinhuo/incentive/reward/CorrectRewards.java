package org.xinhuo.incentive.reward;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
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
 * {@code reward-correction} says of each whether it is. As many at a time as is asked for; a second run of a
 * whole correction finds nothing left to do.
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

    /** Whether a person gains by what is due. */
    public enum Direction {
        UP("up"),
        DOWN("down"),
        /** Money of one currency in the place of another's: neither more nor less. */
        CURRENCY_CHANGED("currency-changed");

        private final String code;

        Direction(String code) {
            this.code = code;
        }

        /** As the decision table writes it. */
        public String code() {
            return code;
        }

        private static Direction of(@Nullable RewardEntry standing, @Nullable DueReward due) {
            if (standing == null || due == null) {
                return standing == null ? UP : DOWN;
            }
            // Nothing is nothing in every currency.
            boolean bothMoney = standing.amount().signum() != 0 && due.amount().signum() != 0;
            if (bothMoney && !standing.currency().equals(due.currency())) {
                return CURRENCY_CHANGED;
            }
            return due.amount().compareTo(standing.amount()) > 0 ? UP : DOWN;
        }
    }

    /**
     * A difference between what stands and what is due.
     *
     * @param standing what the person has, or null
     * @param due what is due now, or null
     * @param last the newest entry of this person and kind, standing or not, or null
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
            Direction direction,
            boolean apply,
            int version) {

        /** What is due now, with its currency, or null. */
        public @Nullable String dueAmount() {
            return due == null ? null : due.amount().toPlainString() + " " + due.currency();
        }

        /** What is due now in {@link #dueCurrency}, or null. */
        public @Nullable BigDecimal dueMoney() {
            return due == null ? null : due.amount();
        }

        /** Empty where nothing is due. */
        public String dueCurrency() {
            return due == null ? "" : due.currency();
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
     * Which tables a correction asks, the same from its first portion to its last.
     *
     * @param reward version of {@code lecturer-reward}, or null: as the period was granted with
     * @param correction version of {@code reward-correction}
     */
    public record Tables(@Nullable Integer reward, int correction) {}

    /**
     * The tables as they are now.
     *
     * @param asGranted whether rewards follow the table that the period was granted with, where it was
     */
    @Transactional(readOnly = true)
    public Tables tables(YearMonth period, boolean asGranted) {
        return new Tables(
                asGranted && ledger.tableOf(period).isPresent()
                        ? null
                        : decisions.newest(DueRewards.DECISION).version(),
                decisions.newest(DECISION).version());
    }

    /**
     * A part of a correction.
     *
     * @param differences that were brought in line
     * @param left whether there are more
     */
    public record Portion(List<Difference> differences, boolean left) {}

    /**
     * Brings the next people in line. What is kept, as the table says, is left as it is and comes with no portion.
     *
     * @param tables those of the first portion; a version of {@code lecturer-reward} counts for the period from then on
     * @param reason why the period is corrected; stands in every entry
     * @param by who, or null by rule
     * @param most how many differences; nobody's are divided, so that the last person may have a few more
     * @throws Refusal without a reason
     */
    public Portion correct(YearMonth period, Tables tables, String reason, @Nullable String by, int most) {
        String why = Reason.of(reason);
        // Nobody pays or credits an entry while it is weighed whether that has happened.
        ledger.hold();
        ledger.holdEntriesOf(period);
        DueRewards.Due all = dueRewards.preview(period, tables.reward());
        Set<String> people = new HashSet<>();
        int counted = 0;
        boolean left = false;
        Decisions.Preview weighing = weighing(tables.correction());
        for (Difference found : differences(period, all, weighing)) {
            if (!found.apply()) {
                continue;
            }
            if (counted < most || people.contains(found.employeeId())) {
                people.add(found.employeeId());
                counted++;
            } else {
                left = true;
            }
        }
        // Asked again for these people, and recorded: something is written because of it.
        DueRewards.Due due = dueRewards.recorded(period, people, tables.reward());
        List<Difference> differences = differences(
                        period,
                        due,
                        inputs -> decisions.decide(
                                DECISION, weighing.decide(inputs).decision().version(), inputs),
                        people::contains)
                .stream()
                .filter(Difference::apply)
                .toList();
        bringInLine(differences, why, by);
        if (all.version() != null) {
            ledger.keepTable(period, all.version());
        }
        return new Portion(differences, left);
    }

    /**
     * By the version that was confirmed. Where that one says nothing of a case that has come up since, such as a reward
     * that is paid by now, by the newest: a table that was mended must be able to carry out what its slip has stopped.
     */
    private Decisions.Preview weighing(int version) {
        Decisions.Preview confirmed = decisions.preview(DECISION, version);
        return inputs -> {
            Outcome said = confirmed.decide(inputs);
            boolean answers = said.failure() == null && !said.rows().isEmpty();
            return answers ? said : decisions.preview(DECISION).decide(inputs);
        };
    }

    private void bringInLine(List<Difference> differences, String reason, @Nullable String by) {
        List<Grant> grants = new ArrayList<>();
        for (Difference difference : differences) {
            if (difference.standing() != null) {
                takeBack(difference.standing(), reason, by, difference.version());
            }
            if (difference.due() != null) {
                grants.add(new Grant(
                        difference.due(),
                        difference.last() == null ? null : difference.last().id(),
                        reason,
                        by,
                        difference.version()));
            }
        }
        ledger.grant(grants).forEach(tasks::start);
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
        return differences(period, due, correction, everybody -> true);
    }

    /** @param people of whom {@code due} tells */
    private List<Difference> differences(
            YearMonth period, DueRewards.Due due, Decisions.Preview correction, Predicate<String> people) {
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
            if (!people.test(entry.employeeId())) {
                continue;
            }
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
        Direction direction = Direction.of(standing, due);
        boolean paid = standing != null && standing.settled();
        Outcome outcome =
                correction.decide(Map.of("cause", cause.code(), "difference", direction.code(), "paid", paid));
        return new Difference(
                employee,
                kind,
                standing,
                due,
                last,
                cause,
                direction,
                applies(outcome, cause, direction, paid),
                outcome.decision().version());
    }

    /**
     * What the table says. One from before currencies were told apart may say nothing of another currency: then what comes
     * with the product counts, and nobody gives back what was paid but for the own correction.
     */
    private static boolean applies(Outcome outcome, Cause cause, Direction direction, boolean paid) {
        if (direction == Direction.CURRENCY_CHANGED && outcome.rows().isEmpty()) {
            return !paid || cause == Cause.OWN_RESULT;
        }
        return outcome.first().text("action").equals("apply");
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
