package org.xinhuo.incentive.sharing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who was at which share. Set-based: nobody is interested in one attendance alone. */
@Repository
@Transactional
public class Attendances {

    private final JdbcClient jdbc;

    Attendances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Set<String> of(String shareId) {
        return new LinkedHashSet<>(
                jdbc.sql("select employee_id from share_attendance where share_id = :share order by employee_id")
                        .param("share", shareId)
                        .query(String.class)
                        .list());
    }

    @Transactional(readOnly = true)
    public boolean contains(String shareId, String employeeId) {
        return jdbc.sql("select exists (select 1 from share_attendance where share_id = :share and employee_id = :id)")
                .param("share", shareId)
                .param("id", employeeId)
                .query(Boolean.class)
                .single();
    }

    /** Adds people and says who was not there before. */
    Set<String> add(String shareId, Collection<String> employeeIds, String recordedBy, Instant now) {
        return new LinkedHashSet<>(
                jdbc.sql("insert into share_attendance (share_id, employee_id, recorded_by, recorded_at)"
                                + " select :share, id, :by, :now from employee where id = any(:ids) order by id"
                                + " on conflict do nothing returning employee_id")
                        .param("share", shareId)
                        .param("ids", employeeIds.toArray(String[]::new))
                        .param("by", recordedBy)
                        .param("now", Timestamp.from(now))
                        .query(String.class)
                        .list());
    }

    /** @return false where this person was on the list before */
    boolean checkIn(String shareId, String employeeId, Instant now) {
        return jdbc.sql("insert into share_attendance (share_id, employee_id, source, recorded_by, recorded_at)"
                                + " values (:share, :id, 'check-in', :id, :now) on conflict do nothing")
                        .param("share", shareId)
                        .param("id", employeeId)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void remove(String shareId, String employeeId) {
        jdbc.sql("delete from share_attendance where share_id = :share and employee_id = :id")
                .param("share", shareId)
                .param("id", employeeId)
                .update();
    }

    /** Those of the ids that nobody has. */
    @Transactional(readOnly = true)
    Set<String> unknown(Collection<String> employeeIds) {
        Set<String> unknown = new LinkedHashSet<>(employeeIds);
        jdbc.sql("select id from employee where id = any(:ids)")
                .param("ids", employeeIds.toArray(String[]::new))
                .query(String.class)
                .list()
                .forEach(unknown::remove);
        return unknown;
    }
}
