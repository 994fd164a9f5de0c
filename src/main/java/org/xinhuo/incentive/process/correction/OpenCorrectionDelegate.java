package org.xinhuo.incentive.process.correction;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.BusinessKey;
import org.xinhuo.engine.FormField;
import org.xinhuo.engine.FormInput;
import org.xinhuo.engine.StartInput;
import org.xinhuo.incentive.correction.CorrectMonth;
import org.xinhuo.incentive.correction.MonthCorrection.Rules;

/** Checks the request and opens the correction; of its words nothing stays in the process. */
@Component("openCorrection")
class OpenCorrectionDelegate implements JavaDelegate {

    private static final Pattern MONTH = Pattern.compile("(19|2\\d)\\d{2}-\\d{2}");

    private static final FormField[] START_VARIABLES = {
        FormField.text(MonthCorrectionModel.PERIOD, 7),
        FormField.text(MonthCorrectionModel.REASON, 1000),
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
        String id = correctMonth.open(
                BusinessKey.given(execution),
                period,
                input.text(MonthCorrectionModel.REASON),
                Rules.of(input.textOrNull(MonthCorrectionModel.RULES)),
                input.submittedBy().isEmpty() ? null : input.submittedBy());
        execution.setProcessBusinessKey(id);
        execution.removeVariables(List.of(MonthCorrectionModel.REASON, MonthCorrectionModel.RULES));
        execution.setVariable(MonthCorrectionModel.PERIOD, period.toString());
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
