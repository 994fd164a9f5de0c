package org.xinhuo.notification;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Begins one round after the other, on a thread of its own: neither the engine's jobs nor anybody's request wait for a
 * slow mail server. No bean of Spring's own kind of executor, which others would then take for theirs.
 */
@Component
class DeliveryRounds {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRounds.class);

    /** Above the timeouts of a mail server that does not answer. */
    private static final int PATIENCE_IN_SECONDS = 30;

    private final DeliverNotices deliver;
    private final DeliverySettings settings;
    private final ThreadPoolTaskScheduler thread = new ThreadPoolTaskScheduler();

    DeliveryRounds(DeliverNotices deliver, DeliverySettings settings) {
        this.deliver = deliver;
        this.settings = settings;
    }

    /** Not before the models are deployed: the working hours are one of them. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (settings.every().isZero()) {
            return;
        }
        thread.setPoolSize(1);
        thread.setThreadNamePrefix("notices-");
        thread.setDaemon(true);
        thread.setWaitForTasksToCompleteOnShutdown(true);
        thread.setAwaitTerminationSeconds(PATIENCE_IN_SECONDS);
        thread.setErrorHandler(failure -> LOG.error("A round of delivering notices failed", failure));
        thread.initialize();
        thread.scheduleWithFixedDelay(deliver::round, settings.every());
    }

    /** The letter under way is finished, no other is begun. */
    @PreDestroy
    void end() {
        deliver.stop();
        thread.shutdown();
    }
}
