package org.xinhuo.mentoring.process.absence;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Substitutions.Substitution;
import org.xinhuo.mentoring.absence.NameSubstitute;

/** Somebody is named who stands in for the mentor. */
@Component("nameSubstitute")
class NameSubstituteDelegate implements JavaDelegate {

    private final NameSubstitute nameSubstitute;
    private final CompanyTime time;

    NameSubstituteDelegate(NameSubstitute nameSubstitute, CompanyTime time) {
        this.nameSubstitute = nameSubstitute;
        this.time = time;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String substituteId = MessageValues.text(execution, AbsenceModel.SUBSTITUTE);
        if (substituteId == null) {
            throw Refusal.invalid(AbsenceModel.SUBSTITUTE, "form.required", AbsenceModel.SUBSTITUTE);
        }
        Substitution named = nameSubstitute.name(
                execution.getProcessBusinessKey(),
                substituteId,
                MessageValues.requiredDay(execution, AbsenceModel.FROM),
                MessageValues.requiredDay(execution, AbsenceModel.UNTIL),
                MessageValues.sender(execution));
        execution.setVariableLocal(AbsenceModel.SUBSTITUTION_ID, named.id());
        execution.setVariableLocal(AbsenceModel.SUBSTITUTION_BEGINS_AT, Date.from(time.startOf(named.firstDay())));
        execution.setVariableLocal(AbsenceModel.SUBSTITUTION_ENDS_AT, Date.from(time.endOf(named.lastDay())));
    }
}
