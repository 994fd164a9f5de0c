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

/** {@code /api/notifications/deliveries}: what was delivered and what was not, for administrators. */
@RestController
@RequestMapping("/api/notifications/deliveries")
class DeliveriesApi {

    private static final Set<String> STATES = Set.of("WAITING", "SENT", "GAVE_UP", "DROPPED");
    private static final int PAGE = 100;

    /** After all that there is. */
    private static final Instant ALWAYS = Instant.parse("9999-12-31T00:00:00Z");

    private final DeliveryLog log;
    private final Deliveries deliveries;
    private final Groups groups;

    DeliveriesApi(DeliveryLog log, Deliveries deliveries, Groups groups) {
        this.log = log;
        this.deliveries = deliveries;
        this.groups = groups;
    }

    /** The newest hundred; {@code before} goes on from an earlier answer's last {@code createdAt}. */
    @GetMapping
    List<DeliveryLog.Entry> deliveries(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable Instant before,
            Principal principal) {
        administratorsOnly(principal);
        if (state != null && !STATES.contains(state)) {
            throw Refusal.invalid(
                    "state",
                    "notification.unknownState",
                    "state",
                    String.join(", ", STATES.stream().sorted().toList()));
        }
        return log.find(state, person, before == null ? ALWAYS : before, PAGE);
    }

    /** Begins again with one that was given up, after the cause is mended. */
    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void retry(@PathVariable UUID id, Principal principal) {
        administratorsOnly(principal);
        if (!deliveries.tryAgain(id)) {
            throw Refusal.notFound("notification.nothingGivenUp");
        }
    }

    private void administratorsOnly(Principal principal) {
        if (!groups.of(principal.getName()).contains("camunda-admin")) {
            throw Refusal.forbidden("notification.forAdministrators");
        }
    }
}
