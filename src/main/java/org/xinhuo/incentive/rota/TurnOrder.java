package org.xinhuo.incentive.rota;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The queue of a group. Who stands at the top and can, shares and goes to the end; who cannot stays where he is and is
 * the first to be asked the next time. So nobody shares twice in a row while somebody else can, and over any stretch in
 * which all can the numbers differ by one at most.
 */
final class TurnOrder {

    private final List<String> queue;

    TurnOrder(List<String> queue) {
        this.queue = new ArrayList<>(new LinkedHashSet<>(queue));
    }

    /** Who has left goes, who is new joins at the end in the order given. */
    void follow(Collection<String> members) {
        Set<String> known = new LinkedHashSet<>(members);
        queue.retainAll(known);
        known.removeAll(queue);
        queue.addAll(known);
    }

    /** The one whose turn it is among those who can, or nobody. */
    Optional<String> next(Predicate<String> can) {
        Optional<String> chosen = queue.stream().filter(can).findFirst();
        chosen.ifPresent(lecturer -> {
            queue.remove(lecturer);
            queue.add(lecturer);
        });
        return chosen;
    }

    List<String> queue() {
        return List.copyOf(queue);
    }
}
