package org.xinhuo.incentive.reward;

import org.springframework.stereotype.Component;
import org.xinhuo.incentive.OutcomeTexts;
import org.xinhuo.notification.Notices;

/** Tells people what became of what they were credited. */
@Component
class RewardNotices {

    private final Notices notices;
    private final OutcomeTexts outcomes;

    RewardNotices(Notices notices, OutcomeTexts outcomes) {
        this.notices = notices;
        this.outcomes = outcomes;
    }

    /** Somebody's credited reward was taken back. */
    void takenBack(RewardEntry entry, String reason) {
        notices.tell(
                entry.employeeId(),
                "incentive/reward/" + entry.id() + "/reversed",
                outcomes.code("reward.takenBack", entry.kind()),
                "/rewards",
                entry.period().toString(),
                entry.amount().toPlainString(),
                entry.currency(),
                reason,
                entry.kind());
    }
}
