package org.xinhuo.incentive.rota;

/** The process of a question, from the side of the application. */
public interface SwapTasks {

    /** Starts it in the same transaction. */
    void start(String swapId);

    /** Ends it where it still runs. */
    void withdraw(String swapId);

    /** Completes the task of who was asked. */
    void answer(String swapId, String by, boolean agreed, @org.jspecify.annotations.Nullable String remark);
}
