package org.xinhuo.mentoring.process.absence;

import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.BusinessKey;
import org.xinhuo.engine.FormField;
import org.xinhuo.engine.FormInput;
import org.xinhuo.engine.StartInput;
import org.xinhuo.people.AnnounceDeparture;

/** Checks who announces whose departure, and writes the day. */
@Component("announceDeparture")
class AnnounceDepartureDelegate implements JavaDelegate {

    private final StartInput start;
    private final AnnounceDeparture announceDeparture;
    private final CompanyTime time;

    AnnounceDepartureDelegate(StartInput start, AnnounceDeparture announceDeparture, CompanyTime time) {
        this.start = start;
        this.announceDeparture = announceDeparture;
        this.time = time;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FormInput input = start.of(execution, FormField.date(DepartureModel.ON));
        LocalDate on = input.date(DepartureModel.ON);
        String employee = BusinessKey.given(execution);
        if (employee == null) {
            throw Refusal.invalid("businessKey", "people.unknownEmployee", "");
        }
        announceDeparture.announce(employee, on, input.submittedBy().isEmpty() ? null : input.submittedBy());
        execution.removeVariable(DepartureModel.ON);
        execution.setVariable(DepartureModel.LEAVES_AT, Date.from(time.startOf(on)));
        execution.setVariable(DepartureModel.LEFT_ALREADY, !on.isAfter(time.today()));
    }
}
