package org.xinhuo.incentive.rota;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.sharing.AskForChange;
import org.xinhuo.incentive.sharing.PlainText;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.incentive.sharing.Shares;
import org.xinhuo.people.Groups;
import org.xinhuo.people.NamedPeople;

/**
 * HR gives a share to another lecturer: where the one of the turn is ill, leaves, or it is too late for a swap. Neither
 * HR's own shares nor to themselves: marks are money.
 */
@Service
@Transactional
public class PassOnShare {

    private static final int LONGEST_ID = 100;

    private final Shares shares;
    private final SwapRules rules;
    private final AskForChange ask;
    private final Groups groups;
    private final NamedPeople named;

    PassOnShare(Shares shares, SwapRules rules, AskForChange ask, Groups groups, NamedPeople named) {
        this.shares = shares;
        this.rules = rules;
        this.ask = ask;
        this.groups = groups;
        this.named = named;
    }

    /**
     * @param lecturerId the id or the whole name of who gives the share from now on
     * @param reason read by both lecturers
     * @throws Refusal for anybody but HR, without a reason, where the share has begun or is over, and where the other one
     *     is no lecturer, away, gone by then or in another share
     */
    public void passOn(String shareId, @Nullable String lecturerId, @Nullable String reason, String by) {
        ask.passOn(shareId, expectMayPassOn(shareId, lecturerId, by), reason, by);
    }

    /**
     * The checks alone.
     *
     * @return who is to give it
     * @throws Refusal as {@link #passOn} does
     */
    @Transactional(readOnly = true)
    public String expectMayPassOn(String shareId, @Nullable String lecturerId, String by) {
        if (groups.of(by).stream().noneMatch(role -> role.equals("hr") || role.equals("camunda-admin"))) {
            throw Refusal.forbidden("rota.shareForHr");
        }
        Share share = shares.get(shareId);
        if (share.lecturerId().equals(by)) {
            throw Refusal.forbidden("rota.shareNotForYou");
        }
        String word = PlainText.of("lecturerId", lecturerId, LONGEST_ID);
        String taker = named.ids("lecturerId", Set.of(word)).get(0);
        if (taker.equals(by)) {
            throw Refusal.forbidden("rota.shareNotForYou");
        }
        rules.checkPassedOn(share, taker);
        return taker;
    }
}
