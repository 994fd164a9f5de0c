package org.xinhuo.incentive.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.incentive.certificate.Certificate.Kind;

/** Every certificate that was issued, with whether it still may be relied upon. */
@Component
@Transactional(readOnly = true)
public class Certificates {

    private final JdbcClient jdbc;

    Certificates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The certificate of this number. */
    public Optional<Certificate> find(CertificateNumber number) {
        return jdbc.sql("select * from certificate_standing where number = :number")
                .param("number", number.code())
                .query(Certificates::certificate)
                .optional();
    }

    /** Everything that was certified to this person, the newest first. */
    public List<Certificate> of(String employeeId) {
        return jdbc.sql("select * from certificate_standing where employee_id = :employee"
                        + " order by period desc, issued_at desc, number")
                .param("employee", employeeId)
                .query(Certificates::certificate)
                .list();
    }

    /**
     * The certificates of everybody, the newest first.
     *
     * @param wanted a part of the holder's name or the id of an employee; empty for all
     * @param most how many at most
     */
    public List<Certificate> latest(String wanted, int most) {
        return jdbc.sql("select * from certificate_standing where :wanted = ''"
                        + " or position(lower(:wanted) in lower(holder)) > 0 or lower(employee_id) = lower(:wanted)"
                        + " order by issued_at desc, number limit :most")
                .param("wanted", wanted.strip())
                .param("most", most)
                .query(Certificates::certificate)
                .list();
    }

    private static Certificate certificate(ResultSet row, int index) throws SQLException {
        Timestamp withdrawn = row.getTimestamp("withdrawn_at");
        return new Certificate(
                new CertificateNumber(row.getString("number")),
                row.getString("employee_id"),
                row.getString("holder"),
                row.getString("issuer"),
                Kind.valueOf(row.getString("kind")),
                row.getString("honour"),
                YearMonth.parse(row.getString("period")),
                row.getString("decision_key"),
                row.getInt("decision_version"),
                row.getTimestamp("issued_at").toInstant(),
                withdrawn == null ? null : withdrawn.toInstant());
    }
}
