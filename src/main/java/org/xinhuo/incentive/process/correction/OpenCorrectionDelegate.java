package org.xinhuo.incentive.process.correction;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.BusinessKey;
import org.xinhuo.engine.FormField;
import org.xinhuo.engine.FormInput;
import org.xinhuo.engine.RunningInstances;
import org.xinhuo.engine.StartInput;
import org.xinhuo.incentive.correction.CorrectMonth;
import org.xinhuo.incentive.correction.MonthCorrection.Rules;

/** Checks the request and opens the correction; of its words nothing stays in the process. */
@Component("openCorrection")
class OpenCorrectionDelegate implements JavaDelegate {

    private static final Pattern MONTH = Pattern.compile("(19|2\\d)\\d{2}-\\d{2}");

    private static final FormField[] START_VARIABLES = {
        FormField.text(MonthCorrectionModel.PERIOD, 7),
        // One that is taken up has its reason.
        FormField.text(MonthCorrectionModel.REASON, 1000).optional(),
        FormField.choice(
                        MonthCorrectionModel.RULES,
                        Arrays.stream(Rules.values()).map(Rules::code).toArray(String[]::new))
                .optional()
    };

    private final StartInput start;
    private final CorrectMonth correctMonth;

    OpenCorrectionDelegate(StartInput start, CorrectMonth correctMonth) {
        this.start = start;
        this.correctMonth = correctMonth;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FormInput input = start.of(execution, START_VARIABLES);
        YearMonth period = period(input.text(MonthCorrectionModel.PERIOD));
        String by = input.submittedBy().isEmpty() ? null : input.submittedBy();
        String key = BusinessKey.given(execution);
        Optional<Boolean> takenUp = key == null
                ? Optional.empty()
                : correctMonth.takeUp(
                        key,
                        period,
                        by,
                        () -> RunningInstances.anotherCarries(execution, MonthCorrectionModel.KEY, key));
        if (takenUp.isEmpty()) {
            execution.setProcessBusinessKey(open(key, period, input, by));
        }
        execution.setVariable(MonthCorrectionModel.CONFIRMED_BEFORE, takenUp.orElse(false));
        execution.removeVariables(List.of(MonthCorrectionModel.REASON, MonthCorrectionModel.RULES));
        execution.setVariable(MonthCorrectionModel.PERIOD, period.toString());
    }

    private String open(@Nullable String key, YearMonth period, FormInput input, @Nullable String by) {
        String reason = input.textOrNull(MonthCorrectionModel.REASON);
        if (reason == null) {
            throw Refusal.invalid(MonthCorrectionModel.REASON, "correction.reasonNeeded");
        }
        return correctMonth.open(key, period, reason, Rules.of(input.textOrNull(MonthCorrectionModel.RULES)), by);
    }

    private static YearMonth period(String written) {
        try {
            if (MONTH.matcher(written).matches()) {
                return YearMonth.parse(written);
            }
        } catch (DateTimeException noSuchMonth) {
            // Refused below, like everything else that is no month.
        }
        throw Refusal.invalid(MonthCorrectionModel.PERIOD, "incentive.notAMonth", written);
    }
}
