package org.xinhuo.engine;

/** Says who may not fire the timers of something although the grants of his or her group let it pass. */
@FunctionalInterface
public interface BarredFromJobs {

    /**
     * Whether this person is kept from it.
     *
     * @param process the key of the process whose timer, or other waiting step, it is
     */
    boolean isBarred(String process, String businessKey, String personId);
}
