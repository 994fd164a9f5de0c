package org.xinhuo.incentive.invitation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.calendar.CalendarMethod;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.UsableAnswer;
import org.xinhuo.incentive.invitation.ShareInvitations.Sent;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.incentive.sharing.ShareChanged;
import org.xinhuo.incentive.sharing.ShareNotices;
import org.xinhuo.incentive.sharing.Shares;
import org.xinhuo.notification.CalendarNotices;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Lecturer;
import org.xinhuo.people.Lecturers;

/**
 * Brings the calendars of lecturer and audience in line with a share: who is new gets an invitation, who has an older
 * version an update, who is not meant any more a cancellation. Asked twice, it does nothing the second time.
 */
@Service
@Transactional
public class SendInvitations {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** With an audience of ten thousand each, all of them take less than half of a minute. */
    private static final int PORTION = 25;

    private static final String GIVEN_AWAY = "incentive.sharePassedOn";
    private static final String GIVEN_AWAY_BY_HR = "rota.givenAway";

    private static final String TABLE = "invitation-lead";

    /** As the product comes. */
    private static final int LEAD_DAYS = 28;

    private static final int ANY_TIME_HOURS = 24;
    private static final int LONGEST_LEAD_DAYS = 366;

    private final Shares shares;
    private final ShareInvitations invitations;
    private final Audiences audiences;
    private final ShareEvents events;
    private final CalendarNotices notices;
    private final Employees employees;
    private final Lecturers lecturers;
    private final Decisions decisions;
    private final CompanyTime time;

    SendInvitations(
            Shares shares,
            ShareInvitations invitations,
            Audiences audiences,
            ShareEvents events,
            CalendarNotices notices,
            Employees employees,
            Lecturers lecturers,
            Decisions decisions,
            CompanyTime time) {
        this.shares = shares;
        this.invitations = invitations;
        this.audiences = audiences;
        this.events = events;
        this.notices = notices;
        this.employees = employees;
        this.lecturers = lecturers;
        this.decisions = decisions;
        this.time = time;
    }

    /** Several people with the same part in the change are told the same. */
    private record Told(Set<String> people, String code, List<Object> more) {}

    @EventListener
    public void on(ShareChanged changed) {
        invitations.hold(changed.shareId());
        bring(changed);
    }

    /**
     * The shares whose audience may be invited by now, a few a portion: what is to be written for them fits into one
     * short transaction.
     *
     * @return the first and the last id of each portion, with a space between
     */
    @Transactional(readOnly = true)
    public List<String> portions() {
        Instant now = time.now();
        List<String> soon = invitations.soon(now, now.plus(Duration.ofDays(longestLead())));
        List<String> portions = new ArrayList<>();
        for (int first = 0; first < soon.size(); first += PORTION) {
            int last = Math.min(first + PORTION, soon.size()) - 1;
            portions.add(soon.get(first) + " " + soon.get(last));
        }
        return portions;
    }

    /**
     * Invites the audiences of a portion whose time has come, and looks again at those that were invited: who has joined
     * a department since, and who has left it. Locks and writes only what differs, and waits for nobody.
     *
     * @param portion one of {@link #portions()}
     */
    public void refresh(String portion) {
        Instant now = time.now();
        String[] ends = portion.split(" ", 2);
        Map<String, Integer> days = new HashMap<>();
        Map<String, Optional<String>> looked = new TreeMap<>();
        for (ShareInvitations.Near share :
                invitations.soon(now, now.plus(Duration.ofDays(longestLead())), ends[0], ends[1])) {
            int lead = days.computeIfAbsent(share.group(), group -> days(leadOf(group)));
            boolean time = share.invited() || isNear(share.startsAt(), now, lead);
            looked.put(
                    share.id(),
                    time ? Optional.of(share.audience() == null ? "" : share.audience()) : Optional.empty());
        }
        for (String share : audiences.outdated(looked)) {
            if (invitations.holdAtOnce(share)) {
                bring(new ShareChanged(share, ShareChanged.Kind.PLANNED, null, null));
            }
        }
    }

    private static boolean isNear(Instant startsAt, Instant now, int days) {
        return !startsAt.isAfter(now.plus(Duration.ofDays(days)));
    }

    /** Nobody else writes to people about this share until the transaction ends. */
    private void bring(ShareChanged changed) {
        String id = changed.shareId();
        Share share = shares.get(id);
        Instant now = time.now();
        boolean off = share.state() == Share.State.CANCELLED;
        if (!off && (share.state() != Share.State.PLANNED || !share.startsAt().isAfter(now))) {
            return;
        }
        UsableAnswer lead = lead(share.lecturerId());
        Map<String, Sent> open = invitations.open(id);
        Set<String> meant = meant(share, off, open, now, days(lead));
        Set<String> fresh = new TreeSet<>(meant);
        fresh.removeAll(open.keySet());
        Set<String> outdated = new TreeSet<>(meant);
        outdated.removeIf(person -> {
            Sent sent = open.get(person);
            return sent == null || sent.sequence() == share.calendarSequence();
        });
        Set<String> gone = new TreeSet<>(open.keySet());
        gone.removeAll(meant);
        if (off) {
            // Who stands on the list only, or was never written to, hears of it too.
            gone.addAll(audiences.of(id, null));
            gone.add(share.lecturerId());
        }
        boolean anyTime = share.startsAt()
                .isBefore(now.plus(Duration.ofHours(
                        lead.integer("anyTimeWithinHours", 0, LONGEST_LEAD_DAYS * 24, ANY_TIME_HOURS))));
        Employee lecturer = employees.get(share.lecturerId());
        Set<String> written = new HashSet<>(fresh);
        written.addAll(outdated);
        if (!written.isEmpty()) {
            invitations.write(id, written, share.lecturerId(), share.calendarSequence(), now);
            tell(
                    share,
                    lecturer,
                    CalendarMethod.REQUEST,
                    anyTime,
                    now,
                    requests(changed, share, lecturer, fresh, outdated));
        }
        if (!gone.isEmpty()) {
            invitations.withdraw(id, gone, share.calendarSequence(), now);
            tell(share, lecturer, CalendarMethod.CANCEL, anyTime, now, cancellations(changed, lecturer, off, gone));
        }
    }

    private Set<String> meant(Share share, boolean off, Map<String, Sent> open, Instant now, int days) {
        Set<String> meant = new TreeSet<>();
        if (off) {
            return meant;
        }
        boolean invited = open.values().stream().anyMatch(sent -> sent.role().equals("AUDIENCE"));
        if (invited || isNear(share.startsAt(), now, days)) {
            meant.addAll(audiences.of(share.id(), share.audience()));
        }
        meant.add(share.lecturerId());
        return meant;
    }

    private static List<Told> requests(
            ShareChanged changed, Share share, Employee lecturer, Set<String> fresh, Set<String> outdated) {
        List<Told> told = new ArrayList<>();
        Set<String> newAudience = new TreeSet<>(fresh);
        Set<String> updated = new TreeSet<>(outdated);
        String lecturerId = share.lecturerId();
        if (changed.kind() == ShareChanged.Kind.PASSED_ON) {
            newAudience.remove(lecturerId);
            updated.remove(lecturerId);
            told.add(
                    changed.reason() == null
                            ? new Told(Set.of(lecturerId), "incentive.shareTakenOver", List.of())
                            : new Told(Set.of(lecturerId), "rota.givenToYou", List.of(changed.reason())));
            String former = changed.formerLecturerId();
            if (former != null && (newAudience.remove(former) || updated.remove(former))) {
                told.add(givenAway(changed, former, lecturer));
            }
        } else if (newAudience.remove(lecturerId)) {
            told.add(new Told(Set.of(lecturerId), "rota.invited.lecturer", List.of()));
        }
        told.add(new Told(newAudience, "rota.invited.audience", List.of(lecturer.name())));
        if (changed.kind() == ShareChanged.Kind.MOVED) {
            told.add(new Told(updated, "rota.moved", List.of(changed.reason() == null ? "" : changed.reason())));
        } else {
            told.add(new Told(updated, "rota.newLecturer", List.of(lecturer.name())));
        }
        return told;
    }

    private static List<Told> cancellations(ShareChanged changed, Employee lecturer, boolean off, Set<String> gone) {
        if (off) {
            return List.of(
                    changed.reason() == null
                            ? new Told(gone, "incentive.shareCancelled", List.of())
                            : new Told(gone, "rota.cancelled", List.of(changed.reason())));
        }
        Set<String> others = new TreeSet<>(gone);
        List<Told> told = new ArrayList<>();
        String former = changed.formerLecturerId();
        if (former != null && others.remove(former)) {
            told.add(givenAway(changed, former, lecturer));
        }
        told.add(new Told(others, "rota.notMeantAnyMore", List.of()));
        return told;
    }

    /** By both lecturers, or by HR with a reason. */
    private static Told givenAway(ShareChanged changed, String former, Employee lecturer) {
        return changed.reason() == null
                ? new Told(Set.of(former), GIVEN_AWAY, List.of(lecturer.name()))
                : new Told(Set.of(former), GIVEN_AWAY_BY_HR, List.of(lecturer.name(), changed.reason()));
    }

    private static boolean isGivenAway(Told group) {
        return group.code().equals(GIVEN_AWAY) || group.code().equals(GIVEN_AWAY_BY_HR);
    }

    /** Two statements a message, and one for each group and time zone; never one a person. */
    private void tell(
            Share share, Employee lecturer, CalendarMethod method, boolean anyTime, Instant now, List<Told> groups) {
        String calendar = notices.keep(events.mail(method, share, lecturer, now, anyTime));
        String key = "sharing/" + share.id() + "/calendar/" + UUID.randomUUID();
        for (Told group : groups) {
            if (group.people().isEmpty()) {
                continue;
            }
            invitations.byZone(group.people()).forEach((zone, people) -> {
                List<Object> arguments = new ArrayList<>();
                arguments.add(share.title());
                // As the texts of old want it: who takes over, and who.
                if (!isGivenAway(group)) {
                    arguments.add(MINUTE.format(share.startsAt().atZone(ZoneId.of(zone))));
                }
                arguments.addAll(group.more());
                notices.tell(
                        people, key, calendar, anyTime, group.code(), link(share, method, group), arguments.toArray());
            });
        }
    }

    /** Where content, files and wishes are, for who may see them. */
    private static String link(Share share, CalendarMethod method, Told group) {
        return method == CalendarMethod.REQUEST && !isGivenAway(group) ? ShareNotices.PAGE + share.id() : "/rota";
    }

    private UsableAnswer lead(String lecturerId) {
        return leadOf(lecturers.findById(lecturerId).map(Lecturer::group).orElse(""));
    }

    /** A slip in the table keeps nobody from planning a share, nor others from their invitations. */
    private UsableAnswer leadOf(String group) {
        return UsableAnswer.of(decisions.preview(TABLE).decide(Map.of("group", group)));
    }

    private static int days(UsableAnswer lead) {
        return lead.integer("audienceDays", 0, LONGEST_LEAD_DAYS, LEAD_DAYS);
    }

    private int longestLead() {
        return invitations.lecturerGroups().stream()
                .mapToInt(group -> days(leadOf(group)))
                .max()
                .orElse(0);
    }
}
