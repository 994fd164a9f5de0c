package org.xinhuo.mentoring.process.absence;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;

/** What the application tells the process departure. */
@Component
public class DepartureProcess {

    private final ProcessEngine engine;

    DepartureProcess(ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * Announces that somebody leaves; who may is checked by the process for whoever is logged in.
     *
     * @param on the first day on which the person no longer works here
     * @throws Refusal where the one who is logged in may not, or the person is unknown or leaving already
     */
    @Transactional
    public void announce(String employeeId, LocalDate on) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> engine.getRuntimeService()
                        .startProcessInstanceByKey(
                                DepartureModel.KEY, employeeId, Map.of(DepartureModel.ON, on.toString()))));
    }
}
