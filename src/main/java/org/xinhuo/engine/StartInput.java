package org.xinhuo.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;

/** Checks the variables that a process instance was started with, by the same rules as the forms of its tasks. */
@Component
public class StartInput {

    private final FormCheck check;

    StartInput(CompanyTime time, ObjectMapper json) {
        this.check = new FormCheck(time.zone(), json);
    }

    /**
     * The checked start variables. {@link FormInput#submittedBy()} is the person who starts, or empty where the
     * application itself does.
     *
     * @param fields every variable that may be given, and no other
     * @throws Refusal where one is unknown, missing or breaks its rule
     */
    public FormInput of(DelegateExecution execution, FormField... fields) {
        Authentication starter =
                execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        String startedBy = starter == null || starter.getUserId() == null ? "" : starter.getUserId();
        return check.check(List.of(fields), execution.getVariablesTyped(false), startedBy);
    }
}
