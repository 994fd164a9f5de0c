package org.xinhuo.incentive.correction;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

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

    /**
     * Takes a correction up again whose instance is gone.
     *
     * @throws org.xinhuo.base.Refusal as {@link CorrectMonth#takeUp} says
     */
    void takeUp(String id);

    /** The task in which this person may answer the correction: open, nobody else's, and about nothing of the own. */
    Optional<String> answerFor(String id, String person);

    /** The corrections of this month that have a way to go and that nothing carries on. */
    List<MonthCorrection> lost(YearMonth period);
}
