package org.xinhuo.mentoring.log;

/** The tasks that to-dos become. The process side provides it. */
public interface ToDoTasks {

    /** Puts a new to-do before its owner, in the transaction that stores it. */
    void start(String toDoId);

    /** Puts an open to-do before another owner. */
    void handTo(String toDoId, String ownerId);

    /** Takes the task of a to-do away; there may be none any more. */
    void cancel(String toDoId);
}
