package org.xinhuo.incentive.process.reward;

import java.time.YearMonth;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.reward.CorrectRewards;

/** Brings the rewards of a corrected period in line. The words of whoever corrected stand with the correction. */
@Component("correctRewards")
class CorrectRewardsDelegate implements JavaDelegate {

    /** The corrected month, yyyy-MM. */
    private static final String PERIOD = "period";

    private final CorrectRewards correctRewards;
    private final Texts texts;

    CorrectRewardsDelegate(CorrectRewards correctRewards, Texts texts) {
        this.correctRewards = correctRewards;
        this.texts = texts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        YearMonth period = YearMonth.parse((String) execution.getVariable(PERIOD));
        String reason = texts.text(
                Locale.SIMPLIFIED_CHINESE, "reward.monthCorrected", String.valueOf(execution.getProcessBusinessKey()));
        correctRewards.correct(period, reason, null);
    }
}
