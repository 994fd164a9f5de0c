package org.xinhuo.incentive.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts wrong guesses by whoever guesses, in the memory of this node: after some the guesser waits until a quarter of
 * an hour has passed since the last. What is right is never counted, so one who guesses keeps nobody else from his own.
 */
final class Guesses {

    private static final long FORGOTTEN_AFTER_NANOS = Duration.ofMinutes(15).toNanos();
    private static final int MOST_REMEMBERED = 10_000;

    private record Wrong(int count, long lastNanoTime) {}

    private final int free;
    private final Map<String, Wrong> known = new ConcurrentHashMap<>();

    /** @param free wrong guesses before the pause */
    Guesses(int free) {
        this.free = free;
    }

    boolean tooMany(String guesser) {
        Wrong wrong = known.get(guesser);
        return wrong != null
                && wrong.count() >= free
                && System.nanoTime() - wrong.lastNanoTime() < FORGOTTEN_AFTER_NANOS;
    }

    void wrong(String guesser) {
        if (known.size() >= MOST_REMEMBERED) {
            long now = System.nanoTime();
            known.values().removeIf(old -> now - old.lastNanoTime() >= FORGOTTEN_AFTER_NANOS);
            if (known.size() >= MOST_REMEMBERED) {
                known.clear();
            }
        }
        known.merge(
                guesser,
                new Wrong(1, System.nanoTime()),
                (old, one) -> one.lastNanoTime() - old.lastNanoTime() >= FORGOTTEN_AFTER_NANOS
                        ? one
                        : new Wrong(Math.min(old.count() + 1, free), one.lastNanoTime()));
    }
}
