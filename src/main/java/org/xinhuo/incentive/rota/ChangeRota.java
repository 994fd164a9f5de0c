package org.xinhuo.incentive.rota;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.calendar.Recurrence;
import org.xinhuo.incentive.sharing.KnownAudiences;
import org.xinhuo.incentive.sharing.PlainText;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.people.Groups;

/** HR sets the rule and the turn order of a group; lecturers say when they cannot. */
@Service
@Transactional
public class ChangeRota {

    private static final int LONGEST_TEXT = 300;
    private static final int FURTHEST_YEARS = 50;

    private final Rotas rotas;
    private final KnownAudiences audiences;
    private final Groups groups;
    private final CompanyTime time;

    ChangeRota(Rotas rotas, KnownAudiences audiences, Groups groups, CompanyTime time) {
        this.rotas = rotas;
        this.audiences = audiences;
        this.groups = groups;
        this.time = time;
    }

    /** A rota as it is typed: dates and times in ISO 8601. */
    public record Typed(
            boolean active,
            @Nullable String rule,
            @Nullable String beginsOn,
            @Nullable String startsAt,
            int minutes,
            @Nullable String zone,
            @Nullable String region,
            @Nullable String place,
            @Nullable String audience,
            int horizonDays,
            @Nullable Integer lecturers) {

        /** With one lecturer a turn. */
        public Typed(
                boolean active,
                @Nullable String rule,
                @Nullable String beginsOn,
                @Nullable String startsAt,
                int minutes,
                @Nullable String zone,
                @Nullable String region,
                @Nullable String place,
                @Nullable String audience,
                int horizonDays) {
            this(active, rule, beginsOn, startsAt, minutes, zone, region, place, audience, horizonDays, null);
        }
    }

    /** @throws Refusal for anybody but HR and administrators, and for what breaks a rule */
    public Rota write(String group, Typed typed, String by) {
        refuseOthers(by);
        if (!rotas.groups().contains(group)) {
            throw Refusal.notFound("rota.unknownGroup", group);
        }
        range("minutes", typed.minutes(), 1, Share.MOST_MINUTES);
        range("horizonDays", typed.horizonDays(), 1, Rota.LONGEST_HORIZON);
        int lecturers = typed.lecturers() == null ? 1 : typed.lecturers();
        range("lecturers", lecturers, 1, Rota.MOST_LECTURERS);
        String audience = PlainText.orNull("audience", typed.audience(), LONGEST_TEXT);
        audiences.expectKnown(audience);
        Rota rota = new Rota(
                group,
                typed.active(),
                rule(PlainText.of("rule", typed.rule(), LONGEST_TEXT)),
                blank(typed.beginsOn()) ? time.today() : day("beginsOn", String.valueOf(typed.beginsOn())),
                clock(PlainText.of("startsAt", typed.startsAt(), LONGEST_TEXT)),
                typed.minutes(),
                zone(typed.zone()),
                blank(typed.region()) ? "CN" : PlainText.of("region", typed.region(), LONGEST_TEXT),
                PlainText.orNull("place", typed.place(), LONGEST_TEXT),
                audience,
                typed.horizonDays(),
                lecturers);
        rotas.write(rota, by);
        return rota;
    }

    /** @throws Refusal where the order is not that of exactly the lecturers of the group */
    public List<String> order(String group, List<String> order, String by) {
        refuseOthers(by);
        if (rotas.find(group).isEmpty()) {
            throw Refusal.notFound("rota.unknown", group);
        }
        rotas.hold(group);
        Set<String> members = new HashSet<>(rotas.members(group, time.today()));
        if (order.size() != members.size() || !members.equals(new HashSet<>(order))) {
            throw Refusal.invalid("order", "rota.orderIncomplete");
        }
        rotas.writeQueue(group, order);
        return order;
    }

    /** @throws Refusal where it is somebody else's absence and not HR who writes it */
    public void away(String lecturerId, String first, String last, String by) {
        if (!lecturerId.equals(by)) {
            refuseOthers(by);
        }
        if (!groups.of(lecturerId).contains("lecturer")) {
            throw Refusal.invalid("lecturerId", "incentive.notALecturer", lecturerId);
        }
        LocalDate from = day("firstDay", first);
        LocalDate to = day("lastDay", last);
        // No rule that an owner would set: it catches a year like 20260, which would keep the lecturer away for good.
        if (to.isBefore(from) || to.isAfter(from.plusYears(2)) || to.isBefore(time.today())) {
            throw Refusal.invalid("lastDay", "rota.badAbsence");
        }
        rotas.writeAway(lecturerId, from, to, by);
    }

    /** @throws Refusal where this lecturer has no such absence */
    public void back(String lecturerId, long absence, String by) {
        if (!lecturerId.equals(by)) {
            refuseOthers(by);
        }
        if (!rotas.removeAway(absence, lecturerId)) {
            throw Refusal.notFound("rota.unknownAbsence");
        }
    }

    private void refuseOthers(String by) {
        Set<String> roles = groups.of(by);
        if (!roles.contains("hr") && !roles.contains("camunda-admin")) {
            throw Refusal.forbidden("rota.hrAlone");
        }
    }

    private static Recurrence rule(String written) {
        try {
            return Recurrence.of(written);
        } catch (IllegalArgumentException noRule) {
            throw Refusal.invalid("rule", "rota.badRule", written);
        }
    }

    private ZoneId zone(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return time.zone();
        }
        try {
            return ZoneId.of(written.strip());
        } catch (DateTimeException noZone) {
            throw Refusal.invalid("zone", "rota.badZone", written);
        }
    }

    /** Days that no calendar and no database knows are slips of a program. */
    private LocalDate day(String field, String written) {
        try {
            LocalDate day = LocalDate.parse(written.strip());
            int years = day.getYear() - time.today().getYear();
            if (Math.abs(years) <= FURTHEST_YEARS) {
                return day;
            }
        } catch (DateTimeException noDay) {
            // Told below.
        }
        throw Refusal.invalid(field, "form.notADate", field);
    }

    private static LocalTime clock(String written) {
        try {
            return LocalTime.parse(written.strip());
        } catch (DateTimeException noTime) {
            throw Refusal.invalid("startsAt", "rota.badTime", written);
        }
    }

    private static void range(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw Refusal.invalid(field, "form.outOfRange", field, least, most);
        }
    }

    private static boolean blank(@Nullable String written) {
        return written == null || written.isBlank();
    }
}
