package org.xinhuo.incentive.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.TaskView;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.incentive.sharing.ShareNotices;
import org.xinhuo.incentive.sharing.Shares;
import org.xinhuo.incentive.template.PrepareContent;

/** Shows which share it is, and fills outline and cases with something to start from. */
@Component
class SubmitContentView implements TaskView {

    private final Shares shares;
    private final PrepareContent prepareContent;
    private final ShareNotices clock;

    SubmitContentView(Shares shares, PrepareContent prepareContent, ShareNotices clock) {
        this.shares = shares;
        this.prepareContent = prepareContent;
        this.clock = clock;
    }

    @Override
    public String process() {
        return SharingModel.PROCESS;
    }

    @Override
    public String task() {
        return SharingModel.SUBMIT_CONTENT;
    }

    @Override
    public Map<String, Object> values(String businessKey) {
        Share share = shares.get(businessKey);
        PrepareContent.Draft draft = prepareContent.draft(businessKey);
        String lecturer = share.lecturerId();
        return Map.of(
                "shareTitle", share.title(),
                "shareStartsAt", clock.clockTime(lecturer, share.startsAt()),
                "shareMinutes", share.minutes(),
                "sharePlace", share.place() == null ? "—" : share.place(),
                "shareAudience", share.audience() == null ? "—" : share.audience(),
                "contentDue", clock.clockTime(lecturer, share.contentDueAt()),
                "contentIsLate", share.contentState() == Share.ContentState.LATE,
                "outline", draft.outline(),
                "cases", draft.cases());
    }
}
