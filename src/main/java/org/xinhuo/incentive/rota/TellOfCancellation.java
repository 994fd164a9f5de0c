package org.xinhuo.incentive.rota;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.incentive.sharing.ShareChanged;
import org.xinhuo.incentive.sharing.ShareNotices;
import org.xinhuo.incentive.sharing.Shares;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Groups;

/** Tells HR that a share is off, as of swaps: its day is not planned again by itself. */
@Component
@Transactional
public class TellOfCancellation {

    private final Shares shares;
    private final ShareNotices people;
    private final Notices notices;
    private final Groups groups;

    TellOfCancellation(Shares shares, ShareNotices people, Notices notices, Groups groups) {
        this.shares = shares;
        this.people = people;
        this.notices = notices;
        this.groups = groups;
    }

    @EventListener
    public void on(ShareChanged changed) {
        if (changed.kind() != ShareChanged.Kind.CANCELLED) {
            return;
        }
        Share share = shares.get(changed.shareId());
        for (String hr : groups.members("hr")) {
            if (!hr.equals(share.lecturerId())) {
                notices.tell(
                        hr,
                        "sharing/" + share.id() + "/cancelled-hr",
                        "rota.cancelledHr",
                        "/rota#days-title",
                        people.name(share.lecturerId()),
                        share.title(),
                        people.clockTime(hr, share.startsAt()),
                        changed.reason() == null ? "—" : changed.reason());
            }
        }
    }
}
