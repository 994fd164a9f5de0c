package org.xinhuo.incentive.web;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.incentive.reward.CorrectRewards;
import org.xinhuo.incentive.scoring.MonthlyResults;

/** What would be granted if the drafts of a month were confirmed as they are, by today's {@code lecturer-reward}. */
@Component
class DraftGrants {

    private final MonthlyResults results;
    private final CorrectRewards rewards;

    DraftGrants(MonthlyResults results, CorrectRewards rewards) {
        this.results = results;
        this.rewards = rewards;
    }

    /**
     * Rewards of one kind and currency.
     *
     * @param people how many would be granted it, {@code amount} all of them together
     */
    record Sum(String kind, String currency, int people, BigDecimal amount) {

        private Sum with(Sum other) {
            return new Sum(kind, currency, people + other.people, amount.add(other.amount));
        }
    }

    /** By kind and currency; nothing is written. */
    @Transactional(readOnly = true)
    public List<Sum> of(YearMonth period) {
        Map<String, Sum> sums = new TreeMap<>();
        for (CorrectRewards.Difference difference : rewards.preview(period, results.wouldBe(period), false)) {
            BigDecimal due = difference.dueMoney();
            if (due != null && difference.standing() == null) {
                String currency = difference.dueCurrency();
                sums.merge(difference.kind() + " " + currency, new Sum(difference.kind(), currency, 1, due), Sum::with);
            }
        }
        return List.copyOf(sums.values());
    }
}
