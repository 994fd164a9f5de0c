package org.xinhuo.base;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Where it is written down that somebody was refused something. */
public interface RefusalTrail {

    /**
     * Notes a request that failed, if it failed for want of a right; of all others nothing is kept. Called by whoever
     * answers the request, when its transaction has been rolled back; noting one request twice notes it once. Never
     * throws: a trail that cannot be written does not change the answer.
     *
     * @param failure what went wrong, or null where only the status is known
     * @param status the status of the answer
     */
    void note(HttpServletRequest request, @Nullable Throwable failure, int status);
}
