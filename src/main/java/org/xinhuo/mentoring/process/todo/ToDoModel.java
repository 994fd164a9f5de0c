package org.xinhuo.mentoring.process.todo;

/** What the code and the model "to-do" agree on; a test compares both. */
final class ToDoModel {

    static final String KEY = "to-do";

    static final String OPEN_TO_DO = "openToDo";
    static final String ANSWER_TO_DO = "answerToDo";
    static final String DO_TO_DO = "doToDo";
    static final String LAPSE_TO_DO = "lapseToDo";
    static final String SETTLE_TO_DO = "settleToDo";

    static final String WITHDRAWN = "todo.withdrawn";

    static final String OWNER_ID = "ownerId";
    /** Whether the owner has to take it on first. */
    static final String PROPOSED = "proposed";
    /** The owner's answer to a proposal. */
    static final String ACCEPTED = "accepted";
    /** The first instant after the due day. */
    static final String DUE_AT = "dueAt";

    private ToDoModel() {}
}
