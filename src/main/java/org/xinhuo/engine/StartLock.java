package org.xinhuo.engine;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Nodes that start at the same moment prepare the database one after the other. */
final class StartLock {

    /** Any number, the same on every node. */
    static final long NUMBER = 0x78696e68756fL;

    private StartLock() {}

    /** Waits for it; it ends with the transaction. */
    static void take(JdbcClient jdbc) {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(NUMBER)
                .query((row, index) -> true)
                .list();
    }
}
