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
    private final Attendances attendances;
    private final ShareNotices notices;
    private final Groups groups;
    private final CompanyTime time;

    ReportShare(Shares shares, Attendances attendances, ShareNotices notices, Groups groups, CompanyTime time) {
        this.shares = shares;
        this.attendances = attendances;
        this.notices = notices;
        this.groups = groups;
        this.time = time;
    }

    /**
     * What came of a report.
     *
     * @param held whether it took place
     * @param attended whether people are on the attendance list, who rate it whatever its lecturer says
     */
    public record Reported(boolean held, boolean attended) {}

    /**
     * HR is told where the lecturer says that nothing took place and the attendance list says something else.
     *
     * @param minutes 0 to {@link Share#MOST_MINUTES}; 0 where it did not take place
     */
    public Reported report(String shareId, @Nullable Instant heldAt, int minutes) {
        Share share = shares.get(shareId);
        int attendees = attendances.of(shareId).size();
        share.report(heldAt, minutes, attendees > 0, time.now());
        shares.saveAndFlush(share);
        boolean held = share.state() == Share.State.HELD;
        if (!held && attendees > 0) {
            notices.tellAll(
                    share,
                    groups.members("hr"),
                    "said-not-held",
                    "incentive.shareSaidNotHeld",
                    ShareNotices.PAGE + shareId,
                    share.title(),
                    notices.name(share.lecturerId()),
                    attendees);
        }
        return new Reported(held, attendees > 0);
    }

    public void remind(String shareId) {
        Share share = shares.get(shareId);
        notices.tell(share, share.lecturerId(), "report-reminder", "incentive.reportReminder", share.title());
    }

    /** Nobody reported: it counts as not held, and lecturer and HR know. */
    public void giveUp(String shareId) {
        Share share = shares.get(shareId);
        share.markNotReported(time.now());
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
