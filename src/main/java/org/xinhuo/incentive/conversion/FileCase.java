package org.xinhuo.incentive.conversion;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.content.ContentAccess;
import org.xinhuo.incentive.content.ShareFiles;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.library.Upload;

/** A learner tells how a share was used, or tells it anew; its process asks the lecturer. */
@Component
public class FileCase {

    private final ApplicationCases cases;
    private final CaseDeadlines deadlines;
    private final CaseTasks tasks;
    private final ContentAccess access;
    private final ShareFiles files;
    private final CompanyTime time;
    private final TransactionTemplate transaction;

    FileCase(
            ApplicationCases cases,
            CaseDeadlines deadlines,
            CaseTasks tasks,
            ContentAccess access,
            ShareFiles files,
            CompanyTime time,
            TransactionTemplate transaction) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.tasks = tasks;
        this.access = access;
        this.files = files;
        this.time = time;
        this.transaction = transaction;
    }

    /**
     * A file is stored before the case is written, and outside of its transaction.
     *
     * @return the id of the case
     * @throws Refusal for the lecturer and who may not see the content, before the share was given, and where another
     *     case of this learner about it waits for an answer
     */
    public String file(String shareId, CaseStory story, @Nullable Upload file, String learnerId) {
        Share share = expectMay(shareId, learnerId);
        String resource = file == null ? null : files.addUse(shareId, file, learnerId);
        String id = UUID.randomUUID().toString();
        transaction.executeWithoutResult(open -> {
            cases.begin(id, shareId, learnerId);
            write(id, 1, share, story, resource);
        });
        return id;
    }

    /**
     * Another version; what was confirmed stays shown until this one is.
     *
     * @param file null keeps the one there is
     * @throws Refusal for everybody but who filed the case, and while it waits for an answer
     */
    public void revise(String caseId, CaseStory story, @Nullable Upload file, String learnerId) {
        ApplicationCase before = cases.newest(caseId);
        if (!before.learnerId().equals(learnerId)) {
            throw Refusal.notFound("content.case.unknown");
        }
        if (before.state() == ApplicationCase.State.FILED) {
            throw Refusal.conflict("content.case.waits");
        }
        Share share = expectMay(before.shareId(), learnerId);
        String resource = file == null ? before.resourceId() : files.addUse(before.shareId(), file, learnerId);
        transaction.executeWithoutResult(open -> write(caseId, cases.again(caseId), share, story, resource));
    }

    private void write(String id, int number, Share share, CaseStory story, @Nullable String resource) {
        cases.write(id, number, story, resource, time.now(), deadlines.of(DecideCase.BY_LECTURER, share.lecturerId()));
        tasks.start(id);
    }

    private Share expectMay(String shareId, String learnerId) {
        Share share = access.readable(shareId, learnerId);
        if (share.lecturerId().equals(learnerId)) {
            throw Refusal.forbidden("content.case.own");
        }
        boolean given = share.state() == Share.State.HELD
                || share.state() == Share.State.PLANNED && !share.startsAt().isAfter(time.now());
        if (!given) {
            throw Refusal.conflict("content.case.notGiven", share.title());
        }
        return share;
    }
}
