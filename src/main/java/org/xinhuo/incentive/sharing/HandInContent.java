package org.xinhuo.incentive.sharing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;

/**
 * The lecturer hands in outline and cases from a page or {@code /api}: the first time through the open task of the
 * process, from then on a newer version, until the share begins. Whether it was on time the first one says.
 */
@Service
@Transactional
public class HandInContent {

    /** As the form of the task has it. */
    public static final int LONGEST_TEXT = 20_000;

    private final Shares shares;
    private final ShareMessages messages;
    private final ContentVersions versions;
    private final ShareNotices notices;
    private final CompanyTime time;

    HandInContent(
            Shares shares, ShareMessages messages, ContentVersions versions, ShareNotices notices, CompanyTime time) {
        this.shares = shares;
        this.messages = messages;
        this.versions = versions;
        this.notices = notices;
        this.time = time;
    }

    /**
     * Takes in what the lecturer wrote, and acknowledges it.
     *
     * @param cases may be empty
     * @throws Refusal for everybody else, without an outline, once the share has begun or was called off, and where
     *     nothing differs from what was handed in before
     */
    public void handIn(String shareId, String personId, @Nullable String outline, @Nullable String cases) {
        Share share = shares.get(shareId);
        if (!share.lecturerId().equals(personId)) {
            throw Refusal.forbidden("content.lecturerAlone");
        }
        String newOutline = text("outline", outline);
        String newCases = text("cases", cases);
        if (newOutline == null) {
            throw Refusal.invalid("outline", "form.required", "outline");
        }
        if (share.takesNewerContentAt(time.now())) {
            renew(share, personId, newOutline, newCases);
        } else if (!messages.submitContent(shareId, personId, newOutline, newCases)) {
            throw Refusal.conflict("content.notAwaited", share.title());
        }
    }

    private void renew(Share share, String personId, String outline, @Nullable String cases) {
        if (outline.equals(share.outline()) && Objects.equals(cases, share.cases())) {
            throw Refusal.conflict("content.sameAsBefore", share.title());
        }
        share.renewContent(outline, cases);
        shares.saveAndFlush(share);
        int number = versions.add(share.id(), outline, cases, personId, time.now());
        notices.answer(
                share, personId, "content-received/" + number, "incentive.contentReceivedAgain", share.title(), number);
    }

    /** Browsers send two characters for each end of a line. */
    private static @Nullable String text(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String text = typed.replace("\r\n", "\n");
        if (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            throw Refusal.invalid(field, "form.tooLong", field, LONGEST_TEXT);
        }
        return text;
    }
}
