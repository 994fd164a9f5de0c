package org.xinhuo.incentive.sharing;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Follows the content of a share up to its start: received, asked for, late, missed. The lecturer is told each. */
@Service
@Transactional
public class FollowContent {

    private final Shares shares;
    private final ShareNotices notices;

    FollowContent(Shares shares, ShareNotices notices) {
        this.shares = shares;
        this.notices = notices;
    }

    public void acknowledge(String shareId) {
        Share share = shares.get(shareId);
        notices.answer(share, share.lecturerId(), "content-received", "incentive.contentReceived", share.title());
    }

    /** Reminds; once the deadline has fired, in other words. A share that was moved is reminded of again. */
    public void remind(String shareId) {
        Share share = shares.get(shareId);
        String lecturer = share.lecturerId();
        if (share.contentState() == Share.ContentState.LATE) {
            tell(
                    share,
                    "content-overdue/" + share.startsAt(),
                    "incentive.contentOverdue",
                    share.title(),
                    notices.clockTime(lecturer, share.startsAt()));
        } else {
            tell(
                    share,
                    "content-reminder/" + share.startsAt(),
                    "incentive.contentReminder",
                    share.title(),
                    notices.clockTime(lecturer, share.contentDueAt()));
        }
    }

    /** The deadline has fired: from here on content is late. */
    public void markLate(String shareId) {
        Share share = shares.get(shareId);
        share.markContentLate();
        shares.saveAndFlush(share);
    }

    /** The share starts without content. */
    public void markMissed(String shareId) {
        Share share = shares.get(shareId);
        share.markContentMissed();
        shares.saveAndFlush(share);
        tell(share, "content-missed", "incentive.contentMissed", share.title());
    }

    /** With the way to the page where the content is submitted. */
    private void tell(Share share, String fact, String code, Object... arguments) {
        notices.tellAll(share, List.of(share.lecturerId()), fact, code, ShareNotices.PAGE + share.id(), arguments);
    }
}
