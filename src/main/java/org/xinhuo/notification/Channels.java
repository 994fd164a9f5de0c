package org.xinhuo.notification;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The ways out of the house that are configured here. */
@Component
class Channels {

    private final Map<String, Channel> open;

    Channels(List<Channel> all) {
        this.open = all.stream()
                .filter(Channel::isOpen)
                .collect(Collectors.toUnmodifiableMap(Channel::name, Function.identity()));
    }

    /** Their names; empty where people are told in the inbox alone. */
    Set<String> open() {
        return open.keySet();
    }

    Collection<Channel> all() {
        return open.values();
    }

    Optional<Channel> named(String name) {
        return Optional.ofNullable(open.get(name));
    }
}
