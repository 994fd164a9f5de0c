package org.xinhuo.notification;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * How delivering stands, beside the health. Always up: a mail server that is away makes nobody's page slower, and what
 * waits for it is kept.
 */
@Component("noticesHealthIndicator")
class NoticesHealth extends AbstractHealthIndicator {

    private final Channels channels;
    private final DeliveryLog log;

    NoticesHealth(Channels channels, DeliveryLog log) {
        this.channels = channels;
        this.log = log;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        DeliveryLog.Standing standing = log.standing();
        health.up()
                .withDetail("channels", channels.open())
                .withDetail("waitForHours", standing.unpacked())
                .withDetail("waiting", standing.waiting())
                .withDetail("retrying", standing.retrying())
                .withDetail("gaveUp", standing.gaveUp());
        if (standing.oldestWaiting() != null) {
            health.withDetail("oldestWaiting", standing.oldestWaiting());
        }
    }
}
