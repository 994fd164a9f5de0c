package org.xinhuo.incentive.correction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.correction.MonthCorrection.Rules;
import org.xinhuo.incentive.correction.MonthCorrection.State;
import org.xinhuo.incentive.reward.CorrectRewards;
import org.xinhuo.incentive.reward.UncorrectedMonths;

/** All corrections. A decided one never changes: the database refuses it. */
@Repository
@Transactional
public class MonthCorrections implements UncorrectedMonths {

    private final JdbcClient jdbc;

    MonthCorrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Refusal where there is no such correction */
    @Transactional(readOnly = true)
    public MonthCorrection get(String id) {
        return find(id).orElseThrow(() -> Refusal.notFound("correction.unknown", id));
    }

    /** The correction, where there is one. */
    @Transactional(readOnly = true)
    Optional<MonthCorrection> find(String id) {
        return jdbc.sql("select * from month_correction where id = :id")
                .param("id", id)
                .query(MonthCorrections::correction)
                .optional();
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

    /** One at a time who takes up what nothing carries on. Empty where there is no such correction. */
    Optional<MonthCorrection> hold(String id) {
        return jdbc.sql("select * from month_correction where id = :id for update")
                .param("id", id)
                .query(MonthCorrections::correction)
                .optional();
    }

    /** By which tables its rewards are brought in line, once that is settled. */
    @Transactional(readOnly = true)
    Optional<CorrectRewards.Tables> tables(String id) {
        return jdbc.sql("select reward_version, correction_version from month_correction_tables"
                        + " where correction_id = :id")
                .param("id", id)
                .query((row, number) -> new CorrectRewards.Tables(
                        row.getObject("reward_version", Integer.class), row.getInt("correction_version")))
                .optional();
    }

    void keep(String id, CorrectRewards.Tables tables) {
        jdbc.sql("insert into month_correction_tables (correction_id, reward_version, correction_version)"
                        + " values (:id, :reward, :correction)")
                .param("id", id)
                .param("reward", tables.reward())
                .param("correction", tables.correction())
                .update();
    }

    /** Notes that the rewards of a correction are in line. A second time changes nothing. */
    void rewarded(String id, Instant at) {
        jdbc.sql("insert into month_correction_rewarded (correction_id, rewarded_at) values (:id, :at)"
                        + " on conflict do nothing")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<YearMonth> uncorrected() {
        return jdbc
                .sql("select distinct period from month_correction c where state = 'CONFIRMED' and not exists"
                        + " (select 1 from month_correction_rewarded r where r.correction_id = c.id) order by period")
                .query(String.class)
                .list()
                .stream()
                .map(YearMonth::parse)
                .toList();
    }

    @Transactional(readOnly = true)
    boolean isRewarded(String id) {
        return jdbc.sql("select exists (select 1 from month_correction_rewarded where correction_id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Where its rewards are in line; else nothing. A second time changes nothing. */
    void finish(String id, Instant at) {
        jdbc.sql("insert into month_correction_finished (correction_id, finished_at)"
                        + " select correction_id, :at from month_correction_rewarded where correction_id = :id"
                        + " on conflict do nothing")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Those of a period, or this one alone, that are open, or confirmed without all that follows. */
    @Transactional(readOnly = true)
    public List<MonthCorrection> unfinished(@Nullable YearMonth period, @Nullable String id) {
        return jdbc.sql("select * from month_correction c where state in ('OPEN', 'CONFIRMED')"
                        + " and (cast(:period as text) is null or period = :period)"
                        + " and (cast(:id as text) is null or id = :id)"
                        + " and not exists (select 1 from month_correction_finished f where f.correction_id = c.id)"
                        + " order by number")
                .param("period", period == null ? null : period.toString())
                .param("id", id)
                .query(MonthCorrections::correction)
                .list();
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
