package org.xinhuo.mentoring.matching;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.rights.AskedMentors;

/** Who has the question of a shortlist before him. */
@Component
class AskedNow implements AskedMentors {

    private final JdbcClient jdbc;

    AskedNow(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isAsked(String mentorshipId, String personId) {
        return jdbc.sql("""
                        select exists (select 1 from shortlist_entry e join shortlist s on s.id = e.shortlist_id
                            where e.mentor_id = :person and e.state = 'ASKED' and s.mentorship_id = :mentorship
                                and s.closed_at is null)
                        """)
                .param("person", personId)
                .param("mentorship", mentorshipId)
                .query(Boolean.class)
                .single();
    }
}
