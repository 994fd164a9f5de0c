package org.xinhuo.incentive.sharing;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;

/** Nobody gives two shares at once. */
@Component
@Transactional(readOnly = true)
class FreeTimes {

    private final JdbcClient jdbc;

    FreeTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param except the share itself, or ""
     * @throws Refusal with the title of the share that this lecturer gives at that time
     */
    void expectFree(String lecturerId, Instant startsAt, int minutes, String except) {
        taken(lecturerId, startsAt, minutes, except).ifPresent(title -> {
            throw Refusal.invalid("startsAt", "rota.givesAnotherThen", title);
        });
    }

    /** The title of the share that this lecturer gives at that time. */
    Optional<String> taken(String lecturerId, Instant startsAt, int minutes, String except) {
        return jdbc.sql("select title from share where lecturer_id = :lecturer and state = 'PLANNED' and id <> :except"
                        + " and starts_at < :end and starts_at > :longestAgo"
                        + " and starts_at + minutes * interval '1 minute' > :start order by starts_at limit 1")
                .param("lecturer", lecturerId)
                .param("except", except)
                .param("start", Timestamp.from(startsAt))
                .param("end", Timestamp.from(startsAt.plus(Duration.ofMinutes(minutes))))
                .param("longestAgo", Timestamp.from(startsAt.minus(Duration.ofMinutes(Share.MOST_MINUTES))))
                .query(String.class)
                .optional();
    }
}
