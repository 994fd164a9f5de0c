package org.xinhuo.incentive.sharing;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.people.Groups;

/** Puts a share on the calendar: a lecturer his own, HR and administrators anybody's. */
@Service
@Transactional
public class PlanShare {

    /** A share further ahead than this is a slip of the keyboard. */
    static final Duration FURTHEST = Duration.ofDays(5 * 366);

    /** Ids stand in addresses and file names. */
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:-]{0,99}");

    private final Shares shares;
    private final KnownAudiences audiences;
    private final FreeTimes freeTimes;
    private final ShareNotices notices;
    private final Groups groups;
    private final CompanyTime time;
    private final ApplicationEventPublisher events;

    PlanShare(
            Shares shares,
            KnownAudiences audiences,
            FreeTimes freeTimes,
            ShareNotices notices,
            Groups groups,
            CompanyTime time,
            ApplicationEventPublisher events) {
        this.shares = shares;
        this.audiences = audiences;
        this.freeTimes = freeTimes;
        this.notices = notices;
        this.groups = groups;
        this.time = time;
        this.events = events;
    }

    /**
     * A share to be.
     *
     * @param id of the share, or null to get a new one
     * @param lecturerId who gives it, or null for who plans it
     * @param minutes 1 to {@link Share#MOST_MINUTES}
     */
    public record Plan(
            @Nullable String id,
            @Nullable String lecturerId,
            String title,
            Instant startsAt,
            int minutes,
            @Nullable String place,
            @Nullable String audience) {}

    /**
     * @param plannedBy who plans, or null for the application itself
     * @throws Refusal where the id is taken, the lecturer is none, the start is past, or another
     *     person's share is planned without the right
     */
    public Share plan(Plan plan, @Nullable String plannedBy) {
        String lecturerId = plan.lecturerId() == null ? plannedBy : plan.lecturerId();
        if (lecturerId == null) {
            throw Refusal.invalid("lecturerId", "form.required", "lecturerId");
        }
        refuseWithoutRight(lecturerId, plannedBy);
        if (!groups.of(lecturerId).contains("lecturer")) {
            throw Refusal.invalid("lecturerId", "incentive.notALecturer", lecturerId);
        }
        expectSoon(plan.startsAt(), time.now());
        Share share = new Share(freeId(plan.id()), lecturerId, plan.title(), plan.startsAt(), plan.minutes());
        share.takesPlace(plan.place(), plan.audience());
        try {
            Share planned = shares.saveAndFlush(share);
            events.publishEvent(new ShareChanged(planned.id(), ShareChanged.Kind.PLANNED, null, null));
            if (plannedBy != null) {
                warn(planned, plannedBy);
            }
            return planned;
        } catch (DataIntegrityViolationException sameMoment) {
            throw Refusal.conflict("incentive.shareIdTaken", share.id());
        }
    }

    /**
     * Says what looks like a slip. Neither is refused: whom an audience means and what else somebody gives at that time
     * may change until then, and both are mended on the page.
     */
    private void warn(Share planned, String plannedBy) {
        Set<String> unknown = audiences.unknown(planned.audience());
        if (!unknown.isEmpty()) {
            notices.answer(
                    planned,
                    plannedBy,
                    "unknown-audience",
                    "rota.plannedForNobody",
                    planned.title(),
                    String.join(", ", unknown));
        }
        freeTimes
                .taken(planned.lecturerId(), planned.startsAt(), planned.minutes(), planned.id())
                .ifPresent(other -> notices.answer(
                        planned, plannedBy, "another-then", "rota.plannedBesideAnother", planned.title(), other));
    }

    /** @throws Refusal where the start is past or so far ahead that it is a slip */
    static void expectSoon(Instant startsAt, Instant now) {
        if (startsAt.isBefore(now)) {
            throw Refusal.invalid("startsAt", "incentive.startIsPast");
        }
        if (startsAt.isAfter(now.plus(FURTHEST))) {
            throw Refusal.invalid("startsAt", "incentive.startTooFar");
        }
    }

    private void refuseWithoutRight(String lecturerId, @Nullable String plannedBy) {
        if (plannedBy == null || plannedBy.equals(lecturerId)) {
            return;
        }
        Set<String> roles = groups.of(plannedBy);
        if (!roles.contains("hr") && !roles.contains("camunda-admin")) {
            throw Refusal.forbidden("incentive.shareOfAnother");
        }
    }

    private String freeId(@Nullable String wanted) {
        if (wanted == null || wanted.isBlank()) {
            return UUID.randomUUID().toString();
        }
        if (!ID.matcher(wanted).matches()) {
            throw Refusal.invalid("businessKey", "incentive.badShareId");
        }
        if (shares.existsById(wanted)) {
            throw Refusal.conflict("incentive.shareIdTaken", wanted);
        }
        return wanted;
    }
}
