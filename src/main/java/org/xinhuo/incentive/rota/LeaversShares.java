package org.xinhuo.incentive.rota;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.incentive.sharing.ShareChanged;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.DepartureAnnounced;
import org.xinhuo.people.Groups;

/**
 * What is planned for people who will be gone by then. HR hears of it and passes the shares on or calls them off; a day
 * of the rota that is called off for this reason is planned again.
 */
@Service
@Transactional
public class LeaversShares {

    private static final String GONE_BY_THEN =
            " s.state = 'PLANNED' and e.left_on is not null and s.starts_at at time zone e.time_zone >= e.left_on";

    private final JdbcClient jdbc;
    private final Groups groups;
    private final Notices notices;

    LeaversShares(JdbcClient jdbc, Groups groups, Notices notices) {
        this.jdbc = jdbc;
        this.groups = groups;
        this.notices = notices;
    }

    /** One who leaves, with the shares after the day. */
    private record Leaver(String id, String name, String group, LocalDate leftOn, int shares, String month) {}

    @EventListener
    public void on(DepartureAnnounced departure) {
        tell(" and e.id = :which", departure.employeeId());
    }

    /** Whoever leaves by a file or a program, and whatever was planned since. */
    public void tell(String group) {
        tell(" and l.lecturer_group = :which", group);
    }

    /** The day waits for another lecturer. */
    @EventListener
    public void on(ShareChanged changed) {
        if (changed.kind() == ShareChanged.Kind.CANCELLED) {
            jdbc.sql("delete from rota_slot r using share s, employee e where r.share_id = :share and s.id = r.share_id"
                            + " and e.id = s.lecturer_id and e.left_on is not null"
                            + " and s.starts_at at time zone e.time_zone >= e.left_on")
                    .param("share", changed.shareId())
                    .update();
        }
    }

    private void tell(String which, String value) {
        List<Leaver> leavers = jdbc.sql("select e.id, e.name, l.lecturer_group, e.left_on, count(*) as shares,"
                        + " to_char(min(s.starts_at) at time zone e.time_zone, 'YYYY-MM') as month"
                        + " from share s join employee e on e.id = s.lecturer_id"
                        + " join lecturer l on l.employee_id = e.id where" + GONE_BY_THEN + which
                        + " group by e.id, l.lecturer_group order by e.id")
                .param("which", value)
                .query((row, number) -> new Leaver(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("lecturer_group"),
                        row.getDate("left_on").toLocalDate(),
                        row.getInt("shares"),
                        row.getString("month")))
                .list();
        for (Leaver leaver : leavers) {
            notices.tell(
                    groups.members("hr"),
                    "rota/leaver/" + leaver.id() + "/" + leaver.leftOn(),
                    "rota.leaverHasShares",
                    RotaLinks.month(leaver.group(), leaver.month()),
                    leaver.name(),
                    leaver.leftOn().toString(),
                    leaver.shares());
        }
    }
}
