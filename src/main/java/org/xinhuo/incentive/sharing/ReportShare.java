package org.xinhuo.incentive.sharing;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.people.Groups;

/** Takes the lecturer's word on how a share went, or what silence means. */
@Service
@Transactional
public class ReportShare {

    private final Shares shares;
    private final ShareNotices notices;
    private final Groups groups;
    private final CompanyTime time;

    ReportShare(Shares shares, ShareNotices notices, Groups groups, CompanyTime time) {
        this.shares = shares;
        this.notices = notices;
        this.groups = groups;
        this.time = time;
    }

    /**
     * @param minutes 0 to {@link Share#MOST_MINUTES}; 0 where it did not take place
     * @return whether it was held
     */
    public boolean report(String shareId, @Nullable Instant heldAt, int minutes) {
        Share share = shares.get(shareId);
        share.report(heldAt, minutes, time.now());
        shares.saveAndFlush(share);
        return share.state() == Share.State.HELD;
    }

    public void remind(String shareId) {
        Share share = shares.get(shareId);
        notices.tell(share, share.lecturerId(), "report-reminder", "incentive.reportReminder", share.title());
    }

    /** Nobody reported: it counts as not held, and lecturer and HR know. */
    public void giveUp(String shareId) {
        Share share = shares.get(shareId);
        share.markNotHeld(time.now());
        shares.saveAndFlush(share);
        Set<String> concerned = new TreeSet<>(groups.members("hr"));
        concerned.add(share.lecturerId());
        notices.tellAll(
                share,
                concerned,
                "not-reported",
                "incentive.shareNotReported",
                "/",
                share.title(),
                notices.name(share.lecturerId()));
    }
}
