package org.xinhuo.notification;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How notices are delivered, from {@code xinhuo.notification.*}. */
@Component
class DeliverySettings {

    private final Duration every;
    private final Duration gather;
    private final Cadence cadence;
    private final Duration lease;
    private final Duration giveUpAfter;
    private final Duration keep;
    private final int refusedInARow;

    DeliverySettings(
            @Value("${xinhuo.notification.every:PT10S}") Duration every,
            @Value("${xinhuo.notification.gather:PT30S}") Duration gather,
            @Value("${xinhuo.notification.cadence:HOURLY}") Cadence cadence,
            @Value("${xinhuo.notification.lease:PT5M}") Duration lease,
            @Value("${xinhuo.notification.give-up-after:P10D}") Duration giveUpAfter,
            @Value("${xinhuo.notification.keep-deliveries:P30D}") Duration keep,
            @Value("${xinhuo.notification.refused-in-a-row:5}") int refusedInARow) {
        if (refusedInARow < 1) {
            throw new IllegalArgumentException("xinhuo.notification.refused-in-a-row must be at least 1");
        }
        this.refusedInARow = refusedInARow;
        this.every = every;
        this.gather = gather;
        this.cadence = cadence;
        this.lease = lease;
        this.giveUpAfter = giveUpAfter;
        this.keep = keep;
    }

    /** From the end of a round to the next; zero: this node delivers nothing. */
    Duration every() {
        return every;
    }

    /** How long a notice that is not urgent waits for others of the same moment. */
    Duration gather() {
        return gather;
    }

    /** For everybody who has not chosen otherwise. */
    Cadence cadence() {
        return cadence;
    }

    /** How long a node may take for one letter before another takes it for dead; above all timeouts of a channel. */
    Duration lease() {
        return lease;
    }

    /** What could not be delivered for so long is not news any more; above a week, or weekly hours would never do. */
    Duration giveUpAfter() {
        return giveUpAfter;
    }

    /** So many letters refused for good one after the other are the server's matter, not that of each letter. */
    int refusedInARow() {
        return refusedInARow;
    }

    /** How long finished deliveries stay to be looked at; notices stay. */
    Duration keep() {
        return keep;
    }
}
