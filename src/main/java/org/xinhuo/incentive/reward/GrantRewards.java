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
     * Written in one statement, however many lecturers.
     *
     * @return the ids of the entries that are new; a second run finds none
     */
    public List<String> grant(YearMonth period) {
        ledger.hold();
        DueRewards.Due due = dueRewards.recorded(period, true);
        if (due.version() != null) {
            ledger.keepTable(period, due.version());
        }
        return ledger.grant(due.rewards().stream().map(Grant::first).toList());
    }
}
