package org.xinhuo.testing;

import java.sql.SQLException;
import org.springframework.boot.test.context.TestComponent;

/** Lets the connection to the database break at a chosen moment, for the thread that asks. */
@TestComponent
public class SqlFaults extends WatchedSql {

    private static final int NEVER = 0;

    private final ThreadLocal<Integer> left = ThreadLocal.withInitial(() -> NEVER);
    private final ThreadLocal<Boolean> afterCommit = ThreadLocal.withInitial(() -> false);

    /**
     * Runs work whose n-th statement fails before it reaches the database; a commit counts as one.
     *
     * @return whether it came so far; otherwise the work has done everything it does
     */
    public boolean breakAt(int n, Runnable work) {
        left.set(n);
        return failed(work);
    }

    /** Runs work whose first commit succeeds, and nobody hears of it. */
    public boolean breakAfterCommit(Runnable work) {
        afterCommit.set(true);
        return failed(work);
    }

    private boolean failed(Runnable work) {
        try {
            work.run();
            if (left.get() == NEVER && !afterCommit.get()) {
                throw new IllegalStateException("the work has swallowed a broken connection");
            }
            return false;
        } catch (RuntimeException failure) {
            if (left.get() != NEVER || afterCommit.get()) {
                throw failure;
            }
            return true;
        } finally {
            left.remove();
            afterCommit.remove();
        }
    }

    @Override
    void sending() throws SQLException {
        if (left.get() != NEVER) {
            left.set(left.get() - 1);
            if (left.get() == NEVER) {
                throw new SQLException("the connection broke, says the test", "08006");
            }
        }
    }

    @Override
    void committing() throws SQLException {
        sending();
    }

    @Override
    void committed() throws SQLException {
        if (afterCommit.get()) {
            afterCommit.set(false);
            throw new SQLException("the connection broke after the commit, says the test", "08006");
        }
    }
}
