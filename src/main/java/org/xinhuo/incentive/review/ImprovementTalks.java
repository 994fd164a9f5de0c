package org.xinhuo.incentive.review;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;

/** Follows an improvement notice to the talk with HR. */
@Component
@Transactional
public class ImprovementTalks {

    private static final Set<String> MAY_START = Set.of("hr", "camunda-admin");

    private final JdbcClient jdbc;
    private final CompanyTime time;
    private final Notices notices;
    private final Groups groups;
    private final Employees employees;

    ImprovementTalks(JdbcClient jdbc, CompanyTime time, Notices notices, Groups groups, Employees employees) {
        this.employees = employees;
        this.jdbc = jdbc;
        this.time = time;
        this.notices = notices;
        this.groups = groups;
    }

    /** Who is to be talked with, the last of the failed months, and how many they are. */
    public record Notice(String id, String lecturerId, YearMonth period, int failedMonths) {

        YearMonth first() {
            return period.minusMonths(failedMonths - 1L);
        }
    }

    /**
     * What became of a notice.
     *
     * @param first the first of the failed months, {@code period} the last
     * @param heldOn when the talk was, or null
     * @param withdrawnWhy why a correction took the notice back, or null where it stands
     */
    public record Outcome(
            YearMonth first,
            YearMonth period,
            @Nullable LocalDate heldOn,
            @Nullable String withdrawnWhy) {}

    /** All notices to this lecturer, the newest first. */
    @Transactional(readOnly = true)
    public List<Outcome> of(String lecturerId) {
        return jdbc.sql("select period, failed_months, held_on, withdrawn_why from improvement_notice"
                        + " where lecturer_id = :lecturer"
                        + " order by period desc, created_at desc")
                .param("lecturer", lecturerId)
                .query((row, number) -> new Outcome(
                        YearMonth.parse(row.getString("period")).minusMonths(row.getInt("failed_months") - 1L),
                        YearMonth.parse(row.getString("period")),
                        row.getObject("held_on", LocalDate.class),
                        row.getString("withdrawn_why")))
                .list();
    }

    public Notice get(String noticeId) {
        return find(noticeId).orElseThrow(() -> Refusal.notFound("incentive.unknownImprovementNotice", noticeId));
    }

    /**
     * Takes a notice up, once, and tells the lecturer.
     *
     * @param startedBy who starts it by hand, or null
     */
    public void open(String noticeId, @Nullable String startedBy) {
        if (startedBy != null && groups.of(startedBy).stream().noneMatch(MAY_START::contains)) {
            throw Refusal.forbidden("incentive.talksStartByThemselves");
        }
        Notice notice = get(noticeId);
        int opened = jdbc.sql("update improvement_notice set opened_at = :now, version = version + 1"
                        + " where id = :id and opened_at is null and withdrawn_at is null")
                .param("now", Timestamp.from(time.now()))
                .param("id", noticeId)
                .update();
        if (opened == 0) {
            throw Refusal.conflict("incentive.talkWasOpened", noticeId);
        }
        notices.tell(
                notice.lecturerId(),
                "incentive/improvement/" + noticeId,
                switch (notice.failedMonths()) {
                    case 1 -> "incentive.improvementNeededOnce";
                    case 2 -> "incentive.improvementNeeded";
                    default -> "incentive.improvementNeededLong";
                },
                null,
                notice.first().toString(),
                notice.period().toString(),
                notice.failedMonths());
    }

    /** Records the talk. @throws Refusal for a day to come, before the notice, or with oneself */
    public void held(String noticeId, String heldBy, LocalDate heldOn, String agreement) {
        Notice notice = get(noticeId);
        if (heldOn.isAfter(time.today())) {
            throw Refusal.invalid("heldOn", "incentive.talkInTheFuture");
        }
        if (heldOn.isBefore(notice.period().atDay(1))) {
            throw Refusal.invalid(
                    "heldOn", "incentive.talkBeforeTheMonth", notice.period().toString());
        }
        if (heldBy.equals(notice.lecturerId())) {
            throw Refusal.forbidden("incentive.talkWithOneself");
        }
        jdbc.sql("update improvement_notice set held_on = :on, held_by = :by, agreement = :agreement,"
                        + " version = version + 1 where id = :id")
                .param("on", heldOn)
                .param("by", heldBy)
                .param("agreement", agreement)
                .param("id", noticeId)
                .update();
    }

    /**
     * A correction has taken away what the talk was to be about: HR need not hold it.
     *
     * @throws Refusal where the notice stands
     */
    public void callOff(String noticeId) {
        Notice notice = get(noticeId);
        String reason = jdbc.sql("select withdrawn_why from improvement_notice where id = :id")
                .param("id", noticeId)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElseThrow(() -> Refusal.conflict("title.noticeStands", noticeId));
        notices.tell(
                groups.members("hr"),
                "incentive/improvement/" + noticeId + "/calledOff",
                "title.talkCalledOff",
                null,
                employees.get(notice.lecturerId()).name(),
                notice.period().toString(),
                reason);
    }

    /** The notice, where there is one. */
    @Transactional(readOnly = true)
    public Optional<Notice> find(String noticeId) {
        return jdbc.sql("select id, lecturer_id, period, failed_months from improvement_notice where id = :id")
                .param("id", noticeId)
                .query((row, number) -> new Notice(
                        row.getString("id"),
                        row.getString("lecturer_id"),
                        YearMonth.parse(row.getString("period")),
                        row.getInt("failed_months")))
                .optional();
    }
}
