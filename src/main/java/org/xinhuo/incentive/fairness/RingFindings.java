package org.xinhuo.incentive.fairness;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.fairness.RingFinding.Mark;
import org.xinhuo.incentive.fairness.RingFinding.Member;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Groups;

/** What the search for rings found, and what HR answered. */
@Component
@Transactional
public class RingFindings {

    static final String RELEASED = "released";

    static final String UPHELD = "upheld";

    private static final int DECIMALS = 6;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final CompanyTime time;
    private final Notices notices;
    private final Groups groups;

    RingFindings(JdbcClient jdbc, JdbcTemplate batch, CompanyTime time, Notices notices, Groups groups) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.time = time;
        this.notices = notices;
        this.groups = groups;
    }

    /** Marks about which HR has answered: they are never evidence again. */
    @Transactional(readOnly = true)
    Set<RingSearch.Judged> judged() {
        return new HashSet<>(jdbc.sql("select distinct k.rater_id, k.lecturer_id, k.month from ring_mark k where exists"
                        + " (select 1 from ring_member m where m.finding_id = k.finding_id and m.answer is not null)")
                .query((row, number) -> new RingSearch.Judged(
                        row.getString("rater_id"),
                        row.getString("lecturer_id"),
                        YearMonth.parse(row.getString("month"))))
                .list());
    }

    /** Puts these in the place of the period's earlier ones that nobody has answered, and tells HR of them. */
    void replace(YearMonth period, List<Ring> rings, boolean holds, Instant at) {
        for (String table : List.of("ring_mark", "ring_member")) {
            jdbc.sql("delete from " + table + " where finding_id in (" + UNANSWERED + ")")
                    .param("period", period.toString())
                    .update();
        }
        jdbc.sql("delete from ring_finding where period = :period"
                        + " and not exists (select 1 from ring_member m where m.finding_id = id)")
                .param("period", period.toString())
                .update();
        rings.forEach(ring -> add(period, ring, holds, at));
        if (!rings.isEmpty()) {
            notices.tell(
                    groups.members("hr"),
                    "incentive/fairness/" + period + "/" + at.toEpochMilli(),
                    "fairness.ringsFound",
                    "/fairness/" + period,
                    rings.size(),
                    period.toString());
        }
    }

    private static final String UNANSWERED = "select f.id from ring_finding f where f.period = :period and not exists"
            + " (select 1 from ring_member a where a.finding_id = f.id and a.answer is not null)";

    private void add(YearMonth period, Ring ring, boolean holds, Instant at) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("insert into ring_finding (id, period, given, expected, score, chance, holds, found_at)"
                        + " values (:id, :period, :given, :expected, :score, :chance, :holds, :now)")
                .param("id", id)
                .param("period", period.toString())
                .param("given", exact(ring.given()))
                .param("expected", exact(ring.expected()))
                .param("score", ring.score())
                .param("chance", ring.chance())
                .param("holds", holds)
                .param("now", Timestamp.from(at))
                .update();
        for (String member : ring.members()) {
            jdbc.sql("""
                            insert into ring_member (finding_id, lecturer_id, raw_mean, without_mean)
                            select :id, :member, avg(r.score), avg(r.score) filter (where r.learner_id <> all (:group))
                            from share s join rating r on r.share_id = s.id
                            where s.lecturer_id = :member and s.starts_at >= :from and s.starts_at < :until
                            """)
                    .param("id", id)
                    .param("member", member)
                    .param("group", ring.members().toArray(String[]::new))
                    .param("from", Timestamp.from(time.startOf(period.atDay(1))))
                    .param(
                            "until",
                            Timestamp.from(time.startOf(period.plusMonths(1).atDay(1))))
                    .update();
        }
        batch.batchUpdate(
                "insert into ring_mark (finding_id, rater_id, lecturer_id, month, value) values (?, ?, ?, ?, ?)",
                ring.evidence().stream()
                        .map(one -> new Object[] {
                            id, one.raterId(), one.lecturerId(), one.month().toString(), exact(one.value())
                        })
                        .toList());
    }

    /** The findings of a month, the clearest first. */
    @Transactional(readOnly = true)
    public List<RingFinding> of(YearMonth period) {
        return jdbc.sql("select * from ring_finding where period = :period order by chance, id")
                .param("period", period.toString())
                .query(this::finding)
                .list();
    }

    /** Those of a month that this lecturer belongs to and that hold money until HR has answered about him or her. */
    @Transactional(readOnly = true)
    public List<RingFinding> holding(String lecturerId, YearMonth period) {
        return jdbc.sql("select f.* from ring_finding f join ring_member m on m.finding_id = f.id"
                        + " where f.period = :period and m.lecturer_id = :lecturer and f.holds"
                        + " and m.answer is distinct from 'released' order by f.chance, f.id")
                .param("period", period.toString())
                .param("lecturer", lecturerId)
                .query(this::finding)
                .list();
    }

    /** Everybody whose money of a month waits until HR has answered about him or her. */
    @Transactional(readOnly = true)
    public Set<String> held(YearMonth period) {
        return new HashSet<>(jdbc.sql("select distinct m.lecturer_id from ring_finding f"
                        + " join ring_member m on m.finding_id = f.id where f.period = :period and f.holds"
                        + " and m.answer is distinct from 'released'")
                .param("period", period.toString())
                .query(String.class)
                .list());
    }

    /** @throws Refusal where there is none */
    @Transactional(readOnly = true)
    public RingFinding get(String findingId) {
        Optional<RingFinding> found = jdbc.sql("select * from ring_finding where id = :id")
                .param("id", findingId)
                .query(this::finding)
                .optional();
        return found.orElseThrow(() -> Refusal.notFound("fairness.unknownFinding", findingId));
    }

    /** Records HR's answer about one member, once. @return false where it was given before */
    boolean answer(String findingId, String lecturerId, boolean released, String by, String remark) {
        return jdbc.sql("update ring_member set answer = :answer, answered_by = :by, answered_at = :now,"
                                + " remark = :remark where finding_id = :id and lecturer_id = :lecturer"
                                + " and answer is null")
                        .param("answer", released ? RELEASED : UPHELD)
                        .param("by", by)
                        .param("now", Timestamp.from(time.now()))
                        .param("remark", remark)
                        .param("id", findingId)
                        .param("lecturer", lecturerId)
                        .update()
                == 1;
    }

    private RingFinding finding(ResultSet row, int number) throws SQLException {
        String id = row.getString("id");
        return new RingFinding(
                id,
                YearMonth.parse(row.getString("period")),
                row.getBigDecimal("given"),
                row.getBigDecimal("expected"),
                row.getDouble("score"),
                row.getDouble("chance"),
                row.getBoolean("holds"),
                members(id),
                marks(id));
    }

    private List<Member> members(String findingId) {
        return jdbc.sql("select * from ring_member where finding_id = :id order by lecturer_id")
                .param("id", findingId)
                .query((row, number) -> new Member(
                        row.getString("lecturer_id"),
                        row.getBigDecimal("raw_mean"),
                        row.getBigDecimal("without_mean"),
                        row.getString("answer"),
                        row.getString("answered_by"),
                        row.getString("remark")))
                .list();
    }

    private List<Mark> marks(String findingId) {
        return jdbc.sql("select * from ring_mark where finding_id = :id order by month, rater_id, lecturer_id")
                .param("id", findingId)
                .query((row, number) -> new Mark(
                        row.getString("rater_id"),
                        row.getString("lecturer_id"),
                        YearMonth.parse(row.getString("month")),
                        row.getBigDecimal("value")))
                .list();
    }

    private static BigDecimal exact(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
