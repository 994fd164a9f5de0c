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

    /** One after another without a success; each may take as long as the storage's patience. */
    private static final int MOST_FAILURES = 20;

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

    /**
     * One that cannot be removed keeps none of the others, and is tried again by the next sweep. Where nothing at all can
     * be removed any more, as when the storage does not answer, the rest is left to the next sweep, too.
     *
     * @return how many were removed
     */
    int sweep() {
        Instant began = time.now();
        int removed = 0;
        int failed = 0;
        Optional<Boolean> one = transaction.execute(open -> sweepOne(began));
        while (one != null && one.isPresent()) {
            removed += one.get() ? 1 : 0;
            failed = one.get() ? 0 : failed + 1;
            one = failed < MOST_FAILURES ? transaction.execute(open -> sweepOne(began)) : Optional.empty();
        }
        return removed;
    }

    /**
     * The content first, while nobody can claim it: were the row gone first, a crash would leave the content for ever.
     *
     * @return empty where there is none to remove, else whether it is removed
     */
    private Optional<Boolean> sweepOne(Instant began) {
        Optional<ContentKey> old = pending.lockOneBefore(began.minus(age), began);
        if (old.isEmpty()) {
            return Optional.empty();
        }
        ContentKey key = old.get();
        try {
            store.delete(key);
        } catch (IOException later) {
            LOG.warn("The unfinished upload {} cannot be removed now", key.value(), later);
            pending.setBack(key);
            return Optional.of(false);
        }
        pending.remove(key);
        return Optional.of(true);
    }
}
