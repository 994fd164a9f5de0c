package org.xinhuo.notification;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Refusal;
import org.xinhuo.people.Groups;

/** {@code /api/notifications/deliveries}: what was delivered and what was not, for HR and administrators. */
@RestController
@RequestMapping("/api/notifications/deliveries")
class DeliveriesApi {

    private static final Set<String> STATES = Set.of("WAITING", "SENT", "GAVE_UP", "DROPPED");
    private static final int PAGE = 100;

    /** What a database can count to. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final DeliveryLog log;
    private final Deliveries deliveries;
    private final Groups groups;

    DeliveriesApi(DeliveryLog log, Deliveries deliveries, Groups groups) {
        this.log = log;
        this.deliveries = deliveries;
        this.groups = groups;
    }

    /**
     * The newest hundred; {@code before} and {@code beforeId} go on from an earlier answer's last {@code createdAt} and
     * {@code id}.
     */
    @GetMapping
    List<DeliveryLog.Entry> deliveries(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable Instant before,
            @RequestParam(required = false) @Nullable UUID beforeId,
            Principal principal) {
        check(principal);
        if (state != null && !STATES.contains(state)) {
            throw Refusal.invalid(
                    "state",
                    "notification.unknownState",
                    "state",
                    String.join(", ", STATES.stream().sorted().toList()));
        }
        if (before != null && (before.isBefore(EARLIEST) || before.isAfter(LATEST))) {
            throw Refusal.invalid("before", "form.notADate", "before");
        }
        return log.find(state, person, before == null ? null : new DeliveryLog.Place(before, beforeId), PAGE);
    }

    /** Begins again with one that was given up, after the cause is mended. */
    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void retry(@PathVariable UUID id, Principal principal) {
        check(principal);
        if (!deliveries.tryAgain(id)) {
            throw Refusal.notFound("notification.nothingGivenUp");
        }
    }

    private void check(Principal principal) {
        if (!UndeliveredMail.mayBeSeenBy(groups.of(principal.getName()))) {
            throw Refusal.forbidden("notification.forAdministrators");
        }
    }
}
