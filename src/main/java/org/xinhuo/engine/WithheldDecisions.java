package org.xinhuo.engine;

/** Says who does not read what a decision was asked and what it answered, although the grants of a group let it pass. */
@FunctionalInterface
public interface WithheldDecisions {

    /** @param process the key of the process in which the decision was taken */
    boolean isWithheld(String process, String businessKey, String personId);
}
