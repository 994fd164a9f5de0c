package org.xinhuo.engine;

/** Says who may not take or complete a task although it is his or her group's, or was given to him or her. */
@FunctionalInterface
public interface BarredFromTasks {

    /**
     * @param process the key of the task's process
     * @param task the id of the task in its model
     */
    boolean isBarred(String process, String task, String businessKey, String personId);
}
