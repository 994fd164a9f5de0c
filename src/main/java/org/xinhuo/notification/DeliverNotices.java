package org.xinhuo.notification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
    private final DeliverySettings settings;

    private volatile boolean stopping;

    DeliverNotices(
            Channels channels,
            PackNotices pack,
            Deliveries deliveries,
            Letters letters,
            RegionalHours hours,
            DeliverySettings settings) {
        this.settings = settings;
        this.channels = channels;
        this.pack = pack;
        this.deliveries = deliveries;
        this.letters = letters;
        this.hours = hours;
    }

    /** A letter that was refused for good, before it is known whether it alone is meant. */
    private record Refused(Delivery delivery, NotDelivered failure) {}

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
        Map<String, List<Refused>> refused = new HashMap<>();
        try {
            sendAll(answering, regional, refused);
        } finally {
            refused.values().forEach(this::giveUp);
        }
    }

    private void sendAll(
            Map<String, Channel> answering,
            Function<String, WorkingHours> regional,
            Map<String, List<Refused>> refused) {
        while (!stopping && !answering.isEmpty()) {
            Optional<Delivery> next = deliveries.take(answering, regional);
            if (next.isEmpty()) {
                return;
            }
            Delivery delivery = next.get();
            String name = delivery.channel();
            List<Refused> inARow = refused.computeIfAbsent(name, channel -> new ArrayList<>());
            NotDelivered failure = send(delivery, answering.get(name));
            if (failure != null && failure.then() == Then.GIVE_UP) {
                inARow.add(new Refused(delivery, failure));
                if (inARow.size() >= settings.refusedInARow()) {
                    LOG.warn("Channel {} refused {} letters in a row: they are tried again later", name, inARow.size());
                    inARow.forEach(one ->
                            deliveries.failed(one.delivery(), one.failure().notForGood()));
                    inARow.clear();
                    answering.remove(name);
                }
            } else if (failure != null) {
                deliveries.failed(delivery, failure);
                if (failure.then() == Then.STOP_FOR_NOW) {
                    answering.remove(name);
                }
            } else {
                deliveries.sent(delivery);
                giveUp(inARow);
            }
        }
    }

    /** Another went through after them, or the round is over: each was refused for itself. */
    private void giveUp(List<Refused> inARow) {
        inARow.forEach(one -> deliveries.failed(one.delivery(), one.failure()));
        inARow.clear();
    }

    /** Ends the round after the letter that is under way. */
    void stop() {
        stopping = true;
    }

    /** @return why not; null where it is sent */
    private @Nullable NotDelivered send(Delivery delivery, @Nullable Channel channel) {
        try {
            if (channel == null) {
                throw new IllegalStateException("closed: " + delivery.channel());
            }
            channel.send(letters.of(delivery));
            return null;
        } catch (NotDelivered failure) {
            return failure;
        } catch (RuntimeException unexpected) {
            LOG.error("Delivery {} failed", delivery.id(), unexpected);
            return new NotDelivered(Then.TRY_AGAIN, unexpected.getClass().getSimpleName(), unexpected);
        }
    }
}
