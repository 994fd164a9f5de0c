package org.xinhuo.incentive.process.reward;

import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.correction.CorrectMonth;
import org.xinhuo.incentive.correction.MonthCorrections;

/** Brings the next rewards of a corrected period in line. The words of whoever corrected stand with the correction. */
@Component("correctRewards")
class CorrectRewardsDelegate implements JavaDelegate {

    private final CorrectMonth correctMonth;
    private final MonthCorrections corrections;
    private final Texts texts;

    CorrectRewardsDelegate(CorrectMonth correctMonth, MonthCorrections corrections, Texts texts) {
        this.correctMonth = correctMonth;
        this.corrections = corrections;
        this.texts = texts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String correction = String.valueOf(execution.getProcessBusinessKey());
        boolean left = correctMonth.correctRewards(
                correction,
                texts.text(
                        Locale.SIMPLIFIED_CHINESE,
                        "reward.monthCorrected",
                        corrections.get(correction).number()),
                Portions.of(execution));
        execution.setVariable(Portions.REWARDS_LEFT, left);
    }
}
