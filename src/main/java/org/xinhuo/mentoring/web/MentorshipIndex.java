package org.xinhuo.mentoring.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds mentorships of the whole company by the people in them and by where they stand. */
@Component
class MentorshipIndex {

    private final JdbcClient jdbc;

    MentorshipIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One mentorship with the names of its people.
     *
     * @param state a code of {@code home.mentorship.state.*}; {@code paused} where it stands still
     * @param mentor the mentor's name, or null while nobody is found
     */
    record Entry(
            String id,
            String state,
            String mentee,
            String department,
            @Nullable String mentor,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    /**
     * The newest first.
     *
     * @param words part of a name or a department of the mentee or the mentor's name, or an employee's id; empty: all
     * @param state {@code open}, {@code all}, {@code among}, or the code of a state
     * @param ids the only ones that are looked at where the state is {@code among}
     */
    List<Entry> find(String words, String state, Set<String> ids, int most, int from) {
        return jdbc.sql("""
                        select m.id,
                               case when p.id is null then lower(m.state) else 'paused' end as state,
                               mentee.name as mentee,
                               mentee.department,
                               mentor.name as mentor,
                               m.started_at,
                               m.ended_at
                          from mentorship m
                          join employee mentee on mentee.id = m.mentee_id
                          left join employee mentor on mentor.id = m.mentor_id
                          left join mentorship_pause p
                                 on p.mentorship_id = m.id and p.resumed_at is null and m.ended_at is null
                         where (:state = 'all'
                                or :state = 'among' and m.id = any(:ids)
                                or :state = 'open' and m.ended_at is null
                                or :state = case when p.id is null then lower(m.state) else 'paused' end)
                           and (:words = ''
                                or position(lower(:words) in lower(mentee.name)) > 0
                                or position(lower(:words) in lower(mentee.department)) > 0
                                or position(lower(:words) in lower(mentor.name)) > 0
                                or m.mentee_id = :words
                                or m.mentor_id = :words)
                         order by m.started_at desc, m.id desc
                         limit :most offset :from
                        """)
                .param("state", state)
                .param("ids", ids.toArray(String[]::new))
                .param("words", words)
                .param("most", most)
                .param("from", from)
                .query((row, number) -> new Entry(
                        row.getString("id"),
                        row.getString("state"),
                        row.getString("mentee"),
                        row.getString("department"),
                        row.getString("mentor"),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("ended_at") == null
                                ? null
                                : row.getTimestamp("ended_at").toInstant()))
                .list();
    }
}
