package org.xinhuo.incentive.rota;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;
import org.xinhuo.people.Lecturer;
import org.xinhuo.people.Lecturers;

/**
 * Plans the shares of a group up to its horizon: each day of the rule once, whoever asks and however often. What a day
 * became stays, also where the share is cancelled later or the rule changes.
 */
@Service
@Transactional
public class PlanRota {

    /** Days beyond the horizon to which the last turns may move. */
    private static final int FURTHEST_MOVE = 31;

    /** Of a share; a topic in a file may be longer. */
    private static final int LONGEST_TITLE = 200;

    private final Rotas rotas;
    private final RotaDays days;
    private final ShareStarts shareStarts;
    private final Employees employees;
    private final Lecturers lecturers;
    private final LeaversShares leavers;
    private final Groups groups;
    private final Notices notices;
    private final Texts texts;
    private final CompanyTime time;

    PlanRota(
            Rotas rotas,
            RotaDays days,
            ShareStarts shareStarts,
            Employees employees,
            Lecturers lecturers,
            LeaversShares leavers,
            Groups groups,
            Notices notices,
            Texts texts,
            CompanyTime time) {
        this.rotas = rotas;
        this.days = days;
        this.shareStarts = shareStarts;
        this.employees = employees;
        this.lecturers = lecturers;
        this.leavers = leavers;
        this.groups = groups;
        this.notices = notices;
        this.texts = texts;
        this.time = time;
    }

    /**
     * What becomes, or would become, of a day of the rule, one a turn.
     *
     * @param number of the turn on that day, from 1
     * @param startsAt when the share begins; null where there is none
     * @param lecturerId whose turn it is; null where there is none
     * @param reason why there is none or why it is on another day; null where there is nothing to say
     */
    public record Slot(
            LocalDate slotOn,
            int number,
            @Nullable Instant startsAt,
            @Nullable String lecturerId,
            @Nullable String reason) {}

    /** Plans what is not planned yet. @return what was added */
    public List<Slot> plan(String group) {
        rotas.hold(group);
        return slots(get(group), true);
    }

    /**
     * Plans what is not planned yet, or tells HR that a rule or a table refuses it; then nothing is planned. Asked first
     * and done afterwards: a refusal in the middle would undo what it tells, too.
     */
    public void planOrTell(String group) {
        rotas.hold(group);
        Rota rota = get(group);
        try {
            slots(rota, false);
        } catch (Refusal refused) {
            notices.tell(
                    groups.members("hr"),
                    "rota/" + group + "/refused/" + time.today(),
                    "rota.refusedToPlan",
                    RotaLinks.preview(group),
                    group);
            return;
        }
        slots(rota, true);
        leavers.tell(group);
    }

    /** The same without planning anything. */
    @Transactional(readOnly = true)
    public List<Slot> preview(String group) {
        return slots(get(group), false);
    }

    /** Whether days off of the rota's region are known; a region that no table names has weekends alone. */
    @Transactional(readOnly = true)
    public boolean knowsHolidays(String group) {
        return days.knowsHolidays(get(group).region(), time.today());
    }

    private Rota get(String group) {
        return rotas.find(group).orElseThrow(() -> Refusal.notFound("rota.unknown", group));
    }

    private List<Slot> slots(Rota rota, boolean forGood) {
        Instant now = time.now();
        LocalDate today = now.atZone(rota.zone()).toLocalDate();
        LocalDate last = today.plusDays(rota.horizonDays());
        Map<LocalDate, Rotas.Known> known = rotas.slots(rota.group(), today);
        TurnOrder turns = new TurnOrder(rotas.queue(rota.group()));
        turns.follow(rotas.members(rota.group(), time.today()));
        List<Rotas.Away> away = rotas.away(today);
        Map<String, List<Instant[]>> busy = rotas.busy(now.minusSeconds(86_400));
        Map<LocalDate, LocalDate> taken = rotas.taken(rota, now);
        // A turn that is moved on from the last days must not meet one that the rule brings later.
        rota.rule()
                .days(rota.beginsOn(), today, last.plusDays(FURTHEST_MOVE))
                .forEach(day -> taken.putIfAbsent(day, day));
        List<Slot> slots = new ArrayList<>();
        for (LocalDate slot : rota.rule().days(rota.beginsOn(), today.plusDays(1), last)) {
            Rotas.Known day = known.getOrDefault(slot, new Rotas.Known(Set.of(), false));
            if (!day.skipped() && day.numbers().size() < rota.lecturers()) {
                slots.addAll(day(rota, slot, day.numbers(), turns, away, busy, taken, now, forGood));
            }
        }
        if (forGood) {
            rotas.writeQueue(rota.group(), turns.queue());
        }
        return slots;
    }

    /** The turns of a day that are not planned yet, as many as the rota has lecturers a day. */
    private List<Slot> day(
            Rota rota,
            LocalDate slot,
            Set<Integer> planned,
            TurnOrder turns,
            List<Rotas.Away> away,
            Map<String, List<Instant[]>> busy,
            Map<LocalDate, LocalDate> taken,
            Instant now,
            boolean forGood) {
        RotaDays.Day day =
                days.of(rota, slot, date -> !taken.getOrDefault(date, slot).equals(slot), forGood);
        LocalDate on = day.on();
        String dayOff = day.dayOff();
        if (!day.clear()) {
            // Not written down: the owner of the table mends it, and the day is planned after all.
            return List.of(new Slot(slot, 1, null, null, "unclear"));
        }
        if (on == null) {
            return left(rota, slot, planned, dayOff == null || dayOff.isEmpty() ? "weekend" : dayOff, day, forGood);
        }
        // A time that the clock skips in spring is the first one after it.
        Instant startsAt = on.atTime(rota.startsAt()).atZone(rota.zone()).toInstant();
        if (!startsAt.isAfter(now)) {
            return left(rota, slot, planned, "past", day, forGood);
        }
        Instant endsAt = startsAt.plus(rota.length());
        Set<String> working = Set.copyOf(rotas.members(rota.group(), on));
        List<Slot> slots = new ArrayList<>();
        for (int number = 1; number <= rota.lecturers(); number++) {
            if (planned.contains(number)) {
                continue;
            }
            Optional<String> lecturer = turns.next(candidate -> working.contains(candidate)
                    && away.stream().noneMatch(one -> one.lecturerId().equals(candidate) && one.covers(on))
                    && busy.getOrDefault(candidate, List.of()).stream()
                            .noneMatch(other -> other[0].isBefore(endsAt) && startsAt.isBefore(other[1])));
            if (lecturer.isEmpty()) {
                // Not written down: somebody may be back until then.
                slots.add(new Slot(slot, number, null, null, "nobody"));
                break;
            }
            String lecturerId = lecturer.get();
            busy.computeIfAbsent(lecturerId, any -> new ArrayList<>()).add(new Instant[] {startsAt, endsAt});
            taken.put(on, slot);
            if (forGood) {
                String shareId = UUID.randomUUID().toString();
                shareStarts.start(new ShareStarts.Planned(
                        shareId,
                        lecturerId,
                        title(lecturerId, slot),
                        startsAt,
                        rota.minutes(),
                        rota.place(),
                        rota.audience()));
                rotas.writeSlot(rota.group(), slot, number, shareId, dayOff, day);
            }
            slots.add(new Slot(slot, number, startsAt, lecturerId, dayOff));
        }
        return slots;
    }

    /** A day that has a turn already stays as it is. */
    private List<Slot> left(
            Rota rota, LocalDate slot, Set<Integer> planned, String reason, RotaDays.Day day, boolean forGood) {
        if (!planned.isEmpty()) {
            return List.of();
        }
        if (forGood) {
            rotas.writeSlot(rota.group(), slot, 1, null, reason, day);
        }
        return List.of(new Slot(slot, 1, null, null, reason));
    }

    /** One of the lecturer's topics, another one the next time; the lecturer may change it. */
    private String title(String lecturerId, LocalDate slot) {
        Employee person = employees.get(lecturerId);
        List<String> topics =
                lecturers.findById(lecturerId).map(Lecturer::topics).orElse(List.of());
        if (topics.isEmpty()) {
            Locale locale = person.locale();
            return texts.text(locale, "rota.title", person.name());
        }
        String topic = topics.get((int) Math.floorMod(slot.toEpochDay() / 7, (long) topics.size()));
        return topic.length() > LONGEST_TITLE ? topic.substring(0, LONGEST_TITLE) : topic;
    }
}
