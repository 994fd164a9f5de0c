package org.xinhuo.incentive.process.rota;

import java.time.LocalTime;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.ProcessBean;
import org.xinhuo.incentive.invitation.SendInvitations;
import org.xinhuo.incentive.rota.ShowRota;

/** When the rota is looked at, and whose. */
@Component
@ProcessBean
public class RotaCalendar {

    private static final LocalTime MORNING = LocalTime.of(6, 0);

    private final CompanyTime time;
    private final ShowRota rota;
    private final SendInvitations invitations;

    RotaCalendar(CompanyTime time, ShowRota rota, SendInvitations invitations) {
        this.time = time;
        this.rota = rota;
        this.invitations = invitations;
    }

    /** Every day at six in the company's zone, as an ISO 8601 repetition. */
    public String everyMorning() {
        return "R/" + time.today().atTime(MORNING).atZone(time.zone()).toInstant() + "/P1D";
    }

    /** The shares to look at, as {@link SendInvitations#portions()} divides them. */
    public List<String> portions() {
        return invitations.portions();
    }

    /** The groups whose rota plans by itself. */
    public List<String> groups() {
        return rota.activeGroups();
    }

    /** The group that somebody plans for by hand; in the morning all whose rota plans by itself. */
    public List<String> groupsOf(DelegateExecution execution) {
        Object asked = execution.getVariable(RotaCalendarModel.LECTURER_GROUP);
        return asked == null ? groups() : List.of(String.valueOf(asked));
    }
}
