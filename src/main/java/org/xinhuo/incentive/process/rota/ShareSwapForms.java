package org.xinhuo.incentive.process.rota;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormField;
import org.xinhuo.engine.TaskForm;
import org.xinhuo.engine.TaskForms;
import org.xinhuo.engine.TaskView;
import org.xinhuo.incentive.rota.ShareSwap;
import org.xinhuo.incentive.rota.ShareSwaps;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.incentive.sharing.ShareNotices;
import org.xinhuo.incentive.sharing.Shares;

/** What the answer to a swap takes in, and which shares it is about. */
@Component
class ShareSwapForms implements TaskForms, TaskView {

    private static final int LONGEST_REMARK = 300;

    private final ShareSwaps swaps;
    private final Shares shares;
    private final ShareNotices words;

    ShareSwapForms(ShareSwaps swaps, Shares shares, ShareNotices words) {
        this.swaps = swaps;
        this.shares = shares;
        this.words = words;
    }

    @Override
    public List<TaskForm> taskForms() {
        return List.of(TaskForm.of(
                ShareSwapModel.KEY,
                ShareSwapModel.AGREE_TO_SWAP,
                FormField.flag(ShareSwapModel.AGREED).keptInProcess(),
                FormField.text("remark", LONGEST_REMARK).optional()));
    }

    @Override
    public String process() {
        return ShareSwapModel.KEY;
    }

    @Override
    public String task() {
        return ShareSwapModel.AGREE_TO_SWAP;
    }

    @Override
    public Map<String, Object> values(String businessKey) {
        ShareSwap swap = swaps.get(businessKey);
        Share share = shares.get(swap.shareId());
        Map<String, Object> values = new HashMap<>();
        values.put("askedBy", words.name(swap.askedBy()));
        values.put("shareTitle", share.title());
        values.put("shareStartsAt", words.clockTime(swap.askedOf(), share.startsAt()));
        values.put("otherShare", "—");
        if (swap.otherShareId() != null) {
            Share other = shares.get(swap.otherShareId());
            values.put("otherShare", other.title() + " · " + words.clockTime(swap.askedOf(), other.startsAt()));
        }
        values.put("note", swap.note() == null ? "—" : swap.note());
        return values;
    }
}
