package org.xinhuo.incentive.reward;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.Outcome.DecisionRef;
import org.xinhuo.incentive.reward.RewardEntry.State;

/** Writes and reads the ledger. Entries are only ever added; so are the steps that say what became of them. */
@Component
@Transactional
public class RewardLedger {

    private static final String SELECT = """
            select e.*, case when s.credited then 'CREDITED' when s.rejected then 'REJECTED'
                             when s.approved then 'APPROVED' else 'GRANTED' end as state
            from reward_entry e
            left join lateral (
                select bool_or(state = 'CREDITED') as credited, bool_or(state = 'REJECTED') as rejected,
                       bool_or(state = 'APPROVED') as approved
                from reward_step where reward_id = e.id) s on true
            """;

    private static final String ORDER = " order by e.period, e.employee_id, e.kind, e.entered_at, e.id";

    private final JdbcClient jdbc;
    private final CompanyTime time;

    RewardLedger(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Grants a reward unless the person has one of this kind for this period. */
    Optional<String> grant(
            String employeeId, YearMonth period, String kind, BigDecimal amount, String currency, DecisionRef by) {
        return jdbc.sql("""
                        insert into reward_entry (id, employee_id, period, kind, amount, currency, decision_key,
                            decision_version, entered_at)
                        values (:id, :employee, :period, :kind, :amount, :currency, :key, :version, :now)
                        on conflict (employee_id, period, kind) where reversal_of is null do nothing
                        returning id
                        """)
                .param("id", UUID.randomUUID().toString())
                .param("employee", employeeId)
                .param("period", period.toString())
                .param("kind", kind)
                .param("amount", amount)
                .param("currency", currency)
                .param("key", by.key())
                .param("version", by.version())
                .param("now", Timestamp.from(time.now()))
                .query(String.class)
                .optional();
    }

    /** Takes an entry back by one of the opposite amount. @throws Refusal where it was taken back already */
    String reverse(RewardEntry entry, String by, String reason) {
        String id = UUID.randomUUID().toString();
        int inserted = jdbc.sql("""
                        insert into reward_entry (id, employee_id, period, kind, amount, currency, decision_key,
                            decision_version, reversal_of, reason, entered_by, entered_at)
                        select :id, employee_id, period, kind, -amount, currency, decision_key, decision_version,
                            id, :reason, :by, :now
                        from reward_entry where id = :entry
                        on conflict (reversal_of) do nothing
                        """)
                .param("id", id)
                .param("reason", reason)
                .param("by", by)
                .param("now", Timestamp.from(time.now()))
                .param("entry", entry.id())
                .update();
        if (inserted == 0) {
            throw Refusal.conflict("incentive.rewardWasReversed", entry.id());
        }
        return id;
    }

    /** Records a step of an entry. @return false where it was taken before */
    boolean step(String rewardId, String state, @Nullable String by, @Nullable String remark) {
        return jdbc.sql("insert into reward_step (reward_id, state, at, by_person, remark)"
                                + " values (:id, :state, :now, :by, :remark) on conflict do nothing")
                        .param("id", rewardId)
                        .param("state", state)
                        .param("now", Timestamp.from(time.now()))
                        .param("by", by)
                        .param("remark", remark)
                        .update()
                == 1;
    }

    /** @throws Refusal where there is none */
    @Transactional(readOnly = true)
    public RewardEntry get(String rewardId) {
        return jdbc.sql(SELECT + "where e.id = :id")
                .param("id", rewardId)
                .query(RewardLedger::entry)
                .optional()
                .orElseThrow(() -> Refusal.notFound("incentive.unknownReward", rewardId));
    }

    /**
     * Entries by period, person and kind.
     *
     * @param period only this one's, or null for all
     * @param employeeId only this one's, or null for everybody's
     */
    @Transactional(readOnly = true)
    public List<RewardEntry> find(@Nullable YearMonth period, @Nullable String employeeId) {
        return jdbc.sql(SELECT
                        + "where (cast(:period as text) is null or e.period = cast(:period as text))"
                        + " and (cast(:employee as text) is null or e.employee_id = cast(:employee as text))"
                        + ORDER)
                .param("period", period == null ? null : period.toString())
                .param("employee", employeeId)
                .query(RewardLedger::entry)
                .list();
    }

    private static RewardEntry entry(ResultSet row, int number) throws SQLException {
        return new RewardEntry(
                row.getString("id"),
                row.getString("employee_id"),
                YearMonth.parse(row.getString("period")),
                row.getString("kind"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                State.valueOf(row.getString("state")),
                row.getString("decision_key"),
                row.getInt("decision_version"),
                row.getString("reversal_of"));
    }
}
