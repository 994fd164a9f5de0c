package org.xinhuo.incentive.sharing;

import org.jspecify.annotations.Nullable;

/** What people tell the process of a share; the process then carries it out in the same transaction. */
public interface ShareMessages {

    /** @return false where no process of this share waits for it */
    boolean cancel(String shareId);

    /** @return false where no process of this share waits for it */
    boolean move(String shareId);

    /** @return false where no process of this share waits for it */
    boolean allRated(String shareId);

    /**
     * Completes the lecturer's open task with the content.
     *
     * @return false where no such task of this person is open
     */
    boolean submitContent(String shareId, String lecturerId, String outline, @Nullable String cases);

    /** @return false where no process of this share waits for it */
    boolean passOn(String shareId, String newLecturerId);
}
