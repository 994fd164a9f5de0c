package org.xinhuo.security;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: after ten wrong passwords in a row for one name from one address, each further one costs a pause
 * that doubles up to a minute. A right password in time forgets that; other addresses are not affected, so nobody can
 * lock a colleague out.
 *
 * <p>Whoever guesses from many addresses meets a second count, of one name from everywhere: after a hundred wrong ones
 * each further one costs five seconds. That pause meets the colleague too, and is therefore short. A right password
 * does not forget it: the colleague's own logins must not clear the way for whoever guesses beside.
 */
@Component
class Throttle {

    private static final int FREE_ATTEMPTS = 10;
    private static final int LONGEST_PAUSE_SECONDS = 60;
    private static final int FREE_ATTEMPTS_FROM_EVERYWHERE = 100;
    private static final Duration PAUSE_FROM_EVERYWHERE = Duration.ofSeconds(5);
    private static final int MOST_REMEMBERED = 20_000;
    private static final long FORGOTTEN_AFTER_NANOS = Duration.ofMinutes(15).toNanos();

    private record Failures(int count, long lastNanoTime) {}

    /** @param address null for a name from everywhere */
    private record Attempt(String id, @Nullable String address) {

        Attempt {
            id = id.length() > 200 ? id.substring(0, 200) : id;
        }
    }

    private final Map<Attempt, Failures> failures = new ConcurrentHashMap<>();

    /** Whether this name must not be tried from this address yet. */
    boolean pauses(String id, String address) {
        Failures here = failures.get(new Attempt(id, address));
        if (here != null && System.nanoTime() - here.lastNanoTime() < pauseNanos(here.count())) {
            return true;
        }
        Failures everywhere = failures.get(new Attempt(id, null));
        return everywhere != null
                && everywhere.count() >= FREE_ATTEMPTS_FROM_EVERYWHERE
                && System.nanoTime() - everywhere.lastNanoTime() < PAUSE_FROM_EVERYWHERE.toNanos();
    }

    void failed(String id, String address) {
        if (failures.size() >= MOST_REMEMBERED) {
            long now = System.nanoTime();
            failures.values().removeIf(known -> now - known.lastNanoTime() > FORGOTTEN_AFTER_NANOS);
            if (failures.size() >= MOST_REMEMBERED) {
                failures.clear();
            }
        }
        count(new Attempt(id, address));
        count(new Attempt(id, null));
    }

    private void count(Attempt attempt) {
        failures.merge(
                attempt,
                new Failures(1, System.nanoTime()),
                (known, one) -> one.lastNanoTime() - known.lastNanoTime() > FORGOTTEN_AFTER_NANOS
                        ? one
                        : new Failures(known.count() + 1, one.lastNanoTime()));
    }

    void succeeded(String id, String address) {
        failures.remove(new Attempt(id, address));
    }

    private static long pauseNanos(int count) {
        if (count < FREE_ATTEMPTS) {
            return 0;
        }
        int doublings = Math.min(count - FREE_ATTEMPTS, 6);
        return Duration.ofSeconds(Math.min(1L << doublings, LONGEST_PAUSE_SECONDS))
                .toNanos();
    }
}
