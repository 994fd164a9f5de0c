package org.xinhuo.incentive.sharing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Reason;
import org.xinhuo.base.Refusal;
import org.xinhuo.people.Groups;
import org.xinhuo.people.NamedPeople;

/**
 * The attendance list of a share as people keep it: who is on it and through whom, people added by name, and people
 * taken off who were not there. It never says who has rated.
 */
@Service
@Transactional
public class AttendanceList {

    private static final Set<String> READ_EVERYBODYS = Set.of("hr", "auditor", "camunda-admin");
    private static final Set<String> CORRECT = Set.of("hr", "camunda-admin");

    private static final String LECTURES = "lecturer";

    private final Shares shares;
    private final RecordAttendance record;
    private final ShareNotices notices;
    private final Groups groups;
    private final NamedPeople named;
    private final CompanyTime time;
    private final JdbcClient jdbc;

    AttendanceList(
            Shares shares,
            RecordAttendance record,
            ShareNotices notices,
            Groups groups,
            NamedPeople named,
            CompanyTime time,
            JdbcClient jdbc) {
        this.shares = shares;
        this.record = record;
        this.notices = notices;
        this.groups = groups;
        this.named = named;
        this.time = time;
        this.jdbc = jdbc;
    }

    /**
     * Somebody on the list.
     *
     * @param source {@code list} where somebody wrote it, {@code check-in} where he or she checked in
     * @param recordedBy the name of who wrote it; null where it was imported or is older than this is kept
     */
    public record Attendee(
            String employeeId,
            String name,
            String department,
            String source,
            @Nullable String recordedBy,
            @Nullable Instant recordedAt) {}

    /** Somebody who was taken off. */
    public record Removed(String employeeId, String name, String removedBy, Instant removedAt, String reason) {}

    /**
     * @param attendees by name
     * @param removed the newest first
     * @param adds whether the reader may add people
     * @param removes whether the reader may take people off
     */
    public record Shown(String title, List<Attendee> attendees, List<Removed> removed, boolean adds, boolean removes) {}

    /** @throws Refusal where the reader is neither the lecturer nor HR, an auditor or an administrator */
    @Transactional(readOnly = true)
    public Shown show(String shareId, String reader) {
        Share share = shares.get(shareId);
        Set<String> roles = groups.of(reader);
        boolean lecturer = share.lecturerId().equals(reader);
        boolean corrects = roles.stream().anyMatch(CORRECT::contains);
        if (!lecturer && roles.stream().noneMatch(READ_EVERYBODYS::contains)) {
            throw Refusal.forbidden("incentive.attendanceNotYours");
        }
        boolean on = share.state() != Share.State.CANCELLED;
        return new Shown(
                share.title(),
                attendees(shareId),
                removed(shareId),
                on && (lecturer || corrects && !roles.contains(LECTURES)),
                on && corrects && !lecturer && !roles.contains(LECTURES));
    }

    /**
     * Adds people as a list on paper names them.
     *
     * @param words ids or whole names, between them commas or line ends
     * @throws Refusal as {@link RecordAttendance#record}; also where a name is not known or is several people's
     */
    public RecordAttendance.Recorded add(String shareId, String words, String recordedBy) {
        Set<String> asked = NamedPeople.words(words);
        if (asked.isEmpty() || asked.size() > RecordAttendance.MOST_PEOPLE) {
            throw Refusal.invalid("people", "form.listSize", "people", 1, RecordAttendance.MOST_PEOPLE);
        }
        // Who may not keep the list is not told who works here.
        record.refuseStrangers(shareId, recordedBy);
        return record.record(shareId, named.ids("people", asked), recordedBy);
    }

    /**
     * Takes off somebody who was not there, and tells him or her why.
     *
     * @throws Refusal where the caller is not of HR, or is the lecturer, who would choose his or her raters, or any other,
     *     who would choose those of a rival and find out who has rated; where that person is not on the list, or has rated:
     *     what was given is not taken away
     */
    public void remove(String shareId, String employeeId, @Nullable String why, String removedBy) {
        Share share = shares.get(shareId);
        Set<String> roles = groups.of(removedBy);
        if (share.lecturerId().equals(removedBy) || roles.stream().noneMatch(CORRECT::contains)) {
            throw Refusal.forbidden("incentive.attendanceNotYoursToCorrect");
        }
        if (roles.contains(LECTURES)) {
            throw Refusal.forbidden("incentive.attendanceOfARival");
        }
        Reason reason = Reason.of(why);
        String id = employeeId.replace("\0", "");
        // Ratings take the same row in share mode: none comes in between.
        jdbc.sql("select id from share where id = :share for update")
                .param("share", shareId)
                .query(String.class)
                .single();
        if (exists("select exists (select 1 from rating where share_id = :share and learner_id = :id)", shareId, id)) {
            throw Refusal.conflict("incentive.attendeeStays", id);
        }
        int removed = jdbc.sql("""
                        with gone as (delete from share_attendance where share_id = :share and employee_id = :id
                                      returning share_id, employee_id, source, recorded_by)
                        insert into attendance_removal
                            (share_id, employee_id, source, recorded_by, removed_by, removed_at, reason)
                        select share_id, employee_id, source, recorded_by, :by, :now, :reason from gone
                        """)
                .param("share", shareId)
                .param("id", id)
                .param("by", removedBy)
                .param("now", Timestamp.from(time.now()))
                .param("reason", reason.words())
                .update();
        if (removed == 0) {
            throw Refusal.notFound("incentive.notAnAttendee", id);
        }
        notices.tell(
                share,
                id,
                "attendance-removed-" + time.now().toEpochMilli(),
                "incentive.attendanceRemoved",
                share.title(),
                reason.words());
    }

    private boolean exists(String question, String shareId, String employeeId) {
        return jdbc.sql(question)
                .param("share", shareId)
                .param("id", employeeId)
                .query(Boolean.class)
                .single();
    }

    private List<Attendee> attendees(String shareId) {
        return jdbc.sql("""
                        select a.employee_id, e.name, e.department, a.source, by.name as recorded_by, a.recorded_at
                        from share_attendance a
                            join employee e on e.id = a.employee_id
                            left join employee by on by.id = a.recorded_by and a.source = 'list'
                        where a.share_id = :share order by e.name, e.id
                        """)
                .param("share", shareId)
                .query((row, number) -> new Attendee(
                        row.getString("employee_id"),
                        row.getString("name"),
                        row.getString("department"),
                        row.getString("source"),
                        row.getString("recorded_by"),
                        instant(row.getTimestamp("recorded_at"))))
                .list();
    }

    private List<Removed> removed(String shareId) {
        return jdbc.sql("""
                        select r.employee_id, e.name, coalesce(by.name, r.removed_by) as removed_by, r.removed_at, r.reason
                        from attendance_removal r
                            join employee e on e.id = r.employee_id left join employee by on by.id = r.removed_by
                        where r.share_id = :share order by r.id desc
                        """)
                .param("share", shareId)
                .query((row, number) -> new Removed(
                        row.getString("employee_id"),
                        row.getString("name"),
                        row.getString("removed_by"),
                        row.getTimestamp("removed_at").toInstant(),
                        row.getString("reason")))
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
