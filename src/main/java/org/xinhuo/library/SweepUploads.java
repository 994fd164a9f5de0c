package org.xinhuo.library;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.library.content.ContentKey;
import org.xinhuo.library.content.ContentStore;

/**
 * Removes contents that were stored, or half stored, and never got a version: the process died in between, or the
 * version was refused. Only what was written down as on its way is ever removed, so that a storage beside the wrong
 * database loses nothing. Several nodes may sweep at once.
 */
@Component
class SweepUploads {

    private static final Logger LOG = LoggerFactory.getLogger(SweepUploads.class);

    private final PendingUploads pending;
    private final ContentStore store;
    private final CompanyTime time;
    private final TransactionTemplate transaction;
    private final Duration age;

    SweepUploads(
            PendingUploads pending,
            ContentStore store,
            CompanyTime time,
            TransactionTemplate transaction,
            @Value("${xinhuo.library.sweep-after:24h}") Duration age) {
        this.pending = pending;
        this.store = store;
        this.time = time;
        this.transaction = transaction;
        this.age = age;
    }

    /** @return how many were removed */
    int sweep() {
        Instant before = time.now().minus(age);
        int removed = 0;
        while (Boolean.TRUE.equals(transaction.execute(open -> sweepOne(before)))) {
            removed++;
        }
        return removed;
    }

    /** The content first, while nobody can claim it: were the row gone first, a crash would leave the content for ever. */
    private boolean sweepOne(Instant before) {
        Optional<ContentKey> old = pending.lockOneBefore(before);
        if (old.isEmpty()) {
            return false;
        }
        try {
            store.delete(old.get());
        } catch (IOException later) {
            LOG.warn("An unfinished upload cannot be removed now", later);
            return false;
        }
        return pending.remove(old.get());
    }
}
