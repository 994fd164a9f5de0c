package org.xinhuo.security;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: after ten wrong passwords in a row for one name from one address, each further one costs a pause
 * that doubles up to a minute. A right password in time forgets everything; other addresses are not affected, so nobody
 * can lock a colleague out.
 */
@Component
class Throttle {

    private static final int FREE_ATTEMPTS = 10;
    private static final int LONGEST_PAUSE_SECONDS = 60;
    private static final int MOST_REMEMBERED = 20_000;
    private static final long FORGOTTEN_AFTER_NANOS = Duration.ofMinutes(15).toNanos();

    private record Failures(int count, long lastNanoTime) {}

    private final Map<String, Failures> failures = new ConcurrentHashMap<>();

    /** Whether this name must not be tried from this address yet. */
    boolean pauses(String id, String address) {
        Failures known = failures.get(key(id, address));
        return known != null && System.nanoTime() - known.lastNanoTime() < pauseNanos(known.count());
    }

    void failed(String id, String address) {
        if (failures.size() >= MOST_REMEMBERED) {
            long now = System.nanoTime();
            failures.values().removeIf(known -> now - known.lastNanoTime() > FORGOTTEN_AFTER_NANOS);
            if (failures.size() >= MOST_REMEMBERED) {
                failures.clear();
            }
        }
        failures.merge(
                key(id, address),
                new Failures(1, System.nanoTime()),
                (known, one) -> one.lastNanoTime() - known.lastNanoTime() > FORGOTTEN_AFTER_NANOS
                        ? one
                        : new Failures(known.count() + 1, one.lastNanoTime()));
    }

    void succeeded(String id, String address) {
        failures.remove(key(id, address));
    }

    private static long pauseNanos(int count) {
        if (count < FREE_ATTEMPTS) {
            return 0;
        }
        int doublings = Math.min(count - FREE_ATTEMPTS, 6);
        return Duration.ofSeconds(Math.min(1L << doublings, LONGEST_PAUSE_SECONDS))
                .toNanos();
    }

    private static String key(String id, String address) {
        return (id.length() > 200 ? id.substring(0, 200) : id) + '\n' + address;
    }
}
