package org.xinhuo.incentive.review;

import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.incentive.scoring.Grade;
import org.xinhuo.incentive.title.KeepTitles;
import org.xinhuo.notification.Notices;

/**
 * Writes an improvement notice for every two failed months in a row. An old month that is confirmed late makes a row
 * with the month after it as well as with the one before.
 */
@Component
@Transactional
public class WarnLecturers {

    private final JdbcClient jdbc;
    private final CompanyTime time;
    private final Notices notices;

    WarnLecturers(JdbcClient jdbc, CompanyTime time, Notices notices) {
        this.notices = notices;
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * @param period a confirmed month, reviewed or corrected just now
     * @return the ids of the notices that are new; a second run finds none
     */
    public List<String> warn(YearMonth period) {
        return Stream.concat(warnOf(period).stream(), warnOf(period.plusMonths(1)).stream())
                .toList();
    }

    private List<String> warnOf(YearMonth second) {
        return jdbc.sql("""
                        insert into improvement_notice (id, lecturer_id, period, created_at)
                        select gen_random_uuid()::text, this.lecturer_id, this.period, :now
                        from lecturer_month this
                        join lecturer_month before on before.lecturer_id = this.lecturer_id
                        join employee e on e.id = this.lecturer_id
                        where this.period = :second and this.grade = :fail and this.confirmed_at is not null
                          and before.period = :first and before.grade = :fail and before.confirmed_at is not null
                          and (e.left_on is null or e.left_on > :today)
                        order by this.lecturer_id
                        on conflict (lecturer_id, period) where withdrawn_at is null do nothing
                        returning id
                        """)
                .param("now", Timestamp.from(time.now()))
                .param("second", second.toString())
                .param("first", second.minusMonths(1).toString())
                .param("fail", Grade.FAIL)
                .param("today", time.today())
                .query(String.class)
                .list();
    }

    /**
     * Withdraws the notices that stood on a failed month which is failed no longer.
     *
     * @param period the month corrected just now
     * @param correctionId what corrected it, for {@code reason}
     * @return the ids of the notices of whose talks HR knows and which nobody has held
     */
    public List<String> withdraw(YearMonth period, String correctionId, String reason) {
        List<Withdrawn> withdrawn = jdbc.sql("""
                        update improvement_notice n
                        set withdrawn_at = :now, withdrawn_by = :correction, withdrawn_why = :reason,
                            version = version + 1
                        where n.period in (:periods) and n.withdrawn_at is null
                          and (select count(*) from lecturer_month m
                               where m.lecturer_id = n.lecturer_id and m.confirmed_at is not null and m.grade = :fail
                                 and m.period in (n.period,
                                     to_char(to_date(n.period, 'YYYY-MM') - interval '1 month', 'YYYY-MM'))) < 2
                        returning n.id, n.lecturer_id, n.period, n.opened_at is not null and n.held_on is null as waits
                        """)
                .param("now", Timestamp.from(time.now()))
                .param("correction", correctionId)
                .param("reason", reason)
                .param(
                        "periods",
                        List.of(period.toString(), period.plusMonths(1).toString()))
                .param("fail", Grade.FAIL)
                .query((row, number) -> new Withdrawn(
                        row.getString("id"),
                        row.getString("lecturer_id"),
                        row.getString("period"),
                        row.getBoolean("waits")))
                .list();
        withdrawn.forEach(notice -> notices.tell(
                notice.lecturerId(),
                "incentive/improvement/" + notice.id() + "/withdrawn",
                "title.noticeWithdrawn",
                KeepTitles.PAGE,
                notice.period(),
                reason));
        return withdrawn.stream().filter(Withdrawn::waits).map(Withdrawn::id).toList();
    }

    private record Withdrawn(String id, String lecturerId, String period, boolean waits) {}
}
