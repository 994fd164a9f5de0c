package org.xinhuo.mentoring.absence;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The silences that HR knows of and nobody has ended yet. */
@Component
public class SilentPairs {

    private final JdbcClient jdbc;

    SilentPairs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The mentorships, by id; a contact takes one off at the next look of its watch, which is a week away at most. */
    @Transactional(readOnly = true)
    public Set<String> knownToHr() {
        return new LinkedHashSet<>(jdbc.sql(
                        "select m.id from silence_watch w join mentorship m on m.id = w.mentorship_id"
                                + " where w.hr_told > 0 and m.ended_at is null and m.mentor_id is not null order by m.id")
                .query(String.class)
                .list());
    }
}
