package org.xinhuo.mentoring.log;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.rights.CompanyAction;
import org.xinhuo.mentoring.rights.MentoringRights;

/** Who beside the pairs has read which coaching log, when and why, over all mentorships: for auditors. */
@Component
@Transactional(readOnly = true)
public class LogReadings {

    private final MentoringRights rights;
    private final JdbcClient jdbc;

    LogReadings(MentoringRights rights, JdbcClient jdbc) {
        this.rights = rights;
        this.jdbc = jdbc;
    }

    /**
     * One look into a log, or a reason given for it.
     *
     * @param as hr or auditor
     * @param reason null where none was given
     */
    public record Reading(
            String mentorshipId,
            String readerId,
            String as,
            @Nullable String reason,
            Instant at) {}

    /**
     * The newest first.
     *
     * @param mentorshipId and readerId empty for all
     * @throws Refusal where the person who asks may not see them
     */
    public List<Reading> newest(String askedBy, String mentorshipId, String readerId, int offset, int limit) {
        if (!rights.may(askedBy, CompanyAction.READ_LOG_READINGS)) {
            throw Refusal.forbidden("mentoring.log.readings.mayNotRead");
        }
        String mentorship = LogWords.storable(mentorshipId.strip());
        String reader = LogWords.storable(readerId.strip());
        return jdbc.sql("select mentorship_id, reader_id, reading_as, reason, read_at from log_reading where true"
                        + (mentorship.isEmpty() ? "" : " and mentorship_id = :mentorship")
                        + (reader.isEmpty() ? "" : " and reader_id = :reader")
                        + " order by read_at desc, id desc offset :offset limit :limit")
                .param("mentorship", mentorship)
                .param("reader", reader)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> new Reading(
                        row.getString("mentorship_id"),
                        row.getString("reader_id"),
                        row.getString("reading_as"),
                        row.getString("reason"),
                        row.getTimestamp("read_at").toInstant()))
                .list();
    }
}
