package org.xinhuo.incentive.process.reward;

import java.time.YearMonth;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.correction.MonthCorrections;
import org.xinhuo.incentive.reward.CorrectRewards;

/** Brings the rewards of a corrected period in line. The words of whoever corrected stand with the correction. */
@Component("correctRewards")
class CorrectRewardsDelegate implements JavaDelegate {

    /** The corrected month, yyyy-MM. */
    private static final String PERIOD = "period";

    private final CorrectRewards correctRewards;
    private final MonthCorrections corrections;
    private final Texts texts;

    CorrectRewardsDelegate(CorrectRewards correctRewards, MonthCorrections corrections, Texts texts) {
        this.correctRewards = correctRewards;
        this.corrections = corrections;
        this.texts = texts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        YearMonth period = YearMonth.parse((String) execution.getVariable(PERIOD));
        String reason = texts.text(
                Locale.SIMPLIFIED_CHINESE, "reward.monthCorrected", String.valueOf(execution.getProcessBusinessKey()));
        boolean asConfirmed = corrections.get(execution.getProcessBusinessKey()).asConfirmed();
        correctRewards.correct(period, asConfirmed, reason, null);
    }
}
