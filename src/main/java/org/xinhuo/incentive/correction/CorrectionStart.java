package org.xinhuo.incentive.correction;

import java.time.YearMonth;

/** How the application requests a correction, as whoever is logged in. */
public interface CorrectionStart {

    /**
     * Starts {@code month-correction}.
     *
     * @param rules by which tables
     * @return the id of the correction
     * @throws org.xinhuo.base.Refusal as the first step of the process says
     */
    String request(YearMonth period, String reason, MonthCorrection.Rules rules);
}
