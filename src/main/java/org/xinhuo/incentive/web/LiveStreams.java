package org.xinhuo.incentive.web;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.rating.LiveRatings;

/**
 * Everybody on this node who watches ratings come. One thread asks the database every two seconds, one statement for all
 * shares that anybody watches, and says "changed" to who watches one that did; the page then fetches itself. So any
 * number of nodes agree, no viewer holds a thread or a connection, and rights are checked again at each look.
 */
@Component
class LiveStreams {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);

    /** Windows that one person may have open; the oldest gives way. */
    static final int MOST_A_PERSON = 3;

    private static final int MOST_A_NODE = 500;
    private static final Duration EVERY = Duration.ofSeconds(2);

    /** Below the patience of common proxies, 60 seconds. */
    private static final int ROUNDS_A_HEARTBEAT = 10;

    /** The browser comes back by itself. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final LiveRatings ratings;
    private final ThreadPoolTaskScheduler thread = new ThreadPoolTaskScheduler();
    private final Map<SseEmitter, Viewer> viewers = new ConcurrentHashMap<>();
    private int round;
    private long arrivals;

    LiveStreams(LiveRatings ratings) {
        this.ratings = ratings;
    }

    private static final class Viewer {

        private final String share;
        private final String person;
        private final long arrival;
        private volatile LiveRatings.@Nullable Live seen;

        Viewer(String share, String person, long arrival) {
            this.share = share;
            this.person = person;
            this.arrival = arrival;
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        thread.setPoolSize(1);
        thread.setThreadNamePrefix("live-");
        thread.setDaemon(true);
        thread.setErrorHandler(failure -> LOG.error("Telling viewers about ratings failed", failure));
        thread.initialize();
        thread.scheduleWithFixedDelay(this::round, EVERY);
    }

    /** @throws Refusal where this node has as many as it carries */
    synchronized SseEmitter open(String share, String person) {
        Deque<SseEmitter> own = new ArrayDeque<>(viewers.entrySet().stream()
                .filter(entry -> entry.getValue().person.equals(person))
                .sorted(Comparator.comparingLong(entry -> entry.getValue().arrival))
                .map(Map.Entry::getKey)
                .toList());
        while (own.size() >= MOST_A_PERSON) {
            end(own.removeFirst(), "replaced");
        }
        if (viewers.size() >= MOST_A_NODE) {
            throw Refusal.unavailable("rating.live.full");
        }
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        emitter.onCompletion(() -> viewers.remove(emitter));
        emitter.onTimeout(emitter::complete);
        emitter.onError(failure -> viewers.remove(emitter));
        viewers.put(emitter, new Viewer(share, person, arrivals++));
        return emitter;
    }

    int open() {
        return viewers.size();
    }

    /** One look at the database, whoever watches what. */
    synchronized void round() {
        if (viewers.isEmpty()) {
            return;
        }
        round++;
        TreeSet<String> shares = new TreeSet<>();
        viewers.values().forEach(viewer -> shares.add(viewer.share));
        Map<String, LiveRatings.Live> now = ratings.of(shares);
        for (Map.Entry<SseEmitter, Viewer> entry : new ArrayList<>(viewers.entrySet())) {
            tell(entry.getKey(), entry.getValue(), now.get(entry.getValue().share));
        }
    }

    private void tell(SseEmitter emitter, Viewer viewer, LiveRatings.@Nullable Live now) {
        if (now == null || !now.open()) {
            end(emitter, "closed");
        } else if (!now.equals(viewer.seen)) {
            viewer.seen = now;
            send(emitter, SseEmitter.event().name("changed").data(now.count()));
        } else if (round % ROUNDS_A_HEARTBEAT == 0) {
            send(emitter, SseEmitter.event().comment("still here"));
        }
    }

    private void end(SseEmitter emitter, String why) {
        viewers.remove(emitter);
        send(emitter, SseEmitter.event().name(why).data(""));
        emitter.complete();
    }

    private void send(SseEmitter emitter, SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException gone) {
            viewers.remove(emitter);
        }
    }

    /** So that the server need not wait for them. */
    @PreDestroy
    synchronized void end() {
        thread.shutdown();
        List.copyOf(viewers.keySet()).forEach(SseEmitter::complete);
        viewers.clear();
    }
}
