package org.xinhuo.incentive.certificate;

import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.incentive.OutcomeTexts;
import org.xinhuo.incentive.certificate.Certificate.Kind;
import org.xinhuo.notification.Notices;

/**
 * Issues the certificates that are missing: one for each winning of a title, one for each credited reward that is a
 * certificate. A second run, and another node at the same time, issue nothing twice. What is missing is looked for
 * everywhere, not in one month alone: so a run makes up for one that was left out.
 */
@Component
@Transactional
public class IssueCertificates {

    /** Where a person reads and downloads the own certificates. */
    public static final String PAGE = "/honours";

    private static final String TITLES = """
            select 'TITLE' as kind, t.lecturer_id as employee_id, e.name as holder, t.title as honour, t.period,
                t.decision_key, t.decision_version, t.id as title_entry_id, cast(null as text) as reward_id
            from title_entry t join employee e on e.id = t.lecturer_id
            where t.kind = 'won' and not exists (select 1 from certificate c where c.title_entry_id = t.id)
              -- What a correction has taken back by now is certified to nobody.
              and not exists (select 1 from title_entry back where back.id = (
                      select min(next.id) from title_entry next
                      where next.lecturer_id = t.lecturer_id and next.title = t.title and next.id > t.id
                        and next.kind in ('won', 'withdrawn')) and back.kind = 'withdrawn')
            order by t.id
            """;

    private static final String AWARDS = """
            select 'AWARD' as kind, r.employee_id, e.name as holder, r.kind as honour, r.period,
                r.decision_key, r.decision_version, cast(null as bigint) as title_entry_id, r.id as reward_id
            from reward_entry r join employee e on e.id = r.employee_id
            where r.amount = 0 and r.reversal_of is null
              and (cast(:reward as text) is null or r.id = cast(:reward as text))
              and exists (select 1 from reward_step s where s.reward_id = r.id and s.state = 'CREDITED')
              and not exists (select 1 from reward_entry back where back.reversal_of = r.id)
              and not exists (select 1 from certificate c where c.reward_id = r.id)
            order by r.period, r.id
            """;

    private final JdbcClient jdbc;
    private final Notices notices;
    private final OutcomeTexts outcomes;
    private final CompanyTime time;
    private final String issuer;

    IssueCertificates(
            JdbcClient jdbc,
            Notices notices,
            OutcomeTexts outcomes,
            CompanyTime time,
            @Value("${xinhuo.certificate.issuer}") String issuer) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.outcomes = outcomes;
        this.time = time;
        this.issuer = issuer;
    }

    private record Won(
            Kind kind,
            String employeeId,
            String holder,
            String honour,
            YearMonth period,
            String decisionKey,
            int decisionVersion,
            @Nullable Long titleEntryId,
            @Nullable String rewardId) {}

    /** Whatever is missing. */
    public void issue() {
        List<Won> missing = new ArrayList<>(read(jdbc.sql(TITLES)));
        missing.addAll(read(jdbc.sql(AWARDS).param("reward", null)));
        missing.forEach(this::issue);
    }

    /** For one reward, where it is a certificate, credited, and not taken back. */
    public void issueFor(String rewardId) {
        read(jdbc.sql(AWARDS).param("reward", rewardId)).forEach(this::issue);
    }

    private static List<Won> read(JdbcClient.StatementSpec query) {
        return query.query((row, index) -> new Won(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("employee_id"),
                        row.getString("holder"),
                        row.getString("honour"),
                        YearMonth.parse(row.getString("period")),
                        row.getString("decision_key"),
                        row.getInt("decision_version"),
                        row.getObject("title_entry_id", Long.class),
                        row.getString("reward_id")))
                .list();
    }

    private void issue(Won won) {
        CertificateNumber number = CertificateNumber.random();
        int written = jdbc.sql("insert into certificate (number, employee_id, holder, issuer, kind, honour, period,"
                        + " decision_key, decision_version, title_entry_id, reward_id, issued_at) values (:number,"
                        + " :employee, :holder, :issuer, :kind, :honour, :period, :key, :version, :entry, :reward, :now)"
                        + " on conflict do nothing")
                .param("number", number.code())
                .param("employee", won.employeeId())
                .param("holder", won.holder())
                .param("issuer", issuer)
                .param("kind", won.kind().name())
                .param("honour", won.honour())
                .param("period", won.period().toString())
                .param("key", won.decisionKey())
                .param("version", won.decisionVersion())
                .param("entry", won.titleEntryId())
                .param("reward", won.rewardId())
                .param("now", Timestamp.from(time.now()))
                .update();
        if (written == 1) {
            notices.tell(
                    won.employeeId(),
                    "incentive/certificate/" + number.code(),
                    outcomes.code("certificate.issued", won.honour()),
                    PAGE,
                    won.period().toString(),
                    number.printed(),
                    won.honour());
        }
    }
}
