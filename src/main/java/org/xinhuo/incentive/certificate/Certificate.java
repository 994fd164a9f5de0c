package org.xinhuo.incentive.certificate;

import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What was certified. All but the last is fixed when it is issued.
 *
 * @param holder the employee's name at that time
 * @param issuer who awards, as configured at that time
 * @param honour the title, or the kind of the reward, as the decision table writes it
 * @param period the month by which it was won
 * @param decisionKey the decision table that awarded it, in {@code decisionVersion}
 * @param withdrawnAt when a correction took away what had won it, or null while the certificate is valid; a title that
 *     is lost later by lesser months leaves it valid: it was won
 */
public record Certificate(
        CertificateNumber number,
        String employeeId,
        String holder,
        String issuer,
        Kind kind,
        String honour,
        YearMonth period,
        String decisionKey,
        int decisionVersion,
        Instant issuedAt,
        @Nullable Instant withdrawnAt) {

    /** What kind of honour is certified. */
    public enum Kind {
        /** A title of a lecturer. */
        TITLE,
        /** A reward that is a certificate and no money. */
        AWARD
    }

    /** Whether it may be relied upon. */
    public boolean valid() {
        return withdrawnAt == null;
    }
}
