package org.xinhuo.mentoring.process.absence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.HouseRules;
import org.xinhuo.mentoring.absence.TakeBackDeparture;
import org.xinhuo.mentoring.absence.WelcomeBack;

/** What the application tells the process departure. */
@Component
public class DepartureProcess {

    private final ProcessEngine engine;
    private final HouseRules rules;
    private final TakeBackDeparture takeBackDeparture;
    private final WelcomeBack welcomeBack;
    private final CompanyTime time;

    DepartureProcess(
            ProcessEngine engine,
            HouseRules rules,
            TakeBackDeparture takeBackDeparture,
            WelcomeBack welcomeBack,
            CompanyTime time) {
        this.engine = engine;
        this.rules = rules;
        this.takeBackDeparture = takeBackDeparture;
        this.welcomeBack = welcomeBack;
        this.time = time;
    }

    /**
     * Announces that somebody leaves; who may is checked by the process for whoever is logged in.
     *
     * @param on the first day on which the person no longer works here
     * @throws Refusal where the one who is logged in may not, or the person is unknown or leaving already
     */
    @Transactional
    public void announce(String employeeId, LocalDate on) {
        rules.apply(() -> engine.getRuntimeService()
                .startProcessInstanceByKey(DepartureModel.KEY, employeeId, Map.of(DepartureModel.ON, on.toString())));
    }

    /**
     * Takes an announced departure back before its day; its process ends, and with it the timer.
     *
     * @param personId who asks: HR or an administrator
     * @throws Refusal for anybody else, and where the person is unknown, does not leave, or has left already
     */
    @Transactional
    public void takeBack(String employeeId, String personId) {
        boolean taken = rules.apply(() -> {
            try {
                engine.getRuntimeService()
                        .createMessageCorrelation(DepartureModel.TAKEN_BACK)
                        .processInstanceBusinessKey(employeeId)
                        .correlate();
                return true;
            } catch (MismatchingMessageCorrelationException notWaiting) {
                return false;
            }
        });
        if (!taken) {
            takeBackPastTheModel(employeeId, personId);
        }
    }

    /**
     * Somebody who has left works here again. What was handed over stays with whom it went to; where that had not
     * happened yet, it does not happen any more.
     *
     * @param on the first day of work, today or before
     * @param personId who asks: HR or an administrator
     * @throws Refusal for anybody else, where the person is unknown or has not left, and where the day will not do
     */
    @Transactional
    public void returns(String employeeId, LocalDate on, String personId) {
        rules.apply(() -> {
            RuntimeService runtime = engine.getRuntimeService();
            List<ProcessInstance> waiting = waiting(runtime, employeeId);
            welcomeBack.welcome(employeeId, on, waiting.isEmpty(), personId);
            waiting.forEach(one -> runtime.deleteProcessInstance(one.getId(), DepartureModel.RETURNED));
        });
    }

    private static List<ProcessInstance> waiting(RuntimeService runtime, String employeeId) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(DepartureModel.KEY)
                .processInstanceBusinessKey(employeeId)
                .list();
    }

    /** A departure that was announced under an earlier model waits for its day alone. */
    private void takeBackPastTheModel(String employeeId, String personId) {
        takeBackDeparture.takeBack(employeeId, personId);
        rules.apply(() -> {
            RuntimeService runtime = engine.getRuntimeService();
            List<ProcessInstance> waiting = waiting(runtime, employeeId);
            if (waiting.isEmpty()) {
                // Its timer was fired by hand: what was to be handed over is gone.
                throw Refusal.conflict(
                        "people.leftAlready", employeeId, time.today().toString());
            }
            waiting.forEach(one -> runtime.deleteProcessInstance(one.getId(), DepartureModel.TAKEN_BACK));
        });
    }
}
