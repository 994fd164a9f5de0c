package org.xinhuo.incentive.sharing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.people.Groups;

/** Writes down who is or was at a share, before or after it is held. Only they may rate it. */
@Service
@Transactional
public class RecordAttendance {

    /** Most people in one call. */
    public static final int MOST_PEOPLE = 10_000;

    private final Shares shares;
    private final Attendances attendances;
    private final ShareNotices notices;
    private final Groups groups;
    private final CompanyTime time;

    RecordAttendance(Shares shares, Attendances attendances, ShareNotices notices, Groups groups, CompanyTime time) {
        this.shares = shares;
        this.attendances = attendances;
        this.notices = notices;
        this.groups = groups;
        this.time = time;
    }

    /**
     * What a call changed.
     *
     * @param added who was not on the list before
     * @param attendees on the list now
     */
    public record Recorded(int added, int attendees) {}

    /**
     * Adds people to the list; who is on it stays, with what they rated.
     *
     * @throws Refusal where the caller is neither the lecturer nor HR nor an administrator, or lectures and would choose
     *     who rates a rival; where the share is cancelled, an id is unknown (all of them are named), or the lecturer
     *     himself is among them
     */
    public Recorded record(String shareId, List<String> employeeIds, String recordedBy) {
        Share share = refuseStrangers(shareId, recordedBy);
        if (share.state() == Share.State.CANCELLED) {
            throw Refusal.conflict("incentive.shareWasCancelled", share.title());
        }
        if (employeeIds.isEmpty() || employeeIds.size() > MOST_PEOPLE) {
            throw Refusal.invalid("employeeIds", "form.listSize", "employeeIds", 1, MOST_PEOPLE);
        }
        Set<String> unknown = unknown(employeeIds);
        if (!unknown.isEmpty()) {
            throw Refusal.invalid("employeeIds", "incentive.unknownPeople", String.join(", ", unknown));
        }
        if (employeeIds.contains(share.lecturerId())) {
            throw Refusal.invalid("employeeIds", "incentive.lecturerDoesNotAttend", share.lecturerId());
        }
        Set<String> added = attendances.add(shareId, employeeIds, recordedBy, time.now());
        if (share.isRatingOpenAt(time.now())) {
            notices.askToRate(share, added);
        }
        return new Recorded(added.size(), attendances.of(shareId).size());
    }

    Share refuseStrangers(String shareId, String recordedBy) {
        Share share = shares.get(shareId);
        if (!mayRecord(share, recordedBy)) {
            throw Refusal.forbidden("incentive.attendanceNotYours");
        }
        if (!recordedBy.equals(share.lecturerId()) && groups.of(recordedBy).contains("lecturer")) {
            throw Refusal.forbidden("incentive.attendanceOfARival");
        }
        return share;
    }

    private boolean mayRecord(Share share, String person) {
        if (person.equals(share.lecturerId())) {
            return true;
        }
        Set<String> roles = groups.of(person);
        return roles.contains("hr") || roles.contains("camunda-admin");
    }

    /** An id with a NUL character is unknown without asking: the database could not even be asked. */
    private Set<String> unknown(List<String> employeeIds) {
        Set<String> unknown = new LinkedHashSet<>();
        Set<String> askable = new LinkedHashSet<>();
        for (String id : employeeIds) {
            (id.indexOf('\0') < 0 ? askable : unknown).add(id);
        }
        unknown.addAll(attendances.unknown(askable));
        return unknown;
    }
}
