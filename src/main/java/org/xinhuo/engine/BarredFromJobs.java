package org.xinhuo.engine;

/**
 * Says who may not fire the timers of something, nor send it messages past our own rights, although the grants of his or
 * her group let it pass: who is a party of it.
 */
@FunctionalInterface
public interface BarredFromJobs {

    /**
     * Whether this person is kept from it.
     *
     * @param process the key of the process whose timer, or other waiting step, it is
     */
    boolean isBarred(String process, String businessKey, String personId);
}
