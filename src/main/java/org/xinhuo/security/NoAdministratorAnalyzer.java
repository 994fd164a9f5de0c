package org.xinhuo.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words, instead of a stack trace, why the application does not start. */
class NoAdministratorAnalyzer extends AbstractFailureAnalyzer<NoAdministrator> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, NoAdministrator cause) {
        return new FailureAnalysis(
                "Xinhuo does not start: " + cause.getMessage(),
                "Set the environment variables XINHUO_ADMIN_ID (an employee id) and XINHUO_ADMIN_PASSWORD (at least "
                        + SetPassword.FEWEST_CHARACTERS
                        + " characters), or start the demo company with --xinhuo.demo=true.",
                failure);
    }
}
