package org.xinhuo.library;

import java.time.Duration;
import java.time.Instant;
import org.xinhuo.testing.TestCompany;

/** Mei and her mentor Wang, who come together in {@code m-1}; Li, Han of HR and Shen the auditor beside them. */
public final class LibraryCompany {

    private final TestCompany company;

    public LibraryCompany(TestCompany company) {
        this.company = company;
        company.employee("mei")
                .employee("wang")
                .mentor("wang", 3, "logical")
                .employee("li")
                .mentor("li", 3, "logical")
                .employee("lin")
                .employee("han")
                .role("han", "hr")
                .employee("shen")
                .role("shen", "auditor");
        company.write("insert into mentorship (id, mentee_id, mentor_id, state, started_at, version)"
                + " values ('m-1', 'mei', 'wang', 'COACHING', now() - interval '30 days', 0)");
        paired("wang", Instant.now().minus(Duration.ofDays(20)));
    }

    private void paired(String mentorId, Instant since) {
        company.write(
                "insert into pairing (mentorship_id, mentor_id, mentee_job, started_at) values ('m-1', ?, 'Consultant', ?)",
                mentorId,
                java.sql.Timestamp.from(since));
    }

    /** Wang goes, Li comes, at this moment. */
    public void rematch(Instant now) {
        company.write(
                "update pairing set ended_at = ?, outcome = 'REMATCHED' where ended_at is null",
                java.sql.Timestamp.from(now));
        company.write("update mentorship set mentor_id = 'li'");
        paired("li", now);
    }
}
