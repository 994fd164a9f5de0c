package org.xinhuo.incentive.rota;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.incentive.sharing.Shares;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;
import org.xinhuo.people.Lecturer;
import org.xinhuo.people.Lecturers;

/**
 * Plans the shares of a group up to its horizon: each day of the rule once, whoever asks and however often. What a day
 * became stays, also where the share is cancelled later or the rule changes. A transaction starts {@value #PORTION}
 * shares at most, and the next one goes on where it stopped: in portions or in one piece, the same lecturers share on the
 * same days.
 */
@Service
@Transactional
public class PlanRota {

    /** Shares a transaction: each starts a process, some fifty statements; these take a second or two. */
    public static final int PORTION = 25;

    /** Days beyond the horizon to which the last turns may move. */
    private static final int FURTHEST_MOVE = 31;

    /** Of a share; a topic in a file may be longer. */
    private static final int LONGEST_TITLE = 200;

    /** More than anybody has topics. */
    private static final int SHARES_LOOKED_AT = 100;

    private final Rotas rotas;
    private final RotaDays days;
    private final ShareStarts shareStarts;
    private final Employees employees;
    private final Lecturers lecturers;
    private final LeaversShares leavers;
    private final Shares shares;
    private final PlanningOn planningOn;
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
            Shares shares,
            PlanningOn planningOn,
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
        this.shares = shares;
        this.planningOn = planningOn;
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

    /**
     * What was planned.
     *
     * @param slots in the order of the days
     * @param complete whether the rota is planned up to its horizon; otherwise more than {@value #PORTION} shares were to
     *     be planned, and the next ones are not yet
     */
    public record Planned(List<Slot> slots, boolean complete) {}

    /** Plans the next shares that are not planned yet; where some are left, the planning goes on by itself. */
    public Planned plan(String group) {
        rotas.hold(group);
        Planned planned = slots(get(group), true, PORTION);
        if (!planned.complete()) {
            planningOn.planOn(group);
        }
        return planned;
    }

    /**
     * Plans the next shares that are not planned yet, or tells HR that a rule or a table refuses them; then none of them
     * is planned. Asked first and done afterwards: a refusal in the middle would undo what it tells, too.
     *
     * @return whether nothing is left to do
     */
    public boolean planOrTell(String group) {
        rotas.hold(group);
        Rota rota = get(group);
        try {
            slots(rota, false, PORTION);
        } catch (Refusal refused) {
            notices.tell(
                    groups.members("hr"),
                    "rota/" + group + "/refused/" + time.today(),
                    "rota.refusedToPlan",
                    RotaLinks.preview(group),
                    group);
            return true;
        }
        boolean complete = slots(rota, true, PORTION).complete();
        if (complete) {
            leavers.tell(group);
        }
        return complete;
    }

    /** All that would be planned, without planning anything. */
    @Transactional(readOnly = true)
    public List<Slot> preview(String group) {
        return slots(get(group), false, Integer.MAX_VALUE).slots();
    }

    /** Whether days off of the rota's region are known; a region that no table names has weekends alone. */
    @Transactional(readOnly = true)
    public boolean knowsHolidays(String group) {
        return days.knowsHolidays(get(group).region(), time.today());
    }

    private Rota get(String group) {
        return rotas.find(group).orElseThrow(() -> Refusal.notFound("rota.unknown", group));
    }

    /** What is known while the days are gone through, and what becomes of them. */
    private record Round(
            Rota rota,
            Instant now,
            TurnOrder turns,
            List<Rotas.Away> away,
            Map<String, List<Instant[]>> busy,
            Map<LocalDate, LocalDate> taken,
            boolean forGood,
            int most,
            List<Slot> slots) {

        boolean isFull() {
            return slots.stream().filter(slot -> slot.lecturerId() != null).count() >= most;
        }

        boolean isFree(String lecturerId, LocalDate on, Instant startsAt, Instant endsAt) {
            return away.stream().noneMatch(one -> one.lecturerId().equals(lecturerId) && one.covers(on))
                    && busy.getOrDefault(lecturerId, List.of()).stream()
                            .noneMatch(other -> other[0].isBefore(endsAt) && startsAt.isBefore(other[1]));
        }
    }

    /** @param most shares; nothing after them is looked at */
    private Planned slots(Rota rota, boolean forGood, int most) {
        Instant now = time.now();
        LocalDate today = now.atZone(rota.zone()).toLocalDate();
        LocalDate last = today.plusDays(rota.horizonDays());
        Map<LocalDate, Rotas.Known> known = rotas.slots(rota.group(), today);
        TurnOrder turns = new TurnOrder(rotas.queue(rota.group()));
        turns.follow(rotas.members(rota.group(), time.today()));
        Map<LocalDate, LocalDate> taken = rotas.taken(rota, now);
        // A turn that is moved on from the last days must not meet one that the rule brings later.
        rota.rule()
                .days(rota.beginsOn(), today, last.plusDays(FURTHEST_MOVE))
                .forEach(day -> taken.putIfAbsent(day, day));
        Round round = new Round(
                rota,
                now,
                turns,
                rotas.away(today),
                rotas.busy(now.minusSeconds(86_400)),
                taken,
                forGood,
                most,
                new ArrayList<>());
        boolean complete = true;
        for (LocalDate slot : rota.rule().days(rota.beginsOn(), today.plusDays(1), last)) {
            Rotas.Known day = known.getOrDefault(slot, new Rotas.Known(Set.of(), false));
            if (!day.skipped() && day.numbers().size() < rota.lecturers()) {
                complete = !round.isFull() && day(round, slot, day.numbers());
                if (!complete) {
                    break;
                }
            }
        }
        if (forGood) {
            rotas.writeQueue(rota.group(), turns.queue());
        }
        return new Planned(round.slots(), complete);
    }

    /**
     * The turns of a day that are not planned yet, as many as the rota has lecturers a day.
     *
     * @return false where the round is full before the day is
     */
    private boolean day(Round round, LocalDate slot, Set<Integer> planned) {
        Rota rota = round.rota();
        RotaDays.Day day = days.of(
                rota, slot, date -> !round.taken().getOrDefault(date, slot).equals(slot), round.forGood());
        LocalDate on = day.on();
        String dayOff = day.dayOff();
        if (!day.clear()) {
            // Not written down: the owner of the table mends it, and the day is planned after all.
            round.slots().add(new Slot(slot, 1, null, null, "unclear"));
            return true;
        }
        if (on == null) {
            leave(round, slot, planned, dayOff == null || dayOff.isEmpty() ? "weekend" : dayOff, day);
            return true;
        }
        // A time that the clock skips in spring is the first one after it.
        Instant startsAt = on.atTime(rota.startsAt()).atZone(rota.zone()).toInstant();
        if (!startsAt.isAfter(round.now())) {
            leave(round, slot, planned, "past", day);
            return true;
        }
        Instant endsAt = startsAt.plus(rota.length());
        Set<String> working = Set.copyOf(rotas.members(rota.group(), on));
        for (int number = 1; number <= rota.lecturers(); number++) {
            if (planned.contains(number)) {
                continue;
            }
            if (round.isFull()) {
                return false;
            }
            Optional<String> lecturer = round.turns()
                    .next(candidate -> working.contains(candidate) && round.isFree(candidate, on, startsAt, endsAt));
            if (lecturer.isEmpty()) {
                // Not written down: somebody may be back until then.
                round.slots().add(new Slot(slot, number, null, null, "nobody"));
                return true;
            }
            String lecturerId = lecturer.get();
            round.busy().computeIfAbsent(lecturerId, any -> new ArrayList<>()).add(new Instant[] {startsAt, endsAt});
            round.taken().put(on, slot);
            if (round.forGood()) {
                String shareId = UUID.randomUUID().toString();
                shareStarts.start(new ShareStarts.Planned(
                        shareId,
                        lecturerId,
                        title(lecturerId),
                        startsAt,
                        rota.minutes(),
                        rota.place(),
                        rota.audience()));
                rotas.writeSlot(rota.group(), slot, number, shareId, dayOff, day);
            }
            round.slots().add(new Slot(slot, number, startsAt, lecturerId, dayOff));
        }
        return true;
    }

    /** A day that has a turn already stays as it is. */
    private void leave(Round round, LocalDate slot, Set<Integer> planned, String reason, RotaDays.Day day) {
        if (!planned.isEmpty()) {
            return;
        }
        if (round.forGood()) {
            rotas.writeSlot(round.rota().group(), slot, 1, null, reason, day);
        }
        round.slots().add(new Slot(slot, 1, null, null, reason));
    }

    /**
     * The one of the lecturer's topics that was shared longest ago, those never shared first; so the next time it is
     * another one, in whatever rhythm turns come. The lecturer may change it.
     */
    private String title(String lecturerId) {
        Employee person = employees.get(lecturerId);
        List<String> topics = lecturers.findById(lecturerId).map(Lecturer::topics).orElse(List.of()).stream()
                .map(topic -> topic.length() > LONGEST_TITLE ? topic.substring(0, LONGEST_TITLE) : topic)
                .toList();
        if (topics.isEmpty()) {
            Locale locale = person.locale();
            return texts.text(locale, "rota.title", person.name());
        }
        Map<String, Instant> lastShared = new HashMap<>();
        shares.findByLecturerIdOrderByStartsAtDesc(lecturerId, Limit.of(SHARES_LOOKED_AT)).stream()
                .filter(share -> share.state() != Share.State.CANCELLED)
                .forEach(share -> lastShared.putIfAbsent(share.title(), share.startsAt()));
        return Collections.min(topics, Comparator.comparing(topic -> lastShared.getOrDefault(topic, Instant.EPOCH)));
    }
}
