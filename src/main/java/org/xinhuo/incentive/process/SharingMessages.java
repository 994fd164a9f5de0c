package org.xinhuo.incentive.process;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.MessageRights;
import org.xinhuo.incentive.sharing.AskForChange;
import org.xinhuo.incentive.sharing.Shares;
import org.xinhuo.people.Groups;

/**
 * Who may tell the process of a share something over the engine's interface. Called off it is as everywhere else, by the
 * lecturer or HR. HR passes a share on, and ends its ratings early, but nobody does so with the own share: a lecturer asks
 * another one, and waits for the ratings. That a share moves, the application alone says.
 */
@Component
class SharingMessages implements MessageRights {

    private final AskForChange askForChange;
    private final Shares shares;
    private final Groups groups;

    SharingMessages(AskForChange askForChange, Shares shares, Groups groups) {
        this.askForChange = askForChange;
        this.shares = shares;
        this.groups = groups;
    }

    @Override
    public Set<String> messages() {
        return Set.of(SharingModel.CANCELLED, SharingModel.SWAPPED, SharingModel.ALL_RATED);
    }

    @Override
    public void check(String message, String businessKey, String personId) {
        if (message.equals(SharingModel.CANCELLED)) {
            askForChange.expectMayCancel(businessKey, personId);
            return;
        }
        if (!groups.of(personId).contains("hr")) {
            throw Refusal.forbidden("rota.shareForHr");
        }
        if (shares.get(businessKey).lecturerId().equals(personId)) {
            throw Refusal.forbidden("rota.shareNotForYou");
        }
    }
}
