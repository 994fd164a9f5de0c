package org.xinhuo.incentive.sharing;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** Takes in the outline and cases of a share, on time or late. */
@Service
@Transactional
public class SubmitContent {

    private final Shares shares;
    private final ContentVersions versions;
    private final CompanyTime time;

    SubmitContent(Shares shares, ContentVersions versions, CompanyTime time) {
        this.shares = shares;
        this.versions = versions;
        this.time = time;
    }

    public void submit(String shareId, String outline, @Nullable String cases) {
        Share share = shares.get(shareId);
        share.submitContent(outline, cases, time.now());
        shares.saveAndFlush(share);
        versions.add(shareId, outline, cases, share.lecturerId(), time.now());
    }
}
