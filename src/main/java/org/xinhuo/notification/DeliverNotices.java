package org.xinhuo.notification;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xinhuo.notification.NotDelivered.Then;

/**
 * One round of delivering: packs what waits and sends what is packed, each letter outside of any transaction. Any number
 * of nodes, and of threads, may do so at the same time.
 */
@Component
class DeliverNotices {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverNotices.class);

    private final Channels channels;
    private final PackNotices pack;
    private final Deliveries deliveries;
    private final Letters letters;
    private final RegionalHours hours;

    private volatile boolean stopping;

    DeliverNotices(Channels channels, PackNotices pack, Deliveries deliveries, Letters letters, RegionalHours hours) {
        this.channels = channels;
        this.pack = pack;
        this.deliveries = deliveries;
        this.letters = letters;
        this.hours = hours;
    }

    /** Ends when nothing is due any more. */
    void round() {
        deliveries.cleanUp();
        if (channels.open().isEmpty()) {
            return;
        }
        Function<String, WorkingHours> regional = hours.now();
        Map<String, Channel> answering = new HashMap<>();
        for (String name : channels.open()) {
            Channel channel = channels.named(name).orElseThrow();
            answering.put(name, channel);
            while (!stopping && pack.pack(channel, regional)) {
                LOG.debug("packed for {} people, and more wait", PackNotices.PEOPLE_AT_ONCE);
            }
        }
        while (!stopping && !answering.isEmpty()) {
            Optional<Delivery> next = deliveries.take(answering, regional);
            if (next.isEmpty()) {
                return;
            }
            Delivery delivery = next.get();
            if (send(delivery, answering.get(delivery.channel())) == Then.STOP_FOR_NOW) {
                answering.remove(delivery.channel());
            }
        }
    }

    /** Ends the round after the letter that is under way. */
    void stop() {
        stopping = true;
    }

    private @Nullable Then send(Delivery delivery, @Nullable Channel channel) {
        try {
            if (channel == null) {
                throw new IllegalStateException("closed: " + delivery.channel());
            }
            channel.send(letters.of(delivery));
        } catch (NotDelivered failure) {
            deliveries.failed(delivery, failure);
            return failure.then();
        } catch (RuntimeException unexpected) {
            LOG.error("Delivery {} failed", delivery.id(), unexpected);
            deliveries.failed(
                    delivery,
                    new NotDelivered(Then.TRY_AGAIN, unexpected.getClass().getSimpleName(), unexpected));
            return Then.TRY_AGAIN;
        }
        deliveries.sent(delivery);
        return null;
    }
}
