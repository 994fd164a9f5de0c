package org.xinhuo.incentive.reward;

import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.incentive.reward.RewardLedger.Grant;

/**
 * Grants what the decision {@code lecturer-reward} says for every confirmed month of a period. The version of the table
 * is kept with the period: running it again, or correcting a fact, asks the same one.
 */
@Component
@Transactional
public class GrantRewards {

    private final DueRewards dueRewards;
    private final RewardLedger ledger;

    GrantRewards(DueRewards dueRewards, RewardLedger ledger) {
        this.dueRewards = dueRewards;
        this.ledger = ledger;
    }

    /**
     * A part of a period.
     *
     * @param ids of the entries that are new
     * @param left whether anything is due that nobody has been granted yet
     */
    public record Portion(List<String> ids, boolean left) {}

    /** Whether the period owes somebody a reward that nobody has granted. */
    public boolean isAnyLeft(YearMonth period) {
        return dueRewards.isAnyLeft(period);
    }

    /** The whole period in one go. @return the ids of the entries that are new; a second run finds none */
    public List<String> grant(YearMonth period) {
        return grant(period, Integer.MAX_VALUE).ids();
    }

    /**
     * What is due to the next people, in one statement. Two at once: the second waits for the first and goes on after it.
     *
     * @param most how many rewards; nobody's are divided, so that the last person may have a few more
     */
    public Portion grant(YearMonth period, int most) {
        ledger.hold();
        DueRewards.Next next = dueRewards.next(period, most);
        return new Portion(
                ledger.grant(next.rewards().stream().map(Grant::first).toList()), next.left());
    }
}
