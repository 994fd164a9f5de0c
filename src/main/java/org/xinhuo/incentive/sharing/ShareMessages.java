package org.xinhuo.incentive.sharing;

/** What people tell the process of a share; the process then carries it out in the same transaction. */
public interface ShareMessages {

    /** @return false where no process of this share waits for it */
    boolean cancel(String shareId);

    /** @return false where no process of this share waits for it */
    boolean move(String shareId);

    /** @return false where no process of this share waits for it */
    boolean allRated(String shareId);

    /** @return false where no process of this share waits for it */
    boolean passOn(String shareId, String newLecturerId);
}
