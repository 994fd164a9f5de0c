package org.xinhuo.incentive.sharing;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.people.Groups;

/** Calls a share off or passes it to another lecturer, as long as it is not over. */
@Service
@Transactional
public class ChangeShare {

    private final Shares shares;
    private final Attendances attendances;
    private final ShareNotices notices;
    private final Groups groups;

    ChangeShare(Shares shares, Attendances attendances, ShareNotices notices, Groups groups) {
        this.shares = shares;
        this.attendances = attendances;
        this.notices = notices;
        this.groups = groups;
    }

    /** Calls it off; the lecturer and everybody on the attendance list are told. */
    public void cancel(String shareId) {
        Share share = shares.get(shareId);
        share.cancel();
        shares.saveAndFlush(share);
        Set<String> concerned = new TreeSet<>(attendances.of(shareId));
        concerned.add(share.lecturerId());
        for (String person : concerned) {
            notices.tell(
                    share,
                    person,
                    "cancelled",
                    "incentive.shareCancelled",
                    share.title(),
                    notices.clockTime(person, share.startsAt()));
        }
    }

    /** Passes it on; who gives a share does not attend it. Both lecturers are told. */
    public void swap(String shareId, @Nullable String newLecturerId) {
        Share share = shares.get(shareId);
        String before = share.lecturerId();
        if (newLecturerId == null || !groups.of(newLecturerId).contains("lecturer")) {
            throw Refusal.invalid("lecturerId", "incentive.notALecturer", String.valueOf(newLecturerId));
        }
        if (newLecturerId.equals(before)) {
            throw Refusal.conflict("incentive.sameLecturer", newLecturerId);
        }
        share.passTo(newLecturerId);
        shares.saveAndFlush(share);
        attendances.remove(shareId, newLecturerId);
        notices.tell(
                share,
                newLecturerId,
                "taken-over-from-" + before,
                "incentive.shareTakenOver",
                share.title(),
                notices.clockTime(newLecturerId, share.startsAt()));
        notices.tell(
                share,
                before,
                "passed-to-" + newLecturerId,
                "incentive.sharePassedOn",
                share.title(),
                notices.name(newLecturerId));
    }
}
