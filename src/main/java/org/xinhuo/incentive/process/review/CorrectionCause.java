package org.xinhuo.incentive.process.review;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.correction.MonthCorrections;
import org.xinhuo.incentive.title.KeepTitles.Cause;

/** What made a step run that a review and a correction share. */
@Component
class CorrectionCause {

    private static final String CORRECTION = "month-correction:";

    private final MonthCorrections corrections;

    CorrectionCause(MonthCorrections corrections) {
        this.corrections = corrections;
    }

    /** The correction whose process this is; empty in a review. */
    Optional<Cause> of(DelegateExecution execution) {
        return execution.getProcessDefinitionId().startsWith(CORRECTION)
                ? Optional.of(corrections.get(execution.getProcessBusinessKey()))
                        .map(correction -> new Cause(correction.id(), correction.reason()))
                : Optional.empty();
    }
}
