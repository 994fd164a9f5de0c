package org.xinhuo.incentive.reward;

import java.time.YearMonth;
import java.util.List;

/** Known by whoever corrects months: of which ones a second person has confirmed what the ledger does not have yet. */
public interface UncorrectedMonths {

    /** The earliest first. */
    List<YearMonth> uncorrected();
}
