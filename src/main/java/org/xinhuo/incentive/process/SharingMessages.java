package org.xinhuo.incentive.process;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.MessageRights;
import org.xinhuo.incentive.rota.PassOnShare;
import org.xinhuo.incentive.sharing.AskForChange;
import org.xinhuo.incentive.sharing.Shares;
import org.xinhuo.people.Groups;

/**
 * Who may tell the process of a share something over the engine's interface. Called off it is as everywhere else, by the
 * lecturer or HR. HR passes a share on as on the page of the rota: neither the own one nor to themselves, and not once it
 * has begun. HR ends its ratings early, but nobody who lectures does so, be it the own share or a rival's: marks are
 * money. That a share moves, the application alone says.
 */
@Component
class SharingMessages implements MessageRights {

    private final AskForChange askForChange;
    private final PassOnShare passOnShare;
    private final Shares shares;
    private final Groups groups;

    SharingMessages(AskForChange askForChange, PassOnShare passOnShare, Shares shares, Groups groups) {
        this.passOnShare = passOnShare;
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
        check(message, businessKey, personId, Map.of());
    }

    @Override
    public void check(String message, String businessKey, String personId, Map<String, Object> values) {
        switch (message) {
            case SharingModel.CANCELLED -> askForChange.expectMayCancel(businessKey, personId);
            case SharingModel.SWAPPED ->
                passOnShare.expectMayPassOn(
                        businessKey,
                        values.get(SharingModel.LECTURER_ID) instanceof String taker ? taker.strip() : null,
                        personId);
            default -> expectMayEndRatings(businessKey, personId);
        }
    }

    private void expectMayEndRatings(String shareId, String personId) {
        Set<String> roles = groups.of(personId);
        if (!roles.contains("hr")) {
            throw Refusal.forbidden("rota.shareForHr");
        }
        if (shares.get(shareId).lecturerId().equals(personId)) {
            throw Refusal.forbidden("rota.shareNotForYou");
        }
        if (roles.contains("lecturer")) {
            throw Refusal.forbidden("rota.ratingsOfOthers");
        }
    }
}
