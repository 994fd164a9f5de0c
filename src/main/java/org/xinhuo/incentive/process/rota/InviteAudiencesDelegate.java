package org.xinhuo.incentive.process.rota;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.invitation.SendInvitations;

/** Invites the audiences of a few shares whose time has come. */
@Component("inviteAudiences")
class InviteAudiencesDelegate implements JavaDelegate {

    private final SendInvitations send;

    InviteAudiencesDelegate(SendInvitations send) {
        this.send = send;
    }

    @Override
    public void execute(DelegateExecution execution) {
        send.refresh(String.valueOf(execution.getVariable("shareRange")));
    }
}
