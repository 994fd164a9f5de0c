package org.xinhuo.incentive.correction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.correction.MonthCorrection.Rules;
import org.xinhuo.incentive.correction.MonthCorrection.State;

/** All corrections. A decided one never changes: the database refuses it. */
@Repository
@Transactional
public class MonthCorrections {

    private final JdbcClient jdbc;

    MonthCorrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Refusal where there is no such correction */
    @Transactional(readOnly = true)
    public MonthCorrection get(String id) {
        return jdbc.sql("select * from month_correction where id = :id")
                .param("id", id)
                .query(MonthCorrections::correction)
                .optional()
                .orElseThrow(() -> Refusal.notFound("correction.unknown", id));
    }

    /** Of one period or of all, the newest first. */
    @Transactional(readOnly = true)
    public List<MonthCorrection> newest(@Nullable YearMonth period, int limit) {
        return jdbc.sql("select * from month_correction where cast(:period as text) is null or period = :period"
                        + " order by requested_at desc, id limit :limit")
                .param("period", period == null ? null : period.toString())
                .param("limit", limit)
                .query(MonthCorrections::correction)
                .list();
    }

    /** @return whether it was written; not where the id is taken or the period has an open correction */
    boolean open(String id, YearMonth period, Rules rules, String reason, @Nullable String by, Instant at) {
        return jdbc.sql("insert into month_correction (id, period, number, state, rules, reason, requested_by,"
                                + " requested_at) select :id, :period, coalesce(max(number), 0) + 1, 'OPEN', :rules,"
                                + " :reason, :by, :at from month_correction where period = :period"
                                + " on conflict do nothing")
                        .param("id", id)
                        .param("period", period.toString())
                        .param("rules", rules.code())
                        .param("reason", reason)
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void computed(String id, Instant at) {
        jdbc.sql("update month_correction set computed_at = :at, version = version + 1 where id = :id")
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    /** @throws Refusal where it was decided before: of two at once the second finds it closed */
    void close(String id, State as, @Nullable String by, @Nullable String remark, Instant at) {
        int closed = jdbc.sql("update month_correction set state = :state, decided_by = :by, decided_at = :at,"
                        + " remark = :remark, version = version + 1 where id = :id and state = 'OPEN'")
                .param("state", as.name())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("remark", remark)
                .param("id", id)
                .update();
        if (closed == 0) {
            throw Refusal.conflict("correction.wasDecided", id);
        }
    }

    private static MonthCorrection correction(ResultSet row, int number) throws SQLException {
        return new MonthCorrection(
                row.getString("id"),
                YearMonth.parse(row.getString("period")),
                row.getInt("number"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Rules.of(row.getString("rules")),
                row.getString("reason"),
                row.getString("requested_by"),
                row.getTimestamp("requested_at").toInstant(),
                instant(row, "computed_at"),
                row.getString("decided_by"),
                instant(row, "decided_at"),
                row.getString("remark"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
