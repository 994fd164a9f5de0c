package org.xinhuo.incentive.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.TaskView;
import org.xinhuo.incentive.sharing.Attendances;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.incentive.sharing.ShareNotices;
import org.xinhuo.incentive.sharing.Shares;

/** Shows which share it is, and fills in that it went as planned. */
@Component
class ReportShareView implements TaskView {

    private final Shares shares;
    private final Attendances attendances;
    private final ShareNotices clock;

    ReportShareView(Shares shares, Attendances attendances, ShareNotices clock) {
        this.shares = shares;
        this.attendances = attendances;
        this.clock = clock;
    }

    @Override
    public String process() {
        return SharingModel.PROCESS;
    }

    @Override
    public String task() {
        return SharingModel.REPORT_SHARE;
    }

    @Override
    public Map<String, Object> values(String businessKey) {
        Share share = shares.get(businessKey);
        return Map.of(
                "shareTitle", share.title(),
                "shareStartsAt", clock.clockTime(share.lecturerId(), share.startsAt()),
                "attendees", attendances.of(businessKey).size(),
                "heldAt", share.startsAt().toString(),
                "minutes", share.minutes());
    }
}
