package org.xinhuo.incentive.reward;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.reward.RewardEntry.State;

/** Writes and reads the ledger. Entries are only ever added; so are the steps that say what became of them. */
@Component
@Transactional
public class RewardLedger {

    private static final String SELECT = """
            select e.*, case when s.credited then 'CREDITED' when s.rejected then 'REJECTED'
                             when s.withdrawn then 'WITHDRAWN'
                             when s.approved then 'APPROVED' else 'GRANTED' end as state,
                   exists (select 1 from reward_entry r where r.reversal_of = e.id) as reversed,
                   l.period as paid_in
            from reward_entry e
            left join lateral (
                select bool_or(state = 'CREDITED') as credited, bool_or(state = 'REJECTED') as rejected,
                       bool_or(state = 'WITHDRAWN') as withdrawn, bool_or(state = 'APPROVED') as approved
                from reward_step where reward_id = e.id) s on true
            left join payroll_line l on l.reward_id = e.id
            """;

    private static final long LOCK = 7_240_000;

    private static final String ORDER = " order by e.period, e.employee_id, e.kind, e.entered_at, e.id";

    private final JdbcClient jdbc;
    private final CompanyTime time;
    private final ObjectMapper json;

    RewardLedger(JdbcClient jdbc, CompanyTime time, ObjectMapper json) {
        this.jdbc = jdbc;
        this.time = time;
        this.json = json;
    }

    /**
     * A reward to write.
     *
     * @param replaces the entry in whose place it stands, or null for the first of its person, period and kind
     * @param reason why, unless a review grants it
     * @param by who, or null by rule
     * @param correctionVersion of the decision {@code reward-correction}, or null
     */
    record Grant(
            DueReward due,
            @Nullable String replaces,
            @Nullable String reason,
            @Nullable String by,
            @Nullable Integer correctionVersion) {

        static Grant first(DueReward due) {
            return new Grant(due, null, null, null, null);
        }
    }

    /**
     * One at a time, until the end of the transaction, who writes what is due or what is paid. Taken first, before any
     * entry is held; the chain of hashes takes its own lock last.
     */
    void hold() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> true)
                .list();
    }

    /** One at a time who decides about any entry of a period, until the end of the transaction. */
    void holdEntriesOf(YearMonth period) {
        jdbc.sql("select id from reward_entry where period = :period order by id for no key update")
                .param("period", period.toString())
                .query(String.class)
                .list();
    }

    /** One who decides about an entry at a time, until the end of the transaction. @throws Refusal without such one */
    RewardEntry hold(String rewardId) {
        jdbc.sql("select id from reward_entry where id = :id for no key update")
                .param("id", rewardId)
                .query(String.class)
                .optional();
        return get(rewardId);
    }

    /** The version of {@code lecturer-reward} that counts for a period as a whole, once it was granted. */
    Optional<Integer> tableOf(YearMonth period) {
        return jdbc.sql("select version from reward_table where period = :period")
                .param("period", period.toString())
                .query(Integer.class)
                .optional();
    }

    /** From now on this version of {@code lecturer-reward} counts for the period. */
    void keepTable(YearMonth period, int version) {
        jdbc.sql("insert into reward_table (period, version) values (:period, :version)"
                        + " on conflict (period) do update set version = excluded.version")
                .param("period", period.toString())
                .param("version", version)
                .update();
    }

    /** Writes rewards in one statement. @return the ids of those that are new: whoever has one gets no second one */
    List<String> grant(List<Grant> grants) {
        if (grants.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        insert into reward_entry (id, employee_id, period, kind, amount, currency, decision_key,
                            decision_version, basis, replaces, reason, entered_by, correction_version, entered_at)
                        select id, employee, period, kind, cast(amount as numeric), currency, decision,
                            cast(version as integer), basis, replaces, reason, person, cast(correction as integer),
                            cast(:now as timestamptz)
                        from unnest(:ids, :employees, :periods, :kinds, :amounts, :currencies, :decisions, :versions,
                                :bases, :replaced, :reasons, :people, :corrections)
                            as g (id, employee, period, kind, amount, currency, decision, version, basis, replaces,
                                reason, person, correction)
                        on conflict do nothing
                        returning id
                        """)
                .param("ids", texts(grants, grant -> UUID.randomUUID().toString()))
                .param("employees", texts(grants, grant -> grant.due().employeeId()))
                .param("periods", texts(grants, grant -> grant.due().period().toString()))
                .param("kinds", texts(grants, grant -> grant.due().kind()))
                .param("amounts", texts(grants, grant -> grant.due().amount().toPlainString()))
                .param("currencies", texts(grants, grant -> grant.due().currency()))
                .param(
                        "decisions",
                        texts(grants, grant -> grant.due().decision().key()))
                .param(
                        "versions",
                        texts(
                                grants,
                                grant -> Integer.toString(grant.due().decision().version())))
                .param("bases", texts(grants, grant -> written(grant.due().basis())))
                .param("replaced", texts(grants, Grant::replaces))
                .param("reasons", texts(grants, Grant::reason))
                .param("people", texts(grants, Grant::by))
                .param(
                        "corrections",
                        texts(
                                grants,
                                grant -> grant.correctionVersion() == null
                                        ? null
                                        : grant.correctionVersion().toString()))
                .param("now", Timestamp.from(time.now()))
                .query(String.class)
                .list();
    }

    /**
     * Takes an entry back by one of the opposite amount, credited at once.
     *
     * @param by who, or null by rule
     * @param correctionVersion of the decision {@code reward-correction}, or null
     * @throws Refusal where it was taken back already
     */
    String reverse(RewardEntry entry, @Nullable String by, String reason, @Nullable Integer correctionVersion) {
        String id = UUID.randomUUID().toString();
        int inserted = jdbc.sql("""
                        insert into reward_entry (id, employee_id, period, kind, amount, currency, decision_key,
                            decision_version, reversal_of, reason, entered_by, correction_version, entered_at)
                        select :id, employee_id, period, kind, -amount, currency, decision_key, decision_version,
                            id, :reason, :by, :correction, :now
                        from reward_entry where id = :entry
                        on conflict (reversal_of) do nothing
                        """)
                .param("id", id)
                .param("reason", reason)
                .param("by", by)
                .param("correction", correctionVersion)
                .param("now", Timestamp.from(time.now()))
                .param("entry", entry.id())
                .update();
        if (inserted == 0) {
            throw Refusal.conflict("incentive.rewardWasReversed", entry.id());
        }
        step(id, "APPROVED", by, reason);
        step(id, "CREDITED", by, null);
        return id;
    }

    /** Records a step of an entry. @return false where it was taken before, or something that excludes it */
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
        return find(rewardId).orElseThrow(() -> Refusal.notFound("incentive.unknownReward", rewardId));
    }

    /** The same, where there is one. */
    @Transactional(readOnly = true)
    public Optional<RewardEntry> find(String rewardId) {
        return jdbc.sql(SELECT + "where e.id = :id")
                .param("id", rewardId)
                .query(this::entry)
                .optional();
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
                .query(this::entry)
                .list();
    }

    /** Money that no payroll has paid and that may still be paid, in every period. */
    List<RewardEntry> unpaid() {
        return jdbc.sql("select * from (" + SELECT + " where e.amount <> 0 and l.reward_id is null) e"
                        + " where e.state not in ('REJECTED', 'WITHDRAWN')" + ORDER)
                .query(this::entry)
                .list();
    }

    /** Entries on their way to their credit, in every period. */
    List<RewardEntry> underWay() {
        return jdbc.sql("select * from (" + SELECT + " where e.reversal_of is null) e"
                        + " where e.state in ('GRANTED', 'APPROVED')" + ORDER)
                .query(this::entry)
                .list();
    }

    /** The newest entry of each person and kind in a period; whether it stands is another question. */
    List<RewardEntry> newestOf(YearMonth period) {
        return jdbc.sql(SELECT + "where e.period = :period and e.reversal_of is null"
                        + " and not exists (select 1 from reward_entry r where r.replaces = e.id)" + ORDER)
                .param("period", period.toString())
                .query(this::entry)
                .list();
    }

    /** Whether a person, and not a rule, has ended this entry: rejected it, or taken it back. */
    boolean endedByAPerson(RewardEntry entry) {
        return jdbc.sql("select exists (select 1 from reward_step where reward_id = :id and state = 'REJECTED')"
                        + " or exists (select 1 from reward_entry where reversal_of = :id"
                        + " and correction_version is null)")
                .param("id", entry.id())
                .query(Boolean.class)
                .single();
    }

    private static String[] texts(List<Grant> grants, Function<Grant, @Nullable String> value) {
        return grants.stream().map(value).toArray(String[]::new);
    }

    private String written(RewardBasis basis) {
        try {
            return json.writeValueAsString(basis);
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException("a basis cannot be written", notJson);
        }
    }

    private @Nullable RewardBasis basis(@Nullable String written) {
        try {
            return written == null ? null : json.readValue(written, RewardBasis.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a stored basis cannot be read", broken);
        }
    }

    private RewardEntry entry(ResultSet row, int number) throws SQLException {
        String paidIn = row.getString("paid_in");
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
                row.getString("reversal_of"),
                row.getString("replaces"),
                row.getBoolean("reversed"),
                basis(row.getString("basis")),
                row.getObject("correction_version", Integer.class),
                row.getString("reason"),
                row.getString("entered_by"),
                row.getTimestamp("entered_at").toInstant(),
                paidIn == null ? null : YearMonth.parse(paidIn));
    }
}
