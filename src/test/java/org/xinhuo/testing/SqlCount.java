package org.xinhuo.testing;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.test.context.TestComponent;

/** Counts what is sent to the database, the engine's statements too; a batch counts as one. */
@TestComponent
public class SqlCount extends WatchedSql {

    private final AtomicLong sent = new AtomicLong();

    /** Work that may fail in any way. */
    @FunctionalInterface
    public interface Work {

        void run() throws Exception;
    }

    /** How many statements this work sends. */
    public long of(Work work) throws Exception {
        long before = sent.get();
        work.run();
        return sent.get() - before;
    }

    @Override
    void sending() {
        sent.incrementAndGet();
    }
}
