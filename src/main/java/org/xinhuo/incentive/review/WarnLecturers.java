package org.xinhuo.incentive.review;

import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.Decisions;
import org.xinhuo.incentive.scoring.Grade;
import org.xinhuo.incentive.title.KeepTitles;
import org.xinhuo.notification.Notices;

/**
 * Writes an improvement notice for every failed month of which the decision {@code lecturer-warning} says so: two failed
 * ones in a row, unless the owner wants it otherwise. An old month that is confirmed late makes a row with the months
 * after it as well as with those before.
 */
@Component
@Transactional
public class WarnLecturers {

    private final JdbcClient jdbc;
    private final CompanyTime time;
    private final Notices notices;
    private final Decisions decisions;
    private final FailedMonths failedMonths;

    WarnLecturers(JdbcClient jdbc, CompanyTime time, Notices notices, Decisions decisions, FailedMonths failedMonths) {
        this.notices = notices;
        this.jdbc = jdbc;
        this.time = time;
        this.decisions = decisions;
        this.failedMonths = failedMonths;
    }

    /**
     * @param period a confirmed month, reviewed or corrected just now
     * @param correctionId what corrected it, so that only those are asked for whose result it changed; null after a review
     * @return the ids of the notices that are new; a second run finds none
     */
    public List<String> warn(YearMonth period, @Nullable String correctionId) {
        WarningRule rule = new WarningRule(decisions);
        List<String> failing = failing(period, correctionId);
        FailedMonths.Facts facts = failedMonths.of(new TreeSet<>(failing));
        List<String> written = new ArrayList<>();
        for (String lecturer : failing) {
            YearMonth month = period;
            for (WarningRule.Case failed = facts.upTo(lecturer, month);
                    failed != null;
                    failed = facts.upTo(lecturer, month)) {
                WarningRule.Answer answer = rule.now(failed);
                if (answer.notice()) {
                    write(lecturer, month, failed, answer.version()).ifPresent(written::add);
                }
                month = month.plusMonths(1);
            }
        }
        return written;
    }

    private List<String> failing(YearMonth period, @Nullable String correctionId) {
        return jdbc.sql("""
                        select m.lecturer_id from lecturer_month m join employee e on e.id = m.lecturer_id
                        where m.period = :period and m.grade = :fail and m.confirmed_at is not null
                          and (e.left_on is null or e.left_on > :today)
                          and (cast(:correction as text) is null or exists (
                              select 1 from month_result r
                              where r.correction_id = :correction and r.lecturer_id = m.lecturer_id))
                        order by m.lecturer_id
                        """)
                .param("period", period.toString())
                .param("fail", Grade.FAIL)
                .param("today", time.today())
                .param("correction", correctionId)
                .query(String.class)
                .list();
    }

    private Optional<String> write(String lecturer, YearMonth month, WarningRule.Case failed, int version) {
        return jdbc.sql("""
                        insert into improvement_notice (id, lecturer_id, period, created_at, failed_months,
                            shares_planned, lecturer_months, decision_key, decision_version)
                        values (gen_random_uuid()::text, :lecturer, :period, :now, :failed, :shares, :months, :key,
                            :version)
                        on conflict (lecturer_id, period) where withdrawn_at is null do nothing
                        returning id
                        """)
                .param("lecturer", lecturer)
                .param("period", month.toString())
                .param("now", Timestamp.from(time.now()))
                .param("failed", failed.failedMonths())
                .param("shares", failed.sharesPlanned())
                .param("months", failed.lecturerMonths())
                .param("key", WarningRule.TABLE)
                .param("version", version)
                .query(String.class)
                .optional();
    }

    /**
     * Withdraws the notices that stood on failed months of which one is failed no longer, where the table, in the version
     * that warned, would not warn of what is left.
     *
     * @param period the month corrected just now
     * @param correctionId what corrected it, for {@code reason}
     * @return the ids of the notices of whose talks HR knows and which nobody has held
     */
    public List<String> withdraw(YearMonth period, String correctionId, String reason) {
        List<Standing> standing = standingOn(period);
        FailedMonths.Facts facts = failedMonths.of(
                standing.stream().map(Standing::lecturerId).collect(Collectors.toCollection(TreeSet::new)));
        WarningRule rule = new WarningRule(decisions);
        List<String> waiting = new ArrayList<>();
        for (Standing notice : standing) {
            WarningRule.Case left = facts.upTo(notice.lecturerId(), YearMonth.parse(notice.period()));
            if (left == null || !rule.then(left, notice.version())) {
                withdraw(notice, correctionId, reason);
                if (notice.waits()) {
                    waiting.add(notice.id());
                }
            }
        }
        return waiting;
    }

    private void withdraw(Standing notice, String correctionId, String reason) {
        jdbc.sql("update improvement_notice set withdrawn_at = :now, withdrawn_by = :correction,"
                        + " withdrawn_why = :reason, version = version + 1 where id = :id")
                .param("now", Timestamp.from(time.now()))
                .param("correction", correctionId)
                .param("reason", reason)
                .param("id", notice.id())
                .update();
        notices.tell(
                notice.lecturerId(),
                "incentive/improvement/" + notice.id() + "/withdrawn",
                "title.noticeWithdrawn",
                KeepTitles.PAGE,
                notice.period(),
                reason);
    }

    /** The notices that stand and have this month among their failed ones. */
    private List<Standing> standingOn(YearMonth period) {
        return jdbc.sql("""
                        select id, lecturer_id, period, decision_version,
                               opened_at is not null and held_on is null as waits
                        from improvement_notice
                        where withdrawn_at is null and period >= :period
                          and to_date(period, 'YYYY-MM') - (failed_months - 1) * interval '1 month'
                              <= to_date(:period, 'YYYY-MM')
                        order by lecturer_id, period
                        for update
                        """)
                .param("period", period.toString())
                .query((row, number) -> new Standing(
                        row.getString("id"),
                        row.getString("lecturer_id"),
                        row.getString("period"),
                        row.getObject("decision_version", Integer.class),
                        row.getBoolean("waits")))
                .list();
    }

    private record Standing(
            String id,
            String lecturerId,
            String period,
            @Nullable Integer version,
            boolean waits) {}
}
