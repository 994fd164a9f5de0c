package org.xinhuo.incentive.rating;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/** Looks from time to time for shares that everybody has rated; on a thread of its own. */
@Component
class RatingRounds {

    private static final Logger LOG = LoggerFactory.getLogger(RatingRounds.class);

    private final CloseRatedShares close;
    private final Duration every;
    private final ThreadPoolTaskScheduler thread = new ThreadPoolTaskScheduler();

    RatingRounds(CloseRatedShares close, @Value("${xinhuo.rating.close-every}") Duration every) {
        this.close = close;
        this.every = every;
    }

    /** Not before the models are deployed: the rules are one of them. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (every.isZero()) {
            return;
        }
        thread.setPoolSize(1);
        thread.setThreadNamePrefix("ratings-");
        thread.setDaemon(true);
        thread.setErrorHandler(failure -> LOG.error("Looking for shares that everybody has rated failed", failure));
        thread.initialize();
        thread.scheduleWithFixedDelay(close::round, every);
    }

    @PreDestroy
    void end() {
        thread.shutdown();
    }
}
