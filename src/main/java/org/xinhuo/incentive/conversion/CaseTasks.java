package org.xinhuo.incentive.conversion;

import org.jspecify.annotations.Nullable;

/** The process of a case, from the side of the application. */
public interface CaseTasks {

    /** Starts it in the same transaction. */
    void start(String caseId);

    /** Ends it where it still runs. */
    void withdraw(String caseId);

    /** Completes the task that is open, whoever has it. */
    void answer(String caseId, String by, boolean confirmed, @Nullable String remark);
}
